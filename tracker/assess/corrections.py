"""Whether each correction is about something that the site has, and of a day that has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from tracker.errors import Problem
from tracker.model import Correction, Report, Target

ALIKE = 60  # of 100, below which an id is another one
MOST_SHOWN = 60  # reports that are listed instead of one that is not known


def unfounded(
    corrections: Sequence[Correction], reports: Sequence[Report], targets: Iterable[Target]
) -> Iterator[Problem]:
    """Those of targets, reports and sentences that do not exist."""
    titles = {target.id: target.title for target in targets}
    named = {one.report for one in corrections}
    sentences = {r.id: {one.id for one in r.sentences} for r in reports if r.id in named}
    for one in corrections:
        if one.target and one.target not in titles:
            yield unknown(one, titles)
        elif one.report and one.report not in sentences:
            yield no_such_report(one, [report.id for report in reports])
        elif one.sentence and one.sentence not in sentences[one.report]:
            number = one.sentence.removeprefix("s")
            yield Problem(one.subject, "no-such-sentence", {"report": one.report, "found": number})


def no_such_report(one: Correction, names: Sequence[str]) -> Problem:
    more = ("…",) if len(names) > MOST_SHOWN else ()
    details = {"found": one.report, "known": (*names[:MOST_SHOWN], *more)}
    return Problem(one.subject, "no-such-report", details)


def unknown(one: Correction, titles: Mapping[str, str]) -> Problem:
    """Its title instead of its id, or nearly its id."""
    from rapidfuzz import fuzz, process

    details = {"key": "target", "found": one.target}
    titled = next((name for name, title in titles.items() if title == one.target), "")
    alike = process.extractOne(one.target, list(titles), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if near := titled or (alike[0] if alike else ""):
        return Problem(one.subject, "unknown-target-near", {**details, "near": near})
    return Problem(one.subject, "unknown-target", details)


def ahead(corrections: Iterable[Correction], as_of: date) -> Iterator[Problem]:
    """Those that are not shown yet: of the future, or of a mistyped year."""
    for one in corrections:
        if one.day > as_of:
            yield Problem(one.where, "correction-ahead", {"found": one.day, "as_of": as_of})
