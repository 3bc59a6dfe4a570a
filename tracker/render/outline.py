"""Questions about the report's tree that several pages ask."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.model import Report, Section, Sentence, Style

STOPS = "。！？；…"


class Paragraph(Struct, frozen=True):
    """What stands in one block: a heading, or sentences, the first perhaps a run-in heading."""

    section: Section | None
    sentences: tuple[Sentence, ...]
    is_heading: bool
    run_in: bool
    depth: int


def paragraphs(report: Report) -> Iterator[Paragraph]:
    for sentences in report.preamble:
        yield Paragraph(None, sentences, False, False, 0)
    for part in report.parts:
        yield from _paragraphs(part, 0)


def _paragraphs(section: Section, depth: int) -> Iterator[Paragraph]:
    own = list(section.paragraphs)
    goes_on = bool(own) and own[0][0].line == section.heading.line
    if goes_on or section.heading.text[-1] in STOPS:
        first = own.pop(0) if goes_on else ()
        yield Paragraph(section, (section.heading, *first), False, True, depth)
    else:
        yield Paragraph(section, (section.heading,), True, False, depth)
        depth += 1
    for sentences in own:
        yield Paragraph(section, sentences, False, False, depth)
    for child in section.children:
        yield from _paragraphs(child, depth)


def chapters(report: Report) -> tuple[Section, ...]:
    """The sections a reader would call chapters: the parts, or, under a lone part, its children."""
    if len(report.parts) == 1 and report.parts[0].children:
        return (
            tuple(c for c in report.parts[0].children if c.style is Style.HEADING) or report.parts
        )
    return report.parts


def chapter_of(path: tuple[Section, ...], chapters: tuple[Section, ...]) -> Section | None:
    names = {chapter.id for chapter in chapters}
    return next((section for section in path if section.id in names), None)


def spoken_title(section: Section) -> str:
    return f"{ordinal(section)}{section.title}"


def sections_of(report: Report) -> dict[str, Section]:
    """A sentence's id → the section it stands in; a heading stands in the section above it."""
    return {sentence.id: section for section in report.sections for sentence in _content(section)}


def _content(section: Section) -> Iterator[Sentence]:
    for paragraph in section.paragraphs:
        yield from paragraph
    for child in section.children:
        yield child.heading


def ordinal(section: Section) -> str:
    return f"{section.ordinal}［推定］" if section.ordinal_inferred else section.ordinal
