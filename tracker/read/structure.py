"""Any report → its tree of sections and sentences, every character where it was printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import (
    Numeral,
    Part,
    Quantity,
    Repair,
    RepairNote,
    Section,
    Sentence,
    Style,
    reading_order,
)
from tracker.read.blocks import Block, blocks_of
from tracker.read.body import Body
from tracker.read.chrome import BYLINE, TITLE
from tracker.read.drafts import freeze, infer_ordinals
from tracker.read.headings import Headings
from tracker.read.leads import wraps_up
from tracker.read.ordinals import Mark, is_note
from tracker.read.parts import PartReader, year_of
from tracker.read.points import Point, is_line
from tracker.read.rows import Page, Row
from tracker.read.titles import heading_end, is_table, term_end, title_of
from tracker.read.tree import Numbers, Opening, Tree

STYLES = {
    Mark.DIAMOND: Style.DIAMOND, Mark.DASH: Style.DASH, Mark.LEAD: Style.LEAD,
    Mark.TERM: Style.TERM, Mark.ROW: Style.TABLE,
}  # fmt: skip
# （1）修路；（2）种树: the first opens the row, the others stand in it
ALIKE = {Mark.ARABIC_BRACKET: Mark.IN_BRACKET, Mark.CIRCLED: Mark.IN_CIRCLE}
EARLY = 6  # sentences before which date and speaker are named
BELOW = 40  # blocks that may tell what a heading is about
LONG_HEADING = 80


def no_numbers(text: str) -> tuple[tuple[Numeral, ...], tuple[Quantity, ...]]:
    return (), ()


class Structure(Struct, frozen=True):
    year: int  # whose plan it sets out, 0 where the text does not tell
    heading: Sentence | None
    preamble: tuple[tuple[Sentence, ...], ...]  # paragraphs before the first section
    parts: tuple[Section, ...]
    furniture: tuple[Sentence, ...]
    repairs: tuple[RepairNote, ...]

    @property
    def sections(self) -> Iterator[Section]:
        return (section for part in self.parts for section in part.walk())

    @property
    def sentences(self) -> Iterator[Sentence]:
        """In reading order; furniture left out."""
        return reading_order(self.heading, self.preamble, self.parts)


def read_structure(
    text: str, year: int = 0, numbers: Numbers = no_numbers, points: bool = True
) -> Structure:
    """The tree of a report; `points` makes sections of 一是…二是 as well."""
    return Builder(text, year, numbers, points).structure()


class Builder:
    """Takes the page block by block, in printed order, and grows the tree of sections."""

    def __init__(self, text: str, year: int, numbers: Numbers, points: bool) -> None:
        self.page = Page(text)
        body = Body(self.page)
        self.year = year or year_of(text)
        self.repairs = body.repairs
        self.blocks = list(blocks_of(body.rows))
        self.headings = Headings(self.blocks, points)
        self.line_ranks: dict[Mark, float] = {}  # of points that are headings: 第一，…
        self.tree = Tree(self.page, PartReader(self.year), numbers)
        self.heading = self.tree.sentence(body.title.passage) if body.title else None
        for row in body.bylines:
            self.tree.add(row.passage)
        for place in range(len(self.blocks)):
            self.add(place)
        for passage in body.furniture:
            self.tree.set_aside(passage)
        infer_ordinals(self.tree.top, self.repairs)

    def structure(self) -> Structure:
        top = self.tree.top
        furniture = sorted(self.tree.furniture, key=lambda one: one.passage.pieces[0].start)
        return Structure(
            self.year, self.heading, tuple(top.paragraphs),
            tuple(freeze(draft, 1) for draft in top.children),
            tuple(replace(one, id=f"f{place}") for place, one in enumerate(furniture, 1)),
            tuple(sorted(self.repairs, key=lambda note: note.line)),
        )  # fmt: skip

    def add(self, place: int) -> None:
        block, tree = self.blocks[place], self.tree
        tree.once = None
        self.note_repairs(block)
        if self.is_report_title(block):
            self.heading = tree.sentence(block.row.passage)
        elif BYLINE.match(block.text) and tree.written < EARLY and len(tree.path) == 1:
            tree.add(block.row.passage)
        elif self.headings.is_marked(place):
            self.open_marked(place)
        elif self.in_table(place):
            self.add_table_row(block.row)
        elif tree.glossary and (end := term_end(block.text)):
            self.open(block.row, end, Mark.TERM)
            tree.write(block.row.cut(end, len(block.text)))
        else:
            self.add_text(place)

    def is_report_title(self, block: Block) -> bool:
        if self.heading or self.tree.top.children:
            return False
        return block.level == 1 or (not self.tree.written and bool(TITLE.match(block.text)))

    def note_repairs(self, block: Block) -> None:
        for start, words in block.joints:
            self.repairs.append(RepairNote(Repair.JOINED, self.page.line_of(start), words))
        if row := block.ordinal_row:
            line = self.page.line_of(row.start)
            self.repairs.append(RepairNote(Repair.ORDINAL, line, row.text))
            self.tree.set_aside(row.passage)

    def open_marked(self, place: int) -> None:
        block = self.blocks[place]
        row, mark = block.row, Mark.PLAIN if block.mark is None else block.mark
        points = self.points_of(place) if mark is Mark.PLAIN and not block.level else []
        if points and points[0].start == 0 and self.is_heading_point(place, points[0]):
            self.open_point_line(place, points[0])
            return
        at = 0 if mark in (Mark.DASH, Mark.DIAMOND) else block.title_at
        at = at if at < len(row.text) else 0  # an ordinal and nothing else is its own title
        if at and not block.ordinal_row:
            self.tree.set_aside(row.cut(0, at).passage)
        words = row.cut(at, len(row.text))
        points = [shifted(point, at) for point in self.points_of(place) if point.start > at]
        end = len(words.text)
        if not self.headings.is_own_line(place):
            is_noted = block.ordinal is not None and is_note(block.ordinal)
            first = heading_end(words.text, is_noted or self.tree.part is Part.ANNEX)
            end = min(first, points[0].start if points else end)
        whole = end == len(words.text) and end <= LONG_HEADING
        style = STYLES.get(mark) or (Style.HEADING if whole else Style.NUMBERED)
        ordinal = block.ordinal.text.strip() if block.ordinal else ""
        rank = self.headings.ranks.of(place)
        below = self.blocks[place : place + BELOW]
        self.tree.start(Opening(words.cut(0, end), rank, style, ordinal, below=below))
        alike = ALIKE.get(mark)
        goes_on = block.ordinal and points and points[0].number == block.ordinal.number + 1
        self.write(words, end, points, {alike: rank} if alike and goes_on else {})

    def add_text(self, place: int) -> None:
        row, text = self.blocks[place].row, self.blocks[place].text
        points = self.points_of(place)
        self.tree.turn(text)
        if points and self.is_heading_point(place, points[0]):
            self.open_point_line(place, points[0])
            return
        end = 0
        if not points or points[0].start > 0:
            end = self.headings.lead_end(place)
            if end:
                self.open(row, end, Mark.LEAD)
            else:
                self.tree.close(wraps_up(text))
        self.write(row, end, [point for point in points if point.start >= end])

    def is_heading_point(self, place: int, point: Point) -> bool:
        if point.number == 1 and not point.start:
            self.line_ranks.pop(point.mark, None)
            if self.headings.is_point_line(place):
                self.line_ranks[point.mark] = self.tree.below_numbered()
        return (
            point.start == 0 and point.mark in self.line_ranks and is_line(self.blocks[place].text)
        )

    def open_point_line(self, place: int, point: Point) -> None:
        row, rank = self.blocks[place].row, self.line_ranks[point.mark]
        title = title_of(row.text[point.title_at :], True)
        below = self.blocks[place : place + BELOW]
        self.tree.start(Opening(row, rank, Style.HEADING, point.ordinal, title, below))

    def points_of(self, place: int) -> list[Point]:
        return [] if self.tree.part is Part.ANNEX else self.headings.points_of(place)

    def write(
        self,
        row: Row,
        start: int,
        points: list[Point],
        ranks: Mapping[Mark, float] = MappingProxyType({}),
    ) -> None:
        """What stands after a heading, each of its points a section of its own."""
        ends = [*(point.start for point in points), len(row.text)]
        self.tree.write(row.cut(start, ends[0]))
        for point, end in zip(points, ends[1:], strict=True):
            words = row.cut(point.start, end)
            first = heading_end(words.text, False)
            title = title_of(words.text[point.title_at - point.start : first])
            opening = words.cut(0, first)
            rank = ranks.get(point.mark, float(point.mark))
            self.tree.start(Opening(opening, rank, Style.POINT, point.ordinal, title))
            self.tree.write(words.cut(first, len(words.text)))

    def open(self, row: Row, end: int, mark: Mark) -> None:
        self.tree.start(Opening(row.cut(0, end), float(mark), STYLES[mark]))

    def in_table(self, place: int) -> bool:
        around = self.blocks[max(place - 1, 0) : place + 2]
        rows = sum(is_table(block.text) for block in around)
        return rows > 1 and is_table(self.blocks[place].text)

    def add_table_row(self, row: Row) -> None:
        cells = list(cells_of(row))
        if len(cells) > 1 and cells[0].text.strip(".、").isdecimal():
            number, title, *cells = cells
            self.tree.set_aside(number.passage)
            self.tree.start(Opening(title, float(Mark.ROW), Style.TABLE, number.text))
        if cells:
            self.tree.add(*(cell.passage for cell in cells))


def cells_of(row: Row) -> Iterator[Row]:
    at = 0
    for words in row.text.split("\t"):
        if words.strip():
            yield row.cut(at, at + len(words))
        at += len(words) + 1


def shifted(point: Point, by: int) -> Point:
    return replace(point, start=point.start - by, title_at=point.title_at - by)
