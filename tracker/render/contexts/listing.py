"""Lists of targets: all of them, and one page for each value of each facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.model import Assessment
from tracker.render import addresses, outline, wording
from tracker.render.cards import OUTSIDE, UNDATED, Card, cards, every_card, section_key, topics
from tracker.render.labels import STATUSES, TYPE_MEANINGS, TYPES
from tracker.render.tally import Tally, tally

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


def listing(assessment: Assessment) -> Listing:
    several = len(assessment.tracked) > 1
    volumes = tuple(
        Volume(
            wording.report_title(ledger.report) if several else "",
            tuple(_chapters(assessment.of(ledger))),
        )
        for ledger in assessment.tracked
    )
    return Listing(len(every_card(assessment)), volumes, facets(assessment))


def facet_pages(assessment: Assessment) -> Iterator[FacetPage]:
    """But those of the places: see `place.py`."""
    total = len(every_card(assessment))
    for facet in facets(assessment):
        if facet.key == "place":
            continue
        for choice in facet.choices:
            parts = _parts(facet, choice)
            yield FacetPage(facet, choice, parts, tally(choice.cards), total)


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


def facets(assessment: Assessment) -> tuple[Facet, ...]:
    """Closed sets keep all their values, so that no address dies when the last target leaves it."""
    every = every_card(assessment)
    return (
        by_section(assessment),
        _by_status(every),
        _by_type(every),
        by_place(assessment, every),
        by_topic(every),
        by_agency(assessment, every),
        by_deadline(assessment, every),
    )


def _by_status(every: tuple[Card, ...]) -> Facet:
    choices = tuple(
        Choice(
            label.status,
            label.label,
            label.href,
            label.meaning,
            tuple(card for card in every if card.status is label),
        )
        for label in STATUSES
    )
    return Facet("status", "状态", choices)


def by_section(assessment: Assessment) -> Facet:
    """The chapters of every report that has targets."""
    several = len(assessment.tracked) > 1
    choices = [
        replace(choice, label=f"{ledger.report.year}年：{choice.label}") if several else choice
        for ledger in assessment.tracked
        for choice in _chapters(assessment.of(ledger))
    ]
    return Facet("section", "章节", tuple(choices))


def _chapters(assessment: Assessment) -> Iterator[Choice]:
    """The chapters of the report, and what stands outside them if a target does."""
    own, report = cards(assessment), assessment.report
    outside = section_key(report, None)
    if loose := tuple(card for card in own if card.section_id == outside):
        yield Choice(outside, "章节之外", addresses.section(report, OUTSIDE), "", loose)
    for chapter in outline.chapters(report):
        key = section_key(report, chapter)
        yield Choice(
            key,
            outline.spoken_title(chapter),
            addresses.section(report, chapter.id),
            "序号为本站推定。" if chapter.ordinal_inferred else "",
            tuple(card for card in own if card.section_id == key),
        )


def _by_type(every: tuple[Card, ...]) -> Facet:
    choices = tuple(
        Choice(
            kind,
            label,
            addresses.kind(kind),
            TYPE_MEANINGS[kind],
            tuple(card for card in every if card.type_key == kind),
        )
        for kind, label in TYPES.items()
    )
    return Facet("type", "类型", choices)


def by_topic(every: tuple[Card, ...]) -> Facet:
    choices = tuple(
        Choice(
            topic,
            topic,
            addresses.topic(topic),
            "主题由编者归类，一项目标可以有几个。",
            tuple(card for card in every if topic in card.topics),
        )
        for topic in topics(every)
    )
    return Facet("topic", "主题", choices)


def by_place(assessment: Assessment, every: tuple[Card, ...]) -> Facet:
    region = assessment.site.region
    choices = tuple(
        Choice(
            place.id,
            place.name,
            addresses.place(place.id),
            f"报告原文点名{place.short}的目标；面向{region}全市的目标不在其中。",
            tuple(card for card in every if place.name in card.places),
        )
        for place in assessment.site.places
    )
    return Facet("place", "地区", choices)


def by_agency(assessment: Assessment, every: tuple[Card, ...]) -> Facet:
    choices = tuple(
        Choice(
            agency.id,
            agency.name,
            addresses.agency(agency.id),
            "文件写明分工的，和来源提到的，分开列出。",
            tuple(card for card in every if agency.name in card.agencies),
        )
        for agency in assessment.site.agencies
    )
    return Facet("agency", "单位", choices)


def by_deadline(assessment: Assessment, every: tuple[Card, ...]) -> Facet:
    days = {one.target.deadline for ledger in assessment.ledgers for one in ledger.targets}
    ordered = [*sorted(day for day in days if day), *([None] if None in days else [])]
    choices = []
    for day in ordered:
        key = day.isoformat() if day else UNDATED
        label = wording.day(day) if day else "报告未给出日期"
        own = tuple(card for card in every if card.deadline_key == key)
        note = "" if day else "报告只说“早日”“加快”等，不代为设定日期。"
        choices.append(Choice(key, label, addresses.deadline(day), note, own))
    return Facet("deadline", "时限", tuple(choices))
