"""Whether a value meets a goal, by the goal's bound."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from tracker.assess.defaults import COUNT_TOLERANCE, RATE_TOLERANCE, RATES
from tracker.model import Amount, Bound, Target

UPPER = (Bound.AT_MOST, Bound.LESS_THAN)
NEAR = (Bound.ABOUT, Bound.NEARLY)


def satisfies(value: Amount, goal: Amount, target: Target) -> bool:
    match target.bound:
        case Bound.MORE_THAN:
            return value.low > goal.low
        case Bound.AT_MOST:
            return value.high <= goal.high
        case Bound.LESS_THAN:
            return value.high < goal.high
        case Bound.ABOUT:
            reach = tolerance(target, goal)
            return value.low >= goal.low - reach and value.high <= goal.high + reach
        case Bound.NEARLY:
            return value.low >= goal.low - tolerance(target, goal)
        case Bound.EXACTLY:
            return (value.low, value.high) == (goal.low, goal.high)
        case _:
            return value.low >= goal.low


def settles(part: Amount, goal: Amount, target: Target) -> bool:
    """Whether a value that may be larger in truth settles the matter by itself."""
    met = satisfies(part, goal, target)
    if target.bound in UPPER:
        return not met
    if target.bound is Bound.EXACTLY:
        return part.low > goal.high
    if target.bound is Bound.ABOUT:
        return part.low > goal.high + tolerance(target, goal)
    return met


def agrees(value: Amount, goal: Amount, target: Target) -> bool:
    """Whether both ends of a value that is a range lead to the same answer."""
    if value.low == value.high:
        return True
    low, high = (replace(value, low=end, high=end) for end in (value.low, value.high))
    return satisfies(low, goal, target) == satisfies(high, goal, target)


def tolerance(target: Target, goal: Amount) -> Decimal:
    """How far from the goal 左右 reaches, in the goal's unit."""
    if target.tolerance:
        return target.tolerance.amount
    return RATE_TOLERANCE if target.measured_in in RATES else abs(goal.low) * COUNT_TOLERANCE


def shortfall(value: Amount, goal: Amount, target: Target) -> Decimal:
    """How far a value lies outside the bound; zero on a bound that excludes itself."""
    reach = tolerance(target, goal) if target.bound in NEAR else Decimal(0)
    below = goal.low - reach - value.low
    above = value.high - goal.high - reach
    if target.bound in UPPER:
        return above
    if target.bound in (Bound.ABOUT, Bound.EXACTLY):
        return max(below, above)
    return below
