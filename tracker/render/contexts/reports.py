"""All reports, region by region, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.render import addresses
from tracker.render.contexts.glance import Row, Table
from tracker.render.labels import GROUPS
from tracker.render.paging import Position, paged
from tracker.render.tally import tally
from tracker.render.whole import Region, Whole


class RegionReports(Struct, frozen=True):
    """`href` leads to the page of the place that the region is, if it has one."""

    name: str
    id: str
    href: str
    table: Table
    count: int


class Reports(Struct, frozen=True):
    regions: tuple[RegionReports, ...]
    count: int  # of all reports
    regions_count: int
    total: int  # of all targets
    position: Position


def report_pages(whole: Whole) -> Iterator[Reports]:
    for position, own in paged(
        addresses.REPORTS, whole.regions, weight=lambda region: len(region.digests)
    ):
        yield Reports(
            regions=tuple(_region(region, whole) for region in own),
            count=len(whole.digests),
            regions_count=len(whole.regions),
            total=len(whole.cards),
            position=position,
        )


def _region(region: Region, whole: Whole) -> RegionReports:
    page = addresses.region(region.name, whole.site)
    return RegionReports(
        region.name,
        addresses.spelled(region.name),
        "" if page == addresses.REPORTS else page,
        table_of(region),
        len(region.digests),
    )


def table_of(region: Region) -> Table:
    """A row for each report, though none of its targets are known."""
    rows = (
        Row(f"{one.report.year}年", addresses.landing(one.report), tally(one.cards))
        for one in region.digests
    )
    return Table(addresses.spelled(region.name), "报告", "", tuple(GROUPS.values()), tuple(rows))
