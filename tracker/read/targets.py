"""`targets.yaml` → targets and exclusions. Checked here: form; checked by `assess`: the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from tracker.errors import Problem, Where
from tracker.model import (
    Adjustment,
    Amount,
    Baseline,
    Bound,
    Confidence,
    Context,
    Mention,
    NotTarget,
    Reason,
    Revision,
    Site,
    Source,
    Target,
    TargetFile,
    Type,
    Update,
)
from tracker.read.deadlines import due_date
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.nodes import Mapping as MappingNode
from tracker.read.nodes import read_mapping
from tracker.read.sources import KEYS as SOURCE_KEYS
from tracker.read.sources import read_source, source_of
from tracker.read.units import split_unit

FILE_KEYS = ("report", "sources", "targets", "not_targets")
TARGET_KEYS = (
    "id", "formerly", "title", "quote", "type", "value", "unit", "bound", "number", "per", "effort",
    "deadline", "deadline_words", "criterion", "unmeasurable", "start", "lead", "support",
    "mentions", "places", "topics", "baseline", "searched", "updates", "revisions", "context",
    "note",
)  # fmt: skip
UPDATE_KEYS = (
    "as_of", "when", "value", "unit", "reached", "says", "at_least", "comparable", "kind",
    "reported", "note", "confidence", "source",
)  # fmt: skip
CONTEXT_KEYS = ("says", "when", "note", "confidence", "source")
BASELINE_KEYS = ("value", "unit", "as_of", "note", "confidence", "source")
MENTION_KEYS = ("agency", "role", "source")
REVISION_KEYS = ("date", "from", "to", "authority", "document")
NOT_TARGET_KEYS = ("quote", "number", "reason", "note", "context")

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
MAGNITUDE = re.compile(r"[十百千万亿]$")
NO_DATE = "none"


class Effort(StrEnum):
    STRETCH = "stretch"


class Unmeasurable(StrEnum):
    NO_INDICATOR = "no_indicator"
    VAGUE = "vague"
    NO_SOURCE = "no_source"
    DIRECTION = "direction"


Sources = Mapping[str, Source]


def read_targets(
    path: Path, shown: str, years: Mapping[str, int], site: Site, problems: list[Problem]
) -> TargetFile | None:
    """`years` gives the year of each report that can be named; a deadline needs it."""
    text = read_text(path, shown, problems)
    return None if text is None else targets_in(text, shown, years, site, problems)


def targets_in(
    text: str, shown: str, years: Mapping[str, int], site: Site, problems: list[Problem]
) -> TargetFile | None:
    node = read_mapping(text, shown, 1, problems)
    if node is None:
        return None
    fields = Fields(node, FILE_KEYS, problems)
    report = fields.text("report", required=True)
    if report and report not in years:
        fields.wrong("report", "no-such-report", found=report, known=tuple(years))
    sources = shared_sources(fields)
    year = years.get(report, 0)
    targets = [
        target_of(record, year, sources, site) for record in fields.records("targets", TARGET_KEYS)
    ]
    report_duplicates(targets, problems)
    not_targets = [
        not_target_of(record, sources) for record in fields.records("not_targets", NOT_TARGET_KEYS)
    ]
    return TargetFile(Where(shown), report, tuple(targets), tuple(not_targets))


def shared_sources(fields: Fields) -> Sources:
    if not fields.has("sources"):
        return {}
    node = fields.node.items["sources"][1]
    if not isinstance(node, MappingNode):
        fields.wrong("sources", "not-a-record")
        return {}
    table = Fields(node, node.items, fields.problems)
    records = ((key, table.record(key, SOURCE_KEYS)) for key in node.items)
    return {key: source_of(record) for key, record in records if record}


def report_duplicates(targets: list[Target], problems: list[Problem]) -> None:
    """An id names one target for good: nobody else may have it, or have had it."""
    first: dict[str, Where] = {}
    for target in targets:
        for name, key in [(target.id, "id"), *((old, "formerly") for old in target.formerly)]:
            if name in first:
                details = {"id": name, "first": first[name].line}
                problems.append(Problem(target.at(key), "duplicate-id", details))
            elif name:
                first[name] = target.at(key)


def target_of(fields: Fields, year: int, sources: Sources, site: Site) -> Target:
    kind = fields.choice("type", Type, required=True)
    measured = kind is not None and kind is not Type.MILESTONE
    unit = fields.text("unit", required=measured)
    amount = read_amount(fields, unit)
    if measured and not fields.has("value"):
        fields.missing("value")
    unmeasurable = fields.choice("unmeasurable", Unmeasurable)
    return Target(
        where=fields.where,
        lines={key: where.line for key, (where, _) in fields.node.items.items()},
        id=read_id(fields),
        formerly=read_former_ids(fields),
        title=fields.text("title", required=True),
        quote=fields.text("quote", required=True),
        type=kind or Type.MILESTONE,
        amount=amount,
        unit=split_unit(unit)[1],
        bound=fields.choice("bound", Bound),
        number=fields.text("number"),
        per=fields.text("per"),
        stretch=fields.choice("effort", Effort) is Effort.STRETCH,
        deadline=read_deadline(fields, year),
        deadline_words=fields.text("deadline_words"),
        criterion=fields.text("criterion"),
        unmeasurable=unmeasurable or "",
        start=fields.date("start"),
        lead=fields.texts("lead"),
        support=fields.texts("support"),
        mentions=tuple(
            mention_of(item, sources) for item in fields.records("mentions", MENTION_KEYS)
        ),
        places=read_places(fields, site),
        topics=fields.texts("topics"),
        baseline=read_baseline(fields, unit, sources),
        searched=fields.date("searched"),
        updates=tuple(
            update_of(item, kind, unit, sources) for item in fields.records("updates", UPDATE_KEYS)
        ),
        revisions=tuple(revisions_of(fields, sources)),
        context=tuple(
            context_of(item, sources) for item in fields.records("context", CONTEXT_KEYS)
        ),
        note=fields.text("note"),
    )


def read_id(fields: Fields) -> str:
    name = fields.text("id", required=True)
    if name and not is_id(name):
        fields.wrong("id", "bad-id", found=name)
    return name


def read_former_ids(fields: Fields) -> tuple[str, ...]:
    names = fields.texts("formerly")
    for name in names:
        if not is_id(name):
            fields.wrong("formerly", "bad-id", found=name)
    return names


def is_id(name: str) -> bool:
    return bool(ID.fullmatch(name)) and len(name) <= LONGEST_ID


def read_amount(fields: Fields, unit: str) -> Amount | None:
    """The field `value` in the base unit; a magnitude stands in the value or in the unit."""
    numbers = fields.numbers("value")
    if not numbers:
        return None
    if len(numbers) > 2 or numbers[0][1] > numbers[-1][1]:
        fields.wrong("value", "bad-range", found=tuple(written for written, _ in numbers))
        return None
    factor, _ = split_unit(unit)
    if factor != 1 and any(MAGNITUDE.search(written) for written, _ in numbers):
        fields.wrong("value", "magnitude-twice", found=numbers[0][0], unit=unit)
    low, high = numbers[0][1] * factor, numbers[-1][1] * factor
    words = "～".join(dict.fromkeys(written for written, _ in numbers))
    return Amount(low, high, words + unit)


def read_deadline(fields: Fields, year: int) -> date | None:
    """The date as written, which the report's own words must mean; left out, the year's end."""
    if fields.text("deadline") == NO_DATE:
        return None
    deadline = fields.date("deadline")
    if deadline is None and year and not fields.has("deadline"):
        return date(year, 12, 31)
    words = fields.text("deadline_words")
    if deadline and words and year:
        meant = due_date(words, year)
        if meant is None:
            fields.wrong("deadline_words", "deadline-unclear", found=words)
        elif meant != deadline:
            fields.wrong("deadline", "deadline-differs", found=deadline, words=words, meant=meant)
    return deadline


def read_places(fields: Fields, site: Site) -> tuple[str, ...]:
    known = [site.region, *(place.name for place in site.places)]
    places = fields.texts("places")
    for place in places:
        if place not in known:
            fields.wrong("places", "unknown-place", found=place, known=tuple(known))
    return places


def mention_of(fields: Fields, sources: Sources) -> Mention:
    source = read_source(fields, sources, required=True)
    return Mention(fields.text("agency", required=True), fields.text("role"), source or NOWHERE)


def read_baseline(fields: Fields, unit: str, sources: Sources) -> Baseline | None:
    record = fields.record("baseline", BASELINE_KEYS)
    if record is None:
        return None
    amount = read_amount(record, record.text("unit") or unit)
    as_of = record.day("as_of", required=True)
    source = read_source(record, sources, required=True)
    if not (amount and as_of and source):
        return None
    note, confidence = record.text("note"), record.choice("confidence", Confidence)
    return Baseline(amount, as_of, note, confidence, source)


def update_of(fields: Fields, kind: Type | None, unit: str, sources: Sources) -> Update:
    own_unit = fields.text("unit") or unit
    comparable = fields.flag("comparable", True)
    if comparable and split_unit(own_unit)[1] != split_unit(unit)[1]:
        fields.wrong("unit", "unit-not-comparable", found=own_unit, unit=unit)
    if kind is Type.MILESTONE:
        if not any(fields.text(key) for key in ("says", "reported", "note")):
            fields.missing("says")
    elif kind and comparable and not fields.has("value"):
        fields.missing("value")
    if not comparable:
        fields.text("note", required=True)
    if not fields.has("as_of"):
        fields.text("when", required=True)
    return Update(
        where=fields.where,
        as_of=fields.day("as_of"),
        when=fields.text("when"),
        amount=read_amount(fields, own_unit),
        reached=fields.flag("reached", False) if fields.has("reached") else None,
        says=fields.text("says"),
        at_least=fields.flag("at_least", False),
        comparable=comparable,
        kind=fields.choice("kind", Revision) or Revision.FINAL,
        reported=fields.text("reported"),
        note=fields.text("note"),
        confidence=fields.choice("confidence", Confidence),
        source=read_source(fields, sources, required=True) or NOWHERE,
    )


def revisions_of(fields: Fields, sources: Sources) -> Iterator[Adjustment]:
    for item in fields.records("revisions", REVISION_KEYS):
        day = item.day("date", required=True)
        document = read_source(item, sources, "document", required=True)
        before, after = item.text("from", required=True), item.text("to", required=True)
        if day and document:
            yield Adjustment(day, before, after, item.text("authority"), document)


def context_of(fields: Fields, sources: Sources) -> Context:
    return Context(
        fields.where, fields.text("says", required=True), fields.text("when"), fields.text("note"),
        fields.choice("confidence", Confidence), read_source(fields, sources),
    )  # fmt: skip


def not_target_of(fields: Fields, sources: Sources) -> NotTarget:
    quote, number = fields.text("quote", required=True), fields.text("number", required=True)
    if quote and number and number not in quote:
        fields.wrong("number", "number-not-in-quote", found=number, quote=quote)
    return NotTarget(
        fields.where, quote, number,
        fields.choice("reason", Reason, required=True) or Reason.NAME, fields.text("note"),
        tuple(context_of(item, sources) for item in fields.records("context", CONTEXT_KEYS)),
    )  # fmt: skip


NOWHERE = Source("", "", "", "", None, None, "")  # stands in where a problem has been reported
