"""A new value reaches the page in under a minute: what an editor does, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.previewing import Preview, previewing
from tests.projects import small_project

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
