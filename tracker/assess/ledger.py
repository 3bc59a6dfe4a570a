"""A report and its targets → the ledger: matched, accounted for, judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from tracker.assess.coverage import account
from tracker.assess.events import events_of
from tracker.assess.judge import judge, judge_revisions
from tracker.assess.match import Wording, match_target, places_of, settled
from tracker.errors import Problem
from tracker.model import (
    Accounted,
    Assessed,
    Day,
    Ledger,
    Match,
    Report,
    Section,
    Sentence,
    Target,
    TargetFile,
)


def ledger_of(report: Report, file: TargetFile, as_of: date, problems: list[Problem]) -> Ledger:
    """`problems` already holds what is wrong with the file's form."""
    found, coverage = matched(report, file, problems)
    matches = [(as_known(target, as_of), match) for target, match in found]
    by_id = {target.id: target for target, _ in matches}
    order = {sentence.id: place for place, sentence in enumerate(report.sentences)}
    paths = {sentence.id: path for part in report.parts for sentence, path in placed(part, ())}
    targets = [
        Assessed(
            target,
            match,
            paths.get(match.sentence.id, ()),
            judge(target, report.year, as_of, by_id),
            tuple(judge_revisions(target, report.year, as_of, by_id)),
            sequel=None,
            family=(target.id,),
        )
        for target, match in matches
    ]
    targets.sort(key=lambda one: (order[one.match.sentence.id], *place(one)))
    return Ledger(report, tuple(targets), coverage, tuple(events_of(report.year, targets, as_of)))


def place(one: Assessed) -> tuple[int, int, int, str]:
    """In its sentence: by the quote, of one quote by the number, a whole before its parts."""
    match = one.match
    number = match.numerals[0].start if match.numerals else match.start
    return match.start, -match.end, number, one.target.id


def as_known(target: Target, by: date) -> Target:
    """The target without what nobody could know on a day: nothing of the future is shown."""

    def known(day: Day) -> bool:
        return day.last <= by

    then: dict[str, Any] = {
        "updates": tuple(u for u in target.updates if (u.known_from or by) <= by),
        "items": tuple(
            item
            if item.as_of is None or known(item.as_of)
            else replace(item, as_of=None, reached=None, says="", source=None)
            for item in target.items
        ),
        "revisions": tuple(change for change in target.revisions if known(change.day)),
        "redefined": tuple(change for change in target.redefined if known(change.day)),
        "disputes": tuple(dispute for dispute in target.disputes if known(dispute.day)),
        "withdrawn": target.withdrawn if target.withdrawn and known(target.withdrawn.day) else None,
    }
    is_same = all(getattr(target, name) == value for name, value in then.items())
    return target if is_same else replace(target, **then)


Matches = list[tuple[Target, Match]]


def matched(
    report: Report, file: TargetFile, problems: list[Problem]
) -> tuple[Matches, tuple[Accounted, ...]]:
    """Each sound target with its place, and every number accounted for."""
    suspects: set[str] = set()
    mistaken = mistaken_in(file, problems)
    sound = [t for t in file.targets if t.where.line not in mistaken]
    for target in file.targets:
        if target.where.line in mistaken:
            suspects |= places_of(target.quote, report)
    wording = Wording(report)
    found = [(t, match_target(t, wording, problems, suspects)) for t in sound]
    matches = [(settled(target, match), match) for target, match in found if match]
    return matches, account(wording, matches, file.not_targets, problems, suspects)


def mistaken_in(file: TargetFile, problems: list[Problem]) -> set[int]:
    """The first lines of the targets in whose lines one of the problems stands."""
    starts = sorted({target.where.line for target in file.targets})
    lines = (one.where.line for one in problems if one.where.path == file.where.path)
    return {starts[place - 1] for line in lines if (place := bisect_right(starts, line))}


Placed = tuple[Sentence, tuple[Section, ...]]


def placed(section: Section, above: tuple[Section, ...]) -> Iterator[Placed]:
    """Each sentence below a section with the sections that lead to it, outermost first."""
    path = (*above, section)
    for sentence in (section.heading, *(s for paragraph in section.paragraphs for s in paragraph)):
        yield sentence, path
    for child in section.children:
        yield from placed(child, path)
