"""A report and its targets → the ledger: matched, accounted for, judged."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

from tracker.assess.coverage import account
from tracker.assess.judge import judge, judge_revisions
from tracker.assess.match import match_target, places_of, settled
from tracker.errors import Problem
from tracker.model import (
    Accounted,
    Assessed,
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
    matches, coverage = matched(report, file, problems)
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
    targets.sort(key=lambda one: (order[one.match.sentence.id], one.match.start))
    return Ledger(report, tuple(targets), coverage)


Matches = list[tuple[Target, Match]]


def matched(
    report: Report, file: TargetFile, problems: list[Problem]
) -> tuple[Matches, tuple[Accounted, ...]]:
    """Each sound target with its place, and every number accounted for."""
    suspects: set[str] = set()
    sound = [t for t in file.targets if not is_mistaken(t, file, problems)]
    for target in file.targets:
        if target not in sound:
            suspects |= places_of(target.quote, report)
    found = [(t, match_target(t, report, problems, suspects)) for t in sound]
    matches = [(settled(target, match), match) for target, match in found if match]
    return matches, account(report, matches, file.not_targets, problems, suspects)


def is_mistaken(target: Target, file: TargetFile, problems: list[Problem]) -> bool:
    """Whether one of the problems stands in the lines of this target."""
    after = [t.where.line for t in file.targets if t.where.line > target.where.line]
    lines = range(target.where.line, min(after, default=sys.maxsize))
    return any(p.where.path == target.where.path and p.where.line in lines for p in problems)


Placed = tuple[Sentence, tuple[Section, ...]]


def placed(section: Section, above: tuple[Section, ...]) -> Iterator[Placed]:
    """Each sentence below a section with the sections that lead to it, outermost first."""
    path = (*above, section)
    for sentence in (section.heading, *(s for paragraph in section.paragraphs for s in paragraph)):
        yield sentence, path
    for child in section.children:
        yield from placed(child, path)
