"""All there is about one place: what names it, and what it shares with the whole region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.render import wording
from tracker.render.addresses import Link
from tracker.render.cards import Card
from tracker.render.contexts.listing import Choice, by_place, by_section
from tracker.render.contexts.tiles import TileMap, tile_map
from tracker.render.mentions import Run
from tracker.render.tally import Tally, tally
from tracker.render.whole import Whole


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that names the place, and where it stands."""

    href: str
    runs: tuple[Run, ...]
    section: Link | None
    volume: str  # the report's title, where the site has several


@dataclass(frozen=True, slots=True)
class PlacePage:
    choice: Choice
    short: str
    region: str
    tally: Tally
    total: int
    lines: tuple[Line, ...]
    shared: tuple[Choice, ...]  # by chapter, the targets that name no place
    shared_total: int
    map: TileMap


def place_pages(whole: Whole) -> Iterator[PlacePage]:
    shared = tuple(_shared(whole))
    for place, choice in zip(whole.site.places, by_place(whole).choices, strict=True):
        yield PlacePage(
            choice=choice,
            short=place.short,
            region=whole.site.region,
            tally=tally(choice.cards),
            total=len(whole.cards),
            lines=tuple(_lines(place.id, whole)),
            shared=shared,
            shared_total=sum(chapter.count for chapter in shared),
            map=tile_map(whole, place.id),
        )


def _shared(whole: Whole) -> Iterator[Choice]:
    names = {place.name for place in whole.site.places}
    for chapter in by_section(whole).choices:
        if own := tuple(card for card in chapter.cards if not _names_one(card, names)):
            yield replace(chapter, cards=own)


def _names_one(card: Card, names: set[str]) -> bool:
    return any(place in names for place in card.places)


def _lines(place: str, whole: Whole) -> Iterator[Line]:
    several = len(whole.digests) > 1
    for report, one in whole.named[place]:
        volume = wording.report_title(report) if several else ""
        yield Line(one.href, one.runs, one.section, volume)
