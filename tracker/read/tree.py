"""The tree of a report while it grows: where a section hangs, what part its sentences are of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.lazy import regex
from tracker.model import Numeral, Part, Passage, Quantity, Sentence, Style
from tracker.read.blocks import Block
from tracker.read.drafts import Draft
from tracker.read.leads import is_glossary
from tracker.read.ordinals import Mark
from tracker.read.parts import PartReader, is_annex
from tracker.read.passages import sentences_of
from tracker.read.rows import Page, Row
from tracker.read.titles import title_of

Numbers = Callable[[str], tuple[tuple[Numeral, ...], tuple[Quantity, ...]]]
RUN_IN = (Style.LEAD, Style.DASH, Style.TERM)
# 坚持城乡统筹：新建公路30公里，改造危桥9座。
HEADED_SENTENCE = regex(r"：.*。$", re.DOTALL)
INTRODUCTION = 1500  # characters below a heading that tell what it is about


class Opening(Struct, frozen=True):
    """How a section opens; `below` are the blocks from its heading on, if it has one of its own."""

    words: Row
    rank: float
    style: Style
    ordinal: str = ""
    title: str = ""
    below: Sequence[Block] = ()


class Tree:
    def __init__(self, page: Page, parts: PartReader, numbers: Numbers) -> None:
        self.page = page
        self.parts = parts
        self.numbers = numbers
        self.top = Draft(Style.HEADING, -1.0)
        self.path = [self.top]
        self.depth = 99  # the next section hangs at most this deep
        self.glossary = False
        self.pledged = False  # in an annex that lists what is promised
        self.once: Part | None = None  # the part of this paragraph only
        self.written = 0
        self.furniture: list[Sentence] = []

    @property
    def part(self) -> Part:
        return self.path[-1].now

    def start(self, opening: Opening) -> None:
        words, style = opening.words, opening.style
        is_line = style is Style.HEADING and not HEADED_SENTENCE.search(words.text)
        title = opening.title or title_of(words.text, is_line)
        self.path = [node for node in self.path[: self.depth + 1] if node.rank < opening.rank]
        self.depth = 99
        part = self.part_of(title, opening)
        if self.opens_annex(title, opening, part):
            self.pledged = part is Part.ANNEX and self.parts.is_pledged(title)
        heading = replace(self.sentence(words.passage), part=part, pledged=self.pledged)
        draft = Draft(style, opening.rank, opening.ordinal, title, False, heading, part, part)
        self.path[-1].children.append(draft)
        self.path.append(draft)
        self.glossary = self.glossary or is_glossary(title)

    def opens_annex(self, title: str, opening: Opening, part: Part) -> bool:
        """Whether an annex begins here, or what is none; an item of an annex is neither."""
        inside = self.part is Part.ANNEX and len(self.path) > 1
        return not inside or opening.ordinal.startswith("附") or is_annex(title)

    def part_of(self, title: str, opening: Opening) -> Part:
        if self.part is Part.ANNEX or opening.ordinal.startswith(("附", "[", "［")):
            return Part.ANNEX
        if is_annex(title):
            return Part.ANNEX
        if not opening.below:
            return self.part
        if len(self.path) > 1:
            return self.parts.of_sub(title) or self.part
        if found := self.parts.of_top(title):
            return found
        before = self.top.children[-1].now if self.top.children else Part.OPENING
        if before in (Part.ANNEX, Part.PLAN):
            return before
        return self.parts.by_content(introduction(opening.below))

    def turn(self, text: str) -> None:
        """Changes the part from this paragraph on, where its words say so."""
        part, lasts = self.parts.of_paragraph(text, self.part)
        self.once = None if lasts else part
        if lasts and part is not self.part:
            for draft in self.path:
                draft.now = part

    def below_numbered(self) -> float:
        """The rank right below the heading that is open, run-in ones left out."""
        open_ones = [
            node for node in self.path[: self.depth + 1] if node.style not in (*RUN_IN, Style.POINT)
        ]
        return (open_ones[-1].rank if len(open_ones) > 1 else Mark.HAN) + 0.3

    def close(self, whole_chapter: bool) -> None:
        """Ends what a plain paragraph is not part of: sections that are one paragraph each."""
        depth = len(self.path) - 1
        while depth > 1 and is_one_paragraph(self.path[depth], self.path[depth - 1]):
            depth -= 1
        self.depth = 1 if whole_chapter else min(self.depth, depth)

    def write(self, row: Row) -> None:
        if row.text.strip():
            self.add(*sentences_of(row.passage))

    def add(self, *passages: Passage) -> None:
        """One paragraph of the section that is open."""
        self.path[-1].paragraphs.append(tuple(self.sentence(passage) for passage in passages))

    def sentence(self, passage: Passage) -> Sentence:
        self.written += 1
        return self.made(passage, f"s{self.written}", self.once or self.part)

    def set_aside(self, passage: Passage) -> None:
        self.furniture.append(self.made(passage, "f", Part.CHROME))

    def made(self, passage: Passage, name: str, part: Part) -> Sentence:
        line = self.page.line_of(passage.pieces[0].start)
        return Sentence(name, passage, line, *self.numbers(passage.text), part, self.pledged)


def introduction(blocks: Sequence[Block]) -> str:
    words, read = [], 0
    for block in blocks:
        words.append(block.text[:INTRODUCTION])
        read += len(words[-1])
        if read > INTRODUCTION:
            break
    return "".join(words)


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
