"""The values that travel from `read` through `assess` to `render`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice

from tracker.errors import Where

# --- text -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """`length` characters that stand at `at` in a passage and at `start` in the printed page."""

    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Repaired text that knows where each of its characters was printed (code points)."""

    text: str
    pieces: tuple[Piece, ...]

    def slice(self, start: int, end: int) -> Passage:
        pieces: list[Piece] = []
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1, 0)
        for piece in islice(self.pieces, first, None):
            if piece.at >= end:
                break
            low, high = max(start, piece.at), min(end, piece.at + piece.length)
            if low < high:
                pieces.append(Piece(low - start, piece.start + low - piece.at, high - low))
        return Passage(self.text[start:end], tuple(pieces))

    @classmethod
    def joined(cls, passages: Iterable[Passage]) -> Passage:
        """One after the other, nothing between them."""
        texts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for passage in passages:
            texts.append(passage.text)
            pieces.extend(Piece(at + p.at, p.start, p.length) for p in passage.pieces)
            at += len(passage.text)
        return cls("".join(texts), tuple(pieces))

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where it stands on the printed page, as (start, end) pairs."""
        return tuple((piece.start, piece.start + piece.length) for piece in self.pieces)


class Bound(StrEnum):
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "~"
    EXACTLY = "="
    RANGE = "range"


class Change(StrEnum):
    GROWTH = "growth"
    DECREASE = "decrease"


class Kind(StrEnum):
    """What a number in a report is, as far as its sentence tells."""

    QUANTITY = "quantity"  # a measured or counted amount
    NAME = "name"  # part of a name or slogan: “415”, 5G, 三期
    ORDINAL = "ordinal"  # 第二轮, 一是, (二)
    DATE = "date"  # 2023年, 4月18日, “十四五”
    QUALIFIER = "qualifier"  # describes what is counted: 65岁以上的, 总投资5亿元的
    BASELINE = "baseline"  # where a change sets out: 由26.1%提高到37.5%
    WORD = "word"  # a word that happens to hold a numeral: 一般, 统一, 零部件


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of Arabic or Chinese numeral characters in a sentence (offsets in its text)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound; offsets in the sentence's text, end exclusive.

    `low` and `high` hold the number with 万 and 亿 multiplied out (28万亩 → 280000, unit 亩) and
    percent as percent; `high` differs from `low` for a range only.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    change: Change | None = None
    stretch: bool = False
    per: str = ""
    kind: Kind = Kind.QUANTITY


class Meaning(StrEnum):
    """What a number of a report is for, as its sentence and its part of the report tell."""

    TARGET = "target"  # a commitment, of the year or of a longer plan
    CONTEXT = "context"  # neither promised nor achieved: 65万人民, 落实30条措施
    QUALIFIER = "qualifier"
    BASELINE = "baseline"
    PAST = "past"  # already achieved
    NAME = "name"
    DATE = "date"
    ORDINAL = "ordinal"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a sentence and what it means; offsets in the sentence's text, end exclusive.

    A goal without a numeral (全覆盖, 清零) is a number too. `low` is None for a name that has no
    value; `due` is None where neither the sentence nor what it carries on from names a day.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound
    change: Change | None
    per: str
    stretch: bool
    deadline: str
    due: date | None
    kind: Meaning


class Part(StrEnum):
    """What a stretch of the report speaks of."""

    OPENING = "opening"  # salutation, title, what stands before the first part
    REVIEW = "review"  # what was done
    PLAN = "plan"  # this year
    LONGER = "longer"  # a five-year plan, the next five years
    ANNEX = "annex"  # glossary, notes, appended tables
    CHROME = "chrome"  # page furniture


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or heading; `id` is its address on the report page, `line` its printed line."""

    id: str
    passage: Passage
    line: int
    numerals: tuple[Numeral, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    part: Part = Part.OPENING
    pledged: bool = False  # of an annex that lists what is promised: 民生实事

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def tells_of(self) -> Part:
        """The part whose tense its words have: a list of promises tells of the plan."""
        return Part.PLAN if self.pledged else self.part


class Style(StrEnum):
    """How a section is set on the printed page."""

    HEADING = "heading"  # a line of its own
    DIAMOND = "diamond"  # ◆
    DASH = "dash"  # ——
    LEAD = "lead"  # a short sentence that opens a paragraph
    NUMBERED = "numbered"  # an ordinal and a title sentence that opens a paragraph
    POINT = "point"  # 一是, 一要, 第一，（1） within or at the head of a paragraph
    TERM = "term"  # an entry of a glossary
    TABLE = "table"  # a row of a table


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the report's tree; its first sentence is its heading."""

    style: Style
    level: int
    ordinal: str
    ordinal_inferred: bool
    heading: Sentence
    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    children: tuple[Section, ...]
    moved: bool = False
    part: Part = Part.OPENING  # at its heading; a sentence further down may be of another

    @property
    def id(self) -> str:
        return self.heading.id

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Heading, own paragraphs, then all descendants, in reading order."""
        yield self.heading
        for paragraph in self.paragraphs:
            yield from paragraph
        for child in self.children:
            yield from child.sentences

    def walk(self) -> Iterator[Section]:
        yield self
        for child in self.children:
            yield from child.walk()


def reading_order(
    heading: Sentence | None,
    preamble: tuple[tuple[Sentence, ...], ...],
    parts: tuple[Section, ...],
) -> Iterator[Sentence]:
    """Every sentence of a report as it is read: title, words before the first section, sections."""
    if heading:
        yield heading
    for paragraph in preamble:
        yield from paragraph
    for part in parts:
        yield from part.sentences


class Repair(StrEnum):
    """What was done to a printed line to read it."""

    JOINED = "joined"  # a paragraph broken at a column's end
    ORDINAL = "ordinal"  # an ordinal alone on its line, joined to its title
    MASTHEAD = "masthead"  # date, editors: read as metadata
    JUMP = "jump"  # （上接04版） （下转06版）
    INFERRED = "inferred"  # an ordinal that is missing on the page
    MOVED = "moved"  # shown elsewhere, on the editor's word


@dataclass(frozen=True, slots=True)
class RepairNote:
    """`line` counts on the printed page, from 1."""

    kind: Repair
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Misprint:
    """Words shown as printed that the editors suspect; never replaced."""

    printed: str
    reading: str
    note: str
    source: Source | None
    where: Where


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the editors infer, and from what; `field` is the metadata that rests on it."""

    about: str
    note: str
    field: str


@dataclass(frozen=True, slots=True)
class Report:
    id: str
    where: Where
    title: str
    body: str
    year: int
    newspaper: str
    published: date | None
    page: str
    inferred: tuple[Fact, ...]
    misprints: tuple[Misprint, ...]
    printed: str  # the page as printed, not one character changed
    first_line: int  # the file's line on which `printed` begins
    sha256: str
    heading: Sentence | None
    preamble: tuple[tuple[Sentence, ...], ...]  # paragraphs before the first section
    parts: tuple[Section, ...]  # in reading order
    furniture: tuple[Sentence, ...]  # masthead and jump lines: metadata, but accounted for
    repairs: tuple[RepairNote, ...]

    def infers(self, field: str) -> bool:
        """Whether a field of the front matter is the editors' inference, not printed."""
        return any(fact.field == field for fact in self.inferred)

    @property
    def sections(self) -> Iterator[Section]:
        return (section for part in self.parts for section in part.walk())

    @property
    def sentences(self) -> Iterator[Sentence]:
        """In reading order; furniture left out."""
        return reading_order(self.heading, self.preamble, self.parts)


# --- targets ----------------------------------------------------------------------------------


class Type(StrEnum):
    LEVEL = "level"
    CUMULATIVE = "cumulative"
    GROWTH = "growth"
    LIMIT = "limit"
    REDUCTION = "reduction"
    MILESTONE = "milestone"


class Tier(StrEnum):
    """How much a source can carry, weakest first."""

    STATEMENT = "statement"
    DOCUMENT = "document"
    STATISTICS = "statistics"
    INDEPENDENT = "independent"


class Confidence(StrEnum):
    """How sure the editors are of what a source says."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Revision(StrEnum):
    ESTIMATE = "estimate"
    PRELIMINARY = "preliminary"
    FINAL = "final"


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day, month or year as a source gives it: `last` is its last day, `text` its words."""

    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    title: str
    url: str
    publisher: str
    published: str  # as the source shows it: a day, or words
    tier: Tier | None
    accessed: Day | None
    archived: str  # address of an archived copy


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range with 万 and 亿 multiplied out, and the words it was written in."""

    low: Decimal
    high: Decimal
    written: str  # 3.7万座, 3～5个, 12%


@dataclass(frozen=True, slots=True)
class Update:
    """What a source says of a target at one time.

    `amount` is None for a milestone; then `reached` tells, or is None where the source leaves it
    open. Only a dated, comparable update that answers can decide a status.
    """

    where: Where
    as_of: Day | None
    when: str  # the source's words for the time, where it gives no year
    amount: Amount | None
    reached: bool | None
    says: str  # what the source says, in words
    at_least: bool  # the source gives a part only: the true value is this or more
    comparable: bool  # False: another scope or unit; shown, never used for a status
    kind: Revision
    reported: str  # the responsible body's own word for the state
    note: str
    confidence: Confidence | None
    source: Source


@dataclass(frozen=True, slots=True)
class Context:
    """Something public that surrounds a target and does not answer it."""

    where: Where
    says: str
    when: str
    note: str
    confidence: Confidence | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency that a source names in connection with a target."""

    agency: str
    role: str
    source: Source


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A later change of the target itself, in the document's words."""

    day: Day
    before: str
    after: str
    authority: str
    document: Source


@dataclass(frozen=True, slots=True)
class Baseline:
    amount: Amount
    as_of: Day
    note: str
    confidence: Confidence | None
    source: Source


@dataclass(frozen=True, slots=True)
class Target:
    where: Where
    lines: Mapping[str, int]  # key → the line it stands on
    id: str
    formerly: tuple[str, ...]  # ids under which it was published before
    title: str
    quote: str
    type: Type
    amount: Amount | None  # None for a milestone
    unit: str
    bound: Bound | None
    number: str  # the words of the quote that hold the number, where it cannot be told from value
    per: str
    stretch: bool
    deadline: date | None
    deadline_words: str  # the report's words, empty where it states none
    criterion: str  # what counts as done, for a milestone
    unmeasurable: str  # a reason code of the status rules, else empty
    start: date | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    mentions: tuple[Mention, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    baseline: Baseline | None
    searched: date | None
    updates: tuple[Update, ...]
    revisions: tuple[Adjustment, ...]
    context: tuple[Context, ...]
    note: str

    def at(self, key: str) -> Where:
        """Where the field stands in the file, or the target as a whole if it is not given."""
        return Where(self.where.path, self.lines.get(key, self.where.line))


class Reason(StrEnum):
    """Why a number of the report is not a target."""

    NAME = "name"
    CONTEXT = "context"
    QUALIFIER = "qualifier"
    DATE = "date"
    ORDINAL = "ordinal"
    PAST = "past"
    SUMMARY = "summary"  # 四类平台: counts what the page then lists
    WORD = "word"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class NotTarget:
    where: Where
    quote: str
    number: str
    reason: Reason
    note: str
    context: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class TargetFile:
    """The whole of `targets.yaml`."""

    where: Where
    report: str
    targets: tuple[Target, ...]
    not_targets: tuple[NotTarget, ...]


# --- the site as a whole ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Site:
    """`content/site.yaml`: what the editors say of the site itself."""

    where: Where
    title: str
    tagline: str
    region: str
    base: str  # path prefix under which 404.html finds the site
    address: str  # absolute address, empty while unpublished
    contact: str
    search_scope: str
    search_example: str  # what the search box suggests typing
    report: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of prose in `content/`, in Markdown."""

    where: Where
    id: str
    title: str
    markdown: str
    first_line: int  # the file's line on which `markdown` begins


# --- assessment -------------------------------------------------------------------------------


class Status(StrEnum):
    ACHIEVED = "achieved"
    HOLDING = "holding"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_STARTED = "not_started"
    MISSED = "missed"
    OVERDUE = "overdue"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status and the sum that led to it, in words."""

    status: Status
    rule: str  # name of the rule that answered
    arithmetic: str
    evidence: Tier | None
    decided_by: Update | None


@dataclass(frozen=True, slots=True)
class Match:
    """Where a target's quote stands in the report; offsets in the sentence's text."""

    sentence: Sentence
    start: int
    end: int
    numerals: tuple[Numeral, ...]  # those of its numbers that the target answers for
    quantity: Quantity | None  # what the sentence says of its amount


@dataclass(frozen=True, slots=True)
class Assessed:
    """A target with everything that can be said of it."""

    target: Target
    match: Match
    path: tuple[Section, ...]  # from the top of the report down to its section
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Accounted:
    """A numeral of the report and what became of it: exactly one of the last three is set."""

    sentence: Sentence
    numeral: Numeral
    target: str = ""
    not_target: NotTarget | None = None
    structure: Repair | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The status rules in words, as the code applies them, for the method page."""

    version: str
    steps: tuple[tuple[str, str], ...]  # (name, when it answers and with what), in order
    defaults: tuple[tuple[str, str], ...]  # (convention, its value)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that `render` needs."""

    site: Site
    report: Report
    pages: tuple[Page, ...]
    targets: tuple[Assessed, ...]  # in the report's reading order
    coverage: tuple[Accounted, ...]  # every numeral, in reading order
    rules: Rules
    as_of: date


@dataclass(frozen=True, slots=True)
class Echo:
    """The clause of a later report that speaks of what an earlier one promised.

    Offsets in the sentence's text; `score` from 0 to 100.
    """

    sentence: Sentence
    start: int
    end: int
    score: int
    sure: bool  # else a likely place, to be looked at

    @property
    def words(self) -> str:
        return self.sentence.text[self.start : self.end]
