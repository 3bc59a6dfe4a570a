"""While the period runs: how each type of target is judged by its latest value."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tracker.assess import pace
from tracker.assess.case import Case
from tracker.assess.standing import miss, share, words
from tracker.assess.wording import day, percent, quantity, tenth
from tracker.model import Amount, Status, Type, Update

Answer = tuple[Status, str, Update | None]


def count(case: Case, latest: Update) -> Answer:
    assert latest.amount
    if latest.amount.high == 0:
        return Status.NOT_STARTED, words(case, latest), latest
    return against_pace(case, latest)


def level(case: Case, latest: Update) -> Answer:
    line = words(case, latest)
    if case.met(latest):
        return Status.HOLDING, line, latest
    if pace.where_from(case) is None:
        why = "基期值与目标没有差距" if case.target.baseline else "缺基期值"
        return Status.NOT_DUE, f"{line}；{why}，时限前不判快慢", latest
    return against_pace(case, latest)


def within_or_not(case: Case, latest: Update) -> Answer:
    status = Status.HOLDING if case.met(latest) else Status.BEHIND
    return status, words(case, latest) + miss(case, latest), latest


def stages(case: Case, latest: Update) -> Answer:
    """Against the days of its stages where they have days."""
    assert latest.as_of
    line = words(case, latest)
    names = [stage.name for stage in case.target.stages]
    due = [stage.name for stage in case.target.stages if stage.by and stage.by <= latest.as_of.last]
    if case.target.deadline is None:
        return Status.NOT_DUE, f"{line}；报告未定日期，不判快慢", latest
    if not any(stage.by for stage in case.target.stages):
        return Status.NOT_DUE, f"{line}；时限未到，没有各步的日期，不判快慢", latest
    if not latest.stage:
        return Status.NOT_DUE, f"{line}；时限未到，来源没有说到了哪一步，不判快慢", latest
    behind = names.index(due[-1]) - names.index(latest.stage) if due else 0
    if behind > 0:
        return Status.BEHIND, f"{line}；按安排应到“{due[-1]}”，欠{behind}步", latest
    return (
        Status.ON_TRACK,
        f"{line}；按安排{f'应到“{due[-1]}”' if due else '尚无到期的一步'}",
        latest,
    )


def against_pace(case: Case, latest: Update) -> Answer:
    """Share done against the share expected on the value's own date; zero tolerance."""
    assert latest.as_of and latest.amount and case.target.goal
    path = pace.path(case)
    if not path:
        why = "目标不是由零数起的" if case.target.deadline else "报告未定日期"
        return Status.NOT_DUE, f"{words(case, latest)}；{why}，不判快慢", latest
    origin, whole = path[0][1], case.target.goal.low - path[0][1]
    done = (weaker_end(latest.amount, whole) - origin) / whole
    due = (pace.expected(latest.as_of.last, path) - origin) / whole
    planned = "按进度安排" if case.target.schedule else ""
    line = f"{progress(case, latest, origin, done)}{planned}应达{percent(due)}；{lead(done - due)}"
    return (Status.ON_TRACK if done >= due else Status.BEHIND), line, latest


def progress(case: Case, latest: Update, origin: Decimal, done: Decimal) -> str:
    """已完成60 / 80亿元 = 75.0%；截至…, or (30 − 29) ÷ (31 − 29) = 50.0%；"""
    assert latest.as_of and latest.amount and case.target.goal
    if case.target.type is not Type.LEVEL:
        return f"{share(case, latest)}；截至{day(latest.as_of.last)}"
    whole = case.target.goal.low - origin
    value, base, goal = (
        quantity(number, "")
        for number in (weaker_end(latest.amount, whole), origin, case.target.goal.low)
    )
    return f"{words(case, latest)}；({value} − {base}) ÷ ({goal} − {base}) = {percent(done)}；"


def weaker_end(value: Amount, whole: Decimal) -> Decimal:
    """Of a value that is a range, the end that is farther from the goal."""
    return value.low if whole > 0 else value.high


def lead(gap: Decimal) -> str:
    """欠8.3个百分点"""
    if gap == 0:
        return "恰好持平"
    points = tenth(abs(gap) * 100)
    return f"{'超前' if gap > 0 else '欠'}{'不到0.1' if points == '0.0' else points}个百分点"


RUNNING: dict[Type, Callable[[Case, Update], Answer]] = {
    Type.CUMULATIVE: count,
    Type.LEVEL: level,
    Type.GROWTH: within_or_not,
    Type.LIMIT: within_or_not,
    Type.REDUCTION: within_or_not,
    Type.RELATIVE: within_or_not,
    Type.MILESTONE: stages,
    Type.LIST: count,
}
