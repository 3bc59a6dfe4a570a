"""The rules, row by row (`tests/cases/status.yaml`), and what must hold for any values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.status import judge
from tracker.errors import Problem, Where
from tracker.model import (
    Amount,
    Bound,
    Day,
    Revision,
    Site,
    Source,
    Status,
    Target,
    Tier,
    Type,
    Update,
)
from tracker.read.fields import Fields
from tracker.read.nodes import Mapping, Node, Scalar, Sequence, read_mapping
from tracker.read.targets import TARGET_KEYS, target_of

CASES = Path(__file__).parent / "cases" / "status.yaml"
ROW_KEYS = ("name", "target", "updates", "as_of", "status", "line")
SITE = Site(Where("site.yaml"), "", "", "虚构市", "/", "", "", "", "", "", ())
SOURCE = Source("虚构的公报", "", "", "", Tier.STATISTICS, None, "")
DEFAULTS = {
    "id": "x", "title": "某项", "quote": "某项", "bound": ">=", "deadline": "2099-12-31",
    "criterion": "建成",
}  # fmt: skip
YEAR = 2099


def rows() -> list[Fields]:
    problems: list[Problem] = []
    node = read_mapping(CASES.read_text("utf-8"), CASES.name, 1, problems)
    assert node
    found = Fields(node, ("rows",), problems).records("rows", ROW_KEYS)
    assert not problems
    return list(found)


def target_in(row: Fields) -> Target:
    """The row's target with the defaults of the table, through the program's own reader."""
    own = row.node.items["target"][1]
    assert isinstance(own, Mapping)
    where = row.where
    items = {key: (where, Scalar(where, text)) for key, text in DEFAULTS.items()} | own.items
    if row.has("updates"):
        items["updates"] = row.node.items["updates"]
    problems: list[Problem] = []
    fields = Fields(Mapping(where, sourced(items)), TARGET_KEYS, problems)
    target = target_of(fields, YEAR, {"bulletin": SOURCE}, SITE)
    assert not problems
    return target


def sourced(items: dict[str, tuple[Where, Node]]) -> dict[str, tuple[Where, Node]]:
    """Every update and the baseline with a source, which the table leaves out."""
    return {
        key: (where, add_source(node) if key in ("updates", "baseline") else node)
        for key, (where, node) in items.items()
    }


def add_source(node: Node) -> Node:
    if isinstance(node, Sequence):
        return Sequence(node.where, tuple(add_source(item) for item in node.items))
    assert isinstance(node, Mapping)
    source = (node.where, Scalar(node.where, "bulletin"))
    return Mapping(node.where, {**node.items, "source": source})


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.text("name"))
def test_a_row_of_the_table(row: Fields) -> None:
    as_of = row.date("as_of")
    assert as_of

    judgement = judge(target_in(row), YEAR, as_of)

    assert judgement.status == row.text("status")
    assert judgement.arithmetic
    if line := row.text("line"):
        assert judgement.arithmetic == line


# --- properties ---------------------------------------------------------------------------------

GOOD = [
    Status.MISSED, Status.OVERDUE, Status.NOT_STARTED, Status.BEHIND, Status.ON_TRACK,
    Status.HOLDING, Status.ACHIEVED,
]  # fmt: skip
START = date(YEAR, 1, 1)
days = st.integers(0, 500).map(lambda n: START + timedelta(days=n))
types = st.sampled_from([Type.CUMULATIVE, Type.GROWTH, Type.LIMIT])


def target_of_type(kind: Type, updates: tuple[Update, ...]) -> Target:
    where = Where("targets.yaml", 1)
    return Target(
        where, {}, "x", (), "某项", "某项", kind, Amount(Decimal(100), Decimal(100), "100个"), "个",
        Bound.AT_LEAST, "", "", False, date(YEAR, 12, 31), "", "", "", None, (), (), (), (), (),
        None, None, updates, (), (), "",
    )  # fmt: skip


def value(day: date, number: int) -> Update:
    amount = Amount(Decimal(number), Decimal(number), f"{number}个")
    return Update(
        Where("targets.yaml", 1), Day(day, str(day)), "", amount, None, "", False, True,
        Revision.FINAL, "", "", None, SOURCE,
    )  # fmt: skip


values = st.builds(value, days, st.integers(0, 200))


@given(types, st.lists(values, max_size=5), values, days)
def test_a_later_value_never_changes_an_earlier_answer(
    kind: Type, known: list[Update], later: Update, as_of: date
) -> None:
    assert later.as_of
    before = min(as_of, later.as_of.last - timedelta(days=1))
    old, new = tuple(known), (*known, later)

    assert judge(target_of_type(kind, old), YEAR, before) == judge(
        target_of_type(kind, new), YEAR, before
    )


@given(types, st.permutations([value(START + timedelta(days=n), n * 3) for n in range(6)]), days)
def test_the_order_of_updates_does_not_matter(
    kind: Type, updates: list[Update], as_of: date
) -> None:
    target = target_of_type(kind, tuple(updates))
    by_date = replace(target, updates=tuple(sorted(updates, key=lambda u: u.as_of or 0)))

    assert judge(target, YEAR, as_of) == judge(by_date, YEAR, as_of)


@given(types, days, days, st.integers(0, 200), st.integers(0, 50))
def test_a_higher_value_is_never_judged_worse(
    kind: Type, day: date, as_of: date, number: int, more: int
) -> None:
    as_of = max(day, as_of)
    lower = judge(target_of_type(kind, (value(day, number),)), YEAR, as_of).status
    higher = judge(target_of_type(kind, (value(day, number + more),)), YEAR, as_of).status

    assert GOOD.index(higher) >= GOOD.index(lower)


@given(types, st.lists(values, max_size=5), days)
def test_every_status_shows_its_arithmetic(kind: Type, updates: list[Update], as_of: date) -> None:
    assert judge(target_of_type(kind, tuple(updates)), YEAR, as_of).arithmetic
