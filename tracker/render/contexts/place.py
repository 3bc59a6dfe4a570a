"""All there is about one place: its reports if it is a region, and what names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Place
from tracker.render import addresses, wording
from tracker.render.addresses import Link
from tracker.render.cards import UNDATED, Card
from tracker.render.contexts.glance import Table
from tracker.render.contexts.listing import Choice, by_place, by_section
from tracker.render.contexts.reports import table_of
from tracker.render.contexts.tiles import TileMap, tiles_of
from tracker.render.labels import STATUSES, StatusLabel
from tracker.render.mentions import Run
from tracker.render.paging import PAGE, Position, paged
from tracker.render.tally import Tally, tally
from tracker.render.whole import Region, Whole

SEALS = 4  # take as much room as a row


class Line(Struct, frozen=True):
    """A sentence that names the place, and where it stands."""

    href: str
    runs: tuple[Run, ...]
    section: Link | None
    volume: str  # the report's title, where the site has several


class Recurring(Struct, frozen=True):
    """One goal through the years."""

    title: str  # of the latest
    cards: tuple[Card, ...]  # oldest first


class RegionPart(Struct, frozen=True):
    """What a place has that reports of its own are about."""

    name: str
    count: int  # of its reports
    total: int  # of their targets
    table: Table
    key: tuple[StatusLabel, ...]  # of the seals below
    recurring: int
    files: tuple[Link, ...]


class PlacePage(Struct, frozen=True):
    """A page of the place; `recurring`, `cards` and `lines` are those that stand on it."""

    choice: Choice
    short: str
    region: str
    part: RegionPart | None
    homes: tuple[Link, ...]  # regions whose reports name the place, where the site has several
    tally: Tally
    total: int
    recurring: tuple[Recurring, ...]
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    lines_total: int
    shared: tuple[Choice, ...]  # by chapter, the targets that name no place, unless too many
    shared_total: int
    map: TileMap
    position: Position


def place_pages(whole: Whole) -> Iterator[PlacePage]:
    around = Around(whole)
    regions = {region.name: region for region in whole.regions} if len(whole.digests) > 1 else {}
    for place, choice in zip(whole.site.places, by_place(whole).choices, strict=True):
        region = regions.get(place.name)
        recurring = tuple(_recurring(region)) if region else ()
        lines = tuple(_lines(place.id, whole))
        page = PlacePage(
            choice=choice.bare(),
            short=place.short,
            region=whole.site.region,
            part=_part(region, recurring, whole) if region else None,
            homes=around.homes(place),
            tally=tally(choice.cards),
            total=len(whole.cards),
            recurring=(),
            cards=(),
            lines=(),
            lines_total=len(lines),
            shared=around.shared,
            shared_total=around.shared_total,
            map=around.map(place),
            position=Position(choice.href),
        )
        yield from _pages(page, (*recurring, *choice.cards, *lines))


def _pages(page: PlacePage, rows: tuple[Recurring | Card | Line, ...]) -> Iterator[PlacePage]:
    for position, own in paged(page.choice.href, rows, weight=_weight):
        yield replace(
            page,
            recurring=tuple(row for row in own if isinstance(row, Recurring)),
            cards=tuple(row for row in own if isinstance(row, Card)),
            lines=tuple(row for row in own if isinstance(row, Line)),
            position=position,
        )


def _weight(row: Recurring | Card | Line) -> int:
    return 1 + len(row.cards) // SEALS if isinstance(row, Recurring) else 1


class Around:
    """What the page of a place shows of others."""

    def __init__(self, whole: Whole) -> None:
        self._site = whole.site
        self._about = whole.by_place
        self._said = {place: len(lines) for place, lines in whole.named.items()}
        self._one_region = len(whole.regions) == 1
        named = {region.name: names_in(region) for region in whole.regions}
        self._places = {
            region: tuple(one for one in whole.site.places if one.name in near)
            for region, names in named.items()
            for near in [{*names, region}]
        }
        self._homes: dict[str, list[str]] = {}
        for region, names in named.items():
            for name in names:
                self._homes.setdefault(name, []).append(region)
        found = tuple(_shared(whole)) if self._one_region else ()
        self.shared_total = sum(chapter.count for chapter in found)
        self.shared = found if self.shared_total <= PAGE else ()

    def homes(self, place: Place) -> tuple[Link, ...]:
        if self._one_region:
            return ()
        names = (name for name in self._homes.get(place.name, ()) if name != place.name)
        return tuple(Link(name, addresses.region(name, self._site)) for name in names)

    def map(self, place: Place) -> TileMap:
        """Of the places that the same reports name."""
        if self._one_region:
            return tiles_of(self._site.places, self._about, self._said, place.id)
        regions = [place.name, *self._homes.get(place.name, ())]
        near = {one: None for name in regions for one in self._places.get(name, ())}
        return tiles_of(tuple(near), self._about, self._said, place.id)


def names_in(region: Region) -> Mapping[str, None]:
    """Of the places that its targets name."""
    return dict.fromkeys(name for card in region.cards for name in card.places)


def _part(region: Region, recurring: tuple[Recurring, ...], whole: Whole) -> RegionPart:
    used = {card.status for one in recurring for card in one.cards}
    return RegionPart(
        name=region.name,
        count=len(region.digests),
        total=len(region.cards),
        table=table_of(region),
        key=tuple(label for label in STATUSES if label in used),
        recurring=len(recurring),
        files=tuple(_files(region, whole)),
    )


def _files(region: Region, whole: Whole) -> Iterator[Link]:
    name, site = region.name, whole.site
    if any(card.deadline_key != UNDATED for card in region.cards):
        yield Link("时限日历（iCalendar）", addresses.region_calendar(name, site))
    if len(whole.regions) > 1:
        yield Link("订阅动态（Atom）", addresses.region_feed(name, site))
    yield Link("各年的目标（JSON）", addresses.region_file("targets", name, site))
    yield Link("各年的动态（JSON）", addresses.region_file("updates", name, site))


def _recurring(region: Region) -> Iterator[Recurring]:
    """In the order of the latest report that has them."""
    by_id = {card.id: card for card in region.cards}
    told: set[str] = set()
    for digest in region.digests:
        for family in digest.families:
            if not told & set(family):
                cards = tuple(by_id[name] for name in family)
                yield Recurring(cards[-1].title, cards)
            told.update(family)


def _shared(whole: Whole) -> Iterator[Choice]:
    names = {place.name for place in whole.site.places}
    for chapter in by_section(whole).choices:
        if own := tuple(card for card in chapter.cards if not _names_one(card, names)):
            yield chapter.narrowed(own)


def _names_one(card: Card, names: set[str]) -> bool:
    return any(place in names for place in card.places)


def _lines(place: str, whole: Whole) -> Iterator[Line]:
    several = len(whole.digests) > 1
    for report, one in whole.named[place]:
        volume = wording.report_title(report) if several else ""
        yield Line(one.href, one.runs, one.section, volume)
