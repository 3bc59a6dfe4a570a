"""The Atom feed: valid, safe with any text, and followed by a feed reader as news should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec.structs import replace
from reader import make_reader

from tests.projects import ROOT
from tracker.errors import Where
from tracker.model import Channel, Contact, Site
from tracker.render.feeds import Entry, Feed, entry_id, feed_file
from tracker.render.templates import Templates

ATOM = "{http://www.w3.org/2005/Atom}"
TEMPLATES = Templates(ROOT / "templates")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
MUST_ONCE = ("id", "title", "updated")
MAY_ONCE = ("subtitle", "summary")

SITE = Site(
    where=Where("content/site.yaml"),
    title="兑现·虚构市",
    tagline="",
    region="虚构市",
    base="/",
    address="https://example.org/tracker/",
    contact=Contact(Channel.TEXT, ""),
    search_scope="",
    search_example="",
    report="xugou-2099",
    places=(),
    agencies=(),
)
PILES = Entry(
    id=entry_id("xugou-2099", "piles", "2099-06-30"),
    title="充电桩：进行中 → 已完成",
    day=date(2099, 6, 30),
    href="targets/piles.html",
    summary="建成充电桩2.1万个（目标2万个）",
    category="已完成",
)
ROADS = Entry(
    entry_id("xugou-2099", "roads", "2099-03-31"), "修路：新的进展", date(2099, 3, 31),
    "targets/roads.html", "修路30公里", "",
)  # fmt: skip
FEED = Feed(
    id=entry_id("xugou-2099", "updates"),
    title="兑现·虚构市：新的进展",
    subtitle="每一条都有来源",
    path="updates.xml",
    home="updates.html",
    updated=date(2099, 7, 1),
    entries=(PILES, ROADS),
)
SNIPPETS = st.sampled_from(
    ["]]>", "<script>alert(1)</script>", "&amp;", "{{ 1 }}", "<![CDATA[", "🏗️"]
)
SPECIAL = st.sampled_from("<>&'\"[]{}%#\n\t 兑")
sayable = SNIPPETS | st.text(
    SPECIAL
    | st.characters(
        min_codepoint=0x20, exclude_characters="\ufffe\uffff", exclude_categories=["Cs"]
    )
)
anything = st.text(SPECIAL | st.characters(exclude_categories=[]))


def written(feed: Feed, address: str = SITE.address) -> bytes:
    return feed_file(feed, replace(SITE, address=address), TEMPLATES)


def parsed(data: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(data, response_headers={"content-type": "application/atom+xml"})
    assert not found.bozo, found.bozo_exception
    return found


def check_atom(data: bytes) -> ElementTree.Element:
    """What RFC 4287 demands of a feed, as far as we write one."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        check_children(element)
    ids = [element.findtext(f"{ATOM}id") for element in (root, *entries)]
    assert len(ids) == len(set(ids))
    assert root.findtext(f"{ATOM}author/{ATOM}name")  # so entries need no author of their own
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]
    for entry in entries:
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    return root


def check_children(element: ElementTree.Element) -> None:
    for name in MUST_ONCE:
        assert len(element.findall(ATOM + name)) == 1, name
    for name in MAY_ONCE:
        assert len(element.findall(ATOM + name)) <= 1, name
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.findtext(f"{ATOM}id") or "")
    assert RFC_3339.fullmatch(element.findtext(f"{ATOM}updated") or "")
    assert all(link.get("href") for link in element.findall(f"{ATOM}link"))
    assert all(category.get("term") for category in element.findall(f"{ATOM}category"))
    for text in element:
        assert text.tag in (f"{ATOM}entry", f"{ATOM}author") or len(text) == 0  # never markup


def test_a_feed_is_valid_and_says_what_it_was_given() -> None:
    data = written(FEED)
    check_atom(data)
    feed = parsed(data)
    first, second = feed.entries

    assert feed.version == "atom10"
    assert feed.feed.title == FEED.title
    assert feed.feed.subtitle == FEED.subtitle
    assert feed.feed.author == SITE.title
    assert (first.id, first.title, first.summary) == (PILES.id, PILES.title, PILES.summary)
    assert [tag.term for tag in first.tags] == ["已完成"]
    assert "tags" not in second
    assert ElementTree.fromstring(data).get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"


def test_a_day_begins_at_midnight_in_china() -> None:
    root = check_atom(written(FEED))

    assert root.findtext(f"{ATOM}updated") == "2099-07-01T00:00:00+08:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}updated") == "2099-06-30T00:00:00+08:00"


def test_a_feed_without_entries_is_valid() -> None:
    data = written(replace(FEED, entries=(), subtitle=""))
    check_atom(data)

    assert parsed(data).entries == []


@pytest.mark.parametrize(
    ("address", "path", "expected"),
    [
        (
            "https://example.org/tracker/",
            "updates.xml",
            [
                "https://example.org/tracker/updates.xml",
                "https://example.org/tracker/updates.html",
                "https://example.org/tracker/targets/piles.html",
            ],
        ),
        ("", "updates.xml", ["updates.xml", "updates.html", "targets/piles.html"]),
        ("", "feeds/all.xml", ["../feeds/all.xml", "../updates.html", "../targets/piles.html"]),
    ],
)
def test_links_are_absolute_where_the_site_has_an_address(
    address: str, path: str, expected: list[str]
) -> None:
    root = check_atom(written(replace(FEED, path=path, entries=(PILES,)), address))

    assert [link.get("href") for link in root.iter(f"{ATOM}link")] == expected


def with_text(title: str, summary: str, category: str) -> Feed:
    entry = replace(PILES, title=title, summary=summary, category=category)
    return replace(FEED, title=title, subtitle=summary, entries=(entry, ROADS))


@given(sayable, sayable, sayable)
def test_text_is_data_whatever_it_says(title: str, summary: str, category: str) -> None:
    root = check_atom(written(with_text(title, summary, category)))
    entry = root.find(f"{ATOM}entry")
    assert entry is not None

    assert root.findtext(f"{ATOM}title") == entry.findtext(f"{ATOM}title") == title
    assert root.findtext(f"{ATOM}subtitle", "") == entry.findtext(f"{ATOM}summary") == summary
    terms = [one.get("term") for one in entry.findall(f"{ATOM}category")]
    assert terms == ([re.sub("[\n\t]", " ", category)] if category else [])


@given(anything, anything, anything)
def test_what_xml_forbids_does_not_reach_the_file(title: str, summary: str, category: str) -> None:
    data = written(with_text(title, summary, category))
    check_atom(data)

    assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", data.decode())
    assert len(parsed(data).entries) == 2


def test_half_a_character_is_left_out() -> None:
    root = check_atom(written(replace(FEED, title="充\ud83d电\x00桩")))

    assert root.findtext(f"{ATOM}title") == "充电桩"


def test_even_trusted_markup_is_text_in_a_feed() -> None:
    root = check_atom(written(replace(FEED, title=Markup("<b>充电桩</b> & 路"))))

    assert root.findtext(f"{ATOM}title") == "<b>充电桩</b> & 路"


def test_the_same_feed_gives_the_same_bytes() -> None:
    assert written(FEED) == written(FEED)


def test_an_id_is_the_same_for_ever() -> None:
    assert entry_id("xugou-2099", "piles") == "urn:uuid:96ee38eb-2034-5d9c-a0e8-e4267b5e4fff"


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_other_parts_give_another_id(one: list[str], other: list[str]) -> None:
    assert (entry_id(*one) == entry_id(*other)) == (one == other)


class Subscription:
    """A feed reader that follows the file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "updates.xml"
        self.reader = make_reader(":memory:", feed_root=str(folder))
        self.reader.add_feed("updates.xml")

    def receive(self, feed: Feed) -> tuple[int, int]:
        """How many entries are new and how many have changed, now that the feed is this."""
        self.file.write_bytes(written(feed))
        update = self.reader.update_feed("updates.xml")
        return (update.new, update.modified) if update else (0, 0)

    @property
    def titles(self) -> dict[str, str | None]:
        return {entry.id: entry.title for entry in self.reader.get_entries()}


@pytest.fixture
def subscription(tmp_path: Path) -> Iterator[Subscription]:
    subscription = Subscription(tmp_path)
    with subscription.reader:
        yield subscription


def test_a_feed_reader_shows_the_entries(subscription: Subscription) -> None:
    subscription.receive(FEED)
    newest, _ = subscription.reader.get_entries()

    assert subscription.titles == {PILES.id: PILES.title, ROADS.id: ROADS.title}
    assert newest.updated == datetime(2099, 6, 29, 16, tzinfo=UTC)
    assert newest.link == "https://example.org/tracker/targets/piles.html"
    assert newest.summary == PILES.summary


def test_a_feed_reader_sees_an_added_entry_as_the_only_new_one(subscription: Subscription) -> None:
    assert subscription.receive(replace(FEED, entries=(ROADS,))) == (1, 0)
    assert subscription.receive(FEED) == (1, 0)
    assert len(subscription.titles) == 2


def test_a_feed_reader_sees_a_changed_title_as_the_same_entry(subscription: Subscription) -> None:
    subscription.receive(FEED)
    renamed = replace(PILES, title="充电桩：更正")

    assert subscription.receive(replace(FEED, entries=(renamed, ROADS))) == (0, 1)
    assert subscription.titles == {PILES.id: "充电桩：更正", ROADS.id: ROADS.title}


def test_a_feed_reader_sees_nothing_new_in_the_same_feed(subscription: Subscription) -> None:
    subscription.receive(FEED)

    assert subscription.receive(FEED) == (0, 0)
