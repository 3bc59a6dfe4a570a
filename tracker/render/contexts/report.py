"""The report as it is read: blocks in reading order, with a list of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from tracker.model import Assessment, Misprint, Report, Section, Style
from tracker.render import addresses, outline, wording
from tracker.render.feedback import About, Feedback, feedback, of_a_sentence
from tracker.render.labels import STATUSES, StatusLabel
from tracker.render.outline import Paragraph
from tracker.render.section_tally import SectionTally, section_tallies
from tracker.render.sentences import MarkedSentence, Marker
from tracker.render.sources import SourceView, source_view
from tracker.render.views import View, views

ITEMS = {Style.DASH: "dash", Style.DIAMOND: "diamond"}


class Block(Struct, frozen=True):
    """A heading or a paragraph; `tag` is h2 … h6 or p."""

    tag: str
    kind: str  # heading, diamond, dash, lead, text
    ordinal: str
    inferred: bool
    moved_from: int  # the line on which a moved section is printed, else 0
    sentences: tuple[MarkedSentence, ...]
    tally: SectionTally | None  # of the chapter or section that opens here


class Entry(Struct, frozen=True):
    """A line of the contents list."""

    href: str
    title: str
    count: int
    children: tuple[Entry, ...]


class MisprintView(Struct, frozen=True):
    printed: str
    reading: str
    note: str
    source: SourceView | None
    back: str  # id of the first sentence that holds it


class ReportPage(Struct, frozen=True):
    title: str
    heading: MarkedSentence | None
    body: str
    published: str
    newspaper: str
    newspaper_page: str
    blocks: tuple[Block, ...]
    contents: tuple[Entry, ...]
    legend: tuple[StatusLabel, ...]
    misprints: tuple[MisprintView, ...]
    facts: tuple[tuple[str, str], ...]
    printed_href: str
    text_href: str
    targets: int
    feedback: Feedback
    sentence_feedback: Feedback  # what a script fills in for one sentence
    views: tuple[View, ...]


def report_page(assessment: Assessment) -> ReportPage:
    report = assessment.report
    marker = Marker(assessment)
    contact = assessment.site.contact
    address = addresses.absolute(addresses.report(report), assessment.site)
    tallies = section_tallies(assessment)
    listed = {section.id for section in _listed(outline.chapters(report))}
    margins = {id_: tally for id_, tally in tallies.items() if id_ in listed}
    used = {assessed.judgement.status for assessed in assessment.targets}
    return ReportPage(
        title=report.title,
        heading=marker.mark(report.heading) if report.heading else None,
        body=report.body,
        published=wording.day(report.published) if report.published else "",
        newspaper=report.newspaper,
        newspaper_page=wording.newspaper_page(report),
        blocks=tuple(_block(p, marker, margins) for p in outline.paragraphs(report)),
        contents=tuple(_entry(s, tallies) for s in outline.chapters(report)),
        legend=tuple(label for label in STATUSES if label.status in used),
        misprints=tuple(misprint_view(m, report) for m in report.misprints),
        facts=tuple((fact.about, fact.note) for fact in report.inferred),
        printed_href=addresses.printed(report),
        text_href=addresses.printed_text(report),
        targets=len(assessment.targets),
        feedback=feedback(contact, About(f"《{report.title}》", "", address)),
        sentence_feedback=of_a_sentence(contact, report.title),
        views=views(report),
    )


def misprint_view(misprint: Misprint, report: Report) -> MisprintView:
    source = source_view(misprint.source)
    back = next((s.id for s in report.sentences if misprint.printed in s.text), "")
    return MisprintView(misprint.printed, misprint.reading, misprint.note, source, back)


def _block(paragraph: Paragraph, marker: Marker, margins: Mapping[str, SectionTally]) -> Block:
    section = paragraph.section
    opens = paragraph.is_heading or paragraph.run_in
    return Block(
        tag=f"h{min(2 + paragraph.depth, 6)}" if paragraph.is_heading else "p",
        kind=_kind(paragraph),
        ordinal=section.ordinal if section and opens else "",
        inferred=bool(section and section.ordinal_inferred),
        moved_from=section.heading.line if section and section.moved and opens else 0,
        sentences=tuple(marker.mark(sentence) for sentence in paragraph.sentences),
        tally=margins.get(section.id) if section and opens else None,
    )


def _kind(paragraph: Paragraph) -> str:
    if paragraph.section is None or not (paragraph.is_heading or paragraph.run_in):
        return "text"
    default = "lead" if paragraph.run_in else "heading"
    return ITEMS.get(paragraph.section.style, default)


def _listed(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections that the contents list names; items set off by a dash are left out."""
    for section in sections:
        yield section
        yield from _listed(_children(section))


def _children(section: Section) -> Iterator[Section]:
    return (child for child in section.children if child.style is not Style.DASH)


def _entry(section: Section, tallies: Mapping[str, SectionTally]) -> Entry:
    tally = tallies.get(section.id)
    return Entry(
        href=f"#{section.id}",
        title=outline.spoken_title(section),
        count=tally.total if tally else 0,
        children=tuple(_entry(child, tallies) for child in _children(section)),
    )
