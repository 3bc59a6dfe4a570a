"""A printed report → its tree of sections and sentences, every repair noted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from tracker.errors import Problem, Where
from tracker.model import (
    Fact,
    Misprint,
    Numeral,
    Quantity,
    Repair,
    RepairNote,
    Report,
    Section,
    Site,
)
from tracker.read.days import CALENDAR
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.front import split_front
from tracker.read.goals import find_goals
from tracker.read.ids import bad_id, is_id
from tracker.read.nodes import read_mapping
from tracker.read.numerals import find_numerals, plain
from tracker.read.quantities import find_quantities
from tracker.read.sources import read_source
from tracker.read.structure import Structure, read_structure

UNKNOWN = "0000"  # the year of a text that names none, for a draft of its targets
KEYS = (
    "title", "body", "year", "region", "newspaper", "date", "page", "sha256", "closing", "inferred",
    "misprints",
)  # fmt: skip


def read_report(
    path: Path, shown: str, problems: list[Problem], site: Site | None = None
) -> Report | None:
    """A report that names no region is of the site's."""
    text = read_text(path, shown, problems)
    return None if text is None else report_in(text, shown, problems, site)


def report_in(
    text: str, shown: str, problems: list[Problem], site: Site | None = None
) -> Report | None:
    if not is_id(Path(shown).stem):
        problems.append(bad_id(Where(shown), Path(shown).stem, "file-name"))
        return None
    front, page, first_line = split_front(text)
    if not front:
        problems.append(Problem(Where(shown, 1), "no-front-matter"))
        return None
    node = read_mapping(front, shown, 2, problems)
    if node is None:
        return None
    if not page.strip():
        problems.append(Problem(Where(shown, first_line), "empty-report"))
        return None
    return report_of(Fields(node, KEYS, problems), page, first_line, shown, site)


def report_of(fields: Fields, page: str, first_line: int, shown: str, site: Site | None) -> Report:
    sha256 = hashlib.sha256(page.encode()).hexdigest()
    if (expected := fields.text("sha256")) and expected != sha256:
        fields.wrong("sha256", "page-changed", expected=expected, found=sha256)
    year = fields.text("year", required=True)
    number = int(year) if re.fullmatch(r"\d{4}", year) and int(year) in CALENDAR else 0
    if year and not number and year != UNKNOWN:
        fields.wrong("year", "not-a-year", found=year)
    # 一是…二是 stay sentences of their paragraph: the site shows them as running text
    structure = read_structure(page, number, numbers_in, points=False)
    parts = structure.parts
    closing = fields.text("closing")
    if closing and (moved := move_to_end(parts, closing)) is None:
        fields.wrong("closing", "no-such-section", found=closing)
    elif closing and moved:
        parts = moved
    repairs = [
        *structure.repairs,
        *(RepairNote(Repair.MOVED, one.heading.line, one.title) for one in moved_in(parts)),
    ]
    return Report(
        id=Path(shown).stem,
        where=fields.where,
        title=fields.text("title", required=True),
        body=fields.text("body", required=True),
        year=number,
        region=read_region(fields, site),
        newspaper=fields.text("newspaper"),
        published=fields.date("date"),
        page=fields.text("page"),
        inferred=tuple(
            Fact(
                item.text("about", required=True),
                item.text("note", required=True),
                item.text("field"),
            )
            for item in fields.records("inferred", ("about", "note", "field"))
        ),
        misprints=tuple(misprints_of(fields, structure)),
        printed=page,
        first_line=first_line,
        sha256=sha256,
        heading=structure.heading,
        preamble=structure.preamble,
        parts=parts,
        furniture=structure.furniture,
        repairs=tuple(sorted(repairs, key=lambda note: note.line)),
    )


def read_region(fields: Fields, site: Site | None) -> str:
    """One of those that the site knows: a slip of the pen would part a report from its kin."""
    if site is None:
        return fields.text("region")
    fields.names("region", site.place_names, "unknown-place")
    return fields.text("region") or site.region


def misprints_of(fields: Fields, structure: Structure) -> Iterator[Misprint]:
    text = "\n".join(sentence.text for sentence in structure.sentences)
    for item in fields.records("misprints", ("printed", "reading", "note", "source")):
        printed = item.text("printed", required=True)
        if printed and printed not in text:
            item.wrong("printed", "misprint-not-found", found=printed)
        yield Misprint(
            printed, item.text("reading"), item.text("note", required=True),
            read_source(item, {}), item.where,
        )  # fmt: skip


def move_to_end(sections: tuple[Section, ...], title: str) -> tuple[Section, ...] | None:
    """The sections with the one of this title after its siblings; None where there is none."""
    for place, section in enumerate(sections):
        if section.title == title:
            others = sections[:place] + sections[place + 1 :]
            return (*others, replace(section, moved=True))
        if (children := move_to_end(section.children, title)) is not None:
            changed = replace(section, children=children)
            return (*sections[:place], changed, *sections[place + 1 :])
    return None


def moved_in(sections: tuple[Section, ...]) -> Iterator[Section]:
    for top in sections:
        yield from (section for section in top.walk() if section.moved)


def numbers_in(text: str) -> tuple[tuple[Numeral, ...], tuple[Quantity, ...]]:
    """The goals without a numeral among the quantities: 全覆盖 is at least 100 %."""
    goals = (
        Quantity(g.start, g.end, g.value, g.value, g.unit, g.bound) for g in find_goals(plain(text))
    )
    quantities = sorted((*find_quantities(text), *goals), key=lambda quantity: quantity.start)
    return find_numerals(text), tuple(quantities)
