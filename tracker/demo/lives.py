"""What became of a made-up goal: the values that its sources gave, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from random import Random

from msgspec import Struct

from tracker.demo.goals import Goal, goals, plain
from tracker.demo.regions import YEARS
from tracker.demo.themes import GDP, INCOME, LISTED, VAGUE
from tracker.model import Type

LAST = YEARS[-1]  # whose year is not over: nobody can know how it ends
AHEAD = 0.2  # of the counts are done by autumn
FLOOR = Decimal("0.1")


class Fate(StrEnum):
    DONE = "done"
    MISSED = "missed"
    ABANDONED = "abandoned"  # a document gives it up
    IDLE = "idle"  # a source says that nothing has begun
    QUIET = "quiet"  # no source says anything


CHANCES = {Fate.DONE: 36, Fate.MISSED: 16, Fate.ABANDONED: 2, Fate.IDLE: 5, Fate.QUIET: 41}
CAN_BE_IDLE = (Type.CUMULATIVE, Type.LEVEL, Type.MILESTONE)
# month and day of a value, the source that gives it, and how firm it is
TOLD = (
    (6, 30, "midyear", "estimate"),
    (9, 30, "autumn", "preliminary"),
    (12, 31, "bulletin", "final"),
)


class Told(Struct, frozen=True):
    """`value` is empty for a milestone, whose `state` is said instead."""

    day: date
    source: str
    kind: str
    value: str = ""
    state: str = ""
    also: str = ""  # another source that says the same


@lru_cache(maxsize=1024)
def fate_of(goal: Goal) -> Fate:
    if goal.aim in VAGUE or goal.aim.type is Type.COMPOSITE:
        return Fate.QUIET
    fates = list(CHANCES)
    fate = goal.chance("fate").choices(fates, list(CHANCES.values()))[0]
    if goal.aim in (GDP, INCOME):  # the one is measured against the other
        return Fate.DONE if fate in (Fate.QUIET, Fate.ABANDONED, Fate.IDLE) else fate
    if goal.aim.type is Type.LIST and fate is not Fate.DONE:
        return Fate.MISSED
    if fate is Fate.IDLE and goal.aim.type not in CAN_BE_IDLE:
        return Fate.QUIET
    if fate is Fate.ABANDONED and goal.aim.type is not Type.CUMULATIVE:
        return Fate.QUIET
    return fate


def is_told(goal: Goal) -> bool:
    return fate_of(goal) in (Fate.DONE, Fate.MISSED)


def told_of(goal: Goal) -> list[Told]:
    """Oldest first."""
    if fate_of(goal) is Fate.IDLE:
        return [Told(date(goal.year, 9, 30), "autumn", "final", state="not_started")]
    if not is_told(goal) or goal.aim.type is Type.LIST:
        return []
    if goal.aim.type is Type.MILESTONE:
        return list(stages_told(goal))
    return list(values_told(goal))


def values_told(goal: Goal) -> Iterator[Told]:
    chance = goal.chance("days")
    for month, day, source, kind in TOLD:
        last = month == 12
        if (goal.year == LAST and last) or (goal.aim.yearly and not last):
            continue
        if last or goal.aim in (GDP, INCOME) or chance.random() < 0.6:
            value = plain(value_on(goal, month))
            also = "survey" if last and chance.random() < 0.25 else ""
            yield Told(date(goal.year, month, day), source, kind, value, also=also)


def value_on(goal: Goal, month: int) -> Decimal:
    """By the end of a month; what is counted up never falls."""
    end, aim = final(goal), goal.aim
    if aim.type is Type.CUMULATIVE:
        months = 9 if goal.chance("pace").random() < AHEAD else 12
        return rounded(end * min(month, months) / months, goal)
    if aim.type is Type.LEVEL and month < 12:
        base = base_of(goal)
        return rounded(base + (end - base) * month / 12, goal)
    if month == 12:
        return end
    wobble = Decimal(goal.chance(f"month {month}").randint(-2, 2)) * Decimal(aim.step)
    return max(end + wobble, Decimal(aim.step))


def base_of(goal: Goal) -> Decimal:
    """What there was when the year began."""
    return rounded(goal.value * Decimal(goal.chance("base").randint(84, 96)) / 100, goal)


@lru_cache(maxsize=1024)
def final(goal: Goal) -> Decimal:
    """The value at the year's end, on the side of the goal that its fate asks for."""
    good, chance, aim = fate_of(goal) is Fate.DONE, goal.chance("end"), goal.aim
    if aim is INCOME:
        return beside_growth(goal, good, chance)
    if aim.type is Type.LIMIT:
        share = chance.randint(80, 99) if good else chance.randint(106, 130)
        value = rounded(goal.value * share / 100, goal)
        return min(value, goal.value) if good else max(value, goal.value + Decimal(aim.step))
    if aim.type in (Type.GROWTH, Type.REDUCTION):
        points = chance.randint(0, 4) if good else -chance.randint(6, 25)
        return max(goal.value + points * FLOOR, FLOOR)
    share = chance.randint(100, 112) if good else chance.randint(70, 97)
    value = rounded(goal.top * share / 100, goal)
    if aim.unit == "%":
        value = min(value, Decimal(100))
    return max(value, goal.value) if good else min(value, goal.value - Decimal(aim.step))


def beside_growth(goal: Goal, good: bool, chance: Random) -> Decimal:
    growth = final(next(one for one in goals(goal.region, goal.year) if one.aim is GDP))
    points = chance.randint(-3, 3) if good else -chance.randint(8, 20)
    return max(growth + points * FLOOR, FLOOR)


def rounded(value: Decimal, goal: Goal) -> Decimal:
    step = Decimal(goal.aim.step)
    return round(value / step) * step


def stages_told(goal: Goal) -> Iterator[Told]:
    """Begun, roofed, open; of the year that is not over, as far as it has come."""
    good = fate_of(goal) is Fate.DONE
    yield Told(date(goal.year, 4, 20), "midyear", "final", state="开工")
    if good or goal.year < LAST:
        yield Told(date(goal.year, 9, 20), "autumn", "final", state="封顶")
    if goal.year < LAST:
        state = "启用" if good else "not_reached"
        yield Told(date(goal.year, 12, 31), "bulletin", "final", state=state)


def items_of(goal: Goal) -> list[tuple[str, bool | None]]:
    """The things of a list, and whether they are done; None where nobody says."""
    good = fate_of(goal) is Fate.DONE
    names = LISTED[: int(goal.value)]
    done = len(names) if good and goal.year < LAST else len(names) // 2
    return [(name, True if place < done else None) for place, name in enumerate(names)]
