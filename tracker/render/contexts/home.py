"""The home page: what this is, how things stand, what to look at first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tracker.model import Status
from tracker.render import addresses, wording
from tracker.render.cards import UNDATED, Card
from tracker.render.contexts.glance import Glance, glance
from tracker.render.contexts.listing import (
    Choice,
    by_agency,
    by_deadline,
    by_topic,
    chapters_of,
)
from tracker.render.contexts.tiles import TileMap, tile_map
from tracker.render.tally import Tally, tally
from tracker.render.whole import Evidence, Whole

OVERDUE = 4
DEADLINES = 2


class Due(Struct, frozen=True):
    choice: Choice
    is_past: bool


class OtherReport(Struct, frozen=True):
    title: str
    href: str
    targets: int


class Home(Struct, frozen=True):
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


def home(whole: Whole) -> Home:
    site, own = whole.site, whole.own
    overdue = [card for card in own.cards if card.status.status is Status.OVERDUE]
    return Home(
        region=site.region,
        year=own.report.year,
        report_href=addresses.report(own.report),
        total=len(own.cards),
        numerals=own.numerals,
        tally=tally(own.cards),
        composites=sum(not card.counts for card in own.cards),
        overdue=tuple(overdue[:OVERDUE]),
        overdue_total=len(overdue),
        overdue_href=f"status/{Status.OVERDUE}.html",
        evidence=own.evidence,
        with_evidence=own.with_evidence,
        glance=glance(chapters_of(own) if own.cards else ()),
        map=tile_map(whole),
        topics=by_topic(whole).bare().choices,
        deadlines=tuple(_deadlines(by_deadline(whole).bare().choices, whole.as_of)),
        agencies=by_agency(whole).bare().choices,
        other_reports=tuple(
            OtherReport(
                wording.report_title(other.report),
                addresses.landing(other.report),
                len(other.cards),
            )
            for other in whole.digests[1:]
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
