"""What sources say of a target: its updates, its items, and what merely surrounds it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from tracker.model import (
    Baseline,
    Confidence,
    Context,
    Day,
    ListItem,
    Mention,
    Revision,
    Source,
    Stage,
    Type,
    Update,
)
from tracker.read.amounts import read_amount
from tracker.read.fields import Fields
from tracker.read.sources import NOWHERE, Sources, read_source, read_sources
from tracker.read.units import split_unit

UPDATE_KEYS = (
    "as_of", "when", "value", "unit", "reached", "reached_on", "stage", "not_started", "says",
    "at_least", "comparable", "kind", "reported", "note", "confidence", "source", "confirmed_by",
)  # fmt: skip
CONTEXT_KEYS = ("says", "when", "note", "confidence", "source")
BASELINE_KEYS = ("value", "unit", "as_of", "note", "confidence", "source")
MENTION_KEYS = ("agency", "role", "source")
BEGUN = (Type.CUMULATIVE, Type.LEVEL, Type.MILESTONE, Type.LIST)  # what has a beginning
ITEM_KEYS = ("title", "as_of", "reached", "says", "source")


def update_of(
    fields: Fields, kind: Type | None, unit: str, stages: tuple[Stage, ...], sources: Sources
) -> Update:
    own_unit = fields.text("unit") or unit
    comparable = fields.flag("comparable", True)
    not_started = fields.flag("not_started", False)
    if comparable and split_unit(own_unit)[1] != split_unit(unit)[1]:
        fields.wrong("unit", "unit-not-comparable", found=own_unit, unit=unit)
    check_begun(fields, kind, not_started)
    if kind is Type.MILESTONE or not_started:
        if not any(fields.text(key) for key in ("says", "reported", "note")):
            fields.missing("says")
    elif kind and comparable and fields.blank("value"):
        fields.missing("value")
    if not comparable:
        fields.text("note", required=True)
    if fields.blank("as_of"):
        fields.text("when", required=True)
    source = read_source(fields, sources, required=True) or NOWHERE
    confirmed_by = read_sources(fields, sources, "confirmed_by")
    if source in confirmed_by:
        fields.wrong("confirmed_by", "confirms-itself", found=source.title)
    as_of = read_as_of(fields, source)
    return Update(
        where=fields.where,
        as_of=as_of,
        when=fields.text("when"),
        amount=read_amount(fields, own_unit),
        reached=fields.flag("reached", False) if fields.has("reached") else None,
        reached_on=read_reached_on(fields, as_of),
        stage=read_stage(fields, stages),
        not_started=not_started,
        says=fields.text("says"),
        at_least=fields.flag("at_least", False),
        comparable=comparable,
        kind=fields.choice("kind", Revision) or Revision.FINAL,
        reported=fields.text("reported"),
        note=fields.text("note"),
        confidence=fields.choice("confidence", Confidence),
        source=source,
        confirmed_by=confirmed_by,
    )


def check_begun(fields: Fields, kind: Type | None, not_started: bool) -> None:
    """What a milestone reaches is no number, and what has not begun has reached nothing."""
    if kind is Type.MILESTONE and fields.has("value"):
        types = tuple(other for other in Type if other is not Type.MILESTONE)
        fields.wrong("value", "key-not-for-type", type=kind, types=types)
    if kind and fields.has("not_started") and kind not in BEGUN:
        fields.wrong("not_started", "key-not-for-type", type=kind, types=BEGUN)
    done = [key for key in ("value", "stage") if not fields.blank(key)]
    done += ["reached"] if fields.text("reached") == "true" else []
    if not_started and done:
        fields.wrong("not_started", "begun-or-not", other=done[0])
    if not fields.blank("reached_on") and "stage" not in done and "reached" not in done:
        fields.wrong("reached_on", "reached-on-alone")


def read_as_of(fields: Fields, source: Source) -> Day | None:
    """A source cannot tell of a day after the one on which it was read."""
    as_of, read = fields.day("as_of"), source.accessed
    if as_of and read and as_of.is_whole and as_of.last > read.last:
        limit = read.last
        fields.wrong("as_of", "day-after-day", found=as_of.last, other="accessed", limit=limit)
    return as_of


def read_reached_on(fields: Fields, as_of: Day | None) -> date | None:
    day = fields.date("reached_on")
    if day and as_of and day > as_of.last:
        fields.wrong("reached_on", "day-after-day", found=day, other="as_of", limit=as_of.last)
    return day


def read_stage(fields: Fields, stages: tuple[Stage, ...]) -> str:
    name, known = fields.text("stage"), tuple(stage.name for stage in stages)
    if name and name not in known:
        fields.wrong("stage", "unknown-choice", found=name, known=known or ("–",))
        return ""
    return name


def items_of(fields: Fields, sources: Sources) -> Iterator[ListItem]:
    for item in fields.records("items", ITEM_KEYS):
        told = item.has("reached")
        yield ListItem(
            item.where,
            item.text("title", required=True),
            item.day("as_of", required=told),
            item.flag("reached", False) if told else None,
            item.text("says"),
            read_source(item, sources, required=told),
        )


def read_baseline(fields: Fields, unit: str, sources: Sources) -> Baseline | None:
    record = fields.record("baseline", BASELINE_KEYS)
    if record is None:
        return None
    own_unit = record.text("unit") or unit
    if record.blank("value"):
        record.missing("value")
    amount = read_amount(record, own_unit)
    as_of = record.day("as_of", required=True)
    source = read_source(record, sources, required=True)
    if not (amount and as_of and source):
        return None
    base = split_unit(unit)[1]
    if amount.unit != base and base != "倍":
        record.wrong("unit", "unit-not-comparable", found=own_unit, unit=unit)
    note, confidence = record.text("note"), record.choice("confidence", Confidence)
    return Baseline(amount, as_of, note, confidence, source)


def context_of(fields: Fields, sources: Sources) -> Context:
    return Context(
        fields.where, fields.text("says", required=True), fields.text("when"), fields.text("note"),
        fields.choice("confidence", Confidence), read_source(fields, sources),
    )  # fmt: skip


def mention_of(fields: Fields, agencies: Collection[str], sources: Sources) -> Mention:
    source = read_source(fields, sources, required=True)
    agency = fields.text("agency", required=True)
    check_agencies(fields, "agency", agencies)
    return Mention(agency, fields.text("role"), source or NOWHERE)


def check_agencies(fields: Fields, key: str, agencies: Collection[str]) -> None:
    fields.names(key, agencies, "unknown-agency")
