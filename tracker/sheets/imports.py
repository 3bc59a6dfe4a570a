"""A sheet and the project's files → the file of targets as it would be, and back to the cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from tracker.draft import Draft, raw_text
from tracker.edit.edit import edit
from tracker.errors import InputError, Problem
from tracker.pipeline import Inputs, assess, shown
from tracker.read.fields import Fields
from tracker.read.files import BOM
from tracker.read.nodes import read_mapping
from tracker.sheets.changes import changes
from tracker.sheets.found import Found
from tracker.sheets.rows import project_of


@dataclass(frozen=True, slots=True)
class Before:
    """The file of targets as it was read, once for all."""

    data: bytes
    text: str


def asked_by(data: bytes, path: str, inputs: Inputs, as_of: date) -> tuple[Before, Found]:
    raw, text = raw_text(inputs.targets)
    as_read = replace(inputs, drafts={**inputs.drafts, inputs.targets: text})
    project = project_of(assess(as_read, as_of), text.removeprefix(BOM))
    return Before(raw, text), changes(data, path, project)


def draft_of(before: Before, found: Found, inputs: Inputs) -> Draft:
    after = edit(before.text, found.edits, shown(inputs.targets))
    return Draft(inputs.targets, before.data, after.encode("utf-8"))


def failings(before: Before, found: Found, inputs: Inputs, as_of: date) -> list[Problem]:
    """What the check of the whole project finds wrong with the cells that can be read."""
    draft = draft_of(before, found, inputs)
    try:
        assess(draft.within(inputs), as_of)
    except InputError as error:
        return [traced(problem, found, draft) for problem in error.problems]
    return []


def traced(problem: Problem, found: Found, draft: Draft) -> Problem:
    """What the check finds wrong in the file as it would be, at the cell that asked for it."""
    if problem.where.path != shown(draft.path) or not problem.where.line:
        return problem
    spot = found.spot_of(target_at(problem.where.line, draft), (str(problem.details.get("key")),))
    if spot is None:
        return problem
    return replace(problem, where=spot.where_in(found.path))


def target_at(line: int, draft: Draft) -> str:
    """The id of the target that has a line of the file as it would be."""
    text = draft.after.decode("utf-8").removeprefix(BOM)
    top = read_mapping(text, "", 1, [])
    records = Fields(top, top.items, []).records("targets", ()) if top else ()
    place = bisect_right([record.where.line for record in records], line)
    return records[place - 1].text("id") if place else ""
