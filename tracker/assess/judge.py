"""A target as of a day → its judgement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from tracker.assess import pace
from tracker.assess.bounds import NEAR, tolerance
from tracker.assess.case import TIERS, Case
from tracker.assess.claims import disagreements
from tracker.assess.defaults import VERSION
from tracker.assess.flags import Answered, flags
from tracker.assess.rules import answer
from tracker.assess.running import Answer
from tracker.model import Adjustment, Bound, Judgement, Revised, Target, Tier, Update


def judge(target: Target, year: int, as_of: date, others: Mapping[str, Target]) -> Judgement:
    """`others` are the targets of the same report by id, for those that refer to them."""
    case = Case(target, year, as_of, others)
    rule, (status, line, update) = answer(case)
    return Judgement(
        status=status,
        rule=rule,
        version=VERSION,
        arithmetic=arithmetic(line),
        flags=flags(Answered(case, status, update)),
        evidence=evidence(case, update),
        decided_by=update,
        allowed=allowed(target),
        path=pace.path(case),
        disagreements=disagreements(case, status, update),
    )


def answered(case: Case) -> Answer:
    """What a judgement says first of all: status, sum, and the update that decided."""
    _, (status, line, update) = answer(case)
    return status, arithmetic(line), update


def arithmetic(line: str) -> str:
    return f"{line}；规则v{VERSION}"


def evidence(case: Case, decided_by: Update | None) -> Tier | None:
    """The best that stands behind the values; of a composite, behind the part that decides."""
    values = case.values or ((decided_by,) if decided_by else ())
    tiers = [source.tier for value in values for source in value.sources if source.tier]
    return max(tiers, key=TIERS.index, default=None)


def allowed(target: Target) -> tuple[Decimal, Decimal] | None:
    goal = target.goal
    if goal is None or target.bound not in NEAR:
        return None
    reach = tolerance(target, goal)
    return goal.low - reach, goal.high + (reach if target.bound is Bound.ABOUT else 0)


def judge_revisions(
    target: Target, year: int, as_of: date, others: Mapping[str, Target]
) -> Iterator[Revised]:
    """What each later document made of the target, those before it applied; oldest first."""
    now = target
    for change in sorted(target.revisions, key=lambda change: change.day):
        if change.day.last > as_of:
            return
        now = adjusted(now, change)
        judged = judge(now, year, as_of, others) if now is not target else None
        yield Revised(change, judged)


def adjusted(target: Target, change: Adjustment) -> Target:
    if change.amount is None and change.bound is None and change.deadline is None:
        return target
    return replace(
        target,
        amount=change.amount or target.amount,
        unit=target.measured_in if change.amount else target.unit,
        bound=change.bound or target.bound,
        deadline=change.deadline or target.deadline,
        deadline_words=change.after if change.deadline else target.deadline_words,
    )
