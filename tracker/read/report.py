"""A printed report → its tree of sections and sentences, every repair noted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracker.errors import Problem, Where
from tracker.model import (
    Fact,
    Misprint,
    Passage,
    Repair,
    RepairNote,
    Report,
    Section,
    Sentence,
    Style,
)
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.lines import NUMBERED, Line, LineKind, classify
from tracker.read.nodes import read_mapping
from tracker.read.numerals import find_numerals
from tracker.read.passages import is_broken, lead_length, passage_of, sentences_of
from tracker.read.quantities import find_quantities
from tracker.read.sources import read_source

FENCE = re.compile(r"---[ \t]*\r?\n(?P<front>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
KEYS = (
    "title", "body", "year", "newspaper", "date", "page", "sha256", "closing", "inferred",
    "misprints",
)  # fmt: skip
CHINESE_DIGITS = "一二三四五六七八九十"
DECORATION = re.compile(r"^(?:[◆●■]|——|――|──|—|--|－－)?(?P<title>.*?)(?:——|。)?$", re.DOTALL)
FURNITURE = {
    LineKind.MASTHEAD: Repair.MASTHEAD,
    LineKind.JUMP: Repair.JUMP,
    LineKind.ORDINAL: Repair.ORDINAL,
}


def split_front(text: str) -> tuple[str, str, int]:
    """Front matter, the rest, and the line on which the rest begins."""
    match = FENCE.match(text)
    if not match:
        return "", text, 1
    return match["front"], text[match.end() :], text.count("\n", 0, match.end()) + 1


def read_report(path: Path, shown: str, problems: list[Problem]) -> Report | None:
    text = read_text(path, shown, problems)
    if text is None:
        return None
    front, page, first_line = split_front(text)
    if not front:
        problems.append(Problem(Where(shown, 1), "no-front-matter"))
        return None
    node = read_mapping(front, shown, 2, problems)
    if node is None:
        return None
    if not page.strip():
        problems.append(Problem(Where(shown, first_line), "empty-report"))
        return None
    return report_of(Fields(node, KEYS, problems), page, first_line, shown)


def report_of(fields: Fields, page: str, first_line: int, shown: str) -> Report:
    sha256 = hashlib.sha256(page.encode()).hexdigest()
    if (expected := fields.text("sha256")) and expected != sha256:
        fields.wrong("sha256", "page-changed", expected=expected, found=sha256)
    builder = Builder(page)
    for line in classify(page):
        builder.add(line)
    builder.finish()
    infer_ordinals(builder.top, builder.repairs)
    closing = fields.text("closing")
    if closing and not move_to_end(builder.top, closing, builder.repairs):
        fields.wrong("closing", "no-such-section", found=closing)
    year = fields.text("year", required=True)
    if year and not re.fullmatch(r"\d{4}", year):
        fields.wrong("year", "not-a-year", found=year)
    return Report(
        id=Path(shown).stem,
        where=fields.where,
        title=fields.text("title", required=True),
        body=fields.text("body", required=True),
        year=int(year) if re.fullmatch(r"\d{4}", year) else 0,
        newspaper=fields.text("newspaper"),
        published=fields.date("date"),
        page=fields.text("page"),
        inferred=tuple(
            Fact(
                item.text("about", required=True),
                item.text("note", required=True),
                item.text("field"),
            )
            for item in fields.records("inferred", ("about", "note", "field"))
        ),
        misprints=tuple(misprints_of(fields, builder)),
        printed=page,
        first_line=first_line,
        sha256=sha256,
        heading=builder.heading,
        preamble=tuple(builder.top.paragraphs),
        parts=tuple(freeze(node) for node in builder.top.children),
        furniture=tuple(builder.furniture),
        repairs=tuple(sorted(builder.repairs, key=lambda note: note.line)),
    )


def misprints_of(fields: Fields, builder: Builder) -> Iterator[Misprint]:
    text = "\n".join(sentence.text for sentence in builder.sentences)
    for item in fields.records("misprints", ("printed", "reading", "note", "source")):
        printed = item.text("printed", required=True)
        if printed and printed not in text:
            item.wrong("printed", "misprint-not-found", found=printed)
        yield Misprint(
            printed, item.text("reading"), item.text("note", required=True),
            read_source(item, {}), item.where,
        )  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A section while its paragraphs are still being collected."""

    style: Style
    level: int
    ordinal: str = ""
    inferred: bool = False
    moved: bool = False
    heading: Sentence | None = None
    paragraphs: list[tuple[Sentence, ...]] = field(default_factory=list)
    children: list[Draft] = field(default_factory=list)


class Builder:
    """Takes the page line by line, in printed order, and grows the tree of sections."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.top = Draft(Style.HEADING, 0)
        self.path = [self.top]
        self.heading: Sentence | None = None
        self.sentences: list[Sentence] = []
        self.furniture: list[Sentence] = []
        self.repairs: list[RepairNote] = []
        self.ordinal: Line | None = None
        self.broken: list[Line] = []  # lines of a paragraph that has not come to its end

    def add(self, line: Line) -> None:
        words = self.words(line)
        if self.broken:
            if line.kind is LineKind.TEXT:
                self.note(Repair.JOINED, line, f"{self.words(self.broken[-1])[-4:]}|{words[:4]}")
                self.paragraph([*self.broken, line])
                return
            if line.kind not in (LineKind.MASTHEAD, LineKind.JUMP):
                self.flush()
        if line.kind in FURNITURE:
            self.set_aside(line)
        elif line.kind is LineKind.HEADING or line.level:
            self.open_heading(line)
        elif line.kind is LineKind.TEXT or line.kind in (LineKind.DASH, LineKind.DIAMOND):
            self.paragraph([line])

    def finish(self) -> None:
        self.flush()

    def flush(self) -> None:
        if self.broken:
            lines, self.broken = self.broken, []
            self.write(lines)

    def paragraph(self, lines: list[Line]) -> None:
        self.broken = []
        if is_broken(self.words(lines[-1])):
            self.broken = lines
        else:
            self.write(lines)

    def set_aside(self, line: Line) -> None:
        sentence = self.sentence(self.passage([line]), line, f"f{len(self.furniture) + 1}")
        self.furniture.append(sentence)
        self.note(FURNITURE[line.kind], line, sentence.text)
        if line.kind is LineKind.ORDINAL:
            self.ordinal = line

    def open_heading(self, line: Line) -> None:
        ordinal, line = self.take_ordinal(line)
        style = Style.DIAMOND if line.kind is LineKind.DIAMOND else Style.HEADING
        sentence = self.next_sentence(self.passage([line]), line)
        if line.level == 1 and self.heading is None and not self.top.children:
            self.heading = sentence
        else:
            self.open(Draft(style, max(line.level, 2), ordinal, heading=sentence))

    def take_ordinal(self, line: Line) -> tuple[str, Line]:
        """The heading's ordinal, from the line before or from its own beginning."""
        if self.ordinal:
            ordinal, self.ordinal = self.words(self.ordinal), None
            return ordinal, line
        match = NUMBERED.match(self.words(line))
        if not match:
            return "", line
        own = replace(line, end=line.start + match.end("ordinal"))
        self.furniture.append(
            self.sentence(self.passage([own]), own, f"f{len(self.furniture) + 1}")
        )
        return match["ordinal"], replace(line, start=line.start + match.start("title"))

    def write(self, lines: list[Line]) -> None:
        passage, line = self.passage(lines), lines[0]
        head = 0
        if line.kind in (LineKind.DASH, LineKind.DIAMOND):
            head = len(next(sentences_of(passage)).text)
            style = Style.DASH if line.kind is LineKind.DASH else Style.DIAMOND
        elif head := lead_length(passage.text):
            style = Style.LEAD
        if head:
            heading = self.next_sentence(passage.slice(0, head), line)
            self.open(Draft(style, self.level_below_heading(style), heading=heading))
        rest = passage.slice(head, len(passage.text))
        written = tuple(self.next_sentence(part, line) for part in sentences_of(rest))
        if written:
            self.path[-1].paragraphs.append(written)

    def level_below_heading(self, style: Style) -> int:
        """A lead sentence stands right under the last heading, —— and ◆ items below a lead."""
        levels = [
            draft.level for draft in self.path if draft.style is Style.HEADING or not draft.level
        ]
        base = levels[-1]
        if self.path[-1].style is Style.DIAMOND and style is Style.LEAD:
            return self.path[-1].level + 1
        return base + (1 if style is Style.LEAD else 2)

    def open(self, draft: Draft) -> None:
        self.path = [node for node in self.path if node.level < draft.level]
        self.path[-1].children.append(draft)
        self.path.append(draft)

    def next_sentence(self, passage: Passage, line: Line) -> Sentence:
        sentence = self.sentence(passage, line, f"s{len(self.sentences) + 1}")
        self.sentences.append(sentence)
        return sentence

    def sentence(self, passage: Passage, line: Line, name: str) -> Sentence:
        start = passage.pieces[0].start
        number = self.page.count("\n", line.start, start) + line.number
        text = passage.text
        return Sentence(name, passage, number, find_numerals(text), find_quantities(text))

    def passage(self, lines: list[Line]) -> Passage:
        return passage_of(self.page, ((line.start, line.end) for line in lines))

    def words(self, line: Line) -> str:
        return self.page[line.start : line.end]

    def note(self, kind: Repair, line: Line, text: str) -> None:
        self.repairs.append(RepairNote(kind, line.number, text))


def infer_ordinals(draft: Draft, repairs: list[RepairNote]) -> None:
    """A heading without an ordinal right before （二）, and not itself after one, is （一）."""
    before: Draft | None = None
    for child in draft.children:
        number = ordinal_number(child.ordinal)
        if before and number == 2 and not before.ordinal and before.level == child.level:
            before.ordinal = child.ordinal.replace("二", "一")
            before.inferred = True
            if before.heading:
                repairs.append(RepairNote(Repair.INFERRED, before.heading.line, before.ordinal))
        before = child
        infer_ordinals(child, repairs)


def ordinal_number(ordinal: str) -> int:
    bare = ordinal.strip("（()）、")
    return CHINESE_DIGITS.index(bare) + 1 if len(bare) == 1 and bare in CHINESE_DIGITS else 0


def move_to_end(draft: Draft, title: str, repairs: list[RepairNote]) -> bool:
    """Shows the section of this title after its siblings; False where there is none."""
    for child in draft.children:
        if child.heading and title_of(child.heading.text) == title:
            draft.children.remove(child)
            draft.children.append(child)
            child.moved = True
            repairs.append(RepairNote(Repair.MOVED, child.heading.line, title))
            return True
        if move_to_end(child, title, repairs):
            return True
    return False


def freeze(draft: Draft) -> Section:
    assert draft.heading
    return Section(
        draft.style, draft.level, draft.ordinal, draft.inferred, draft.heading,
        title_of(draft.heading.text), tuple(draft.paragraphs),
        tuple(freeze(child) for child in draft.children), draft.moved,
    )  # fmt: skip


def title_of(heading: str) -> str:
    match = DECORATION.match(heading)
    return match["title"] if match else heading
