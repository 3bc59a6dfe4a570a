"""Any report → its tree of sections and sentences, every character where it was printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tracker.model import (
    Numeral,
    Part,
    Passage,
    Quantity,
    Repair,
    RepairNote,
    Section,
    Sentence,
    Style,
)
from tracker.read.blocks import blocks_of
from tracker.read.body import Body
from tracker.read.chrome import BYLINE
from tracker.read.drafts import Draft, freeze, infer_ordinals
from tracker.read.leads import (
    is_glossary,
    is_lead_line,
    is_title_line,
    lead_end,
    wraps_up,
)
from tracker.read.levels import Ranks
from tracker.read.ordinals import Mark
from tracker.read.parts import PartReader, is_annex, year_of
from tracker.read.passages import sentences_of
from tracker.read.points import Chains, Point
from tracker.read.rows import Page, Row
from tracker.read.titles import heading_end, is_table, term_end, title_of

Numbers = Callable[[str], tuple[tuple[Numeral, ...], tuple[Quantity, ...]]]
STYLES = {
    Mark.DIAMOND: Style.DIAMOND, Mark.DASH: Style.DASH, Mark.LEAD: Style.LEAD,
    Mark.TERM: Style.TERM, Mark.ROW: Style.TABLE,
}  # fmt: skip
RUN_IN = (Style.LEAD, Style.DASH, Style.TERM)
INTRODUCTION = 1500  # characters below a heading that tell what it is about


def no_numbers(text: str) -> tuple[tuple[Numeral, ...], tuple[Quantity, ...]]:
    return (), ()


@dataclass(frozen=True, slots=True)
class Structure:
    year: int  # whose plan it sets out, 0 where the text does not tell
    heading: Sentence | None
    preamble: tuple[tuple[Sentence, ...], ...]  # paragraphs before the first section
    parts: tuple[Section, ...]
    furniture: tuple[Sentence, ...]
    repairs: tuple[RepairNote, ...]

    @property
    def sections(self) -> Iterator[Section]:
        for part in self.parts:
            yield from part.walk()

    @property
    def sentences(self) -> Iterator[Sentence]:
        """In reading order; furniture left out."""
        if self.heading:
            yield self.heading
        for paragraph in self.preamble:
            yield from paragraph
        for part in self.parts:
            yield from part.sentences


def read_structure(
    text: str, year: int = 0, numbers: Numbers = no_numbers, points: bool = True
) -> Structure:
    """The tree of a report; `points` makes sections of 一是…二是 as well."""
    builder = Builder(text, year, numbers, points)
    builder.build()
    return Structure(
        builder.year, builder.heading, tuple(builder.top.paragraphs),
        tuple(freeze(draft, 1) for draft in builder.top.children),
        tuple(builder.furniture), tuple(sorted(builder.repairs, key=lambda note: note.line)),
    )  # fmt: skip


class Builder:
    """Takes the page block by block, in printed order, and grows the tree of sections."""

    def __init__(self, text: str, year: int, numbers: Numbers, points: bool) -> None:
        self.page = Page(text)
        self.year = year or year_of(text)
        self.numbers = numbers
        self.points = points
        self.parts = PartReader(self.year)
        self.top = Draft(Style.HEADING, -1.0)
        self.path = [self.top]
        self.heading: Sentence | None = None
        self.written = 0
        self.furniture: list[Sentence] = []
        self.repairs: list[RepairNote] = []
        self.glossary = False
        self.once: Part | None = None  # the part of this paragraph only
        self.below = 99  # the next section stands at most at this depth below the top

    def build(self) -> None:
        body = Body(self.page)
        self.repairs = body.repairs
        if body.title:
            self.heading = self.next_sentence(body.title.passage)
        for row in body.bylines:
            self.top.paragraphs.append((self.next_sentence(row.passage),))
        self.blocks = list(blocks_of(body.rows))
        self.find_headings()
        for place in range(len(self.blocks)):
            self.add(place)
        for passage in body.furniture:
            self.set_aside(passage)
        self.furniture.sort(key=lambda sentence: sentence.passage.pieces[0].start)
        self.furniture = [
            replace(sentence, id=f"f{place}") for place, sentence in enumerate(self.furniture, 1)
        ]
        infer_ordinals(self.top, self.repairs)

    # --- headings without marks ---------------------------------------------------------------

    def find_headings(self) -> None:
        blocks = self.blocks
        self.titles: set[int] = set()
        in_annex = False
        for place, block in enumerate(blocks):
            in_annex = in_annex or block.mark is Mark.ANNEX or is_glossary(block.text)
            if not block.level and (
                is_glossary(block.text) or is_title_line(blocks, place, in_annex)
            ):
                self.titles.add(place)
        lead_lines = {p for p in range(len(blocks)) if is_lead_line(blocks, p)}
        self.lead_lines = lead_lines if len(lead_lines) > 1 else set()
        self.ranks = Ranks(blocks, self.titles)
        self.chains = Chains([block.text for block in blocks] if self.points else [])

    # --- blocks -------------------------------------------------------------------------------

    def add(self, place: int) -> None:
        block = self.blocks[place]
        for start, words in block.joints:
            self.repairs.append(RepairNote(Repair.JOINED, self.page.line_of(start), words))
        if block.ordinal_row:
            self.note(Repair.ORDINAL, block.ordinal_row, block.ordinal_row.text)
            self.set_aside(block.ordinal_row.passage)
        if block.level == 1 and self.heading is None and not self.top.children:
            self.heading = self.next_sentence(block.row.passage)
        elif BYLINE.match(block.text) and self.written < 6:
            self.top.paragraphs.append((self.next_sentence(block.row.passage),))
        elif block.level or block.ordinal or place in self.titles or block.mark is not None:
            self.open_marked(place)
        elif is_table(block.text) and self.in_table(place):
            self.add_table_row(block.row)
        elif self.glossary and (end := term_end(block.text)):
            self.open(block.row, end, Mark.TERM)
        else:
            self.add_text(place)

    def open_marked(self, place: int) -> None:
        block = self.blocks[place]
        row = block.row
        points = [] if self.path[-1].now is Part.ANNEX else self.chains.of(place)
        if points and points[0].start == 0 and points[0].mark in (
            Mark.IN_BRACKET, Mark.IN_CIRCLE
        ):  # fmt: skip
            points = points[1:]
        mark = Mark.PLAIN if block.mark is None else block.mark
        cut = 0 if mark in (Mark.DASH, Mark.DIAMOND) else block.title_at
        if cut and not block.ordinal_row:
            self.set_aside(row.cut(0, cut).passage)
        ordinal = block.ordinal.text.strip() if block.ordinal else ""
        words = row.cut(cut, len(row.text))
        if not words.text:
            words, ordinal = row.cut(0, cut), ordinal
            self.furniture.pop()
        limit = next((p.start - cut for p in points if p.start > cut), len(words.text))
        own_line = bool(block.level or place in self.titles or mark is Mark.ANNEX)
        annex = self.path[-1].now is Part.ANNEX
        end = len(words.text) if own_line else min(heading_end(words.text, annex), limit)
        rank = self.ranks.of(place)
        style = STYLES.get(mark) or (
            Style.HEADING if end == len(words.text) and len(words.text) <= 80 else Style.NUMBERED
        )
        self.start(words, end, rank, style, ordinal, place)
        self.write_rest(words, end, [shifted(p, cut) for p in points if p.start >= cut + end])

    def add_text(self, place: int) -> None:
        row, text = self.blocks[place].row, self.blocks[place].text
        points = [] if self.path[-1].now is Part.ANNEX else self.chains.of(place)
        self.turn(text)
        if points and points[0].start == 0:
            self.write_rest(row, 0, points)
            return
        around = [
            self.blocks[near].text
            for near in (place - 1, place + 1)
            if 0 <= near < len(self.blocks) and self.blocks[near].mark is None
        ]
        end = len(text) if place in self.lead_lines else lead_end(text, around)
        if end:
            self.open(row, end, Mark.LEAD)
        else:
            self.below = 1 if wraps_up(text) else min(self.below, self.depth_of_paragraph())
        self.write_rest(row, end, [p for p in points if p.start >= end])

    def write_rest(self, row: Row, start: int, points: list[Point]) -> None:
        """What stands after a heading, each of its points a section of its own."""
        ends = [*(point.start for point in points), len(row.text)]
        self.write(row.cut(start, ends[0]))
        for point, end in zip(points, ends[1:], strict=True):
            words = row.cut(point.start, end)
            first = heading_end(words.text, False)
            title = title_of(words.text[point.title_at - point.start : first])
            self.start(words, first, float(point.mark), Style.POINT, point.ordinal, None, title)
            self.write(words.cut(first, len(words.text)))

    def write(self, row: Row) -> None:
        if not row.text.strip():
            return
        passage = row.passage
        sentences = tuple(self.next_sentence(part) for part in sentences_of(passage))
        self.path[-1].paragraphs.append(sentences)

    # --- tables -------------------------------------------------------------------------------

    def in_table(self, place: int) -> bool:
        around = self.blocks[max(place - 1, 0) : place + 2]
        return sum(is_table(block.text) for block in around) > 1

    def add_table_row(self, row: Row) -> None:
        cells, at = [], 0
        for words in row.text.split("\t"):
            if words.strip():
                cells.append(row.cut(at, at + len(words)))
            at += len(words) + 1
        if len(cells) > 1 and cells[0].text.strip(".、").isdecimal():
            self.set_aside(cells[0].passage)
            heading, *rest = cells[1:]
            self.start(
                heading, len(heading.text), float(Mark.ROW), Style.TABLE, cells[0].text, None
            )
            cells = rest
        if cells:
            sentences = tuple(self.next_sentence(cell.passage) for cell in cells)
            self.path[-1].paragraphs.append(sentences)

    # --- sections -----------------------------------------------------------------------------

    def open(self, row: Row, end: int, mark: Mark) -> None:
        self.start(row, end, float(mark), STYLES[mark], "", None)
        if mark is Mark.TERM:
            self.write(row.cut(end, len(row.text)))

    def start(
        self, row: Row, end: int, rank: float, style: Style, ordinal: str,
        place: int | None, title: str = "",
    ) -> None:  # fmt: skip
        words = row.cut(0, end)
        own_line = style is Style.HEADING and words.text[-1] != "。"
        title = title or title_of(words.text, own_line)
        self.path = [node for node in self.path[: self.below + 1] if node.rank < rank]
        self.below = 99
        part = self.part_of(title, ordinal, place)
        heading = replace(self.next_sentence(words.passage), part=part)
        draft = Draft(style, rank, ordinal, title, heading=heading, part=part, now=part)
        self.path[-1].children.append(draft)
        self.path.append(draft)
        if is_glossary(title):
            self.glossary = True

    def part_of(self, title: str, ordinal: str, place: int | None) -> Part:
        above = self.path[-1].now
        if above is Part.ANNEX or ordinal.startswith(("附", "[", "［")) or is_annex(title):
            return Part.ANNEX
        if place is None:
            return above
        if len(self.path) > 1:
            return self.parts.of_sub(title) or above
        if found := self.parts.of_top(title):
            return found
        before = self.top.children[-1].now if self.top.children else Part.OPENING
        if before is Part.ANNEX:
            return Part.ANNEX
        if before is Part.PLAN:
            return Part.PLAN
        return self.parts.by_content(self.introduction(place))

    def depth_of_paragraph(self) -> int:
        """What a plain paragraph belongs to: sections that are one paragraph each are over."""
        depth = len(self.path) - 1
        while depth > 1 and is_one_paragraph(self.path[depth], self.path[depth - 1]):
            depth -= 1
        return depth

    def introduction(self, place: int) -> str:
        words, read = [], 0
        for block in self.blocks[place : place + 40]:
            words.append(block.text[:INTRODUCTION])
            read += len(words[-1])
            if read > INTRODUCTION:
                break
        return "".join(words)

    def turn(self, text: str) -> None:
        """Changes the part from this paragraph on, where its words say so."""
        now = self.path[-1].now
        part, lasts = self.parts.of_paragraph(text, now)
        self.once = None if lasts else part
        if part is not now and lasts:
            for draft in self.path:
                draft.now = part

    # --- sentences ----------------------------------------------------------------------------

    def next_sentence(self, passage: Passage) -> Sentence:
        self.written += 1
        part = self.once or self.path[-1].now
        return self.sentence(passage, f"s{self.written}", part)

    def set_aside(self, passage: Passage) -> None:
        self.furniture.append(self.sentence(passage, "f", Part.CHROME))

    def sentence(self, passage: Passage, name: str, part: Part) -> Sentence:
        line = self.page.line_of(passage.pieces[0].start)
        return Sentence(name, passage, line, *self.numbers(passage.text), part)

    def note(self, kind: Repair, row: Row, text: str) -> None:
        self.repairs.append(RepairNote(kind, self.page.line_of(row.start), text))


def is_one_paragraph(draft: Draft, above: Draft) -> bool:
    """Whether a section that opens its paragraph is no longer than that, as its likes are."""
    if draft.style is Style.POINT or draft.style in RUN_IN:
        return True
    alike = [one for one in above.children[-4:] if one.rank == draft.rank]
    return (
        draft.style is Style.NUMBERED
        and len(alike) > 2
        and all(len(one.paragraphs) == 1 and not one.children for one in alike)
    )


def shifted(point: Point, by: int) -> Point:
    return replace(point, start=point.start - by, title_at=point.title_at - by)
