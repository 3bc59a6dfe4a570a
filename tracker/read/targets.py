"""`targets.yaml` → targets and exclusions. Checked here: form; checked by `assess`: the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from tracker.errors import Problem, Where
from tracker.keys import key_of, key_of_shown
from tracker.lazy import regex
from tracker.model import (
    Amount,
    Bound,
    NotTarget,
    Period,
    Reason,
    Report,
    Site,
    Target,
    TargetFile,
    Tolerance,
    Type,
    multiplies,
)
from tracker.read.amounts import read_amount
from tracker.read.events import (
    check_comparability,
    disputes_of,
    read_withdrawal,
    redefinitions_of,
    revisions_of,
)
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.ids import bad_id, is_id
from tracker.read.nodes import read_mapping
from tracker.read.sources import KEYS as SOURCE_KEYS
from tracker.read.sources import Sources, shared_sources
from tracker.read.timing import STAGE_KEYS, STEP_KEYS, read_deadline, schedule_of, stages_of
from tracker.read.units import split_unit
from tracker.read.updates import (
    BASELINE_KEYS,
    CONTEXT_KEYS,
    ITEM_KEYS,
    MENTION_KEYS,
    UPDATE_KEYS,
    check_agencies,
    context_of,
    items_of,
    mention_of,
    read_baseline,
    update_of,
)

FILE_KEYS = ("report", "sources", "targets", "not_targets")
TARGET_KEYS = (
    "id", "formerly", "title", "quote", "type", "value", "unit", "bound", "number", "per",
    "universe", "basis", "effort", "deadline", "deadline_words", "criterion", "criterion_by",
    "unmeasurable", "start", "period", "release_lag", "tolerance", "schedule", "stages", "items",
    "parts", "relative_to", "lead", "support", "mentions", "places", "topics", "baseline",
    "searched", "updates", "revisions", "redefined", "withdrawn", "disputes", "continues",
    "silent_in", "context", "note",
)  # fmt: skip
TOLERANCE_KEYS = ("value", "reason")
NOT_TARGET_KEYS = ("quote", "number", "reason", "note", "context")

HOMES = {
    "updates": UPDATE_KEYS, "source": SOURCE_KEYS, "targets": TARGET_KEYS,
    "not_targets": NOT_TARGET_KEYS, "schedule": STEP_KEYS, "stages": STAGE_KEYS,
    "items": ITEM_KEYS,
}  # fmt: skip

ENTRIES_LOST = ("record-elsewhere", "entry-runs-on", "dash-missing")
UNMEASURED = (Type.MILESTONE, Type.RELATIVE, Type.COMPOSITE)
COUNTED = (Type.CUMULATIVE, Type.LIST, Type.LEVEL)
RATES_AND_COUNTS = tuple(kind for kind in Type if kind not in (Type.MILESTONE, Type.COMPOSITE))

# Keys that only some types have.
KEYS_OF_TYPES: dict[str, tuple[Type, ...]] = {
    "value": tuple(kind for kind in Type if kind not in UNMEASURED),
    "unit": RATES_AND_COUNTS,
    "tolerance": RATES_AND_COUNTS,
    "schedule": COUNTED,
    "stages": (Type.MILESTONE,),
    "items": (Type.LIST,),
    "parts": (Type.COMPOSITE,),
    "relative_to": (Type.RELATIVE,),
    "updates": tuple(kind for kind in Type if kind is not Type.COMPOSITE),
}

SEPARATOR = regex(r"\s*[，、；;]\s*")
UNIVERSAL = regex("全覆盖|清零")


class Effort(StrEnum):
    STRETCH = "stretch"


class Setter(StrEnum):
    EDITORS = "editors"


class Unmeasurable(StrEnum):
    NO_INDICATOR = "no_indicator"
    VAGUE = "vague"
    NO_SOURCE = "no_source"
    DIRECTION = "direction"


class Setting(Struct, frozen=True):
    """What a target's fields may refer to."""

    year: int  # of the report
    reports: Collection[str]
    places: Collection[str]
    agencies: Collection[str]
    sources: Sources


class Known:
    """Sound targets by keys of their lines and of what these may refer to; in `now` those met."""

    def __init__(self, before: Mapping[str, Target] = MappingProxyType({})) -> None:
        self.before = before
        self.now: dict[str, Target] = {}

    def targets_of(self, records: Iterable[Fields], setting: Setting) -> list[Target]:
        around = key_of(setting)
        return [self._target_of(one, key_of_shown(around, one.node), setting) for one in records]

    def _target_of(self, fields: Fields, key: str, setting: Setting) -> Target:
        count = len(fields.problems)
        target = self.before.get(key) or target_of(fields, setting)
        if len(fields.problems) == count:
            self.now[key] = target
        return target


def read_targets(
    path: Path, shown: str, report: Report, reports: Collection[str], site: Site,
    problems: list[Problem],
) -> TargetFile | None:  # fmt: skip
    """The targets of `report`; `reports` are the ids of all of its region."""
    text = read_text(path, shown, problems)
    if text is None:
        return None
    return targets_in(text, shown, report, reports, site, problems)


def targets_in(
    text: str, shown: str, report: Report, reports: Collection[str], site: Site,
    problems: list[Problem], known: Known | None = None,
) -> TargetFile | None:  # fmt: skip
    """`known` targets are not read again."""
    own: list[Problem] = []
    if node := read_mapping(text, shown, 1, own):
        fields = Fields(node, FILE_KEYS, own)
        file = file_in(fields, shown, report, reports, site, Known() if known is None else known)
    problems += map(at_home, own)
    return file if node else None


def file_in(
    fields: Fields, shown: str, report: Report, reports: Collection[str], site: Site, known: Known
) -> TargetFile | None:
    name = fields.text("report", required=True)
    if name and name != report.id:
        fields.wrong("report", "report-differs", found=name, report=report.id)
    setting = Setting(
        report.year,
        reports,
        site.place_names,
        site.agency_names,
        shared_sources(fields),
    )
    records = fields.records("targets", TARGET_KEYS)
    targets = known.targets_of(records, setting)
    report_strangers(targets, fields.problems)
    not_targets = [
        not_target_of(record, setting.sources)
        for record in fields.records("not_targets", NOT_TARGET_KEYS)
    ]
    if fields.strangers or any(problem.code in ENTRIES_LOST for problem in fields.problems):
        return None  # whole entries went astray: what the report says of the rest would mislead
    return TargetFile(Where(shown), report.id, tuple(targets), tuple(not_targets))


def at_home(problem: Problem) -> Problem:
    """A key that no such record has, but another one: it stands too far left or right."""
    key = problem.details.get("key")
    homes = tuple(home for home, keys in HOMES.items() if key in keys)
    if problem.code != "unknown-key" or not homes:
        return problem
    return replace(problem, code="key-elsewhere", details={"key": key, "homes": homes})


def report_duplicates(targets: list[Target], problems: list[Problem]) -> None:
    """An id names one target for good: nobody else may have it, or have had it."""
    first: dict[str, Where] = {}
    for target in targets:
        for name, key in [(target.id, "id"), *((old, "formerly") for old in target.formerly)]:
            if name in first:
                details = {"id": name, "first": first[name]}
                problems.append(Problem(target.at(key), "duplicate-id", details))
            elif name:
                first[name] = target.at(key)


def report_strangers(targets: list[Target], problems: list[Problem]) -> None:
    """A composite is made of other targets, and a relative one has another beside it."""
    by_id = {target.id: target for target in targets}
    for target in targets:
        named = [("parts", part) for part in target.parts]
        named += [("relative_to", target.relative_to)] if target.relative_to else []
        for key, name in named:
            other = by_id.get(name)
            if other is None:
                details = {"key": key, "found": name}
                problems.append(Problem(target.at(key), "unknown-target", details))
            elif other.type is Type.COMPOSITE or (key == "relative_to" and other.amount is None):
                details = {"key": key, "found": name, "type": other.type}
                problems.append(Problem(target.at(key), "target-does-not-fit", details))
            elif key == "relative_to" and other.measured_in != target.unit:
                details = {"own": target.unit, "unit": other.measured_in}
                problems.append(Problem(target.at(key), "relative-unit", details))


def target_of(fields: Fields, setting: Setting) -> Target:
    kind = fields.choice("type", Type, required=True)
    check_keys(fields, kind)
    written_unit = fields.text("unit", required=kind in RATES_AND_COUNTS)
    unit = split_unit(written_unit)[1]
    amount = read_value(fields, kind, written_unit)
    sources = setting.sources
    baseline = read_baseline(fields, written_unit, sources)
    counts_baselines = baseline is not None and multiplies(unit, baseline)
    own_unit = unit_of_baseline(fields) if counts_baselines else written_unit
    deadline = read_deadline(fields, setting.year)
    stages = tuple(stages_of(fields, deadline))
    records = fields.records("updates", UPDATE_KEYS)
    updates = tuple(update_of(item, kind, own_unit, stages, sources) for item in records)
    redefined = tuple(redefinitions_of(fields, sources))
    check_comparability(records, updates, redefined)
    for key in ("lead", "support"):
        check_agencies(fields, key, setting.agencies)
    return Target(
        where=fields.where,
        spots={key: fields.where_of(key) for key in fields.node.items},
        id=read_id(fields),
        formerly=read_ids(fields, "formerly"),
        title=fields.text("title", required=True),
        quote=fields.text("quote", required=True),
        type=kind or Type.MILESTONE,
        amount=amount,
        unit=unit,
        bound=read_bound(fields, kind, amount),
        number=fields.text("number"),
        per=fields.text("per"),
        universe=read_universe(fields),
        basis=fields.text("basis"),
        stretch=fields.choice("effort", Effort) is Effort.STRETCH,
        deadline=deadline,
        deadline_words=fields.text("deadline_words"),
        criterion=fields.text("criterion", required=fields.has("criterion_by")),
        editorial=fields.choice("criterion_by", Setter) is Setter.EDITORS,
        unmeasurable=fields.choice("unmeasurable", Unmeasurable) or "",
        start=read_start(fields, deadline),
        period=fields.choice("period", Period) or Period.QUARTER,
        release_lag=read_days(fields, "release_lag"),
        tolerance=read_tolerance(fields, own_unit),
        schedule=tuple(schedule_of(fields, amount, own_unit, deadline, sources)),
        stages=stages,
        items=tuple(items_of(fields, sources)),
        parts=read_parts(fields, kind),
        relative_to=fields.text("relative_to", required=kind is Type.RELATIVE),
        lead=fields.texts("lead"),
        support=fields.texts("support"),
        mentions=tuple(
            mention_of(item, setting.agencies, sources)
            for item in fields.records("mentions", MENTION_KEYS)
        ),
        places=fields.names("places", setting.places, "unknown-place"),
        topics=read_topics(fields),
        baseline=baseline,
        searched=fields.date("searched"),
        updates=updates,
        revisions=tuple(revisions_of(fields, own_unit, sources)),
        redefined=redefined,
        withdrawn=read_withdrawal(fields, sources),
        disputes=tuple(disputes_of(fields, sources)),
        continues=fields.text("continues"),
        silent_in=fields.names("silent_in", setting.reports, "no-such-report"),
        context=tuple(
            context_of(item, sources) for item in fields.records("context", CONTEXT_KEYS)
        ),
        note=fields.text("note"),
    )


def unit_of_baseline(fields: Fields) -> str:
    """As written, 万 and 亿 included: what is to double has its values in it."""
    record = fields.record("baseline", BASELINE_KEYS)
    return record.text("unit") if record else ""


def check_keys(fields: Fields, kind: Type | None) -> None:
    for key, kinds in KEYS_OF_TYPES.items():
        if kind and fields.has(key) and kind not in kinds:
            fields.wrong(key, "key-not-for-type", type=kind, types=tuple(kinds))


def read_bound(fields: Fields, kind: Type | None, amount: Amount | None) -> Bound | None:
    """A count has no upper bound while it runs: what must not be exceeded is a limit."""
    if fields.has("bound") and fields.blank("bound"):
        fields.wrong("bound", "bound-unquoted")
        return None
    bound = fields.choice("bound", Bound, required=kind is Type.RELATIVE)
    if bound in (Bound.AT_MOST, Bound.LESS_THAN) and kind in (Type.CUMULATIVE, Type.LIST):
        fields.wrong("bound", "count-with-ceiling", found=bound)
    if bound is Bound.EXACTLY and amount and amount.low != amount.high:
        fields.wrong("bound", "exact-range", found=amount.written)
    return bound


def read_value(fields: Fields, kind: Type | None, unit: str) -> Amount | None:
    if kind in UNMEASURED:
        return None
    if kind and fields.blank("value"):
        fields.missing("value")
    return read_amount(fields, unit)


def read_id(fields: Fields) -> str:
    name = fields.text("id", required=True)
    if name and not is_id(name):
        fields.problems.append(bad_id(fields.where_of("id"), name))
    return name


def read_ids(fields: Fields, key: str) -> tuple[str, ...]:
    for node in fields.scalars(key):
        if not is_id(node.text.strip()):
            fields.problems.append(bad_id(node.where, node.text.strip()))
    return fields.texts(key)


def read_universe(fields: Fields) -> str:
    """全覆盖 and 清零 say nothing while nobody says of what."""
    universal = fields.has("value") and bool(UNIVERSAL.search(fields.text("number")))
    return fields.text("universe", required=universal)


def read_topics(fields: Fields) -> tuple[str, ...]:
    """Each becomes a page, so that two in one would be a third."""
    topics = fields.texts("topics")
    for topic in topics:
        if SEPARATOR.search(topic):
            details = {"found": topic, "plain": ", ".join(SEPARATOR.split(topic))}
            fields.wrong("topics", "names-run-together", **details)
    return topics


def read_days(fields: Fields, key: str) -> int | None:
    written = fields.text(key)
    if written and not re.fullmatch(r"\d{1,4}", written):
        fields.wrong(key, "not-days", found=written)
        return None
    return int(written) if written else None


def read_tolerance(fields: Fields, unit: str) -> Tolerance | None:
    record = fields.record("tolerance", TOLERANCE_KEYS)
    if record is None:
        return None
    amount, reason = read_amount(record, unit), record.text("reason", required=True)
    if record.blank("value"):
        record.missing("value")
    if amount and (amount.low < 0 or amount.low != amount.high):
        record.wrong("value", "bad-tolerance", found=amount.written)
    bound = fields.text("bound")
    if bound and bound not in (Bound.ABOUT, Bound.NEARLY):
        fields.wrong("tolerance", "tolerance-unused", found=bound)
    return Tolerance(amount.low, reason) if amount else None


def read_parts(fields: Fields, kind: Type | None) -> tuple[str, ...]:
    parts = read_ids(fields, "parts")
    if kind is Type.COMPOSITE and len(set(parts)) < 2:
        fields.wrong("parts", "too-few-parts") if parts else fields.missing("parts")
    return parts


def read_start(fields: Fields, deadline: date | None) -> date | None:
    start = fields.date("start")
    if start and deadline and start > deadline:
        fields.wrong("start", "day-after-day", found=start, other="deadline", limit=deadline)
    return start


def not_target_of(fields: Fields, sources: Sources) -> NotTarget:
    quote, number = fields.text("quote", required=True), fields.text("number", required=True)
    if quote and number and number not in quote:
        fields.wrong("number", "number-not-in-quote", found=number, quote=quote)
    return NotTarget(
        fields.where, quote, number,
        fields.choice("reason", Reason, required=True) or Reason.NAME, fields.text("note"),
        tuple(context_of(item, sources) for item in fields.records("context", CONTEXT_KEYS)),
    )  # fmt: skip
