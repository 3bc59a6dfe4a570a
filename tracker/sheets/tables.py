"""A sheet's cells → a table: where its header stands, and which column is which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.nearest import nearest
from tracker.sheets.cells import Cell, text_of
from tracker.sheets.columns import FOREIGN, ID, Column
from tracker.sheets.grids import Grid, is_empty

SEARCHED = 30  # rows in which a header may stand
BEHIND = regex(r"[(\[（【].*$")  # 累计完成（座）


class Line(Struct, frozen=True):
    """A row of a table: its cells by the key of their column."""

    cells: Mapping[str, Cell]
    is_hidden: bool


class Table(Struct, frozen=True):
    sheet: str
    columns: tuple[Column, ...]  # those it has
    lines: tuple[Line, ...]
    strange: tuple[tuple[Cell, str, str], ...]  # (header, its name, the nearest known or empty)
    doubled: tuple[tuple[Cell, str], ...]
    lossy: bool


def table_of(grid: Grid, known: Sequence[Column]) -> Table | None:
    """None where no row names the ids and another column."""
    names = {folded(name): column for column in known for name in (column.name, *column.also)}
    found = [
        (len({column.key for column in columns.values()}), -place)
        for place, row in enumerate(grid.rows[:SEARCHED])
        if ID in (columns := named(row, names)).values() and len(columns) > 1
    ]
    if not found:
        return None
    place = -max(found)[1]
    header, columns = grid.rows[place], named(grid.rows[place], names)
    first: dict[str, int] = {}
    for at, column in columns.items():
        first.setdefault(column.key, at)
    return Table(
        grid.name,
        tuple(columns[at] for at in first.values()),
        tuple(lines_of(grid, place + 1, first)),
        tuple(strangers(header, columns, known)),
        tuple((header[at], one.name) for at, one in columns.items() if first[one.key] != at),
        grid.lossy,
    )


def named(row: Sequence[Cell], names: Mapping[str, Column]) -> dict[int, Column]:
    """Which cells of a row are the names of columns."""
    found = {}
    for at, cell in enumerate(row):
        written = folded(text_of(cell.value))
        column = names.get(written) or names.get(BEHIND.sub("", written))
        if column:
            found[at] = column
    return found


def folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s*:：]+", "", plain)


def lines_of(grid: Grid, start: int, first: Mapping[str, int]) -> list[Line]:
    lines = []
    for place, row in enumerate(grid.rows[start:], start):
        if is_empty(row):
            continue
        cells = {key: row[at] for key, at in first.items() if at < len(row)}
        lines.append(Line(cells, place in grid.hidden))
    return lines


def strangers(
    header: Sequence[Cell], columns: Mapping[int, Column], known: Sequence[Column]
) -> list[tuple[Cell, str, str]]:
    free = [column.name for column in known if column not in columns.values()]
    found = []
    for at, cell in enumerate(header):
        name = text_of(cell.value).replace("\n", "")
        if name and at not in columns:
            found.append((cell, name, "" if name in FOREIGN else nearest(name, free)))
    return found
