"""The home page: what this is, how things stand, what to look at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.model import Assessment, Status, Update
from tracker.render import addresses, wording
from tracker.render.cards import UNDATED, Card, card, cards, every_card
from tracker.render.contexts.glance import Glance, glance
from tracker.render.contexts.listing import Choice, by_agency, by_deadline, by_topic, listing
from tracker.render.contexts.tiles import TileMap, tile_map
from tracker.render.sources import Item, update_item
from tracker.render.tally import Tally, tally

LATEST = 4
OVERDUE = 4
DEADLINES = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    card: Card
    item: Item


@dataclass(frozen=True, slots=True)
class Due:
    choice: Choice
    is_past: bool


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
    map: TileMap
    topics: tuple[Choice, ...]
    deadlines: tuple[Due, ...]
    agencies: tuple[Choice, ...]
    other_reports: tuple[OtherReport, ...]


def home(assessment: Assessment) -> Home:
    site, report, targets = assessment.site, assessment.report, assessment.targets
    every = every_card(assessment)
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
        map=tile_map(assessment),
        topics=by_topic(every).choices,
        deadlines=tuple(_deadlines(by_deadline(assessment, every).choices, assessment.as_of)),
        agencies=by_agency(assessment, every).choices,
        other_reports=tuple(
            OtherReport(
                wording.report_title(other.report),
                addresses.report(other.report),
                len(other.targets),
            )
            for other in assessment.ledgers[1:]
        ),
    )


def _deadlines(choices: tuple[Choice, ...], as_of: date) -> Iterator[Due]:
    """The next ones, or the last ones where no more lie ahead; then what has no day."""
    today = as_of.isoformat()
    dated = [choice for choice in choices if choice.key != UNDATED]
    past = sum(choice.key < today for choice in dated)
    first = max(0, min(past, len(dated) - DEADLINES))
    for choice in dated[first : first + DEADLINES]:
        yield Due(choice, choice.key < today)
    yield from (Due(choice, is_past=False) for choice in choices if choice.key == UNDATED)


def _evidence(assessment: Assessment) -> tuple[Evidence, ...]:
    """Latest first; of one day, in the report's order."""
    dated = [(a, update) for a in assessment.targets for update in a.target.updates]
    dated.sort(key=lambda pair: _when(pair[1]), reverse=True)
    return tuple(Evidence(card(a, assessment.report), update_item(u)) for a, u in dated)


def _when(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min
