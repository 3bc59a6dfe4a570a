"""A made-up city's ledger as a workbook or as CSV, for tests to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.projects import SITES, YEARS_DATE, inputs
from tracker.pipeline import assess
from tracker.sheets.columns import LEDGER, PROGRESS
from tracker.sheets.delimited import to_csv
from tracker.sheets.rows import Project, project_of
from tracker.sheets.workbook import HEADER_ROW, HISTORY, SHEET, to_xlsx

Rows = list[list[str]]


@cache
def small() -> Project:
    return read("small")


@cache
def years() -> Project:
    return read("years")


def read(name: str) -> Project:
    folder = SITES / name
    return project_of(
        assess(inputs(folder), YEARS_DATE), (folder / "targets.yaml").read_text("utf-8")
    )


@cache
def exported(name: str) -> bytes:
    return to_xlsx(small() if name == "small" else years())


def workbook(name: str = "small") -> Workbook:
    return load_workbook(io.BytesIO(exported(name)))


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ledger(book: Workbook) -> Worksheet:
    sheet = book[SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def history(book: Workbook) -> Worksheet:
    sheet = book[HISTORY]
    assert isinstance(sheet, Worksheet)
    return sheet


def cell(book: Workbook, target: str, column: str) -> Cell:
    """Of the ledger, by the name of its column."""
    sheet = ledger(book)
    names = [one.name for one in LEDGER]
    row = next(
        r for r in range(HEADER_ROW + 1, sheet.max_row + 1) if sheet.cell(r, 2).value == target
    )
    found = sheet.cell(row, names.index(column) + 1)
    assert isinstance(found, Cell)
    return found


def fill(book: Workbook, target: str, cells: Mapping[str, object]) -> None:
    for column, value in cells.items():
        cell(book, target, column).value = value  # type: ignore[assignment]


def add(book: Workbook, cells: Mapping[str, object]) -> int:
    """In the first free row of the list of updates, whose number it returns."""
    sheet, names = history(book), [one.name for one in PROGRESS]
    row = next(r for r in range(HEADER_ROW + 1, 1000) if not sheet.cell(r, 1).value)
    for column, value in cells.items():
        sheet.cell(row, names.index(column) + 1).value = value  # type: ignore[assignment]
    return row


def csv_rows(project: Project) -> Rows:
    return list(csv.reader(io.StringIO(to_csv(project).decode("utf-8-sig"), newline="")))


def at(rows: Rows, target: str, column: str) -> tuple[int, int]:
    return [row[1] for row in rows].index(target), rows[0].index(column)


def typed(rows: Rows, target: str, cells: Mapping[str, str]) -> Rows:
    for column, text in cells.items():
        row, place = at(rows, target, column)
        rows[row][place] = text
    return rows


def as_csv(rows: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


Filling = Callable[[Workbook], None]


def save(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path
