"""A report as it is searched: its targets, chapters and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tracker.keys import key_of, shortened
from tracker.model import Assessed, Assessment, Report, Section
from tracker.render import outline
from tracker.render.cards import card
from tracker.render.labels import STATUSES

NOWHERE = -1  # outside the chapters


class Entry(Struct, frozen=True):
    """A target to be found; `chapter` and `places` are positions in the report's, the site's."""

    id: str
    title: str
    quote: str
    status: int
    note: str  # its goal and deadline in one line
    chapter: int  # among the volume's chapters, or `NOWHERE`
    places: tuple[int, ...]
    topics: tuple[str, ...]


class Line(Struct, frozen=True):
    """A sentence; `id` is its anchor on the report's page, `section` the title it stands under."""

    id: str
    text: str
    section: str


@shortened
class Volume(Struct, frozen=True):
    """A report, to be searched."""

    id: str
    year: int
    chapters: tuple[tuple[str, str], ...]  # (anchor, title)
    targets: tuple[Entry, ...]
    lines: tuple[Line, ...]
    key: str = ""  # by its content, once it has been `keyed`

    def keyed(self) -> Volume:
        """The library is told from another by the keys alone."""
        return replace(self, key=key_of(self))


def volume_of(assessment: Assessment) -> Volume:
    report = assessment.report
    chapters = outline.chapters(report)
    return Volume(
        id=report.id,
        year=report.year,
        chapters=tuple((chapter.id, outline.spoken_title(chapter)) for chapter in chapters),
        targets=tuple(_entry(assessed, chapters, assessment) for assessed in assessment.targets),
        lines=tuple(_lines(report)),
    )


def _entry(
    assessed: Assessed,
    chapters: tuple[Section, ...],
    assessment: Assessment,
) -> Entry:
    shown, site = card(assessed, assessment.report), assessment.site
    chapter = outline.chapter_of(assessed.path, chapters)
    return Entry(
        id=shown.id,
        title=shown.title,
        quote=shown.quote,
        status=STATUSES.index(shown.status),
        note=f"{shown.goal}{'（力争）' if shown.stretch else ''}，{shown.deadline}",
        chapter=chapters.index(chapter) if chapter else NOWHERE,
        places=tuple(i for i, place in enumerate(site.places) if place.name in shown.places),
        topics=shown.topics,
    )


def _lines(report: Report) -> Iterator[Line]:
    """In reading order."""
    sections = outline.sections_of(report)
    for sentence in report.sentences:
        section = sections.get(sentence.id)
        yield Line(sentence.id, sentence.text, section.title if section else "")
