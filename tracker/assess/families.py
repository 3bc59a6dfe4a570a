"""The same goal in the reports of several years, and what the next report makes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tracker.errors import Problem
from tracker.model import Assessed, Carried, Echo, Ledger, Report, Sequel, Target

if TYPE_CHECKING:
    from tracker.assess.continuity import Later

UNKNOWN_REPORT = ("no-such-report", "no-such-report-near")


def by_region(ledgers: Iterable[Ledger]) -> Iterator[tuple[Ledger, ...]]:
    """Those of each region: only they have to do with each other."""
    found: dict[str, list[Ledger]] = defaultdict(list)
    for ledger in ledgers:
        found[ledger.report.region].append(ledger)
    return map(tuple, found.values())


def abroad(
    problems: Iterable[Problem], reports: Mapping[str, str], targets: Mapping[str, str]
) -> Iterator[Problem]:
    """Says of names that are unknown in their region which other one has them.

    `reports` and `targets` are the regions by the ids of all.
    """
    for problem in problems:
        key, found = problem.details.get("key"), str(problem.details.get("found"))
        if key == "continues" and problem.code == "unknown-target" and found in targets:
            details = {"found": found, "region": targets[found]}
            yield replace(problem, code="continues-elsewhere", details=details)
        elif key == "silent_in" and problem.code in UNKNOWN_REPORT and found in reports:
            details = {"found": found, "region": reports[found]}
            yield replace(problem, code="silent-elsewhere", details=details)
        else:
            yield problem


Echoes = dict[tuple[str, str], Echo | None]  # by target and by the report that may speak of it


def related(
    ledgers: Sequence[Ledger],
    as_of: date,
    problems: list[Problem],
    echoes: Echoes | None = None,
) -> tuple[Ledger, ...]:
    """The ledgers of one region with each target's family and its fate in the next report.

    That is the next of the region that is out by then. `echoes` are those that are known, to which
    those are added that are looked for.
    """
    targets = {one.target.id: one.target for ledger in ledgers for one in ledger.targets}
    years = {one.target.id: ledger.report.year for ledger in ledgers for one in ledger.targets}
    reports = {one.target.id: ledger.report.id for ledger in ledgers for one in ledger.targets}
    problems += strangers(targets, years, reports)
    kin = families(targets, years)
    successors: dict[str, list[str]] = defaultdict(list)
    for target in targets.values():
        successors[target.continues].append(target.id)
    heard = {} if echoes is None else echoes
    out = [ledger for ledger in ledgers if is_out(ledger.report, as_of)]
    fates = fates_of(out, successors, heard)
    return tuple(with_kin(ledger, fates, kin) for ledger in ledgers)


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
    linked: dict[str, list[str]] = defaultdict(list)
    for target in targets.values():
        if target.continues in targets:
            linked[target.id].append(target.continues)
            linked[target.continues].append(target.id)
    found: dict[str, tuple[str, ...]] = {}
    for name in targets:
        if name not in found:
            kin = tuple(sorted(reached(name, linked), key=lambda one: (years[one], one)))
            found |= dict.fromkeys(kin, kin)
    return found


def reached(name: str, linked: Mapping[str, Sequence[str]]) -> set[str]:
    """Everything that is linked with a name, whatever lies between."""
    found, open_ends = {name}, [name]
    while open_ends:
        beside = set(linked.get(open_ends.pop(), ())) - found
        found |= beside
        open_ends += beside
    return found


def fates_of(
    out: Sequence[Ledger], successors: Mapping[str, Sequence[str]], heard: Echoes
) -> list[tuple[int, Fate]]:
    """The reports that are next to others, with their years, oldest first; one for each year."""
    first: dict[int, Ledger] = {}
    for ledger in out:
        first.setdefault(ledger.report.year, ledger)
    return [(year, Fate(first[year], successors, heard)) for year in sorted(first)]


def with_kin(
    ledger: Ledger, fates: Sequence[tuple[int, Fate]], kin: Mapping[str, tuple[str, ...]]
) -> Ledger:
    place = bisect_right(fates, ledger.report.year, key=lambda row: row[0])
    fate = fates[place][1] if place < len(fates) else None
    return replace(
        ledger,
        targets=tuple(
            replace(one, family=kin[one.target.id], sequel=fate.of(one) if fate else None)
            for one in ledger.targets
        ),
    )


class Fate:
    """What a report makes of each target of the one before."""

    def __init__(
        self, after: Ledger, successors: Mapping[str, Sequence[str]], heard: Echoes
    ) -> None:
        self._heard = heard
        self._report = after.report
        self._own = {one.target.id for one in after.targets}
        self._successors = successors

    @cached_property
    def _sentences(self) -> Later:
        """Made when a target is looked for by its words: that takes long."""
        from tracker.assess.continuity import Later

        return Later.of(self._report.sentences)

    def of(self, one: Assessed) -> Sequel:
        target = one.target
        heirs = tuple(name for name in self._successors.get(target.id, ()) if name in self._own)
        if heirs:
            return Sequel(self._report, Carried.CONTINUED, heirs, None)
        if self._report.id in target.silent_in:
            return Sequel(self._report, Carried.SILENT, (), None)
        place = target.id, self._report.id
        if place not in self._heard:
            self._heard[place] = self._echo(one)
        echo = self._heard[place]
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
