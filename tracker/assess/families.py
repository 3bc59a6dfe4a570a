"""The same goal in the reports of several years, and what the next report makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.assess.continuity import Later
from tracker.errors import Problem
from tracker.model import Assessed, Carried, Echo, Ledger, Report, Sequel, Target


def related(ledgers: Sequence[Ledger], as_of: date, problems: list[Problem]) -> tuple[Ledger, ...]:
    """The ledgers with each target's family and its fate in the next report that is out by then."""
    targets = {one.target.id: one.target for ledger in ledgers for one in ledger.targets}
    years = {one.target.id: ledger.report.year for ledger in ledgers for one in ledger.targets}
    reports = {one.target.id: ledger.report.id for ledger in ledgers for one in ledger.targets}
    problems += strangers(targets, years, reports)
    kin = families(targets, years)
    successors: dict[str, list[str]] = defaultdict(list)
    for target in targets.values():
        successors[target.continues].append(target.id)
    out = [ledger for ledger in ledgers if is_out(ledger.report, as_of)]
    return tuple(with_kin(ledger, out, kin, successors) for ledger in ledgers)


def is_out(report: Report, by: date) -> bool:
    return (report.published or date(report.year, 1, 1)) <= by


def strangers(
    targets: Mapping[str, Target], years: Mapping[str, int], reports: Mapping[str, str]
) -> Iterator[Problem]:
    """What is continued stands in an earlier report, which is then not silent about it."""
    for target in targets.values():
        name = target.continues
        if name and name not in targets:
            yield Problem(
                target.at("continues"), "unknown-target", {"key": "continues", "found": name}
            )
        elif name and years[name] >= years[target.id]:
            details = {"found": name, "year": years[name], "own": years[target.id]}
            yield Problem(target.at("continues"), "continues-no-earlier", details)
        elif name and (heard := [r for r in targets[name].silent_in if r == reports[target.id]]):
            details = {"id": name, "report": heard[0], "heir": target.id}
            yield Problem(targets[name].at("silent_in"), "silent-and-continued", details)


def families(targets: Mapping[str, Target], years: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Id → all ids that are linked with it, oldest first."""
    linked: dict[str, set[str]] = {name: {name} for name in targets}
    for target in targets.values():
        if target.continues in targets and linked[target.id] is not linked[target.continues]:
            joined = linked[target.id] | linked[target.continues]
            linked |= dict.fromkeys(joined, joined)
    return {
        name: tuple(sorted(kin, key=lambda one: (years[one], one))) for name, kin in linked.items()
    }


def with_kin(
    ledger: Ledger,
    ledgers: Sequence[Ledger],
    kin: Mapping[str, tuple[str, ...]],
    successors: Mapping[str, list[str]],
) -> Ledger:
    following = [one for one in ledgers if one.report.year > ledger.report.year]
    after = min(following, key=lambda one: one.report.year, default=None)
    fate = Fate(after, successors) if after else None
    return replace(
        ledger,
        targets=tuple(
            replace(one, family=kin[one.target.id], sequel=fate.of(one) if fate else None)
            for one in ledger.targets
        ),
    )


class Fate:
    """What the next report makes of each target of one."""

    def __init__(self, after: Ledger, successors: Mapping[str, list[str]]) -> None:
        self._report = after.report
        self._own = {one.target.id for one in after.targets}
        self._successors = successors
        self._sentences = Later.of(after.report.sentences)

    def of(self, one: Assessed) -> Sequel:
        target = one.target
        heirs = tuple(name for name in self._successors.get(target.id, ()) if name in self._own)
        if heirs:
            return Sequel(self._report, Carried.CONTINUED, heirs, None)
        if self._report.id in target.silent_in:
            return Sequel(self._report, Carried.SILENT, (), None)
        echo = self._echo(one)
        return Sequel(self._report, carried(echo), (), echo)

    def _echo(self, one: Assessed) -> Echo | None:
        """By the clause of its number where it has one, else by the whole quote."""
        place, quantity = one.match, one.match.quantity
        if quantity is None:
            return self._sentences.echo(one.target.quote)
        text = place.sentence.text
        return self._sentences.echo_of_number(text, quantity.start, quantity.end)


def carried(echo: Echo | None) -> Carried:
    if echo is None:
        return Carried.NOT_FOUND
    return Carried.ECHOED if echo.sure else Carried.UNCLEAR
