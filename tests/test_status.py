"""The rules, row by row (`tests/cases/status.yaml`), and what must hold for any values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.status_cases import BULLETIN, MAYOR, NOWHERE, YEAR, Row, rows
from tracker.assess.judge import judge, judge_revisions
from tracker.assess.published import PUBLISHED
from tracker.model import (
    Amount,
    Bound,
    Day,
    Flag,
    Judgement,
    Period,
    Revision,
    Status,
    Target,
    Type,
    Update,
)

ROWS = rows()
BY_NAME = {row.name: row for row in ROWS}


def judged(row: Row) -> Judgement:
    return judge(row.target, YEAR, row.as_of, row.others)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_of_the_table(row: Row) -> None:
    judgement = judged(row)

    assert judgement.status == row.status
    assert judgement.flags == row.flags
    assert judgement.arithmetic == row.line


def test_the_table_has_every_type_with_every_status_it_can_have() -> None:
    found = {(row.target.type, Status(row.status)) for row in ROWS}

    assert found == {(kind, status) for kind in Type for status in reachable(kind)}


# Statuses that only some types can have; the others belong to all.
ONLY = {
    Status.HOLDING: (
        Type.LEVEL, Type.GROWTH, Type.LIMIT, Type.REDUCTION, Type.RELATIVE, Type.COMPOSITE,
    ),
    Status.ON_TRACK: (Type.CUMULATIVE, Type.LEVEL, Type.LIST, Type.MILESTONE, Type.COMPOSITE),
    Status.NOT_STARTED: (Type.CUMULATIVE, Type.LEVEL, Type.LIST, Type.MILESTONE, Type.COMPOSITE),
}  # fmt: skip


def reachable(kind: Type) -> Iterator[Status]:
    return (status for status in Status if kind in ONLY.get(status, tuple(Type)))


def test_the_table_has_every_flag() -> None:
    assert {flag for row in ROWS for flag in row.flags} == set(Flag)


# --- revisions, disagreement, evidence ----------------------------------------------------------


def test_a_revised_target_is_judged_beside_the_original() -> None:
    row = BY_NAME["目标调低过，原目标照样判断"]

    (revised,) = judge_revisions(row.target, YEAR, row.as_of, row.others)

    assert judged(row).status is Status.MISSED
    assert revised.judgement
    assert revised.judgement.status is Status.ACHIEVED
    assert revised.judgement.arithmetic.startswith("截至2099年12月31日已完成70 / 60亿元 = 116.7%")


def test_a_doubling_that_becomes_a_figure_is_that_figure() -> None:
    row = BY_NAME["翻番的目标后来改成具体数"]

    (revised,) = judge_revisions(row.target, YEAR, row.as_of, row.others)

    assert revised.judgement
    assert revised.judgement.arithmetic == "截至2099年12月31日：95亿元 / 目标≥90亿元；规则v1"


def test_a_revision_is_unknown_before_its_day() -> None:
    row = BY_NAME["目标调低过，原目标照样判断"]

    assert list(judge_revisions(row.target, YEAR, date(2099, 7, 31), row.others)) == []


def test_a_body_that_says_done_where_the_rules_do_not_is_a_disagreement() -> None:
    row = BY_NAME["累计量，年末差一点"]
    said = tuple(replace(update, reported="全面完成") for update in row.target.updates)

    judgement = judge(replace(row.target, updates=said), YEAR, row.as_of, {})

    assert judgement.disagreements == (
        "责任单位自报“全面完成”（2099年12月31日），按规则得出“未达标”",
    )


@pytest.mark.parametrize(
    "words",
    [
        "尚未完成",
        "正在推进，预计年底完成",
        "基本完成",
        "完成投资30亿元",
        "未来社区开工",
        "进展顺利",
    ],
)
def test_a_body_that_does_not_say_done_agrees_with_a_miss(words: str) -> None:
    row = BY_NAME["累计量，年末差一点"]
    said = tuple(replace(update, reported=words) for update in row.target.updates)

    assert judge(replace(row.target, updates=said), YEAR, row.as_of, {}).disagreements == ()


def test_a_body_that_denies_what_the_rules_find_is_a_disagreement() -> None:
    row = BY_NAME["累计量，时限当天达到"]
    said = tuple(replace(update, reported="尚未完成") for update in row.target.updates)

    (found,) = judge(replace(row.target, updates=said), YEAR, row.as_of, {}).disagreements
    assert "自报“尚未完成”" in found


def test_an_older_word_of_work_under_way_is_no_disagreement() -> None:
    row = BY_NAME["累计量，达到以后又增加，取最近的看是否超额"]
    first, *later = row.target.updates
    said = (replace(first, reported="未来社区正在推进"), *later)

    assert judge(replace(row.target, updates=said), YEAR, row.as_of, {}).disagreements == ()


def test_the_same_number_written_otherwise_is_no_disagreement() -> None:
    row = BY_NAME["累计量，时限当天达到"]
    (update,) = row.target.updates
    assert update.amount
    other = replace(update, amount=replace(update.amount, written="800000万元"), source=MAYOR)

    target = replace(row.target, updates=(update, other))
    assert judge(target, YEAR, row.as_of, {}).disagreements == ()


def test_two_sources_that_differ_are_a_disagreement() -> None:
    row = BY_NAME["同一天两个来源不同，取级别高的，并写明分歧"]

    assert judged(row).disagreements == (
        "同为截至2099年12月31日，《虚构的公报》作79亿元，《虚构的市长讲话》作82亿元",
    )


# --- properties ---------------------------------------------------------------------------------

GOOD = [
    Status.MISSED, Status.OVERDUE, Status.NOT_STARTED, Status.BEHIND, Status.ON_TRACK,
    Status.HOLDING, Status.ACHIEVED,
]  # fmt: skip
START = date(YEAR, 1, 1)
days = st.integers(0, 500).map(lambda n: START + timedelta(days=n))
types = st.sampled_from([Type.CUMULATIVE, Type.GROWTH, Type.REDUCTION, Type.LEVEL])
PLAIN = BY_NAME["累计量，达序时"].target


def target_of_type(kind: Type, updates: tuple[Update, ...]) -> Target:
    amount = Amount(Decimal(100), Decimal(100), "个", "100个")
    return replace(
        PLAIN, type=kind, amount=amount, unit="个", bound=Bound.AT_LEAST, updates=updates
    )


def value(day: date, number: int, kind: Revision = Revision.FINAL, weak: bool = False) -> Update:
    amount = Amount(Decimal(number), Decimal(number), "个", f"{number}个")
    return Update(
        NOWHERE, Day(day, str(day)), "", amount, None, None, "", False, "", False, True, kind, "",
        "", None, MAYOR if weak else BULLETIN, (),
    )  # fmt: skip


kinds = st.sampled_from(Revision)
values = st.builds(value, days, st.integers(0, 200), kinds, st.booleans())


@given(types, st.lists(values, max_size=5), values, days)
def test_a_later_value_never_changes_an_earlier_answer(
    kind: Type, known: list[Update], later: Update, as_of: date
) -> None:
    assert later.as_of
    before = min(as_of, later.as_of.last - timedelta(days=1))
    old, new = tuple(known), (*known, later)

    assert judge(target_of_type(kind, old), YEAR, before, {}) == judge(
        target_of_type(kind, new), YEAR, before, {}
    )


@given(types, st.lists(values, max_size=6), st.randoms(), days)
def test_the_order_of_updates_does_not_matter(
    kind: Type, updates: list[Update], chance: object, as_of: date
) -> None:
    shuffled = list(updates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one = judge(target_of_type(kind, tuple(updates)), YEAR, as_of, {})
    other = judge(target_of_type(kind, tuple(shuffled)), YEAR, as_of, {})

    assert replace(one, decided_by=None) == replace(other, decided_by=None)


@given(types, st.lists(values, min_size=1, max_size=5), st.integers(1, 50), days)
def test_a_higher_value_is_never_judged_worse(
    kind: Type, updates: list[Update], more: int, as_of: date
) -> None:
    first = updates[0]
    assert first.amount
    number = first.amount.low + more
    raised = replace(first, amount=Amount(number, number, "个", f"{number}个"))
    lower = judge(target_of_type(kind, tuple(updates)), YEAR, as_of, {}).status
    higher = judge(target_of_type(kind, (raised, *updates[1:])), YEAR, as_of, {}).status

    if lower in GOOD:
        assert GOOD.index(higher) >= GOOD.index(lower)


@given(types, st.lists(values, max_size=5), days, st.sampled_from(Period), st.booleans())
def test_every_status_shows_its_arithmetic_and_version(
    kind: Type, updates: list[Update], as_of: date, period: Period, undated: bool
) -> None:
    target = replace(target_of_type(kind, tuple(updates)), period=period)
    if undated:
        target = replace(target, deadline=None, deadline_words="")
    judgement = judge(target, YEAR, as_of, {})

    line, _, version = judgement.arithmetic.rpartition("；规则v")
    assert len(line) > 8
    assert version == judgement.version == PUBLISHED.version


NUMBERS = st.decimals(-300, 300, places=1)
RANGES = st.tuples(NUMBERS, NUMBERS).map(sorted)


@given(
    st.sampled_from(ROWS),
    st.lists(st.tuples(days, RANGES, kinds, st.booleans(), st.booleans()), max_size=4),
    st.sampled_from([*Bound, None]),
    days,
)
def test_any_values_of_any_target_are_judged(
    row: Row,
    said: list[tuple[date, list[Decimal], Revision, bool, bool]],
    bound: Bound | None,
    as_of: date,
) -> None:
    updates = tuple(
        replace(
            value(day, 0, kind, weak),
            amount=Amount(low, high, row.target.measured_in, f"{low}～{high}"),
            at_least=part,
            reached=weak,
            reported="全面完成" if part else "",
        )
        for day, (low, high), kind, weak, part in said
    )
    target = replace(row.target, updates=updates, bound=bound)

    judgement = judge(target, YEAR, as_of, {**row.others, target.id: target})
    revised = list(judge_revisions(target, YEAR, as_of, row.others))

    assert judgement.status in Status
    assert len(revised) <= len(target.revisions)
    if judgement.status is Status.MISSED and target.type not in (Type.COMPOSITE,):
        assert judgement.decided_by


@given(types, st.lists(values, max_size=5), days)
def test_nothing_fails_for_lack_of_data(kind: Type, updates: list[Update], as_of: date) -> None:
    judgement = judge(target_of_type(kind, tuple(updates)), YEAR, as_of, {})

    if judgement.status in (Status.MISSED, Status.BEHIND, Status.NOT_STARTED):
        assert judgement.decided_by
