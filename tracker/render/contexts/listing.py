"""Lists of targets: all of them, and one page for each value of each facet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.model import Assessment, Report
from tracker.render import addresses, outline, wording
from tracker.render.cards import OUTSIDE, Card, cards
from tracker.render.labels import STATUSES, TYPE_MEANINGS, TYPES


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
class Listing:
    """All targets, by chapter, with the facets to filter by."""

    total: int
    chapters: tuple[Choice, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the report."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class FacetPage:
    facet: Facet
    choice: Choice
    total: int
    named: str  # a place's short name, empty on pages of other facets
    lines: tuple[Line, ...]  # the sentences that name the place


def listing(assessment: Assessment) -> Listing:
    found = facets(assessment)
    chapters = next(facet for facet in found if facet.key == "section")
    return Listing(len(assessment.targets), chapters.choices, found)


def facet_pages(assessment: Assessment) -> Iterator[FacetPage]:
    names = {place.id: place.short for place in assessment.site.places}
    for facet in facets(assessment):
        for choice in facet.choices:
            named = names.get(choice.key, "") if facet.key == "place" else ""
            lines = tuple(_lines_naming(named, assessment.report)) if named else ()
            yield FacetPage(facet, choice, len(assessment.targets), named, lines)


def _lines_naming(name: str, report: Report) -> Iterator[Line]:
    for sentence in report.sentences:
        if name in sentence.text:
            yield Line(addresses.sentence(report, sentence.id), sentence.text)


def facets(assessment: Assessment) -> tuple[Facet, ...]:
    """Closed sets keep all their values, so that no address dies when the last target leaves it."""
    every = cards(assessment.targets, assessment.report)
    return (
        by_section(assessment),
        _by_status(every),
        _by_type(every),
        _by_place(assessment, every),
        _by_deadline(assessment, every),
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
    """The chapters of the report, and what stands outside them if a target does."""
    every = cards(assessment.targets, assessment.report)
    choices = [
        Choice(
            chapter.id,
            outline.spoken_title(chapter),
            addresses.section(chapter.id),
            "序号为本站推定。" if chapter.ordinal_inferred else "",
            tuple(card for card in every if card.section_id == chapter.id),
        )
        for chapter in outline.chapters(assessment.report)
    ]
    if outside := tuple(card for card in every if card.section_id == OUTSIDE):
        href = addresses.section(OUTSIDE)
        choices.insert(0, Choice(OUTSIDE, "章节之外", href, "", outside))
    return Facet("section", "章节", tuple(choices))


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


def _by_place(assessment: Assessment, every: tuple[Card, ...]) -> Facet:
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


def _by_deadline(assessment: Assessment, every: tuple[Card, ...]) -> Facet:
    days = {a.target.deadline for a in assessment.targets}
    ordered = [*sorted(day for day in days if day), *([None] if None in days else [])]
    choices = []
    for day in ordered:
        key = day.isoformat() if day else "none"
        label = wording.day(day) if day else "报告未给出日期"
        own = tuple(card for card in every if card.deadline_key == key)
        note = "" if day else "报告只说“早日”“加快”等，不代为设定日期。"
        choices.append(Choice(key, label, addresses.deadline(day), note, own))
    return Facet("deadline", "时限", tuple(choices))
