"""How much of a goal one would expect by a day: evenly, or as the schedule says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from tracker.assess.bounds import satisfies
from tracker.assess.case import ONE_DAY, Case
from tracker.model import Type

PACED = (Type.CUMULATIVE, Type.LIST, Type.LEVEL)

Path = tuple[tuple[date, Decimal], ...]


def path(case: Case) -> Path:
    """The value expected by the end of each day named; empty where none can be expected."""
    target, origin = case.target, where_from(case)
    if target.goal is None or target.deadline is None or origin is None:
        return ()
    steps = [(step.by, step.amount.low) for step in target.schedule]
    if not steps or steps[-1][0] < target.deadline:
        steps.append((target.deadline, target.goal.low))
    return ((case.start - ONE_DAY, origin), *steps)


def where_from(case: Case) -> Decimal | None:
    """Zero for what is counted up, the baseline for a level; None where nothing is left to do."""
    target = case.target
    if target.type not in PACED or target.goal is None:
        return None
    if target.type is not Type.LEVEL:
        return Decimal(0) if target.goal.low > 0 else None
    baseline = target.baseline
    if baseline is None or baseline.amount.low == target.goal.low:
        return None
    return None if satisfies(baseline.amount, target.goal, target) else baseline.amount.low


def expected(by: date, path: Path) -> Decimal:
    """On the path, straight between its days."""
    if by <= path[0][0]:
        return path[0][1]
    for (start, low), (end, high) in pairwise(path):
        if by <= end:
            return low + (high - low) * (by - start).days / (end - start).days
    return path[-1][1]


def is_straight(case: Case) -> bool:
    """Whether a target of several years is measured on a straight line for want of steps."""
    deadline = case.target.deadline
    first = max(case.start.year, case.year)
    return deadline is not None and deadline.year > first and not case.target.schedule
