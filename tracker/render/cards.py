"""A target in short, as lists, neighbours and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.model import Assessed, Report, Section
from tracker.render import addresses, outline, wording
from tracker.render.labels import STATUS, TYPES, StatusLabel

OUTSIDE = "outside"  # a target that stands in no chapter


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    href: str
    title: str
    status: StatusLabel
    quote: str
    goal: str
    deadline: str
    deadline_key: str
    section: str
    section_id: str
    type: str
    type_key: str
    places: tuple[str, ...]
    stretch: bool


def card(assessed: Assessed, report: Report) -> Card:
    target = assessed.target
    chapter = chapter_of(assessed, report)
    return Card(
        id=target.id,
        href=addresses.target(target.id),
        title=target.title,
        status=STATUS[assessed.judgement.status],
        quote=target.quote,
        goal=wording.goal_short(target),
        deadline=wording.deadline(target),
        deadline_key=target.deadline.isoformat() if target.deadline else "none",
        section=outline.spoken_title(chapter) if chapter else "",
        section_id=chapter.id if chapter else OUTSIDE,
        type=TYPES[target.type],
        type_key=target.type,
        places=target.places,
        stretch=target.stretch,
    )


def cards(targets: Iterable[Assessed], report: Report) -> tuple[Card, ...]:
    return tuple(card(assessed, report) for assessed in targets)


def chapter_of(assessed: Assessed, report: Report) -> Section | None:
    return outline.chapter_of(assessed.path, outline.chapters(report))
