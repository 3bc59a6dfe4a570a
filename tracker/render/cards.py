"""A target in short, as lists, neighbours and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tracker.keys import key_of, shortened
from tracker.model import Assessed, Assessment, Flag, Report, Section, Type
from tracker.render import addresses, outline, wording
from tracker.render.labels import FLAGS, STATUS, TYPES, StatusLabel

OUTSIDE = "outside"  # a target that stands in no chapter

UNDATED = "none"  # the key of a deadline without a day

# Said beside the goal and beside the deadline.
UNSHOWN = (Flag.STRETCH, Flag.UNDATED)


@shortened
class Card(Struct, frozen=True):
    id: str
    href: str
    title: str
    status: StatusLabel
    flags: tuple[str, ...]
    quote: str
    goal: str
    deadline: str
    deadline_key: str
    report: str  # id
    year: int
    section: str
    section_id: str  # report and chapter
    type: str
    type_key: str
    places: tuple[str, ...]
    topics: tuple[str, ...]
    lead: tuple[str, ...]
    support: tuple[str, ...]
    mentioned: tuple[str, ...]  # by a source
    stretch: bool
    key: str = ""  # by its content, once it has been `keyed`

    def keyed(self) -> Card:
        """Lists of it are told apart by its key alone."""
        return replace(self, key=key_of(self))

    @property
    def counts(self) -> bool:
        """A composite is counted by its parts."""
        return self.type_key != Type.COMPOSITE

    @property
    def agencies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.lead, *self.support, *self.mentioned)))


def card(assessed: Assessed, report: Report) -> Card:
    target = assessed.target
    chapter = chapter_of(assessed, report)
    return Card(
        id=target.id,
        href=addresses.target(target.id),
        title=target.title,
        status=STATUS[assessed.judgement.status],
        flags=tuple(FLAGS[flag] for flag in assessed.judgement.flags if flag not in UNSHOWN),
        quote=target.quote,
        goal=wording.goal_short(target),
        deadline=wording.deadline(target),
        deadline_key=target.deadline.isoformat() if target.deadline else UNDATED,
        report=report.id,
        year=report.year,
        section=outline.spoken_title(chapter) if chapter else "",
        section_id=section_key(report, chapter),
        type=TYPES[target.type],
        type_key=target.type,
        places=target.places,
        topics=target.topics,
        lead=target.lead,
        support=target.support,
        mentioned=tuple(mention.agency for mention in target.mentions),
        stretch=target.stretch,
    )


def cards(assessment: Assessment) -> tuple[Card, ...]:
    """Of the ledger at hand."""
    return tuple(card(assessed, assessment.report) for assessed in assessment.targets)


def topics(every: Iterable[Card]) -> tuple[str, ...]:
    """In the order of their first target."""
    return tuple(dict.fromkeys(topic for card in every for topic in card.topics))


def section_key(report: Report, chapter: Section | None) -> str:
    return f"{report.id}-{chapter.id if chapter else OUTSIDE}"


def chapter_of(assessed: Assessed, report: Report) -> Section | None:
    return outline.chapter_of(assessed.path, outline.chapters(report))
