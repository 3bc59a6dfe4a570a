"""The pages of a site of many reports: long lists on several pages, a page for each region."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import ROOT, whole
from tests.test_demo import DAY, files
from tracker.inputs import Inputs
from tracker.model import Assessment, Place, Site
from tracker.pipeline import assess
from tracker.read.ids import ID
from tracker.render import addresses
from tracker.render.contexts.archive import archive, is_archive
from tracker.render.contexts.deadlines import deadlines
from tracker.render.contexts.landing import landing, ways_to
from tracker.render.contexts.listing import facet_pages, facets, listings, ways
from tracker.render.contexts.overview import overview
from tracker.render.contexts.place import PlacePage, place_pages
from tracker.render.contexts.reports import report_pages
from tracker.render.contexts.search import search_page
from tracker.render.contexts.updates import updates
from tracker.render.paging import PAGE, paged
from tracker.render.robots import sitemaps
from tracker.render.whole import Whole

REPORTS = 12  # of two regions


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    folder = tmp_path_factory.mktemp("archive")
    for name, data in files(REPORTS).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    inputs = Inputs(folder / "content", folder / "targets.yaml", ROOT / "templates")
    return assess(inputs, DAY, today=DAY)


@pytest.fixture(scope="module")
def every(assessment: Assessment) -> Whole:
    return whole(assessment)


@pytest.fixture(scope="module")
def places(every: Whole) -> dict[str, list[PlacePage]]:
    found: dict[str, list[PlacePage]] = {}
    for page in place_pages(every):
        found.setdefault(page.choice.label, []).append(page)
    return found


# --- pages of a list ------------------------------------------------------------------------


@settings(max_examples=50)
@given(st.lists(st.integers(1, 150), max_size=60), st.integers(1, 120))
def test_all_rows_stand_on_some_page_in_their_order(weights: list[int], size: int) -> None:
    pages = list(paged("a.html", weights, weight=int, size=size))

    assert [row for _, own in pages for row in own] == weights
    assert [position.number for position, _ in pages] == list(range(1, len(pages) + 1))
    assert {position.count for position, _ in pages} == {len(pages)}
    assert all(sum(own) <= size or len(own) == 1 for _, own in pages)


@settings(max_examples=50)
@given(st.from_regex(ID.pattern, fullmatch=True), st.integers(2, 99))
def test_no_page_of_a_list_has_the_address_of_another_page(name: str, number: int) -> None:
    first, later = addresses.place(name), addresses.numbered(addresses.place(name), number)

    assert later != first
    assert not ID.fullmatch(Path(later).stem)


def test_the_first_page_has_the_address_of_the_list(every: Whole) -> None:
    assert next(listings(every)).position.href == "targets.html"
    assert [page.position.href for page in listings(every)][1] == "targets--2.html"


# --- every list is whole --------------------------------------------------------------------


def test_every_target_is_listed_once(every: Whole) -> None:
    pages = [
        [
            card.id
            for volume in page.volumes
            for chapter in volume.chapters
            for card in chapter.cards
        ]
        for page in listings(every)
    ]

    assert [name for own in pages for name in own] == [card.id for card in every.cards]
    assert all(len(own) <= PAGE for own in pages)


def test_every_list_of_a_facet_is_whole(every: Whole) -> None:
    pages = [
        [(page.facet.key, page.choice.key, card.id) for part in page.parts for card in part.cards]
        for page in facet_pages(every)
    ]
    listed = Counter(
        (facet.key, choice.key, card.id)
        for facet in facets(every)
        for choice in facet.choices
        for card in choice.cards
        if facet.key not in ("place", "section")  # of other pages
    )

    assert Counter(chain.from_iterable(pages)) == listed
    assert all(len(own) <= PAGE for own in pages)


def test_every_piece_of_news_is_told_once(every: Whole) -> None:
    pages = list(updates(every))
    told = [len(one.targets) for page in pages for day in page.days for one in day.happenings]

    assert sum(told) == pages[0].total == len(every.news)
    assert len(pages) > 1


def test_news_of_different_reports_are_told_apart(every: Whole) -> None:
    reports = {card.href: card.report for card in every.cards}
    for page in updates(every):
        for day in page.days:
            for one in day.happenings:
                assert one.report
                assert {reports[target.href] for target in one.targets} == {
                    Path(one.report.href).stem
                }


def test_pages_that_listed_all_targets_lead_to_lists_instead(every: Whole) -> None:
    assert next(facet.key for facet in ways(every)) == "report"
    assert search_page(every).volumes == ()
    assert deadlines(every).due == ()
    assert overview(every).glance is None


# --- reports and regions --------------------------------------------------------------------


def test_every_report_is_in_the_index_and_has_a_page(assessment: Assessment, every: Whole) -> None:
    rows = [
        row.href for page in report_pages(every) for one in page.regions for row in one.table.rows
    ]
    pages = [
        landing(assessment.of(ledger), digest)
        for ledger, digest in zip(assessment.ledgers, every.digests, strict=True)
    ]

    assert rows == [page.href for page in pages]
    for page, digest in zip(pages, every.digests, strict=True):
        assert page.total == sum(chapter.count for chapter in page.chapters) == len(digest.cards)


def test_the_way_to_a_report_leads_by_its_region(assessment: Assessment) -> None:
    assert [link.href for link in ways_to(assessment, several=True)] == [
        "reports.html",
        "places/region01.html",
        "reports/region01-2099.html",
    ]
    assert ways_to(assessment, several=False) == ()


def test_the_page_of_a_region_has_its_reports_and_its_goals_through_the_years(
    every: Whole, places: dict[str, list[PlacePage]]
) -> None:
    for region in every.regions:
        pages = places[region.name]
        part = pages[0].part
        assert part
        assert [row.href for row in part.table.rows] == [
            addresses.landing(digest.report) for digest in region.digests
        ]
        shown = [card.id for page in pages for one in page.recurring for card in one.cards]
        families = {family for digest in region.digests for family in digest.families}
        assert Counter(shown) == Counter(name for family in families for name in family)


def test_the_pages_of_a_place_hold_all_that_names_it(
    every: Whole, places: dict[str, list[PlacePage]]
) -> None:
    for place in every.site.places:
        pages = places[place.name]
        cards = [card.id for page in pages for card in page.cards]
        assert cards == [card.id for card in every.cards if place.name in card.places]
        lines = [line.href for page in pages for line in page.lines]
        assert lines == [one.href for _, one in every.named[place.id]]


def test_a_place_leads_to_the_region_whose_reports_name_it(
    places: dict[str, list[PlacePage]], every: Whole
) -> None:
    county = places[next(p.name for p in every.site.places if p.id == "region02-1")][0]

    assert [link.href for link in county.homes] == ["places/region02.html"]
    assert {tile.href for tile in county.map.others} <= {
        f"places/{p.id}.html" for p in every.site.places if p.id.startswith("region02")
    }


def test_home_leads_to_the_regions(every: Whole) -> None:
    assert is_archive(every)
    page = archive(every)
    assert [(one.href, one.reports) for one in page.regions] == [
        ("places/region01.html", 10),
        ("places/region02.html", 2),
    ]
    assert sum(one.targets for one in page.regions) == page.total


# --- addresses ------------------------------------------------------------------------------


def test_the_files_of_a_region_are_named_by_the_place_that_it_is(every: Whole) -> None:
    site: Site = every.site
    assert addresses.region_file("targets", site.region, site) == "data/targets.json"
    other = every.regions[1].name
    assert addresses.region_file("targets", other, site) == "data/targets-region02.json"
    assert addresses.region_calendar(other, site) == "calendars/region02.ics"
    assert isinstance(site.places[0], Place)
    assert addresses.slug("虚构无名县", site) == addresses.spelled("虚构无名县")


def test_a_sitemap_that_is_full_is_followed_by_another() -> None:
    files = sitemaps("https://example.org", [f"{n}.html" for n in range(5)], most=2)

    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert files["sitemap.xml"].count(b"<sitemap>") == 3
    assert b"".join(files.values()).count(b"<url>") == 5
