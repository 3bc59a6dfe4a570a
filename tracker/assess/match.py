"""Where a target's quote stands in the report, and whether the report says what the file says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec.structs import replace

from tracker.assess.wording import plain
from tracker.assess.wording import quantity as spoken
from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import Bound, Match, Quantity, Report, Sentence, Target, Type

# What the file may store for a bound that the sentence states.
STORED_AS: dict[Bound, tuple[Bound, ...]] = {
    Bound.AT_LEAST: (Bound.AT_LEAST,),
    Bound.MORE_THAN: (Bound.MORE_THAN,),
    Bound.AT_MOST: (Bound.AT_MOST,),
    Bound.LESS_THAN: (Bound.LESS_THAN,),
    Bound.ABOUT: (Bound.ABOUT, Bound.NEARLY),
    Bound.EXACTLY: (Bound.AT_LEAST, Bound.AT_MOST, Bound.EXACTLY),
    Bound.RANGE: (Bound.AT_LEAST, Bound.AT_MOST, Bound.RANGE),
}

NEAR = regex("(?:接近|将近|近)$")  # 近100家

MOST_TRACED = 200  # problems, after which no more quotes are traced to the words that are meant
LONG_QUOTE = 60  # characters shown of such a quote
BETWEEN = "\0"  # sentences, none of which has it


class Wording:
    """The sentences of a report, in which many words are looked for."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._sentences = tuple(report.sentences)
        self._text = BETWEEN.join(sentence.text for sentence in self._sentences)
        lengths = (len(sentence.text) + len(BETWEEN) for sentence in self._sentences)
        self._starts = list(accumulate(lengths, initial=0))

    def occurrences(self, words: str) -> Iterator[tuple[Sentence, int]]:
        if not words:
            return
        at = self._text.find(words)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield self._sentences[place], at - self._starts[place]
            at = self._text.find(words, at + 1)


def match_target(
    target: Target, wording: Wording, problems: list[Problem], suspects: set[str]
) -> Match | None:
    """Where the quote stands; without a match its sentence becomes a suspect.

    The numbers of a suspect sentence are not reported as unaccounted for: they will be, once the
    target's own mistake is mended.
    """
    report, places = wording.report, list(wording.occurrences(target.quote))
    if len(places) != 1 and len(problems) >= MOST_TRACED:
        problems.append(
            Problem(target.at("quote"), "quote-not-in-report", {"quote": target.quote[:LONG_QUOTE]})
        )
        return None
    if len(places) != 1:
        problems.append(misplaced(target.at("quote"), target.quote, report, places))
        suspects |= places_of(target.quote, report) | alike(target, report)
        return None
    sentence, start = places[0]
    end = start + len(target.quote)
    for key, words in (("deadline_words", target.deadline_words), ("per", target.per)):
        if words not in sentence.text:
            details = {"key": key, "found": words, "sentence": sentence.text}
            problems.append(Problem(target.at(key), "words-not-in-sentence", details))
    for step in target.schedule:
        if step.words and not any(wording.occurrences(step.words)):
            problems.append(misplaced(step.where, step.words, report, []))
    low, high = number_span(target, start, end, problems)
    numerals = tuple(n for n in sentence.numerals if low < n.end and n.start < high)
    if target.amount is None:
        return Match(sentence, start, end, numerals if target.number else (), None)
    quantity = quoted_quantity(target, sentence, low, high, problems)
    if quantity is None:
        suspects.add(sentence.id)
        return None
    own = (n for n in numerals if quantity.start < n.end and n.start < quantity.end)
    return Match(sentence, start, end, tuple(own), quantity)


def alike(target: Target, report: Report) -> set[str]:
    """Ids of the sentences that have the target's value, of which one may be meant."""
    if target.amount is None:
        return set()
    value = (target.amount.low, target.amount.high, target.unit)
    return {
        one.id
        for one in report.sentences
        for q in one.quantities
        if (q.low, q.high, q.unit) == value
    }


def settled(target: Target, match: Match) -> Target:
    """The target with the bound of its sentence, where the file leaves it to the sentence."""
    if match.quantity is None:
        return target
    if target.bound:
        return with_bound(target, nearly(target.bound, match))
    bound = STORED_AS[match.quantity.bound][0]
    if match.quantity.bound is Bound.EXACTLY and target.type is Type.LIMIT:
        bound = Bound.AT_MOST
    return with_bound(target, nearly(bound, match))


def with_bound(target: Target, bound: Bound) -> Target:
    return target if bound is target.bound else replace(target, bound=bound)


def nearly(bound: Bound, match: Match) -> Bound:
    """近百家 is about a hundred, and more is as good."""
    before = match.sentence.text[: match.quantity.start if match.quantity else 0]
    return Bound.NEARLY if bound is Bound.ABOUT and NEAR.search(before) else bound


def occurrences(words: str, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, int]]:
    if not words:
        return
    for sentence in sentences:
        start = sentence.text.find(words)
        while start >= 0:
            yield sentence, start
            start = sentence.text.find(words, start + 1)


def number_span(target: Target, start: int, end: int, problems: list[Problem]) -> tuple[int, int]:
    """The part of the sentence in which the target's number stands."""
    if not target.number:
        return start, end
    at = target.quote.find(target.number)
    if at < 0:
        details = {"key": "number", "found": target.number, "quote": target.quote}
        problems.append(Problem(target.at("number"), "number-not-in-quote", details))
        return start, end
    return start + at, start + at + len(target.number)


def quoted_quantity(
    target: Target, sentence: Sentence, low: int, high: int, problems: list[Problem]
) -> Quantity | None:
    """The quantity of the quote that is the target's, if value, unit and bound agree with it."""
    assert target.amount
    inside = [q for q in sentence.quantities if low <= q.start < high]
    same_value = [q for q in inside if (q.low, q.high) == (target.amount.low, target.amount.high)]
    same_unit = [q for q in same_value if q.unit in (target.unit, "")]
    details: dict[str, object] = {
        "id": target.id,
        "written": target.amount.written,
        "quote": target.quote,
        "found": tuple(sentence.text[q.start : q.end] for q in inside) or "–",
    }
    if not same_value:
        problems.append(Problem(target.at("value"), *other_value(target, inside, details)))
    elif not same_unit:
        details |= {"unit": same_value[0].unit, "stored": target.unit}
        problems.append(Problem(target.at("unit"), "unit-differs", details))
    elif len(same_unit) > 1:
        problems.append(Problem(target.at("quote"), "number-ambiguous", details))
    else:
        quantity = same_unit[0]
        if target.bound and target.bound not in STORED_AS[quantity.bound]:
            details |= {"bound": target.bound, "allowed": STORED_AS[quantity.bound]}
            problems.append(Problem(target.at("bound"), "bound-differs", details))
        if quantity.stretch != target.stretch:
            code = "effort-missing" if quantity.stretch else "effort-unfounded"
            problems.append(Problem(target.at("effort"), code, details))
        return quantity
    return None


# The quote's number by the file's: what the editor left out, or wrote twice.
SCALES = (
    (Decimal(100), "percent-as-fraction"),
    (Decimal(10**4), "magnitude-forgotten"),
    (Decimal(10**8), "magnitude-forgotten"),
    (Decimal("0.0001"), "magnitude-surplus"),
)


def other_value(
    target: Target, inside: Sequence[Quantity], details: Mapping[str, object]
) -> tuple[str, Mapping[str, object]]:
    """A value that is the quote's but for its scale, or another one altogether."""
    assert target.amount
    for scale, code in SCALES:
        for quantity in inside:
            percent = quantity.unit in ("%", "个百分点")
            if target.amount.low * scale == quantity.low and percent == (scale == 100):
                return code, {
                    **details,
                    "unit": target.unit,
                    "meant": plain(quantity.low) if percent else spoken(quantity.low, ""),
                }
    return ("value-differs", details) if inside else ("quote-without-value", details)


def misplaced(
    where: Where, quote: str, report: Report, places: list[tuple[Sentence, int]]
) -> Problem:
    from tracker.assess.quote_slips import line_in_file, unfound

    if places:
        lines = tuple(dict.fromkeys(line_in_file(report, sentence) for sentence, _ in places))
        return Problem(where, "quote-ambiguous", {"quote": quote, "lines": lines})
    return unfound(where, quote, report)


def places_of(quote: str, report: Report) -> set[str]:
    """Ids of the sentences that hold a quote, or of the one that it was probably meant for.

    A quote that is missing may be meant for any.
    """
    if not quote:
        return {sentence.id for sentence in report.sentences}
    if found := {sentence.id for sentence, _ in occurrences(quote, report.sentences)}:
        return found
    from tracker.assess.quote_slips import nearest_words

    sentence, _ = nearest_words(quote, report)
    return {sentence.id} if sentence else set()
