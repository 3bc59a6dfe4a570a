"""The home page: what this is, how things stand, what to look at first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.model import Assessed, Assessment, Status, Update
from tracker.render import addresses
from tracker.render.cards import Card, card, cards
from tracker.render.contexts.listing import Choice, by_section
from tracker.render.labels import GROUPS, STATUSES, Group, StatusLabel
from tracker.render.sources import Item, update_item

LATEST = 6
OVERDUE = 6


@dataclass(frozen=True, slots=True)
class StatusCount:
    status: StatusLabel
    count: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    label: str
    key: Group
    count: int
    only: StatusLabel | None  # the status that the group's name says, where it has no other
    statuses: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    card: Card
    item: Item


@dataclass(frozen=True, slots=True)
class PlaceCount:
    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Home:
    region: str
    year: int
    report_href: str
    total: int
    numerals: int
    groups: tuple[GroupCount, ...]
    stretch: int
    overdue: tuple[Card, ...]
    overdue_total: int
    overdue_href: str
    evidence: tuple[Evidence, ...]
    with_evidence: int
    chapters: tuple[Choice, ...]
    places: tuple[PlaceCount, ...]


def home(assessment: Assessment) -> Home:
    site, report, targets = assessment.site, assessment.report, assessment.targets
    overdue = [a for a in targets if a.judgement.status is Status.OVERDUE]
    evidence = _evidence(assessment)
    return Home(
        region=site.region,
        year=report.year,
        report_href=addresses.report(report),
        total=len(targets),
        numerals=len(assessment.coverage),
        groups=groups(targets),
        stretch=sum(a.target.stretch for a in targets),
        overdue=cards(overdue[:OVERDUE], report),
        overdue_total=len(overdue),
        overdue_href=f"status/{Status.OVERDUE}.html",
        evidence=evidence[:LATEST],
        with_evidence=sum(bool(a.target.updates) for a in targets),
        chapters=by_section(assessment).choices,
        places=tuple(
            PlaceCount(
                place.short,
                addresses.place(place.id),
                sum(place.name in a.target.places for a in targets),
            )
            for place in site.places
        ),
    )


def groups(targets: tuple[Assessed, ...]) -> tuple[GroupCount, ...]:
    counts = dict.fromkeys(STATUSES, 0)
    for assessed in targets:
        for label in STATUSES:
            counts[label] += label.status is assessed.judgement.status
    return tuple(_group(group, counts) for group in Group)


def _group(group: Group, counts: dict[StatusLabel, int]) -> GroupCount:
    own = tuple(StatusCount(label, n) for label, n in counts.items() if label.group is group)
    only = own[0].status if len(own) == 1 and own[0].status.label == GROUPS[group] else None
    shown = () if only else tuple(count for count in own if count.count)
    return GroupCount(GROUPS[group], group, sum(count.count for count in own), only, shown)


def _evidence(assessment: Assessment) -> tuple[Evidence, ...]:
    """Latest first; of one day, in the report's order."""
    dated = [(a, update) for a in assessment.targets for update in a.target.updates]
    dated.sort(key=lambda pair: _when(pair[1]), reverse=True)
    return tuple(Evidence(card(a, assessment.report), update_item(u)) for a, u in dated)


def _when(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min
