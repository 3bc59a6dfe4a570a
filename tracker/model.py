"""The values that travel from `read` through `assess` to `render`."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tracker.errors import Where

# --- text -----------------------------------------------------------------------------------


class Piece(Struct, frozen=True):
    """`length` characters that stand at `at` in a passage and at `start` in the printed page."""

    at: int
    start: int
    length: int


class Passage(Struct, frozen=True):
    """Repaired text that knows where each of its characters was printed (code points)."""

    text: str
    pieces: tuple[Piece, ...]

    def slice(self, start: int, end: int) -> Passage:
        pieces: list[Piece] = []
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1, 0)
        for place in range(first, len(self.pieces)):
            piece = self.pieces[place]
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
    NEARLY = "~>"  # 近: about, and more is as good
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


class Numeral(Struct, frozen=True):
    """A run of Arabic or Chinese numeral characters in a sentence (offsets in its text)."""

    start: int
    end: int
    text: str


class Quantity(Struct, frozen=True):
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


class Number(Struct, frozen=True):
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


class Sentence(Struct, frozen=True):
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


class Section(Struct, frozen=True):
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


class RepairNote(Struct, frozen=True):
    """`line` counts on the printed page, from 1."""

    kind: Repair
    line: int
    text: str


class Misprint(Struct, frozen=True):
    """Words shown as printed that the editors suspect; never replaced."""

    printed: str
    reading: str
    note: str
    source: Source | None
    where: Where


class Fact(Struct, frozen=True):
    """Something the editors infer, and from what; `field` is the metadata that rests on it."""

    about: str
    note: str
    field: str


class Report(Struct, frozen=True):
    id: str
    where: Where
    title: str
    body: str
    year: int
    region: str  # only reports of one region have to do with each other
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
    CUMULATIVE = "cumulative"
    LEVEL = "level"
    GROWTH = "growth"
    LIMIT = "limit"
    REDUCTION = "reduction"
    RELATIVE = "relative"
    MILESTONE = "milestone"
    LIST = "list"
    COMPOSITE = "composite"


class Period(StrEnum):
    """How often a value is published."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


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


class Day(Struct, frozen=True, order=True):
    """A day, month or year as a source gives it: `last` is its last day."""

    last: date
    text: str  # 2023-12-31, 2023-12, 2023

    @property
    def is_whole(self) -> bool:
        """Whether it names a day, not only a month or a year."""
        return self.text.count("-") == 2


class Source(Struct, frozen=True):
    where: Where
    key: str  # its name in the file's `sources`, empty for one written where it is used
    title: str
    url: str
    publisher: str
    published: str  # as the source shows it: a day, or words
    tier: Tier | None
    accessed: Day | None
    archived: str  # address of an archived copy


class Amount(Struct, frozen=True):
    """A number or range with 万 and 亿 multiplied out, its base unit, and how it was written."""

    low: Decimal
    high: Decimal
    unit: str  # 座, %
    written: str  # 3.7万座, 3～5个, 12%


class Update(Struct, frozen=True):
    """What a source says of a target at one time.

    `amount` is None for a milestone; then `reached` tells, or is None where the source leaves it
    open. Only a dated, comparable update that answers can decide a status.
    """

    where: Where
    as_of: Day | None
    when: str  # the source's words for the time, where it gives no year
    amount: Amount | None
    reached: bool | None
    reached_on: date | None  # the day on which it was reached, where the source says so
    stage: str  # one of the target's stages
    not_started: bool  # the source says that nothing has begun
    says: str  # what the source says, in words
    at_least: bool  # the source gives a part only: the true value is this or more
    comparable: bool  # False: another scope or unit; shown, never used for a status
    kind: Revision
    reported: str  # the responsible body's own word for the state
    note: str
    confidence: Confidence | None
    source: Source
    confirmed_by: tuple[Source, ...]  # others that say the same

    @property
    def sources(self) -> tuple[Source, ...]:
        return (self.source, *self.confirmed_by)

    @property
    def words(self) -> str:
        return self.says or self.reported or self.note

    @property
    def known_from(self) -> date | None:
        """The day of which it speaks, else the day on which its source was read."""
        day = self.as_of or self.source.accessed
        return day.last if day else None


class Context(Struct, frozen=True):
    """Something public that surrounds a target and does not answer it."""

    where: Where
    says: str
    when: str
    note: str
    confidence: Confidence | None
    source: Source | None


class Mention(Struct, frozen=True):
    """An agency that a source names in connection with a target."""

    agency: str
    role: str
    source: Source


class Adjustment(Struct, frozen=True):
    """A later change of the target itself, in the document's words.

    `amount`, `bound` and `deadline` are what it changes to, None where they stay.
    """

    day: Day
    before: str
    after: str
    amount: Amount | None
    bound: Bound | None
    deadline: date | None
    authority: str
    document: Source


class Withdrawal(Struct, frozen=True):
    """A document that gives the target up."""

    day: Day
    authority: str
    note: str
    document: Source


class Redefinition(Struct, frozen=True):
    """From this day the statistics count something else under the same name."""

    day: Day
    note: str
    source: Source


class Dispute(Struct, frozen=True):
    """Somebody's public word against a value or its source."""

    day: Day
    by: str
    says: str
    source: Source


class Baseline(Struct, frozen=True):
    amount: Amount
    as_of: Day
    note: str
    confidence: Confidence | None
    source: Source


class Step(Struct, frozen=True):
    """What should be reached by a day within the period; from the report's words or a source."""

    where: Where  # of its words
    by: date
    amount: Amount
    words: str
    source: Source | None


class Stage(Struct, frozen=True):
    """A step of a milestone, with its day where one is given."""

    name: str
    by: date | None


class ListItem(Struct, frozen=True):
    """One of the things that a `list` target counts; `reached` is None while nobody says."""

    where: Where
    title: str
    as_of: Day | None
    reached: bool | None
    says: str
    source: Source | None


class Tolerance(Struct, frozen=True):
    """How far 左右 reaches for this target, in its own unit, and why not as usual."""

    amount: Decimal
    reason: str


class Target(Struct, frozen=True):
    where: Where
    spots: Mapping[str, Where]  # key → where its value stands
    id: str
    formerly: tuple[str, ...]  # ids under which it was published before, oldest first
    title: str
    quote: str
    type: Type
    amount: Amount | None  # as quoted; None for milestone, relative and composite
    unit: str
    bound: Bound | None
    number: str  # the words of the quote that hold the number, where it cannot be told from value
    per: str
    universe: str  # what 全覆盖 covers and 清零 clears, in words
    basis: str  # what a rate is measured against, in words: 上年同期，可比价
    stretch: bool
    deadline: date | None
    deadline_words: str  # the report's words, empty where it states none
    criterion: str  # what counts as done, for a milestone
    editorial: bool  # the criterion is the editors', not the report's
    unmeasurable: str  # a reason code of the status rules, else empty
    start: date | None
    period: Period
    release_lag: int | None  # days, where not the usual
    tolerance: Tolerance | None
    schedule: tuple[Step, ...]
    stages: tuple[Stage, ...]
    items: tuple[ListItem, ...]
    parts: tuple[str, ...]  # ids of the targets that a composite is made of
    relative_to: str  # id of the target whose value is the yardstick
    lead: tuple[str, ...]
    support: tuple[str, ...]
    mentions: tuple[Mention, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    baseline: Baseline | None
    searched: date | None
    updates: tuple[Update, ...]
    revisions: tuple[Adjustment, ...]
    redefined: tuple[Redefinition, ...]
    withdrawn: Withdrawal | None
    disputes: tuple[Dispute, ...]
    continues: str  # id of the same goal in an earlier report
    silent_in: tuple[str, ...]  # later reports that, on the editors' word, do not mention it
    context: tuple[Context, ...]
    note: str

    def at(self, key: str) -> Where:
        """Where the field stands in the file, or the target as a whole if it is not given."""
        return self.spots.get(key, self.where)

    @property
    def goal(self) -> Amount | None:
        """What is to be reached: 翻番 multiplied out with its baseline, else as quoted."""
        if self.amount is None or self.baseline is None or not self.multiplies:
            return self.amount
        low, high = (n * self.baseline.amount.low for n in (self.amount.low, self.amount.high))
        words = f"{self.baseline.amount.written}的{self.amount.written}"
        return Amount(low, high, self.baseline.amount.unit, words)

    @property
    def multiplies(self) -> bool:
        """Whether its amount counts baselines: 翻番."""
        return bool(self.baseline and multiplies(self.unit, self.baseline))

    @property
    def measured_in(self) -> str:
        """The unit of its values."""
        return self.baseline.amount.unit if self.baseline and self.multiplies else self.unit

    @property
    def first_id(self) -> str:
        """The id under which it was first published: a rename makes no new event."""
        return (*self.formerly, self.id)[0]


def multiplies(unit: str, baseline: Baseline) -> bool:
    return unit == "倍" and baseline.amount.unit != "倍"


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


class NotTarget(Struct, frozen=True):
    where: Where
    quote: str
    number: str
    reason: Reason
    note: str
    context: tuple[Context, ...]


class TargetFile(Struct, frozen=True):
    """The whole of `targets.yaml`."""

    where: Where
    report: str
    targets: tuple[Target, ...]
    not_targets: tuple[NotTarget, ...]


# --- the site as a whole ----------------------------------------------------------------------


TILE_ROWS, TILE_COLUMNS = 8, 6  # of the schematic map: more columns do not fit a phone


class Place(Struct, frozen=True):
    id: str
    name: str
    short: str
    tile: tuple[int, int] | None = None  # row and column on the schematic map, from 1


class Agency(Struct, frozen=True):
    id: str
    name: str


class Channel(StrEnum):
    """How a reader's word of what is wrong travels."""

    MAIL = "mail"
    TRACKER = "tracker"  # an issue tracker on the web
    TEXT = "text"  # nobody receives it here: words to copy, for a hotline


class Contact(Struct, frozen=True):
    """`address` is empty for a text; of a tracker it may have the places {title} and {body}."""

    channel: Channel
    address: str


class Correction(Struct, frozen=True):
    """What the site said wrongly, and says now.

    It is about a target, a sentence of a report, or a page: the two others are empty.
    """

    where: Where
    subject: Where  # of the target, sentence or page that it names
    day: date
    target: str  # id
    report: str  # id of the report that has the sentence
    sentence: str  # id
    page: str  # its address from the site's root
    was: str
    now: str
    why: str
    thanks: str  # who told the editors, and agreed to be named


class Site(Struct, frozen=True, dict=True):
    """`content/site.yaml`: what the editors say of the site itself."""

    where: Where
    title: str
    tagline: str
    region: str
    base: str  # path prefix under which 404.html finds the site
    address: str  # absolute address, empty while unpublished
    contact: Contact
    search_scope: str
    search_example: str  # what the search box suggests typing
    report: str
    places: tuple[Place, ...]
    agencies: tuple[Agency, ...]

    @cached_property
    def place_names(self) -> Mapping[str, None]:
        """The names that a target may give, in order."""
        return dict.fromkeys((self.region, *(place.name for place in self.places)))

    @cached_property
    def agency_names(self) -> Mapping[str, None]:
        return dict.fromkeys(agency.name for agency in self.agencies)


class Page(Struct, frozen=True):
    """A page of prose in `content/`, in Markdown."""

    where: Where
    id: str
    title: str
    markdown: str
    first_line: int  # the file's line on which `markdown` begins


class Synonym(Struct, frozen=True):
    """A citizen's word and the words of the reports that say the same, best first."""

    where: Where
    word: str
    meant: tuple[str, ...]


def canonical(words: str) -> str:
    """The form in which words are compared: ５Ｇ is 5g."""
    return unicodedata.normalize("NFKC", words).lower()


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
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """Its Chinese name, as pages and arithmetic lines say it."""
        return STATUS_LABELS[self]


STATUS_LABELS: Mapping[Status, str] = {
    Status.ACHIEVED: "已完成",
    Status.HOLDING: "目前达标",
    Status.ON_TRACK: "达序时",
    Status.BEHIND: "欠序时",
    Status.NOT_STARTED: "未启动",
    Status.MISSED: "未达标",
    Status.OVERDUE: "到期，未检索到公开结果",
    Status.NOT_DUE: "未到统计期",
    Status.NO_DATA: "暂无公开数据",
    Status.NOT_MEASURABLE: "无法量化",
    Status.WITHDRAWN: "已中止",
}


class Flag(StrEnum):
    """What a reader must know beside the status."""

    EARLY = "early"
    LATE = "late"
    EXCEEDED = "exceeded"
    PRELIMINARY = "preliminary"
    REVISED = "revised"
    REDEFINED = "redefined"
    STALE = "stale"
    STRETCH = "stretch"
    DISPUTED = "disputed"
    SELF_REPORTED = "self_reported"
    UNDATED = "undated"
    STRAIGHT_LINE = "straight_line"
    EDITORIAL = "editorial"


class Judgement(Struct, frozen=True):
    """A status by one version of the rules, and the sum that led to it, in words."""

    status: Status
    rule: str  # name of the rule that answered
    version: str
    arithmetic: str
    flags: tuple[Flag, ...]
    evidence: Tier | None
    decided_by: Update | None
    allowed: tuple[Decimal, Decimal] | None  # from where to where 左右 reaches
    path: tuple[tuple[date, Decimal], ...]  # the value expected by the end of each of these days
    disagreements: tuple[str, ...]  # in words; shown, never settled


class Revised(Struct, frozen=True):
    """The target as a later document changed it, judged by the same rules."""

    adjustment: Adjustment
    judgement: Judgement | None  # None where the document changes words only


class Match(Struct, frozen=True):
    """Where a target's quote stands in the report; offsets in the sentence's text."""

    sentence: Sentence
    start: int
    end: int
    numerals: tuple[Numeral, ...]  # those of its numbers that the target answers for
    quantity: Quantity | None  # what the sentence says of its amount


class Echo(Struct, frozen=True):
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


class Carried(StrEnum):
    """What the next report does with a target."""

    CONTINUED = "continued"  # a target of it continues this one
    SILENT = "silent"  # the editors found that it does not mention it
    NOT_FOUND = "not_found"  # no words like these were found in it; nobody has checked
    UNCLEAR = "unclear"  # words a little like these; nobody has checked
    ECHOED = "echoed"  # it speaks of the same thing; nobody has checked


class Sequel(Struct, frozen=True):
    """The next report, as far as a target is concerned."""

    report: Report
    carried: Carried
    successors: tuple[str, ...]  # ids of the targets that continue it
    echo: Echo | None


class Cause(StrEnum):
    """What happened to a target."""

    UPDATE = "update"  # a source said something of it
    STATUS = "status"  # the rules answer otherwise
    REVISION = "revision"
    REDEFINITION = "redefinition"
    DISPUTE = "dispute"
    WITHDRAWAL = "withdrawal"


class Event(Struct, frozen=True):
    """Something that happened to a target.

    `day` is the day of which it speaks, `known` the day on which the editors could know it.
    `key` stays the same for as long as it is the same event.
    """

    day: date
    known: date
    target: str
    key: str
    cause: Cause
    before: Status | None
    after: Status | None
    update: Update | None
    words: str


def newest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda one: (one.known, one.day, one.key), reverse=True))


class Assessed(Struct, frozen=True):
    """A target with everything that can be said of it."""

    target: Target
    match: Match
    path: tuple[Section, ...]  # from the top of the report down to its section
    judgement: Judgement
    revised: tuple[Revised, ...]
    sequel: Sequel | None  # None while no later report is at hand
    family: tuple[str, ...]  # ids of the same goal in all reports, oldest first, its own included


class Accounted(Struct, frozen=True):
    """A numeral of the report and what became of it: exactly one of the last three is set."""

    sentence: Sentence
    numeral: Numeral
    target: str = ""
    not_target: NotTarget | None = None
    structure: Repair | None = None


class Rules(Struct, frozen=True):
    """The status rules in words, as the code applies them, for the method page."""

    version: str
    steps: tuple[tuple[str, str], ...]  # (name, when it answers and with what), in order
    types: tuple[tuple[Type, str], ...]  # how each is judged while its period runs
    flags: tuple[tuple[Flag, str], ...]  # when each stands
    bounds: tuple[tuple[str, Bound | None, str], ...]  # (the report's words, bound, how judged)
    deadlines: tuple[tuple[str, str], ...]  # (the report's words, the day)
    defaults: tuple[tuple[str, str], ...]  # (convention, its value)


class Ledger(Struct, frozen=True):
    """A report and what has been said of it; without targets where it is kept as text only."""

    report: Report
    targets: tuple[Assessed, ...]  # in the report's reading order
    coverage: tuple[Accounted, ...]  # every numeral, in reading order
    events: tuple[Event, ...]  # target by target


class Assessment(Struct, frozen=True):
    """Everything that `render` needs. `ledger` is the one at hand, at first the site's own."""

    site: Site
    pages: tuple[Page, ...]
    synonyms: tuple[Synonym, ...]  # in file order
    ledger: Ledger
    ledgers: tuple[Ledger, ...]  # the site's own first, then by region, newest first
    corrections: tuple[Correction, ...]  # in file order, those of days after `as_of` too
    rules: Rules
    as_of: date
    inputs: Mapping[str, str]  # SHA-256 of the editors' files, by path

    @property
    def report(self) -> Report:
        return self.ledger.report

    @property
    def targets(self) -> tuple[Assessed, ...]:
        return self.ledger.targets

    @property
    def coverage(self) -> tuple[Accounted, ...]:
        return self.ledger.coverage

    @property
    def events(self) -> tuple[Event, ...]:
        """Of all reports, newest first."""
        return newest_first(event for ledger in self.ledgers for event in ledger.events)

    @property
    def tracked(self) -> tuple[Ledger, ...]:
        """Those with targets."""
        return tuple(ledger for ledger in self.ledgers if ledger.targets)

    def of(self, ledger: Ledger) -> Assessment:
        return replace(self, ledger=ledger)
