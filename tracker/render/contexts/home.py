"""The home page: what this is, how things stand, what to look at first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.model import Assessment, Status, Update
from tracker.render import addresses, wording
from tracker.render.cards import Card, card, cards
from tracker.render.contexts.glance import Glance, glance
from tracker.render.contexts.listing import listing
from tracker.render.sources import Item, update_item
from tracker.render.tally import Tally, tally

LATEST = 6
OVERDUE = 6


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
class OtherReport:
    title: str
    href: str
    targets: int


@dataclass(frozen=True, slots=True)
class Home:
    region: str
    year: int
    report_href: str
    total: int
    numerals: int
    tally: Tally
    composites: int  # counted by their parts
    overdue: tuple[Card, ...]
    overdue_total: int
    overdue_href: str
    evidence: tuple[Evidence, ...]
    with_evidence: int
    glance: Glance
    places: tuple[PlaceCount, ...]
    other_reports: tuple[OtherReport, ...]


def home(assessment: Assessment) -> Home:
    site, report, targets = assessment.site, assessment.report, assessment.targets
    overdue = [card for card in cards(assessment) if card.status.status is Status.OVERDUE]
    evidence = _evidence(assessment)
    return Home(
        region=site.region,
        year=report.year,
        report_href=addresses.report(report),
        total=len(targets),
        numerals=len(assessment.coverage),
        tally=tally(cards(assessment)),
        composites=sum(not card.counts for card in cards(assessment)),
        overdue=tuple(overdue[:OVERDUE]),
        overdue_total=len(overdue),
        overdue_href=f"status/{Status.OVERDUE}.html",
        evidence=evidence[:LATEST],
        with_evidence=sum(bool(a.target.updates) for a in targets),
        glance=glance(listing(assessment).volumes[0].chapters if targets else ()),
        places=tuple(
            PlaceCount(
                place.short,
                addresses.place(place.id),
                sum(place.name in a.target.places for a in targets),
            )
            for place in site.places
        ),
        other_reports=tuple(
            OtherReport(
                wording.report_title(other.report),
                addresses.report(other.report),
                len(other.targets),
            )
            for other in assessment.ledgers[1:]
        ),
    )


def _evidence(assessment: Assessment) -> tuple[Evidence, ...]:
    """Latest first; of one day, in the report's order."""
    dated = [(a, update) for a in assessment.targets for update in a.target.updates]
    dated.sort(key=lambda pair: _when(pair[1]), reverse=True)
    return tuple(Evidence(card(a, assessment.report), update_item(u)) for a, u in dated)


def _when(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min
