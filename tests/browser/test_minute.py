"""A new value reaches the page in under a minute: what an editor does, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, expect

from tests.previewing import Preview, previewing
from tests.projects import SMALL_DATE, small_project
from tests.sheets import fill
from tracker.cli import main

DATE = ["--date", SMALL_DATE.isoformat()]
NEW = """  - as_of: 2099-11-03
    value: 118
    source: bulletin
"""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """It runs all day; starting it is no part of a change."""
    with previewing(small_project(tmp_path), "--port", "0") as running:
        yield running


class TextEditor:
    """Any program that opens a file, finds words, takes what is typed and saves."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text("utf-8")
        self.cursor = 0

    def find_the_target(self) -> None:
        target = self.text.index("title: 新建公路")
        self.cursor = self.text.index("- id:", target)

    def write_the_value(self) -> None:
        self.text = self.text[: self.cursor] + NEW + self.text[self.cursor :]

    def save(self) -> None:
        self.path.write_text(self.text, "utf-8")


class Sheet:
    """A program for spreadsheets, with the ledger open in it since the last time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    def type_value_day_source_and_address(self) -> None:
        fill(
            self.book,
            "new-roads",
            {
                "累计完成": "118公里",
                "数据截至": "2099年11月3日",
                "数据来源": "虚构的快报",
                "网址": "https://example.org/flash",
                "发布日期": None,
            },
        )

    def save(self) -> None:
        self.book.save(self.path)


class Terminal:
    """Where commands are typed, in the project's folder."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def run(self, *words: str) -> None:
        with chdir(self.project):
            assert main([*words, *DATE]) == 0

    def record(self) -> None:
        source = ["--source-title", "虚构的快报", "--source-url", "https://example.org/flash"]
        self.run("record", "新建公路", "--value", "118", "--as-of", "2099-11-03", *source, "--yes")

    def take_in_the_sheet(self) -> None:
        self.run("import", "台账.xlsx", "--yes")

    def build(self) -> None:
        self.run("build")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def value_on_the_page(project: Path, browser: Browser) -> Locator:
    page = browser.new_page()
    page.goto((project / "_site/targets/new-roads.html").as_uri())
    return page.locator("main")


def test_from_a_text_editor_to_the_page_in_three_steps(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.address}targets/new-roads.html")
    editor = TextEditor(preview.project / "targets.yaml")
    expect(page.locator("main")).not_to_contain_text("118")

    steps = (editor.find_the_target, editor.write_the_value, editor.save)
    for step in steps:
        step()

    expect(page.locator("main")).to_contain_text("118")
    page.close()


def test_from_a_command_to_the_page_in_two_steps(project: Path, browser: Browser) -> None:
    terminal = Terminal(project)
    terminal.build()
    expect(value_on_the_page(project, browser)).not_to_contain_text("118")

    for step in (terminal.record, terminal.build):
        step()

    expect(value_on_the_page(project, browser)).to_contain_text("118")


def test_from_a_spreadsheet_to_the_page_in_four_steps(project: Path, browser: Browser) -> None:
    terminal = Terminal(project)
    terminal.build()
    terminal.run("export", "--to", "台账.xlsx")
    sheet = Sheet(project / "台账.xlsx")
    expect(value_on_the_page(project, browser)).not_to_contain_text("118")

    steps = (
        sheet.type_value_day_source_and_address,
        sheet.save,
        terminal.take_in_the_sheet,
        terminal.build,
    )
    for step in steps:
        step()

    expect(value_on_the_page(project, browser)).to_contain_text("118")
