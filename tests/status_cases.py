"""The rows of `tests/cases/status.yaml`, read by the program's own reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import Problem, Where
from tracker.model import Flag, Source, Target, Tier
from tracker.read.fields import Fields
from tracker.read.nodes import Mapping, Node, Scalar, Sequence, read_mapping
from tracker.read.targets import TARGET_KEYS, Setting, target_of

CASES = Path(__file__).parent / "cases" / "status.yaml"
ROW_KEYS = ("name", "target", "updates", "others", "as_of", "status", "flags", "line")
YEAR = 2099
NOWHERE = Where(CASES.name)

BULLETIN = Source(NOWHERE, "bulletin", "虚构的公报", "", "", "", Tier.STATISTICS, None, "")
MAYOR = Source(NOWHERE, "mayor", "虚构的市长讲话", "", "", "", Tier.STATEMENT, None, "")
SETTING = Setting(YEAR, (), ("虚构市",), {}, {"bulletin": BULLETIN, "mayor": MAYOR})
SOURCED = ("updates", "baseline", "items", "disputes", "redefined", "schedule")

Items = dict[str, tuple[Where, Node]]


@dataclass(frozen=True)
class Row:
    name: str
    target: Target
    others: dict[str, Target]
    as_of: date
    status: str
    flags: tuple[Flag, ...]
    line: str


def rows() -> list[Row]:
    problems: list[Problem] = []
    node = read_mapping(CASES.read_text("utf-8"), CASES.name, 1, problems)
    assert node, problems
    table = Fields(node, ("defaults", "rows"), problems)
    defaults = table.node.items["defaults"][1]
    assert isinstance(defaults, Mapping)
    found = [row_of(row, defaults) for row in table.records("rows", ROW_KEYS)]
    assert not problems, problems
    return found


def row_of(row: Fields, defaults: Mapping) -> Row:
    own = row.node.items["target"][1]
    assert isinstance(own, Mapping)
    items = own.items | ({"updates": row.node.items["updates"]} if row.has("updates") else {})
    as_of = row.date("as_of")
    assert as_of
    target = target_in({"id": scalar("x"), "title": scalar("某项")} | items, defaults)
    others = [
        target_in({"title": scalar("另一项")} | o.node.items, defaults) for o in others_of(row)
    ]
    return Row(
        row.text("name"), target, {one.id: one for one in (target, *others)}, as_of,
        row.text("status"), tuple(map(Flag, row.texts("flags"))), row.text("line"),
    )  # fmt: skip


def others_of(row: Fields) -> Iterator[Fields]:
    yield from row.records("others", TARGET_KEYS)


def target_in(items: Items, defaults: Mapping) -> Target:
    """With the defaults of its type, and the year's end where no deadline is written."""
    kind = items["type"][1]
    assert isinstance(kind, Scalar)
    own = defaults.items[kind.text][1]
    assert isinstance(own, Mapping)
    dated = {} if "deadline" in items else {"deadline_words": scalar("年底")}
    problems: list[Problem] = []
    whole = {"quote": scalar("某项")} | own.items | dated | items
    fields = Fields(Mapping(NOWHERE, sourced(whole)), TARGET_KEYS, problems)
    target = target_of(fields, SETTING)
    assert not problems, problems
    return target


def scalar(text: str) -> tuple[Where, Node]:
    return NOWHERE, Scalar(NOWHERE, text)


def sourced(items: Items) -> Items:
    """Whatever needs a source and names none has the bulletin."""
    return {
        key: (where, add_source(node) if key in SOURCED else node)
        for key, (where, node) in items.items()
    }


def add_source(node: Node) -> Node:
    if isinstance(node, Sequence):
        return Sequence(node.where, tuple(add_source(item) for item in node.items))
    assert isinstance(node, Mapping)
    return Mapping(node.where, {"source": scalar("bulletin")} | node.items)
