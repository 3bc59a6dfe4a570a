"""A sheet and the project's files → the file of targets as it would be, and back to the cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tracker.draft import Draft, raw_text
from tracker.edit.edit import edit
from tracker.errors import InputError, Problem
from tracker.inputs import Inputs, shown
from tracker.pipeline import assess, own_targets
from tracker.read.fields import Fields
from tracker.read.files import BOM
from tracker.read.nodes import read_mapping
from tracker.sheets.changes import changes
from tracker.sheets.found import Found
from tracker.sheets.rows import project_of


class Before(Struct, frozen=True):
    """The file of targets as it was read, once for all."""

    path: Path
    data: bytes
    text: str


def asked_by(data: bytes, path: str, inputs: Inputs, as_of: date) -> tuple[Before, Found]:
    kept = own_targets(inputs)
    raw, text = raw_text(kept)
    as_read = replace(inputs, drafts={**inputs.drafts, kept: text})
    project = project_of(assess(as_read, as_of), text.removeprefix(BOM))
    return Before(kept, raw, text), changes(data, path, project)


def draft_of(before: Before, found: Found) -> Draft:
    after = edit(before.text, found.edits, shown(before.path))
    return Draft(before.path, before.data, after.encode("utf-8"))


def failings(before: Before, found: Found, inputs: Inputs, as_of: date) -> list[Problem]:
    """What the check of the whole project finds wrong with the cells that can be read."""
    draft = draft_of(before, found)
    try:
        assess(draft.within(inputs), as_of)
    except InputError as error:
        return traced(error.problems, found, draft)
    return []


def traced(problems: Iterable[Problem], found: Found, draft: Draft) -> list[Problem]:
    """What the check finds wrong in the file as it would be, at the cells that asked for it."""
    path, places = shown(draft.path), places_of(draft)
    return [
        at_cell(problem, found, target_at(problem.where.line, places))
        if problem.where.path == path and problem.where.line
        else problem
        for problem in problems
    ]


def at_cell(problem: Problem, found: Found, target: str) -> Problem:
    spot = found.spot_of(target, (str(problem.details.get("key")),))
    if spot is None:
        return problem
    return replace(problem, where=spot.where_in(found.path))


def places_of(draft: Draft) -> list[tuple[int, str]]:
    """On which lines of the file as it would be the targets begin, and their ids."""
    text = draft.after.decode("utf-8").removeprefix(BOM)
    top = read_mapping(text, "", 1, [])
    records = Fields(top, top.items, []).records("targets", ()) if top else ()
    return [(record.where.line, record.text("id")) for record in records]


def target_at(line: int, places: Sequence[tuple[int, str]]) -> str:
    """The id of the target that has the line."""
    place = bisect_right([first for first, _ in places], line)
    return places[place - 1][1] if place else ""
