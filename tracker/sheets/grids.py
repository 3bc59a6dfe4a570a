"""A file of somebody's spreadsheet program → its sheets, cell by cell."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zlib
from collections.abc import Sequence
from datetime import date, time
from zipfile import BadZipFile, ZipFile

from msgspec import Struct
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tracker.lazy import regex
from tracker.read.days import FIRST
from tracker.read.files import decode
from tracker.read.limits import (
    LARGEST_UNPACKED,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_ROWS,
    MOST_TAGS_OF_BOOK,
)
from tracker.sheets.cells import Cell, Value, text_of

SEPARATORS = ",;\t，"
MARKED = regex(r"'+[=+\-@＝＋－＠\t\r]")  # '=SUM(A1): marked at export
ROWS = range(1, 1_048_577)  # that a sheet can have
MERGE = regex(rb'mergeCell ref="[A-Z]+(\d{1,9}):([A-Z]+)(\d{1,9})"')  # A1:C1
QUOTED = regex(r"\"[^\"]*\"|\[[^\]]*\]|\\.")  # of a number format: yyyy"年"m"月"
ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


class UnreadableError(Exception):
    """No spreadsheet is in the file; `code` says what is."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Grid(Struct, frozen=True):
    """`name` is empty for CSV; `hidden` are the places of rows that nobody sees."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: frozenset[int] = frozenset()
    lossy: bool = False  # from an encoding that lacks some characters


def grids(data: bytes) -> tuple[Grid, ...]:
    """Raises `UnreadableError`."""
    if data.startswith(ZIP):
        return workbook_grids(data)
    if data.startswith((OLE, PDF)):
        raise UnreadableError("sheet-old" if data.startswith(OLE) else "sheet-not-one")
    text = decode(data)
    if text is None:
        raise UnreadableError("sheet-not-one")
    if re.match(r"\s*(?:<!DOCTYPE|<html|<table|<\?xml)", text, re.IGNORECASE):
        raise UnreadableError("sheet-html")
    if not text.strip():
        raise UnreadableError("sheet-empty")
    if text.count("?") * 8 > len(text):
        raise UnreadableError("sheet-question-marks")
    return (delimited_grid(text, lossy=is_lossy(data)),)


def is_lossy(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return False


# --- CSV --------------------------------------------------------------------------------------


def delimited_grid(text: str, *, lossy: bool) -> Grid:
    separator = separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[Cell, ...]] = []
    line = 1
    csv.field_size_limit(LONGEST_CELL)
    try:
        for number, fields in enumerate(reader, 1):
            if len(rows) >= MOST_ROWS:
                raise UnreadableError("sheet-huge")
            rows.append(
                tuple(
                    Cell(f"{get_column_letter(at)}{number}", line, unmarked(field))
                    for at, field in enumerate(fields[:MOST_COLUMNS], 1)
                )
            )
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError("sheet-not-one") from error
    return Grid("", tuple(rows), lossy=lossy)


def separator_of(text: str) -> str:
    """The one that parts the most words of the line that looks most like a header."""
    if named := re.match(r"sep=(.)\r?\n", text):
        return named[1]
    lines = text.splitlines()[:30]
    return max(SEPARATORS, key=lambda mark: max((line.count(mark) for line in lines), default=0))


def marked(text: str) -> str:
    """A text that no spreadsheet program takes for a formula."""
    risky = text.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))
    return f"'{text}" if risky or MARKED.match(text) else text


def unmarked(text: str) -> str:
    return text[1:] if MARKED.match(text) else text


# --- xlsx -------------------------------------------------------------------------------------


def workbook_grids(data: bytes) -> tuple[Grid, ...]:
    check_package(data)
    written, computed = load(data, values=False), load(data, values=True)
    return tuple(sheet_grid(sheet, computed[sheet.title]) for sheet in written.worksheets)


def check_package(data: bytes) -> None:
    """A zip file may be a document of another kind, broken, or far larger than it looks."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            names, size = package.namelist(), sum(part.file_size for part in package.infolist())
            parts = [] if size > LARGEST_UNPACKED else parts_in(package)
    except (BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise UnreadableError("sheet-broken") from error  # RuntimeError: it has a password
    if (
        size > LARGEST_UNPACKED
        or sum(part.count(b"<") for part in parts) > MOST_TAGS_OF_BOOK
        or any(span > MOST_MERGED for part in parts for span in merges_in(part))
    ):
        raise UnreadableError("sheet-huge")
    if "xl/workbook.xml" not in names:
        raise UnreadableError("sheet-other-package")


def parts_in(package: ZipFile) -> list[bytes]:
    names = (name for name in package.namelist() if name.endswith(".xml"))
    return [package.read(name) for name in names]


def merges_in(sheet: bytes) -> list[int]:
    """How many cells each merge takes: the parser makes every one of them."""
    return [
        (int(bottom) - int(top) + 1) * column_index_from_string(right.decode()[:3])
        for top, right, bottom in MERGE.findall(sheet)
    ]


def load(data: bytes, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions it drops: we only read
            return load_workbook(io.BytesIO(data), data_only=values)
    except Exception as error:
        # whatever a foreign file does to a foreign parser: it is no workbook that could be read
        raise UnreadableError("sheet-broken") from error


def sheet_grid(sheet: Worksheet, computed: Worksheet) -> Grid:
    """Only rows that say something: a stray cell at the end would make a million of them."""
    merged = merged_cells(sheet)
    told = {row for (row, _), cell in sheet._cells.items() if cell.value is not None}
    numbers = sorted(row for row in told if row in ROWS)
    if len(numbers) > MOST_ROWS:
        raise UnreadableError("sheet-huge")
    columns = range(1, min(sheet.max_column, MOST_COLUMNS) + 1)
    rows = tuple(
        tuple(cell_of(sheet, computed, merged, (row, column)) for column in columns)
        for row in numbers
    )
    hidden = {number for number, one in sheet.row_dimensions.items() if one.hidden}
    places = frozenset(place for place, number in enumerate(numbers) if number in hidden)
    return Grid(sheet.title, rows, places)


Place = tuple[int, int]
Merged = dict[Place, Place]


def merged_cells(sheet: Worksheet) -> Merged:
    """Each cell that a merge swallowed → the one whose value it shows."""
    return {
        (row, column): (span.min_row, span.min_col)
        for span in sheet.merged_cells.ranges
        for row in range(span.min_row, span.max_row + 1)
        for column in range(span.min_col, min(span.max_col, MOST_COLUMNS) + 1)
    }


def cell_of(sheet: Worksheet, computed: Worksheet, merged: Merged, place: Place) -> Cell:
    source = sheet.cell(*merged.get(place, place))
    value = computed.cell(*merged.get(place, place)).value
    shown_as = str(source.number_format or "")
    return Cell(
        address=f"{get_column_letter(place[1])}{place[0]}",
        line=0,
        value=kept(value, shown_as),
        percent="%" in shown_as,
        flaw="sheet-formula" if source.data_type == "f" and value is None else "",
        first=sheet.parent.epoch.date() if sheet.parent else FIRST,
    )


def kept(value: object, shown_as: str) -> Value:
    """A month that was typed is a day to Excel, but shown without it: Dec-23, 2023年12月."""
    if isinstance(value, date) and "d" not in QUOTED.sub("", shown_as.lower()):
        return f"{value.year:04}-{value.month:02}"
    if value is None or isinstance(value, (str, int, float, date, time)):
        return value
    return str(value)


def is_empty(cells: Sequence[Cell]) -> bool:
    return not any(cell.flaw or text_of(cell.value) for cell in cells)
