"""Everything that can be found, as plain values: what the index of a site is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.model import Assessed, Assessment, Report, Section
from tracker.render import addresses, outline
from tracker.render.cards import card, every_card
from tracker.render.cards import topics as topics_of
from tracker.render.labels import STATUSES

NOWHERE = -1  # outside the chapters


@dataclass(frozen=True, slots=True)
class Entry:
    """A target; `chapter`, `places` and `topics` are positions in the library's lists."""

    id: str
    title: str
    quote: str
    status: int
    note: str  # its goal and deadline in one line
    chapter: int  # among the volume's chapters, or `NOWHERE`
    places: tuple[int, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; `id` is its anchor on the report's page, `section` the title it stands under."""

    id: str
    text: str
    section: str


@dataclass(frozen=True, slots=True)
class Volume:
    """A report."""

    id: str
    year: int
    chapters: tuple[tuple[str, str], ...]  # (anchor, title)
    targets: tuple[Entry, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A place or an agency with a page of its own."""

    href: str
    name: str
    short: str
    count: int  # of its targets


@dataclass(frozen=True, slots=True)
class Library:
    region: str
    volumes: tuple[Volume, ...]  # the site's own report first
    statuses: tuple[tuple[str, str], ...]  # (key, label)
    places: tuple[Named, ...]
    agencies: tuple[Named, ...]
    topics: tuple[str, ...]
    synonyms: tuple[tuple[str, tuple[str, ...]], ...]  # (a citizen's word, the report's words)

    def texts(self) -> Iterator[str]:
        """All that is searched, each text once."""
        for volume in self.volumes:
            for target in volume.targets:
                yield target.title
                yield target.quote
            for line in volume.lines:
                yield line.text
            for _, title in volume.chapters:
                yield title
        for named in (*self.places, *self.agencies):
            yield named.name


def library(assessment: Assessment) -> Library:
    site, every = assessment.site, every_card(assessment)
    topics = topics_of(every)
    return Library(
        region=site.region,
        volumes=tuple(_volume(assessment.of(ledger), topics) for ledger in assessment.ledgers),
        statuses=tuple((status.status, status.label) for status in STATUSES),
        places=tuple(
            Named(
                addresses.place(place.id),
                place.name,
                place.short,
                sum(place.name in card.places for card in every),
            )
            for place in site.places
        ),
        agencies=tuple(
            Named(
                addresses.agency(agency.id),
                agency.name,
                "",
                sum(agency.name in card.agencies for card in every),
            )
            for agency in site.agencies
        ),
        topics=topics,
        synonyms=tuple((one.word, one.meant) for one in assessment.synonyms),
    )


def _volume(assessment: Assessment, topics: tuple[str, ...]) -> Volume:
    report = assessment.report
    chapters = outline.chapters(report)
    return Volume(
        id=report.id,
        year=report.year,
        chapters=tuple((chapter.id, outline.spoken_title(chapter)) for chapter in chapters),
        targets=tuple(
            _entry(assessed, chapters, assessment, topics) for assessed in assessment.targets
        ),
        lines=tuple(_lines(report)),
    )


def _entry(
    assessed: Assessed,
    chapters: tuple[Section, ...],
    assessment: Assessment,
    topics: tuple[str, ...],
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
        topics=tuple(topics.index(topic) for topic in assessed.target.topics),
    )


def _lines(report: Report) -> Iterator[Line]:
    """In reading order."""
    sections = outline.sections_of(report)
    for sentence in report.sentences:
        section = sections.get(sentence.id)
        yield Line(sentence.id, sentence.text, section.title if section else "")
