"""One report, understood without an editor: its sections, and what each of its numbers means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from tracker.lazy import regex
from tracker.model import Number, Part, Section, Sentence
from tracker.read.commitments import numbers_of
from tracker.read.deadlines import Deadline, find_deadlines
from tracker.read.front import split_front
from tracker.read.structure import Structure, read_structure

YEAR = regex(r"^year:[ ]*[\"']?(\d{4})", re.MULTILINE)  # year: 2023


class Found(Struct, frozen=True):
    """A number with the place of its words in the text (code points, end exclusive)."""

    sentence: Sentence
    number: Number
    start: int
    end: int


class Node(Struct, frozen=True):
    section: Section
    level: int
    start: int
    end: int


class Inspection(Struct, frozen=True):
    text: str
    year: int
    sections: tuple[Node, ...]
    numbers: tuple[Found, ...]


def inspect(text: str) -> Inspection:
    """The text may begin with front matter; offsets count from the beginning of the whole."""
    front, page, _ = split_front(text)
    year = YEAR.search(front)
    structure = read_structure(page, int(year[1]) if year else 0)
    before = len(text) - len(page)
    numbers = [
        *(found for sentence in structure.furniture for found in in_chrome(sentence, structure)),
        *in_sentences(structure),
    ]
    return Inspection(
        text,
        structure.year,
        tuple(nodes_of(structure, before)),
        tuple(
            Found(one.sentence, one.number, one.start + before, one.end + before)
            for one in sorted(numbers, key=lambda found: found.start)
        ),
    )


def nodes_of(structure: Structure, before: int) -> Iterator[Node]:
    """Sections in the order of the text, each to the end of what stands below it."""
    for part in structure.parts:
        for section in part.walk():
            spans = [span for one in section.sentences for span in one.passage.spans]
            start, end = min(low for low, _ in spans), max(high for _, high in spans)
            yield Node(section, section.level, start + before, end + before)


def in_chrome(sentence: Sentence, structure: Structure) -> Iterator[Found]:
    return placed(sentence, numbers_of(sentence.text, Part.CHROME, structure.year))


def in_sentences(structure: Structure) -> Iterator[Found]:
    """A deadline that opens a paragraph's sentence holds for the sentences up to the next one."""
    for paragraph in paragraphs_of(structure):
        carried: Deadline | None = None
        for sentence in paragraph:
            part = sentence.tells_of
            yield from placed(sentence, numbers_of(sentence.text, part, structure.year, carried))
            carried = opening_deadline(sentence, structure.year)


def opening_deadline(sentence: Sentence, year: int) -> Deadline | None:
    """到2027年： before a list of its own sentences."""
    found = find_deadlines(sentence.text, year) if year else ()
    opens = found and found[0].start <= 1 and sentence.text.rstrip().endswith(("：", ":", "；"))
    return found[0] if opens else None


def paragraphs_of(structure: Structure) -> Iterator[tuple[Sentence, ...]]:
    if structure.heading:
        yield (structure.heading,)
    yield from structure.preamble
    for section in structure.sections:
        yield (section.heading, *(section.paragraphs[0] if section.paragraphs else ()))
        yield from section.paragraphs[1:]


def placed(sentence: Sentence, numbers: tuple[Number, ...]) -> Iterator[Found]:
    for number in numbers:
        spans = sentence.passage.slice(number.start, number.end).spans
        if spans:
            yield Found(sentence, number, spans[0][0], spans[-1][1])
