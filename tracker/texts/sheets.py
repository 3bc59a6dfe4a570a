"""The segments of a page → its lines in reading order, table rows and columns told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from tracker.texts.glyphs import Segment, Sheet
from tracker.texts.lines import Line

COLUMN_LINES = 8  # of each of two columns
COLUMN_WIDTH = 0.3  # of the page's width, of a line that fills its column
NEAR = 5  # rows between which cells may run over several lines
LEAST = 2  # lines that must begin or end at an edge

Edges = dict[int, tuple[float, float]]  # left and right, by column


class Row(Struct, frozen=True):
    """What stands on one height of a column."""

    segments: Sequence[Segment]
    column: int = 0  # 1 and 2 of a page with two

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return max(one.right for one in self.segments)

    @property
    def middle(self) -> float:
        return self.segments[0].middle

    @property
    def height(self) -> float:
        return median(one.height for one in self.segments)

    @property
    def em(self) -> float:
        """Of its Chinese; 0 where it has none."""
        return median([one.em for one in self.segments if one.em] or [0])


def rows_of(sheet: Sheet, gutter: float) -> list[Row]:
    """From the top down; of two columns the left one first, between what crosses both."""
    if not gutter:
        return list(gathered(sheet.segments, 0))
    rows: list[Row] = []
    sides: tuple[list[Segment], list[Segment]] = ([], [])
    for segment in sorted(sheet.segments, key=lambda one: -one.middle):
        if segment.left < gutter < segment.right:
            rows += flushed(sides)
            rows.append(Row((segment,)))
        else:
            sides[segment.left > gutter].append(segment)
    return rows + flushed(sides)


def flushed(sides: tuple[list[Segment], list[Segment]]) -> list[Row]:
    rows = [row for place, side in enumerate(sides, 1) for row in gathered(side, place)]
    for side in sides:
        side.clear()
    return rows


def gathered(segments: Sequence[Segment], column: int) -> Iterator[Row]:
    row: list[Segment] = []
    for segment in sorted(segments, key=lambda one: -one.middle):
        if row and row[0].middle - segment.middle > 0.5 * max(row[0].height, segment.height):
            yield Row(sorted(row, key=lambda one: one.left), column)
            row = []
        row.append(segment)
    if row:
        yield Row(sorted(row, key=lambda one: one.left), column)


def gutters_of(sheets: Sequence[Sheet]) -> list[float]:
    """Where each page falls into two columns of running text; 0 where it does not."""
    in_columns = any(has_columns(sheet, COLUMN_LINES) for sheet in sheets)
    return [sheet.width / 2 if in_columns and has_columns(sheet, 1) else 0.0 for sheet in sheets]


def has_columns(sheet: Sheet, least: int) -> bool:
    """Whether so many lines at least fill each half, and hardly any crosses the middle."""
    middle = sheet.width / 2
    left = [one for one in sheet.segments if one.right <= middle]
    right = [one for one in sheet.segments if one.left >= middle]
    crossing = len(sheet.segments) - len(left) - len(right)
    wide = COLUMN_WIDTH * sheet.width
    full = [sum(one.right - one.left > wide for one in side) for side in (left, right)]
    return min(full) >= least and crossing * 4 < sum(full)


def lines_of(rows: Sequence[Row], page: int, edges: Edges, usual_em: float) -> list[Line]:
    steps = [a.middle - b.middle for a, b in pairwise(rows) if a.middle > b.middle]
    usual = median(steps) if steps else 1.0
    lines = []
    for place, row in enumerate(rows):
        left, right = edges[row.column]
        gap = (rows[place - 1].middle - row.middle) / usual if place else 1.0
        table = in_table(rows, place, usual_em)
        text = ("\t" if table else " ").join(one.text for one in row.segments)
        em = row.em or usual_em
        lines.append(
            Line(text, page, (row.left - left) / em, (right - row.right) / em, row.em, gap, table)
        )
    return lines


def in_table(rows: Sequence[Row], place: int, em: float) -> bool:
    """A row whose cells stand below or above another's; else it is a line with a gap."""
    around = (*rows[max(place - NEAR, 0) : place], *rows[place + 1 : place + 1 + NEAR])
    return any(
        abs(own.left - other.left) < em
        for row in around
        for own in rows[place].segments[1:]
        for other in row.segments[1:]
    )


def edges_of(pages: Sequence[Sequence[Row]], em: float) -> list[Edges]:
    """Of each column of each page, for odd and even ones may be shifted."""
    found = [edges_on(rows, em) for rows in pages]
    for column in (0, 1, 2):
        own = [edges[column] for edges in found if column in edges]
        width = max((right - left for left, right in own), default=0.0)
        farthest = max((right for _, right in own), default=0.0)
        for edges in (edges for edges in found if column in edges):
            left, right = edges[column]
            edges[column] = left, max(right, min(left + width, farthest))
    return found


def edges_on(rows: Sequence[Row], em: float) -> Edges:
    columns = {row.column for row in rows}
    return {one: edge_of([row for row in rows if row.column == one], em) for one in columns}


def edge_of(rows: Sequence[Row], em: float) -> tuple[float, float]:
    lefts = [round(2 * row.left / em) for row in rows]
    rights = [round(2 * row.right / em) for row in rows]
    least = min(LEAST, len(rows))
    left = min((one for one in lefts if near(lefts, one) >= least), default=min(lefts))
    right = max((one for one in rights if near(rights, one) >= least), default=max(rights))
    return left * em / 2, right * em / 2


def near(places: Sequence[int], place: int) -> int:
    return sum(abs(one - place) <= 1 for one in places)
