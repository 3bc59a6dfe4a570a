"""The project as rows: each target, and what has been recorded of it, in the words of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from tracker.assess.pace import expected
from tracker.assess.wording import percent
from tracker.model import Assessed, Assessment, Baseline, Revision, Source, Type, Update
from tracker.read.fields import Fields
from tracker.read.nodes import read_mapping
from tracker.read.sources import shared_sources
from tracker.sheets.columns import (
    AT_LEAST,
    BOUNDS,
    KINDS,
    LEDGER,
    NOT_REACHED,
    NOT_STARTED,
    REACHED,
    TIERS,
    TYPES,
)
from tracker.sheets.days import day_of

Cells = Mapping[str, str]  # column key → what stands there, empty where nothing does

KINDS_IN_ORDER = tuple(Revision)
NO_DEADLINE = "未定"


class Recorded(Struct, frozen=True):
    """One update, with its source as an entry of `targets.yaml` refers to it."""

    cells: Cells
    source: Source


class Row(Struct, frozen=True):
    id: str
    type: Type
    unit: str  # as written: 万亩
    stages: tuple[str, ...]
    cells: Cells  # of every column of the ledger
    recorded: tuple[Recorded, ...]  # in file order


class Project(Struct, frozen=True):
    """What a sheet of the site's own report is made of, and compared with."""

    report: str
    as_of: date
    title: str
    rows: tuple[Row, ...]
    sources: tuple[Source, ...]  # those that have a name
    agencies: tuple[str, ...]
    places: tuple[str, ...]
    elsewhere: Mapping[str, str]  # ids of other reports' targets → the report

    def row(self, name: str) -> Row | None:
        return next((row for row in self.rows if row.id == name), None)


def project_of(assessment: Assessment, text: str) -> Project:
    """`text` is the file of the assessment's first report."""
    top = read_mapping(text, "", 1, [])
    assert top
    file = Fields(top, top.items, [])
    written = {record.text("id"): record for record in file.records("targets", ())}
    rows = [
        row_of(one, written[one.target.id], order)
        for order, one in enumerate(sorted(assessment.targets, key=lambda one: one.target.where), 1)
    ]
    site = assessment.site
    return Project(
        assessment.report.id,
        assessment.as_of,
        f"{site.region}{assessment.report.year}年政府工作报告目标台账",
        tuple(rows),
        tuple(shared_sources(file).values()),
        tuple(agency.name for agency in site.agencies),
        (site.region, *(place.name for place in site.places)),
        {
            one.target.id: ledger.report.id
            for ledger in assessment.ledgers
            if ledger.report.id != assessment.report.id
            for one in ledger.targets
        },
    )


def row_of(one: Assessed, written: Fields, order: int) -> Row:
    target = one.target
    unit = written.text("unit")
    updates = written.records("updates", ())
    recorded = tuple(map(recorded_of, updates, target.updates))
    shown = latest(target.updates)
    cells = {column.key: "" for column in LEDGER}
    cells |= {
        "order": str(order),
        "id": target.id,
        "section": section_of(one),
        "title": target.title,
        "quote": target.quote,
        "type": TYPES[target.type],
        "bound": BOUNDS[target.bound] if target.bound else "",
        "value": number_of(written, "value"),
        "unit": unit,
        "baseline": baseline_of(target.baseline),
        "deadline": target.deadline.isoformat() if target.deadline else NO_DEADLINE,
        "lead": "、".join(target.lead),
        "support": "、".join(target.support),
        "places": "、".join(target.places),
        "status": one.judgement.status.label,
        "revisions": "；".join(f"{r.day.text} {r.before}→{r.after}" for r in target.revisions),
        "searched": target.searched.isoformat() if target.searched else "",
        "note": target.note,
        **shares(one),
    }
    if shown is not None:
        cells |= {key: text for key, text in recorded[shown].cells.items() if key in cells}
    stages = tuple(stage.name for stage in target.stages)
    return Row(target.id, target.type, unit, stages, cells, recorded)


def section_of(one: Assessed) -> str:
    """Below the part of the whole year, where there is anything below it."""
    titles = [section.title for section in one.path[:2]]
    return titles[-1] if titles else ""


def baseline_of(baseline: Baseline | None) -> str:
    return f"{baseline.amount.written}（{baseline.as_of.text}）" if baseline else ""


def latest(updates: tuple[Update, ...]) -> int | None:
    """The place of the newest that can be compared; of one day the firmest, then the last."""
    ranked = [
        (update.as_of.last, KINDS_IN_ORDER.index(update.kind), place)
        for place, update in enumerate(updates)
        if update.as_of and update.comparable
    ]
    return max(ranked)[2] if ranked else None


def recorded_of(written: Fields, update: Update) -> Recorded:
    as_of = day_of(update.as_of.text) if update.as_of else None
    cells = {
        "update.value": told(written, update),
        "update.unit": written.text("unit"),
        "update.as_of": as_of or update.when,
        "update.kind": KINDS[update.kind],
        "update.says": update.says,
        "update.note": update.note,
        **source_cells(update.source),
    }
    return Recorded(cells, update.source)


def source_cells(source: Source) -> dict[str, str]:
    accessed = day_of(source.accessed.text) if source.accessed else None
    return {
        "source.title": source.title,
        "source.url": source.url,
        "source.publisher": source.publisher,
        "source.published": day_of(source.published) or source.published,
        "source.tier": TIERS[source.tier] if source.tier else "",
        "source.accessed": accessed or "",
        "source.archived": source.archived,
    }


def told(written: Fields, update: Update) -> str:
    """The number as written, or how far it has come."""
    if update.stage:
        return update.stage
    if update.not_started:
        return NOT_STARTED
    if update.reached is not None:
        return REACHED if update.reached else NOT_REACHED
    value = number_of(written, "value")
    return f"{AT_LEAST}{value}" if value and update.at_least else value


def number_of(written: Fields, key: str) -> str:
    return "～".join(node.text.strip() for node in written.scalars(key))


def shares(one: Assessed) -> dict[str, str]:
    """How much of the way is done, and how much should be by that day."""
    update, path = one.judgement.decided_by, one.judgement.path
    if not (update and update.amount and update.as_of and path and path[0][1] != path[-1][1]):
        return {}
    origin, goal = path[0][1], path[-1][1]
    done, due = update.amount.low, expected(update.as_of.last, path)
    way = goal - origin
    return {"share": percent((done - origin) / way), "pace": percent((due - origin) / way)}
