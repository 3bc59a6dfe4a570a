"""The file of targets of a made-up report, as an editor would keep it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from tracker.demo.goals import Goal, goals, plain
from tracker.demo.lives import Fate, Told, base_of, fate_of, items_of, told_of
from tracker.demo.regions import YEARS, Region
from tracker.demo.reports import Text
from tracker.demo.themes import (
    CITY_PART,
    COUNTY_PART,
    GDP,
    INCOME,
    KINDERGARTENS,
    RANGE,
    SCHEDULED,
    VAGUE,
    Aim,
)
from tracker.lazy import regex
from tracker.model import Type

MODELINE = "# yaml-language-server: $schema=../../data/targets.schema.json"
HOST = "https://example.invalid"
LAST = YEARS[-1]
SAFE = regex(r"[\w（）《》、。，“”/:.-]+")  # needs no quotation marks
NUMERIC = (Type.CUMULATIVE, Type.LEVEL, Type.GROWTH, Type.LIMIT, Type.REDUCTION, Type.LIST)
# name, title, publisher, tier, years after the report's own, published, accessed
SOURCES = (
    ("midyear", "上半年通报", "政府办公室", "statement", 0, "07-18", "08-02"),
    ("decree", "关于调整目标的通知", "人民政府", "document", 0, "08-15", "08-20"),
    ("autumn", "前三季度情况", "发展改革委", "document", 0, "10-22", "11-05"),
    ("bulletin", "统计公报", "统计局", "statistics", 1, "02-20", "03-02"),
    ("survey", "社区调查", "虚构大学调查中心", "independent", 1, "03-10", "03-15"),
)


def targets_file(text: Text, earlier: Mapping[Aim, int]) -> str:
    """`earlier` are the years in which the archive last had each aim before."""
    lines = [
        MODELINE,
        "# 整个文件由程序编造，仅供测试：数字、单位、来源全是虚构的。",
        "",
        f"report: {text.region.report(text.year)}",
        "",
        "sources:",
        *sources(text.region, text.year),
        "",
        "targets:",
    ]
    for goal in text.goals:
        lines += target(goal, earlier)
    lines += ["", "not_targets:", *exclusions(text), ""]
    return "\n".join(lines)


def exclusions(text: Text) -> Iterator[str]:
    for (quote, number), reason in text.excluded.items():
        yield f"- {flow(quote=quote, number=number, reason=reason)}"


def sources(region: Region, year: int) -> Iterator[str]:
    for name, title, publisher, tier, later, published, accessed in SOURCES:
        if year + later > LAST:
            continue
        page = f"{region.id}/{year}/{name}"
        record = flow(
            title=f"{region.name}{year}年{title}（虚构）",
            url=f"{HOST}/{page}",
            publisher=publisher if publisher.startswith("虚构") else f"{region.name}{publisher}",
            published=f"{year + later}-{published}",
            tier=tier,
            accessed=f"{year + later}-{accessed}",
            archived=f"{HOST}/archive/{page}",
        )
        yield f"  {name}: {record}"


def target(goal: Goal, earlier: Mapping[Aim, int]) -> Iterator[str]:
    aim = goal.aim
    yield f"- id: {goal.id}"
    yield f"  title: {scalar(aim.title)}"
    yield f"  quote: {scalar(goal.quote)}"
    yield f"  type: {aim.type}"
    yield from measure(goal)
    yield from day(goal)
    yield from arrangement(goal)
    yield from duties(goal)
    yield from life(goal)
    if aim in earlier:
        yield f"  continues: {goal.region.report(earlier[aim])}-{aim.slug}"
    if is_silent(goal):
        yield f"  silent_in: [{goal.region.report(goal.year + 1)}]"


def is_silent(goal: Goal) -> bool:
    """The editors have read the next report, and it does not have the aim."""
    if goal.year == LAST or goal.chance("silent").random() < 0.5:
        return False
    return all(one.aim is not goal.aim for one in goals(goal.region, goal.year + 1))


def measure(goal: Goal) -> Iterator[str]:
    aim = goal.aim
    if aim.type in NUMERIC:
        value = f"[{goal.value}, {goal.top}]" if aim is RANGE else plain(goal.value)
        yield f"  value: {value}"
    if aim.unit:
        yield f"  unit: {scalar(aim.unit)}"
    if aim is INCOME:
        yield '  bound: "~"'
        yield f"  relative_to: {goal.region.report(goal.year)}-{GDP.slug}"
    if goal.stretch:
        yield "  effort: stretch"
    if aim.type is Type.GROWTH:
        yield "  basis: 与上年相比，按虚构的可比价"
    if aim is GDP and goal.region.number % 3 == 0:
        yield f"  tolerance: {flow(value='0.3', reason='统计局另有说明，纯属编造')}"


def day(goal: Goal) -> Iterator[str]:
    if goal.aim in VAGUE:
        yield "  deadline: none"
        yield "  unmeasurable: direction"
    elif goal.due_words:
        yield f"  deadline: {goal.due}"
        yield f"  deadline_words: {goal.due_words}"
    if goal.aim.yearly:
        yield "  period: year"


def arrangement(goal: Goal) -> Iterator[str]:
    """Steps, stages, items, parts: whatever its type has."""
    report, year = goal.region.report(goal.year), goal.year
    if goal.aim is SCHEDULED:
        words = f"上半年完成{plain(goal.halfway)}公里"
        yield "  schedule:"
        yield f"  - {flow(by=date(year, 6, 30), value=plain(goal.halfway), words=words)}"
    if goal.aim is KINDERGARTENS:
        yield f"  parts: [{report}-{CITY_PART.slug}, {report}-{COUNTY_PART.slug}]"
    if goal.aim.type is Type.MILESTONE and goal.aim not in VAGUE:
        yield f"  criterion: {goal.quote}"
        yield "  criterion_by: editors"
        yield "  stages:"
        yield f"  - {flow(name='开工', by=date(year, 3, 31))}"
        yield f"  - {flow(name='封顶', by=date(year, 5, 31 if goal.due.month == 6 else 30))}"
        yield "  - {name: 启用}"
    if goal.aim.type is Type.LIST:
        yield "  items:"
        for name, done in items_of(goal):
            told = {"as_of": date(year, 9, 30), "reached": "true", "says": f"{name}已经推出"}
            yield f"  - {flow(title=name, **told, source='autumn') if done else flow(title=name)}"


def duties(goal: Goal) -> Iterator[str]:
    chance = goal.chance("duties")
    if chance.random() < 0.3:
        yield f"  lead: [{goal.theme.agency}]"
        if chance.random() < 0.5:
            yield "  support: [虚构财政局]"
    elif chance.random() < 0.15:
        yield "  mentions:"
        yield f"  - {flow(agency=goal.theme.agency, role='发布进度', source='midyear')}"
    if goal.place:
        yield f"  places: [{goal.place}]"
    elif chance.random() < 0.3:
        yield f"  places: [{goal.region.name}]"
    yield f"  topics: [{goal.theme.topic}]"


# --- what became of it --------------------------------------------------------------------------


def life(goal: Goal) -> Iterator[str]:
    aim, told = goal.aim, told_of(goal)
    if aim.type is Type.LEVEL and goal.year > YEARS.start and fate_of(goal) is not Fate.QUIET:
        as_of, base = date(goal.year - 1, 12, 31), plain(base_of(goal))
        yield f"  baseline: {flow(value=base, unit=aim.unit, as_of=as_of, source='midyear')}"
    if not told and goal.chance("searched").random() < 0.6:
        yield f"  searched: {min(date(goal.year + 1, 3, 20), date(LAST, 11, 10))}"
    if told:
        yield "  updates:"
        yield from (f"  - {update(goal, one)}" for one in told)
    yield from misfortunes(goal)
    if goal.chance("context").random() < 0.05:
        yield "  context:"
        yield f"  - {flow(says='编造的背景：邻县也在做这件事。', source='midyear')}"
    if goal.chance("note").random() < 0.05:
        yield "  note: 编造的说明，仅供测试。"


def update(goal: Goal, told: Told) -> str:
    record: dict[str, object] = {"as_of": told.day}
    if told.value:
        record["value"] = told.value
    elif told.state == "not_started":
        record |= {"not_started": "true", "says": "仍在商量，没有动工"}
    elif told.state == "not_reached":
        record |= {"reached": "false", "says": f"到年底没有做到：{goal.aim.title}"}
    else:
        record |= {"stage": told.state, "says": f"{goal.aim.title}已到{told.state}这一步"}
    if told.kind != "final":
        record["kind"] = told.kind
    if told.source == "midyear" and goal.chance("reported").random() < 0.2:
        record["reported"] = "正在推进"
    also = f", confirmed_by: [{told.also}]" if told.also else ""
    return f"{flow(**record, source=told.source)[:-1]}{also}}}"


def misfortunes(goal: Goal) -> Iterator[str]:
    """Changes, doubts and ends that a document or somebody's word brings."""
    when, body = date(goal.year, 8, 15), f"{goal.region.name}人民政府"
    chance = goal.chance("later").random()
    if fate_of(goal) is Fate.ABANDONED:
        record = flow(date=when, authority=body, note="编造的原因。", document="decree")
        yield f"  withdrawn: {record}"
    elif goal.aim.type is Type.CUMULATIVE and goal.aim is not RANGE and chance < 0.04:
        less = plain(goal.value - goal.aim_step)
        change = {"from": f"{plain(goal.value)}{goal.aim.unit}", "to": f"{less}{goal.aim.unit}"}
        yield "  revisions:"
        yield f"  - {flow(date=when, **change, value=less, authority=body, document='decree')}"
    elif chance > 0.97:
        yield "  disputes:"
        doubt = {
            "date": date(goal.year, 10, 30),
            "by": "虚构的居民",
            "says": "编造的异议：数得不全。",
        }
        yield f"  - {flow(**doubt, source='autumn')}"


# --- YAML ---------------------------------------------------------------------------------------


def flow(**record: object) -> str:
    return "{" + ", ".join(f"{key}: {scalar(str(value))}" for key, value in record.items()) + "}"


def scalar(text: str) -> str:
    """In quotation marks where YAML would take it otherwise."""
    return text if SAFE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
