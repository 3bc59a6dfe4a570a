"""What a later report says of the promises of an earlier one, for an editor to confirm."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tracker.assess.continuity import LIKELY, Clause, Later, words_around
from tracker.characters import in_json
from tracker.errors import Problem
from tracker.inspect import value_of
from tracker.messages import say
from tracker.model import Echo, Meaning, Number, Part, Sentence
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.front import split_front
from tracker.read.inspection import YEAR
from tracker.read.nodes import read_mapping
from tracker.read.structure import read_structure
from tracker.read.targets import FILE_KEYS, TARGET_KEYS
from tracker.read.units import DIMENSIONS
from tracker.suggest import draft_id, meanings
from tracker.target_files import folder_of

ELSEWHERE = frozenset(Part) - {Part.REVIEW}
WORDS_SHOWN = 60


class Fate(StrEnum):
    """What became of a promise in the later report, as far as its words tell."""

    CONTINUED = "continued"  # promised again
    REVIEWED = "reviewed"  # only in the review of what was done
    MENTIONED = "mentioned"  # elsewhere, without a target of its own
    UNCLEAR = "unclear"  # a likely place, to be looked at
    SILENT = "silent"


class Known(Struct, frozen=True):
    """A target that the editors keep, as far as it tells which promise it is."""

    id: str
    quote: str
    number: str  # the words of the number, where the file gives them


class Volume(Struct, frozen=True):
    """A report to compare: its name, its text, and the targets kept of it."""

    name: str
    text: str
    known: tuple[Known, ...] = ()


class Promise(Struct, frozen=True):
    """A number that a report promises, and the clause it stands in."""

    id: str  # as `suggest` names it
    kept_as: str  # id of the editors' target, empty while there is none
    number: Number
    clause: Clause

    @property
    def name(self) -> str:
        return self.kept_as or self.id

    @property
    def words(self) -> str:
        return self.clause.sentence.text[self.clause.start : self.clause.end]

    @property
    def figure(self) -> str:
        return self.clause.sentence.text[self.number.start : self.number.end]


class Edition(Struct, frozen=True):
    """One of the two reports."""

    name: str
    year: int
    first_line: int  # the file's line on which the printed page begins
    sentences: tuple[Sentence, ...]
    promises: tuple[Promise, ...]

    def line_of(self, sentence: Sentence) -> int:
        return self.first_line + sentence.line - 1


class Pair(Struct, frozen=True):
    """The promise of the later report that seems to continue one of the earlier."""

    new: Promise
    score: int
    sure: bool


class Followed(Struct, frozen=True):
    """A promise of the earlier report; of a silence, `echo` is the nearest that was found."""

    old: Promise
    fate: Fate
    pair: Pair | None
    echo: Echo | None


class Comparison(Struct, frozen=True):
    old: Edition
    new: Edition
    followed: tuple[Followed, ...]  # in the earlier report's order
    fresh: tuple[Promise, ...]  # without a predecessor

    def of(self, fate: Fate) -> tuple[Followed, ...]:
        return tuple(one for one in self.followed if one.fate is fate)


def compare(old: Volume, new: Volume) -> Comparison:
    """Two reports of one government, with or without front matter."""
    earlier, later = edition_of(old), edition_of(new)
    index = Later.of(later.sentences)
    pairs = paired(earlier.promises, later.promises, index)
    followed = tuple(follow(promise, pairs.get(promise.id), index) for promise in earlier.promises)
    continued = {one.pair.new.id for one in followed if one.pair}
    fresh = tuple(promise for promise in later.promises if promise.id not in continued)
    return Comparison(earlier, later, followed, fresh)


def known_targets(report: Path, targets: Path) -> tuple[Known, ...]:
    """Those kept of a report, wherever its file is; mistakes are left to `check`."""
    own = folder_of(targets) / f"{report.stem}.yaml"
    for path in (own, report.with_suffix(".yaml"), targets):
        problems: list[Problem] = []
        text = read_text(path, path.as_posix(), problems) if path.is_file() else None
        node = read_mapping(text, path.as_posix(), 1, problems) if text else None
        fields = Fields(node, FILE_KEYS, problems) if node else None
        if fields and fields.text("report") == report.stem:
            records = fields.records("targets", TARGET_KEYS)
            return tuple(Known(r.text("id"), r.text("quote"), r.text("number")) for r in records)
    return ()


def edition_of(volume: Volume) -> Edition:
    front, page, first_line = split_front(volume.text)
    year = YEAR.search(front)
    structure = read_structure(page, int(year[1]) if year else 0, points=False)
    sentences = tuple(structure.sentences)
    promises = (one for s in sentences for one in promises_of(s, structure.year, volume.known))
    return Edition(volume.name, structure.year, first_line, sentences, tuple(promises))


def promises_of(sentence: Sentence, year: int, known: tuple[Known, ...]) -> Iterator[Promise]:
    numbers = meanings(sentence, year)
    targets = {(n.start, n.end): n for n in numbers if n.kind is Meaning.TARGET}
    for count, number in enumerate(targets.values(), start=1):
        span = words_around(sentence.text, number.start, number.end)
        kept_as = id_kept(sentence, number, known)
        clause = Clause.at(sentence, *span)
        yield Promise(draft_id(year, sentence, count), kept_as, number, clause)


def id_kept(sentence: Sentence, number: Number, known: tuple[Known, ...]) -> str:
    """Of the targets whose quotes hold the number: the one that names it, else the only one."""
    holding = [one for one in known if holds(one.quote, sentence, number)]
    figure = sentence.text[number.start : number.end]
    naming = [one for one in holding if one.number and one.number in figure]
    chosen = naming or holding
    return chosen[0].id if len(chosen) == 1 else ""


def holds(quote: str, sentence: Sentence, number: Number) -> bool:
    at = sentence.text.find(quote) if quote else -1
    return 0 <= at <= number.start and number.end <= at + len(quote)


# --- matching -----------------------------------------------------------------------------------


def paired(old: Sequence[Promise], new: Sequence[Promise], index: Later) -> dict[str, Pair]:
    """By the earlier promise's id: the likest first, and each promise once."""
    among = index.among([promise.clause for promise in new])
    found = [
        (echo, one, new[place])
        for one in old
        for place, echo in among.echoes(one.words)
        if echo.score >= LIKELY and comparable(one.number, new[place].number)
    ]
    found.sort(key=lambda row: (not row[0].sure, -row[0].score, row[1].figure != row[2].figure))
    pairs: dict[str, Pair] = {}
    taken: set[str] = set()
    for echo, one, other in found:
        if one.id not in pairs and other.id not in taken:
            pairs[one.id] = Pair(other, echo.score, echo.sure)
            taken.add(other.id)
    return pairs


def comparable(old: Number, new: Number) -> bool:
    """Whether the units are of one kind: 家 and 个, 亩 and 公顷, but not 亿元 and %."""
    kinds = [DIMENSIONS.get(number.unit, number.unit) for number in (old, new)]
    return kinds[0] == kinds[1]


def follow(promise: Promise, pair: Pair | None, index: Later) -> Followed:
    """The first of the fates that is sure; of a continued one, what the review says of it."""
    text, number = promise.clause.sentence.text, promise.number
    review = index.echo_of_number(text, number.start, number.end, {Part.REVIEW})
    if pair and pair.sure:
        return Followed(promise, Fate.CONTINUED, pair, review)
    if review and review.sure:
        return Followed(promise, Fate.REVIEWED, None, review)
    other = index.echo_of_number(text, number.start, number.end, ELSEWHERE)
    if other and other.sure:
        return Followed(promise, Fate.MENTIONED, None, other)
    likely = max(filter(None, (review, other)), key=lambda echo: echo.score, default=None)
    if pair or likely:
        return Followed(promise, Fate.UNCLEAR, pair, likely)
    return Followed(promise, Fate.SILENT, None, index.nearest(promise.words))


# --- for a program --------------------------------------------------------------------------------


def to_json(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    rows = {
        "old": {"year": old.year or None, "promises": len(old.promises)},
        "new": {"year": new.year or None, "promises": len(new.promises)},
        "followed": [followed_row(comparison, one) for one in comparison.followed],
        "fresh": [promise_row(new, promise) for promise in comparison.fresh],
    }
    return in_json(json.dumps(rows, ensure_ascii=False, indent=1))


def followed_row(comparison: Comparison, one: Followed) -> dict[str, object]:
    pair, new = one.pair, comparison.new
    row = promise_row(new, pair.new) | {"score": pair.score, "sure": pair.sure} if pair else None
    return {
        "fate": one.fate,
        "old": promise_row(comparison.old, one.old),
        "new": row,
        "echo": echo_row(new, one.echo) if one.echo else None,
    }


def promise_row(edition: Edition, promise: Promise) -> dict[str, object]:
    return {
        "id": promise.name,
        "line": edition.line_of(promise.clause.sentence),
        "clause": promise.words,
        "figure": promise.figure,
        "value": value_of(promise.number),
        "unit": promise.number.unit,
    }


def echo_row(edition: Edition, echo: Echo) -> dict[str, object]:
    return {
        "line": edition.line_of(echo.sentence),
        "part": echo.sentence.part,
        "clause": echo.words,
        "sentence": echo.sentence.text,
        "score": echo.score,
        "sure": echo.sure,
    }


# --- for an editor --------------------------------------------------------------------------------


def to_text(comparison: Comparison, language: str) -> str:
    lines = list(summary_of(comparison, language))
    for fate in Fate:
        rows = comparison.of(fate)
        if rows:
            lines += ["", f"## {say(f'compare-{fate}', language, count=len(rows))}"]
        for one in rows:
            lines += followed_lines(comparison, one, language)
    if comparison.fresh:
        count = len(comparison.fresh)
        lines += ["", f"## {say('compare-fresh', language, count=count)}"]
    for promise in comparison.fresh:
        lines.append(promise_line(comparison.new, promise, language))
    return "\n".join([*lines, *snippet_of(comparison, language)])


def summary_of(comparison: Comparison, language: str) -> Iterator[str]:
    for key, edition in (("compare-old", comparison.old), ("compare-new", comparison.new)):
        yield say(key, language, year=edition.year or "?", count=len(edition.promises))
    yield say("compare-scores", language)


def followed_lines(comparison: Comparison, one: Followed, language: str) -> Iterator[str]:
    new = comparison.new
    yield promise_line(comparison.old, one.old, language)
    if one.pair:
        yield f"    → {promise_line(new, one.pair.new, language)}  [{one.pair.score}]"
    if one.echo:
        place = say("compare-line", language, line=new.line_of(one.echo.sentence))
        key = "compare-nearest" if one.fate is Fate.SILENT else "compare-place"
        words = say(key, language, place=place, words=shortened(one.echo.words))
        yield f"    {words}  [{one.echo.score}]"


def promise_line(edition: Edition, promise: Promise, language: str) -> str:
    place = say("compare-line", language, line=edition.line_of(promise.clause.sentence))
    return f"{promise.name}  {place}  {shortened(promise.words)}〔{promise.figure}〕"


def snippet_of(comparison: Comparison, language: str) -> Iterator[str]:
    """Lines to paste; a pair that is not sure stays commented out."""
    pairs = [(one.old, one.pair) for one in comparison.followed if one.pair]
    if pairs:
        yield from ("", f"# {say('compare-snippet', language)}")
    for old, pair in pairs:
        doubt = "" if pair.sure else "# "
        yield f"# {pair.new.name}：{shortened(pair.new.words)}〔{pair.new.figure}〕"
        yield f"  {doubt}continues: {old.name}  # {shortened(old.words)}〔{old.figure}〕"
    silent = comparison.of(Fate.SILENT)
    if silent:
        yield from ("", f"# {say('compare-silences', language)}")
    for one in silent:
        yield f"# {one.old.name}：{shortened(one.old.words)}〔{one.old.figure}〕"
        yield f"  # silent_in: [{comparison.new.name}]"


def shortened(words: str) -> str:
    """On one line, the end kept: there the figure stands."""
    line = "".join(words.split())
    return line if len(line) <= WORDS_SHOWN else f"…{line[-WORDS_SHOWN:]}"
