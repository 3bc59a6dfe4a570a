"""Where a value stands against its goal, in figures and words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tracker.assess.bounds import NEAR, UPPER, shortfall, tolerance
from tracker.assess.case import Case
from tracker.assess.wording import SIGNS, day, distance, fraction, percent
from tracker.model import Amount, Bound, Type, Update

COUNTED = (Type.CUMULATIVE, Type.LIST)


def standing(case: Case, update: Update) -> str:
    """The value against the goal, the time it speaks of, and the size of a miss."""
    return words(case, update) + miss(case, update) + timing(case, update)


def words(case: Case, update: Update) -> str:
    assert update.as_of
    when, goal = f"截至{day(update.as_of.last)}", case.goal(update)
    if goal is None or update.amount is None:
        return f"{when}：{stage(case, update)}{update.words}"
    if case.target.type in COUNTED:
        return f"{when}{share(case, update)}"
    value = f"{'至少' if update.at_least else ''}{written(case, update.amount)}"
    return f"{when}：{value} / 目标{yardstick(case, goal)}{remarks(case, goal)}"


def share(case: Case, update: Update) -> str:
    """已完成60 / 80亿元 = 75.0%, never capped; no share of a goal of zero."""
    goal, part = case.goal(update), "至少" if update.at_least else ""
    assert goal and update.amount
    line = f"已完成{part}{fraction(update.amount, goal, case.target.bound)}"
    if goal.low > 0:
        line += f" = {part}{percent(update.amount.low / goal.low)}"
    return line + remarks(case, goal)


def written(case: Case, amount: Amount) -> str:
    """A fall that is negative is a rise, and is called so."""
    if case.target.type is not Type.REDUCTION:
        return amount.written.replace("-", "−")
    return f"{'上升' if amount.high < 0 else '下降'}{amount.written.replace('-', '')}"


def yardstick(case: Case, goal: Amount) -> str:
    sign = "" if goal.low != goal.high else SIGNS[case.target.bound or Bound.AT_LEAST]
    return f"{'下降' if case.target.type is Type.REDUCTION else ''}{sign}{goal.written}"


def remarks(case: Case, goal: Amount) -> str:
    """In brackets: whose value the goal is, and how far 左右 reaches."""
    found = []
    if case.target.type is Type.RELATIVE:
        found.append(f"{case.others[case.target.relative_to].title}同期")
    if case.target.bound in NEAR:
        reach = distance(tolerance(case.target, goal), case.target.measured_in)
        found.append(f"允许{'少' if case.target.bound is Bound.NEARLY else '偏差'}{reach}")
    return f"（{'，'.join(found)}）" if found else ""


def miss(case: Case, update: Update) -> str:
    goal = case.goal(update)
    if goal is None or update.amount is None or case.met(update):
        return ""
    gap = shortfall(update.amount, goal, case.target)
    if gap <= Decimal(0):
        return "，恰好相等，而目标不含本数"
    part = "至少" if update.at_least else ""
    return f"，{part}{over_or_short(case)}{distance(gap, case.target.measured_in)}"


def over_or_short(case: Case) -> str:
    if case.target.bound in UPPER:
        return "超出"
    return "偏出" if case.target.bound is Bound.ABOUT else "差"


def timing(case: Case, update: Update) -> str:
    """Says so where a thing is known to be done, but not whether it was by its deadline."""
    deadline = case.target.deadline
    if not (deadline and update.as_of and case.met(update) and update.as_of.last > deadline):
        return ""
    if done := done_on(case):
        return f"（{day(done)}达到）"
    if open_before(case, update):
        return ""
    return f"；时限{day(deadline)}那天是否已经达到，没有来源写明"


def done_on(case: Case) -> date | None:
    """The earliest day that a source names as the day of success."""
    days = [u.reached_on for u in case.values if u.reached_on and case.met(u)]
    return min(days, default=None)


def open_before(case: Case, update: Update) -> bool:
    """Whether a value from the deadline on, but before this one, says that it was not met then."""
    deadline, until = case.target.deadline, update.as_of
    return any(
        deadline and until and value.as_of and deadline <= value.as_of.last < until.last
        for value in case.values
        if not case.met(value)
    )


def stage(case: Case, update: Update) -> str:
    if not update.stage:
        return ""
    names = [one.name for one in case.target.stages]
    return f"已到“{update.stage}”（第{names.index(update.stage) + 1}步，共{len(names)}步）；"
