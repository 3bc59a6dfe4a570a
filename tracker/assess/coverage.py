"""Every number of the report is a target, or is listed with the reason why it is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.assess.match import Wording, misplaced, places_of
from tracker.errors import Problem, Where
from tracker.model import Accounted, Match, NotTarget, Numeral, Report, Sentence, Target

AROUND = 8

Key = tuple[str, int]  # sentence id, start of the numeral


def account(
    wording: Wording,
    matches: Iterable[tuple[Target, Match]],
    not_targets: Iterable[NotTarget],
    problems: list[Problem],
    suspects: set[str],
) -> tuple[Accounted, ...]:
    """All numerals in reading order; a problem for each that is claimed twice or by nobody.

    Suspects are ids of sentences whose targets have a mistake of their own to be mended first.
    """
    report, targets = wording.report, claimed_by_targets(matches, problems)
    excluded = claimed_by_exclusions(wording, not_targets, targets, problems, suspects)
    kinds = {note.line: note.kind for note in report.repairs}
    rows = [
        Accounted(sentence, numeral, structure=kinds.get(sentence.line))
        for sentence in report.furniture
        for numeral in sentence.numerals
    ]
    for sentence in report.sentences:
        for numeral in sentence.numerals:
            key = (sentence.id, numeral.start)
            if key in targets:
                rows.append(Accounted(sentence, numeral, target=targets[key].id))
            elif key in excluded:
                rows.append(Accounted(sentence, numeral, not_target=excluded[key]))
            elif sentence.id not in suspects:
                problems.append(unaccounted(report, sentence, numeral))
    return tuple(rows)


def claimed_by_targets(
    matches: Iterable[tuple[Target, Match]], problems: list[Problem]
) -> dict[Key, Target]:
    claims: dict[Key, Target] = {}
    for target, match in matches:
        for numeral in match.numerals:
            other = claims.setdefault((match.sentence.id, numeral.start), target)
            if other is not target:
                details = {"number": numeral.text, "quote": target.quote, "other": other.id}
                problems.append(Problem(target.at("quote"), "number-claimed", details))
    return claims


def claimed_by_exclusions(
    wording: Wording,
    not_targets: Iterable[NotTarget],
    targets: dict[Key, Target],
    problems: list[Problem],
    suspects: set[str],
) -> dict[Key, NotTarget]:
    report, claims = wording.report, dict[Key, NotTarget]()
    for entry in not_targets:
        if not (entry.quote and entry.number in entry.quote and entry.number):
            suspects |= places_of(entry.quote, report)
            continue
        places = list(wording.occurrences(entry.quote))
        if not places:
            problems.append(misplaced(entry.where, entry.quote, report, []))
            suspects |= places_of(entry.quote, report)
        found = [(s, n) for s, at in places for n in numerals_of(entry, s, at)]
        if places and not found:
            details = {"number": entry.number, "quote": entry.quote}
            problems.append(Problem(entry.where, "no-numeral", details))
        for sentence, numeral in found:
            key = (sentence.id, numeral.start)
            if key in targets:
                other = targets[key].id
            else:
                first = claims.setdefault(key, entry)
                other = "" if first is entry else f"not_targets:{first.where.line}"
            if other:
                details = {"number": numeral.text, "quote": entry.quote, "other": other}
                problems.append(Problem(entry.where, "number-claimed", details))
    return claims


def numerals_of(entry: NotTarget, sentence: Sentence, at: int) -> Iterator[Numeral]:
    """The numerals of one occurrence of the entry's quote that stand whole in its `number`."""
    start = entry.quote.find(entry.number)
    while start >= 0:
        low, high = at + start, at + start + len(entry.number)
        yield from (n for n in sentence.numerals if low <= n.start and n.end <= high)
        start = entry.quote.find(entry.number, start + len(entry.number))


def unaccounted(report: Report, sentence: Sentence, numeral: Numeral) -> Problem:
    from tracker.assess.quote_slips import line_in_file

    where = Where(report.where.path, line_in_file(report, sentence))
    start = max(0, numeral.start - AROUND)
    around = sentence.text[start : numeral.end + AROUND]
    spot = (numeral.start - start, len(numeral.text))
    details = {"number": numeral.text, "around": around, "spot": spot}
    return Problem(where, "number-unaccounted", details)
