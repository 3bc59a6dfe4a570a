"""Every code is explained in the handbook, with examples that the tests know to be bad and good."""

from __future__ import annotations

import io
import re
import shlex
from contextlib import chdir
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.codes import CODED, EDITING, HEADING, block_of, examples, said, section, sentences
from tests.projects import SMALL_DATE, real_files, small_project
from tests.sheets import saved, small, workbook
from tracker.cli import main
from tracker.messages import problems
from tracker.sheets.changes import changes
from tracker.sheets.found import BLANK

COMMAND = re.compile(r"python build\.py ((?:record|add|export) .+)")
CELL = re.compile(r"(\S+)!([A-Z]+\d+(?::[A-Z]+\d+)?)[^：]*：(.*)")  # 台账!O4 累计完成：95
DAY = re.compile(r"\d{4}/\d+/\d+")  # what a spreadsheet program makes a date of
AS_IT_WAS = "（原来的内容）"
COMMANDS = [code for code, one in examples().items() if COMMAND.fullmatch(one.bad)]
SHEETS = [
    code
    for code, one in examples().items()
    if code.startswith("sheet-") and not one.bad.startswith(("（", "python"))
]


def test_every_code_has_an_example() -> None:
    assert set(problems.PROBLEMS) == set(examples())
    assert len(problems.PROBLEMS) == sum(map(len, problems.SUBJECTS.values()))


def test_the_handbook_explains_the_codes_as_the_tests_show_them() -> None:
    """`python -m tests.codes` writes it anew."""
    before, heading, rest = EDITING.read_text("utf-8").partition(HEADING)
    assert before
    assert heading + rest == section()


def test_the_page_has_an_address_for_each_code() -> None:
    page = real_files()["editing.html"].decode()
    ids = re.findall(r'<h\d id="([a-z0-9-]+)"', page)
    links = re.findall(r'<a href="#([a-z0-9-]+)"', page)

    assert set(problems.PROBLEMS) <= set(ids)
    assert set(problems.PROBLEMS) <= set(links)


# --- the examples themselves -------------------------------------------------------------------


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize("code", COMMANDS)
def test_a_command_is_bad_and_good_as_shown(
    code: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --yes, so that nothing is written."""
    example = examples()[code]

    bad = complaints(example.bad, project, capsys)
    assert said(block_of(code, bad)) == example.message
    assert code not in CODED.findall(complaints(example.good, project, capsys))


def complaints(command: str, project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    found = COMMAND.fullmatch(command)
    assert found
    with chdir(project):
        main([*shlex.split(found[1]), "--date", SMALL_DATE.isoformat(), "--lang", "zh"])
    return capsys.readouterr().err


@pytest.mark.parametrize("code", SHEETS)
def test_a_sheet_is_bad_and_good_as_shown(code: str) -> None:
    example = examples()[code]

    bad = changes(sheet(example.bad), "sheet", small())
    explained = [problems.explain(one, "zh") for one in (*bad.problems, *bad.remarks)]
    assert example.message in map(sentences, explained)
    good = changes(sheet(example.good), "sheet", small())
    if not example.good.startswith("（"):
        assert good.problems == []
        assert code not in [remark.code for remark in good.remarks]


def sheet(words: str) -> bytes:
    """The small project's ledger with these cells typed into it, or these lines of CSV."""
    typed = [CELL.fullmatch(line) for line in words.splitlines()]
    if not all(typed):
        return words.encode()
    book = load_workbook(io.BytesIO(ledger_alone()))
    for name, place, text in (one.groups() for one in typed if one):
        there = book[name] if name in book.sheetnames else book.create_sheet(name)
        assert isinstance(there, Worksheet)
        first, _, last = place.partition(":")
        for row in there[f"{first}:{last or first}"]:
            for cell in row if text != AS_IT_WAS else ():
                cell.value = as_typed(text)
    return saved(book)


@cache
def ledger_alone() -> bytes:
    """Read in a third of the time."""
    book = workbook()
    for name in book.sheetnames[1:]:
        del book[name]
    return saved(book)


def as_typed(text: str) -> str | datetime | None:
    if DAY.fullmatch(text):
        return datetime(*map(int, text.split("/")))  # type: ignore[arg-type]
    return None if text == BLANK else text.removeprefix("'")
