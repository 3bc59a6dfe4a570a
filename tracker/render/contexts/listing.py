"""Lists of targets: all of them, and one page for each value of each facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tracker.render import addresses, wording
from tracker.render.cards import UNDATED, Card
from tracker.render.labels import STATUSES, TYPE_MEANINGS, TYPES
from tracker.render.tally import Tally, grouped, tally
from tracker.render.whole import Digest, Whole

MENTIONED = "有来源在谈到这些目标时提到它；被提到，不等于责任单位。"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    key: str
    label: str
    href: str
    note: str
    cards: tuple[Card, ...]

    @property
    def count(self) -> int:
        return len(self.cards)


@dataclass(frozen=True, slots=True)
class Facet:
    key: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """The targets of one report, by chapter."""

    title: str  # empty where there is only one
    chapters: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All targets, report by report and chapter by chapter, with the facets to filter by."""

    total: int
    volumes: tuple[Volume, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Cards of a page, under a heading where it has several."""

    title: str
    note: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FacetPage:
    facet: Facet
    choice: Choice
    parts: tuple[Part, ...]
    tally: Tally
    total: int


def listing(whole: Whole) -> Listing:
    several = len(whole.tracked) > 1
    volumes = tuple(
        Volume(wording.report_title(digest.report) if several else "", chapters_of(digest))
        for digest in whole.tracked
    )
    return Listing(len(whole.cards), volumes, facets(whole))


def facet_pages(whole: Whole) -> Iterator[FacetPage]:
    """But those of the places and of the chapters, which are pages of places and of reports."""
    for facet in facets(whole):
        if facet.key not in ("place", "section"):
            for choice in facet.choices:
                parts = _parts(facet, choice)
                yield FacetPage(facet, choice, parts, tally(choice.cards), len(whole.cards))


def section_pages(digest: Digest, several: bool) -> Iterator[FacetPage]:
    """One for each chapter of a report."""
    facet = Facet("section", "章节", _named(digest, several) if digest.cards else ())
    for choice in facet.choices:
        parts = (Part("", "", choice.cards),)
        yield FacetPage(facet, choice, parts, tally(choice.cards), len(digest.cards))


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


def by_section(whole: Whole) -> Facet:
    """The chapters of every report that has targets."""
    several = len(whole.tracked) > 1
    choices = (choice for digest in whole.tracked for choice in _named(digest, several))
    return Facet("section", "章节", tuple(choices))


def _named(digest: Digest, several: bool) -> tuple[Choice, ...]:
    year = f"{digest.report.year}年：" if several else ""
    return tuple(replace(one, label=f"{year}{one.label}") for one in chapters_of(digest))


def chapters_of(digest: Digest) -> tuple[Choice, ...]:
    own = grouped(digest.cards, lambda card: (card.section_id,))
    return tuple(
        Choice(one.key, one.label, one.href, one.note, own.get(one.key, ()))
        for one in digest.chapters
    )


def _by_status(whole: Whole) -> Facet:
    own = grouped(whole.cards, lambda card: (card.status.status,))
    choices = (
        Choice(one.status, one.label, one.href, one.meaning, own.get(one.status, ()))
        for one in STATUSES
    )
    return Facet("status", "状态", tuple(choices))


def _by_type(whole: Whole) -> Facet:
    own = grouped(whole.cards, lambda card: (card.type_key,))
    choices = (
        Choice(kind, label, addresses.kind(kind), TYPE_MEANINGS[kind], own.get(kind, ()))
        for kind, label in TYPES.items()
    )
    return Facet("type", "类型", tuple(choices))


def by_topic(whole: Whole) -> Facet:
    """In the order of their first target."""
    note = "主题由编者归类，一项目标可以有几个。"
    choices = (
        Choice(topic, topic, addresses.topic(topic), note, own)
        for topic, own in grouped(whole.cards, lambda card: card.topics).items()
    )
    return Facet("topic", "主题", tuple(choices))


def by_place(whole: Whole) -> Facet:
    region = whole.site.region
    own = grouped(whole.cards, lambda card: card.places)
    choices = tuple(
        Choice(
            place.id,
            place.name,
            addresses.place(place.id),
            f"报告原文点名{place.short}的目标；面向{region}全市的目标不在其中。",
            own.get(place.name, ()),
        )
        for place in whole.site.places
    )
    return Facet("place", "地区", choices)


def by_agency(whole: Whole) -> Facet:
    own = grouped(whole.cards, lambda card: card.agencies)
    note = "文件写明分工的，和来源提到的，分开列出。"
    choices = (
        Choice(one.id, one.name, addresses.agency(one.id), note, own.get(one.name, ()))
        for one in whole.site.agencies
    )
    return Facet("agency", "单位", tuple(choices))


def by_deadline(whole: Whole) -> Facet:
    own = grouped(whole.cards, lambda card: (card.deadline_key,))
    undated = own.pop(UNDATED, ())
    choices = [
        Choice(key, wording.day(day), addresses.deadline(day), "", own[key])
        for key in sorted(own)
        if (day := date.fromisoformat(key))
    ]
    if undated:
        note = "报告只说“早日”“加快”等，不代为设定日期。"
        address = addresses.deadline(None)
        choices.append(Choice(UNDATED, "报告未给出日期", address, note, undated))
    return Facet("deadline", "时限", tuple(choices))
