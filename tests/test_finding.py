"""The ways in: topics, the map of the places, the page of a place, the home page."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.projects import ROOT, YEARS_DATE, inputs, real_assessment, whole, years_project
from tracker.model import TILE_COLUMNS, TILE_ROWS, Assessment, Place
from tracker.pipeline import assess
from tracker.render import addresses
from tracker.render.contexts.home import Home, home
from tracker.render.contexts.listing import by_topic
from tracker.render.contexts.place import PlacePage, place_pages
from tracker.render.contexts.tiles import tiles_of
from tracker.render.mentions import Names, runs_of
from tracker.render.search.library import library

PUBLISHED = {
    "工业": "topics/gongye-af5a32.html",
    "农业": "topics/nongye-b2acde.html",
    "文旅": "topics/wenlv-c229ca.html",
    "营商环境": "topics/yingshanghuanjing-5bf600.html",
    "5G·应用": "topics/5gyingyong-2a5e11.html",
}  # fmt: skip
ADDRESS = re.compile(r"topics/(?:[a-z0-9]+-)?[0-9a-f]{6}\.html")
WORDS = st.text(min_size=1, max_size=30) | st.text("工公功业叶页农浓", min_size=1, max_size=3)


# --- topics ---------------------------------------------------------------------------------


@pytest.mark.parametrize("word", PUBLISHED)
def test_the_address_of_a_topic_stays(word: str) -> None:
    assert addresses.topic(word) == PUBLISHED[word]


@given(WORDS, WORDS)
def test_topics_that_sound_alike_have_addresses_of_their_own(one: str, other: str) -> None:
    assume(one != other)

    assert ADDRESS.fullmatch(addresses.topic(one))
    assert addresses.topic(one) != addresses.topic(other)


@pytest.fixture(scope="module")
def real() -> Assessment:
    return real_assessment()


def test_a_topic_keeps_its_address_when_others_come(real: Assessment) -> None:
    every = whole(real)
    first, *others = every.own.cards
    cards = (replace(first, topics=("弄业", "农页", *first.topics)), *others)
    joined = replace(every, digests=(replace(every.own, cards=cards),))
    before = {choice.key: choice.href for choice in by_topic(every).choices}
    after = {choice.key: choice.href for choice in by_topic(joined).choices}

    assert before.items() < after.items()
    assert len(set(after.values())) == len(after) == len(before) + 2


def test_topics_are_those_of_the_search(real: Assessment) -> None:
    every = whole(real)

    assert tuple(choice.key for choice in by_topic(every).choices) == library(every).topics


# --- names and the map ----------------------------------------------------------------------

XINJIANG = Place("xinjiang", "新绛县", "新绛", (1, 2))
JIANGXIAN = Place("jiangxian", "绛县", "绛县", (1, 1))
LOWLAND = Place("lowland", "虚构县", "虚构")
PLACES = (XINJIANG, JIANGXIAN, LOWLAND)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("新绛县的路", ["xinjiang"]),
        ("新绛、绛县的路", ["xinjiang", "jiangxian"]),
        ("绛县和新绛", ["jiangxian", "xinjiang"]),
        ("虚构县、虚构", ["lowland", "lowland"]),
        ("全市的路", []),
    ],
)
def test_a_longer_name_does_not_name_the_shorter_one_in_it(text: str, named: list[str]) -> None:
    assert [place.id for _, _, place in Names(PLACES).find(text)] == named


def test_without_places_nothing_is_named() -> None:
    assert list(Names(()).find("新绛县")) == []


@given(st.text("新绛县、路"))
def test_the_runs_of_a_sentence_are_its_text(text: str) -> None:
    spans = [(start, end) for start, end, _ in Names(PLACES).find(text)]
    runs = list(runs_of(text, spans))

    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.named] == [text[a:b] for a, b in spans]


def test_tiles_are_read_row_by_row_and_the_rest_is_listed() -> None:
    found = tiles_of(PLACES, {}, {place.id: 0 for place in PLACES}, "xinjiang")

    assert [(tile.name, tile.row, tile.column) for tile in found.tiles] == [
        ("绛县", 1, 1),
        ("新绛", 1, 2),
    ]
    assert [tile.name for tile in found.others] == ["虚构"]
    assert [tile.name for tile in found.tiles if tile.current] == ["新绛"]


def test_every_tile_that_may_be_written_has_its_style() -> None:
    sheet = (ROOT / "assets/css/components/tile-map.css").read_text("utf-8")
    rows, columns = (set(re.findall(rf"\.tile-map-{one}(\d+) ", sheet)) for one in "rc")

    assert rows == {str(n) for n in range(1, TILE_ROWS + 1)}
    assert columns == {str(n) for n in range(1, TILE_COLUMNS + 1)}


# --- the page of a place --------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(real: Assessment) -> dict[str, PlacePage]:
    return {page.short: page for page in place_pages(whole(real))}


def test_a_place_shows_every_sentence_that_names_it(
    real: Assessment, pages: dict[str, PlacePage]
) -> None:
    for page in pages.values():
        texts = ["".join(run.text for run in line.runs) for line in page.lines]
        printed = [s.text for s in real.report.sentences]
        assert texts == [s for s in printed if page.short in s.replace("新绛县", "新绛")]
        assert all(any(run.named for run in line.runs) for line in page.lines)
        assert all(line.section for line in page.lines)


def test_what_names_no_place_is_shared_by_all(
    real: Assessment, pages: dict[str, PlacePage]
) -> None:
    named = {card.id for page in pages.values() for card in page.cards}
    for page in pages.values():
        shared = [card.id for chapter in page.shared for card in chapter.cards]
        assert len(shared) == len(set(shared)) == page.shared_total
        assert not named & set(shared)
        assert page.shared_total + len(named) == len(real.targets)


def test_the_map_says_how_much_there_is_behind_each_tile(pages: dict[str, PlacePage]) -> None:
    for page in pages.values():
        assert [tile.name for tile in page.map.tiles if tile.current] == [page.short]
        for tile in page.map.tiles:
            shown = pages[tile.name]
            assert (tile.targets, tile.sentences) == (shown.choice.count, len(shown.lines))


# --- home -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def front(real: Assessment) -> Home:
    return home(whole(real))


def test_home_leads_to_every_place_topic_and_agency(real: Assessment, front: Home) -> None:
    assert len(front.map.tiles) + len(front.map.others) == len(real.site.places)
    assert {topic.key for topic in front.topics} == set(library(whole(real)).topics)
    assert len(front.agencies) == len(real.site.agencies)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return assess(inputs(years_project(tmp_path_factory.mktemp("years"))), YEARS_DATE)


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2098, 6, 1), [("2098-12-31", False), ("2099-12-31", False), ("none", False)]),
        (date(2100, 1, 25), [("2099-12-31", True), ("2100-12-31", False), ("none", False)]),
        (date(2120, 1, 1), [("2099-12-31", True), ("2100-12-31", True), ("none", False)]),
    ],
)
def test_home_shows_the_next_deadlines_else_the_last_ones(
    years: Assessment, today: date, shown: list[tuple[str, bool]]
) -> None:
    found = home(whole(replace(years, as_of=today))).deadlines

    assert [(due.choice.key, due.is_past) for due in found] == shown
