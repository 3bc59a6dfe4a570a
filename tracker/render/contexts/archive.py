"""The home page of an archive: search, the regions, what is new, how things stand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.render import addresses
from tracker.render.addresses import Link
from tracker.render.contexts.listing import Facet, ways
from tracker.render.contexts.updates import Happening, latest
from tracker.render.tally import Tally
from tracker.render.whole import Region, Whole

FEW = 10  # reports of one region, up to which home is about the newest
REGIONS = 24  # named on the home page
NAMED = ("place", "topic", "agency")


class RegionCard(Struct, frozen=True):
    name: str
    href: str
    latest: Link  # of its reports
    reports: int
    targets: int


class Way(Struct, frozen=True):
    """To the values of a facet: each by a link, or the page that lists them."""

    facet: Facet
    href: str


class Archive(Struct, frozen=True):
    regions: tuple[RegionCard, ...]
    regions_count: int
    reports: int
    years: str
    total: int
    tally: Tally
    composites: int
    news: tuple[Happening, ...]
    ways: tuple[Way, ...]


def is_archive(whole: Whole) -> bool:
    return whole.is_archive and (len(whole.regions) > 1 or len(whole.digests) > FEW)


def archive(whole: Whole) -> Archive:
    years = sorted({digest.report.year for digest in whole.digests})
    return Archive(
        regions=tuple(_region(region, whole) for region in whole.regions[:REGIONS]),
        regions_count=len(whole.regions),
        reports=len(whole.digests),
        years=f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年",
        total=len(whole.cards),
        tally=whole.tally,
        composites=sum(not card.counts for card in whole.cards),
        news=latest(whole),
        ways=tuple(_ways(whole)),
    )


def _region(region: Region, whole: Whole) -> RegionCard:
    newest = region.digests[0].report
    return RegionCard(
        region.name,
        addresses.region(region.name, whole.site),
        Link(f"{newest.year}年报告", addresses.landing(newest)),
        len(region.digests),
        len(region.cards),
    )


def _ways(whole: Whole) -> Iterator[Way]:
    for facet in ways(whole):
        if facet.key in NAMED and facet.choices:
            yield Way(facet.bare(), facet.index or f"targets.html#facet-{facet.key}")
