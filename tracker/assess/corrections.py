"""Whether each correction is about something that the site has, and of a day that has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from tracker.errors import Problem
from tracker.model import Correction, Report, Target


def unfounded(
    corrections: Iterable[Correction], reports: Sequence[Report], targets: Iterable[Target]
) -> Iterator[Problem]:
    """Those of targets, reports and sentences that do not exist."""
    titles = {target.id: target.title for target in targets}
    sentences = {report.id: {one.id for one in report.sentences} for report in reports}
    for one in corrections:
        if one.target and one.target not in titles:
            yield unknown(one, titles)
        elif one.report and one.report not in sentences:
            details = {"found": one.report, "known": tuple(sentences)}
            yield Problem(one.subject, "no-such-report", details)
        elif one.sentence and one.sentence not in sentences[one.report]:
            number = one.sentence.removeprefix("s")
            yield Problem(one.subject, "no-such-sentence", {"report": one.report, "found": number})


def unknown(one: Correction, titles: Mapping[str, str]) -> Problem:
    """Its title instead of its id, or nearly its id."""
    details = {"key": "target", "found": one.target}
    titled = [name for name, title in titles.items() if title == one.target]
    if near := titled or get_close_matches(one.target, titles, n=1):
        return Problem(one.subject, "unknown-target-near", {**details, "near": near[0]})
    return Problem(one.subject, "unknown-target", details)


def ahead(corrections: Iterable[Correction], as_of: date) -> Iterator[Problem]:
    """Those that are not shown yet: of the future, or of a mistyped year."""
    for one in corrections:
        if one.day > as_of:
            yield Problem(one.where, "correction-ahead", {"found": one.day, "as_of": as_of})
