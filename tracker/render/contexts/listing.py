"""Lists of targets: all of them, and one list for each value of each facet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from tracker.render import addresses, wording
from tracker.render.cards import UNDATED, Card
from tracker.render.labels import STATUSES, TYPE_MEANINGS, TYPES
from tracker.render.paging import Position, paged
from tracker.render.tally import Tally, grouped, tally
from tracker.render.whole import Digest, Whole

TARGETS = "targets.html"
MANY = 60  # values of a facet; more stand on a page of their own, not on every page
INDEXES = {
    "report": "reports.html",
    "place": "places.html",
    "topic": "topics.html",
    "agency": "agencies.html",
    "deadline": "deadlines.html",
}
INDEXED = ("place", "topic", "agency")  # the others' pages say more
LINKS = 300  # on a page that has nothing else
MENTIONED = "有来源在谈到这些目标时提到它；被提到，不等于责任单位。"


class Choice(Struct, frozen=True):
    """One value of a facet, with its targets or with their number alone."""

    key: str
    label: str
    href: str
    note: str
    count: int
    cards: tuple[Card, ...] = ()

    def bare(self) -> Choice:
        return replace(self, cards=())

    def narrowed(self, cards: tuple[Card, ...]) -> Choice:
        """To some of its targets."""
        return replace(self, count=len(cards), cards=cards)


def choice_of(key: str, label: str, href: str, note: str, cards: tuple[Card, ...]) -> Choice:
    return Choice(key, label, href, note, len(cards), cards)


class Facet(Struct, frozen=True):
    key: str
    label: str
    count: int  # of its choices
    choices: tuple[Choice, ...]

    @property
    def index(self) -> str:
        """The page that lists the choices, where they are many."""
        return INDEXES.get(self.key, "") if self.count > MANY else ""

    def bare(self) -> Facet:
        """As it is known by a page that shows no targets of it."""
        return replace(self, choices=tuple(one.bare() for one in self.choices))

    def linked(self) -> Facet:
        """As it is known by a page that leads to its choices, or to the page that lists them."""
        return replace(self, choices=()) if self.index else self.bare()


def facet_of(key: str, label: str, choices: Iterable[Choice]) -> Facet:
    found = tuple(choices)
    return Facet(key, label, len(found), found)


class Volume(Struct, frozen=True):
    """The targets of one report, by chapter."""

    title: str  # empty where there is only one
    chapters: tuple[Choice, ...]


class Listing(Struct, frozen=True):
    """All targets, report by report and chapter by chapter, with the facets to filter by."""

    total: int
    volumes: tuple[Volume, ...]
    facets: tuple[Facet, ...]  # on the first page
    position: Position
    first_way: str  # what the first facet is called


class Part(Struct, frozen=True):
    """Cards of a page, under a heading where it has several; `href` leads to their report."""

    title: str
    note: str
    cards: tuple[Card, ...]
    href: str = ""


class FacetPage(Struct, frozen=True):
    """`parts` hold the targets that stand on it."""

    facet: Facet
    choice: Choice
    parts: tuple[Part, ...]
    tally: Tally
    total: int
    position: Position


def listings(whole: Whole) -> Iterator[Listing]:
    """What can be filtered stands on one page; else there are the lists of the facets."""
    shown, total = ways(whole), len(whole.cards)
    rows = (
        (volume, chapter, card)
        for volume in volumes(whole)
        for chapter in volume.chapters
        for card in chapter.cards
    )
    for position, own in paged(TARGETS, rows):
        facets_here = tuple(facet.bare() for facet in shown) if position.is_first else ()
        yield Listing(total, tuple(_volumes(own)), facets_here, position, shown[0].label)


def volumes(whole: Whole) -> tuple[Volume, ...]:
    several = len(whole.tracked) > 1
    return tuple(
        Volume(wording.report_title(digest.report) if several else "", chapters_of(digest))
        for digest in whole.tracked
    )


def _volumes(rows: tuple[tuple[Volume, Choice, Card], ...]) -> Iterator[Volume]:
    """As far as they stand on a page."""
    for _, group in groupby(rows, key=lambda row: id(row[0])):
        own = list(group)
        chapters = ([*part] for _, part in groupby(own, key=lambda row: row[1].key))
        yield Volume(
            own[0][0].title,
            tuple(one[0][1].narrowed(tuple(row[2] for row in one)) for one in chapters),
        )


def facet_pages(whole: Whole) -> Iterator[FacetPage]:
    """But those of the places and of the chapters, which are pages of places and of reports."""
    for facet in facets(whole):
        if facet.key not in ("place", "section"):
            for choice in facet.choices:
                parts = _parts(facet, choice)
                if whole.is_archive:
                    parts = tuple(one for part in parts for one in _by_report(part, whole))
                yield from _pages(facet, choice, parts, len(whole.cards))


def section_pages(digest: Digest, several: bool) -> Iterator[FacetPage]:
    """One list for each chapter of a report."""
    facet = facet_of("section", "章节", _named(digest, several) if digest.cards else ())
    for choice in facet.choices:
        yield from _pages(facet, choice, (Part("", "", choice.cards),), len(digest.cards))


def _pages(
    facet: Facet, choice: Choice, shown: tuple[Part, ...], total: int
) -> Iterator[FacetPage]:
    counts, around, own_choice = tally(choice.cards), facet.linked(), choice.bare()
    rows = ((part, card) for part in shown for card in part.cards)
    for position, own in paged(choice.href, rows):
        groups = (list(group) for _, group in groupby(own, key=lambda row: id(row[0])))
        parts = (replace(one[0][0], cards=tuple(card for _, card in one)) for one in groups)
        yield FacetPage(around, own_choice, tuple(parts), counts, total, position)


def _by_report(part: Part, whole: Whole) -> Iterator[Part]:
    """A target's title alone does not tell whose it is."""
    note = part.note  # said once
    for name, cards in groupby(part.cards, key=lambda card: card.report):
        link = whole.reports[name]
        title = f"{part.title}：{link.title}" if part.title else link.title
        yield Part(title, note, tuple(cards), link.href)
        note = ""


def _parts(facet: Facet, choice: Choice) -> tuple[Part, ...]:
    """Of an agency, those it answers for apart from those in which a source merely names it."""
    if facet.key != "agency":
        return (Part("", "", choice.cards),)
    name, shown = choice.label, choice.cards
    found = (
        Part("牵头", "文件写明由它牵头。", tuple(c for c in shown if name in c.lead)),
        Part("配合", "文件写明由它配合。", tuple(c for c in shown if name in c.support)),
        Part("来源提到", MENTIONED, tuple(c for c in shown if name in c.mentioned)),
    )
    return tuple(part for part in found if part.cards)


class IndexPage(Struct, frozen=True):
    """The values of a facet that are too many to stand on other pages."""

    facet: Facet  # as much of it as the page shows
    count: int
    position: Position


def index_pages(whole: Whole) -> Iterator[IndexPage]:
    for facet in facets(whole):
        if facet.index and facet.key in INDEXED:
            for position, own in paged(facet.index, facet.choices, size=LINKS):
                yield IndexPage(replace(facet, choices=own).bare(), facet.count, position)


def ways(whole: Whole) -> tuple[Facet, ...]:
    """The facets that lead to the targets: chapters, or rather reports where there are many."""
    chapters, *others = facets(whole)
    return (by_report(whole) if whole.is_archive else chapters, *others)


def facets(whole: Whole) -> tuple[Facet, ...]:
    """Closed sets keep all their values, so that no address dies when the last target leaves it."""
    return (
        by_section(whole),
        _by_status(whole),
        _by_type(whole),
        by_place(whole),
        by_topic(whole),
        by_agency(whole),
        by_deadline(whole),
    )


def by_report(whole: Whole) -> Facet:
    choices = (
        choice_of(one.id, link.title, link.href, "", one.cards)
        for one in whole.tracked
        if (link := whole.reports[one.id])
    )
    return facet_of("report", "报告", choices)


def by_section(whole: Whole) -> Facet:
    """The chapters of every report that has targets."""
    several = len(whole.tracked) > 1
    choices = (choice for digest in whole.tracked for choice in _named(digest, several))
    return facet_of("section", "章节", choices)


def _named(digest: Digest, several: bool) -> tuple[Choice, ...]:
    year = f"{digest.report.year}年：" if several else ""
    return tuple(replace(one, label=f"{year}{one.label}") for one in chapters_of(digest))


def chapters_of(digest: Digest) -> tuple[Choice, ...]:
    own = grouped(digest.cards, lambda card: (card.section_id,))
    return tuple(
        choice_of(one.key, one.label, one.href, one.note, own.get(one.key, ()))
        for one in digest.chapters
    )


def _by_status(whole: Whole) -> Facet:
    own = whole.by_status
    choices = (
        choice_of(one.status, one.label, one.href, one.meaning, own.get(one.status, ()))
        for one in STATUSES
    )
    return facet_of("status", "状态", choices)


def _by_type(whole: Whole) -> Facet:
    own = whole.by_type
    choices = (
        choice_of(kind, label, addresses.kind(kind), TYPE_MEANINGS[kind], own.get(kind, ()))
        for kind, label in TYPES.items()
    )
    return facet_of("type", "类型", choices)


def by_topic(whole: Whole) -> Facet:
    """In the order of their first target."""
    note = "主题由编者归类，一项目标可以有几个。"
    choices = (
        choice_of(topic, topic, addresses.topic(topic), note, own)
        for topic, own in whole.by_topic.items()
    )
    return facet_of("topic", "主题", choices)


def by_place(whole: Whole) -> Facet:
    region = whole.site.region
    own = whole.by_place
    choices = tuple(
        choice_of(
            place.id,
            place.name,
            addresses.place(place.id),
            f"报告原文点名{place.short}的目标；面向{region}全市的目标不在其中。",
            own.get(place.name, ()),
        )
        for place in whole.site.places
    )
    return facet_of("place", "地区", choices)


def by_agency(whole: Whole) -> Facet:
    own = whole.by_agency
    note = "文件写明分工的，和来源提到的，分开列出。"
    choices = (
        choice_of(one.id, one.name, addresses.agency(one.id), note, own.get(one.name, ()))
        for one in whole.site.agencies
    )
    return facet_of("agency", "单位", choices)


def by_deadline(whole: Whole) -> Facet:
    own = whole.by_deadline
    undated = own.get(UNDATED, ())
    choices = [
        choice_of(key, wording.day(day), addresses.deadline(day), "", own[key])
        for key in sorted(own.keys() - {UNDATED})
        if (day := date.fromisoformat(key))
    ]
    if undated:
        note = "报告只说“早日”“加快”等，不代为设定日期。"
        address = addresses.deadline(None)
        choices.append(choice_of(UNDATED, "报告未给出日期", address, note, undated))
    return facet_of("deadline", "时限", choices)
