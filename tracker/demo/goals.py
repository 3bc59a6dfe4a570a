"""What a made-up report promises: each aim with its number and its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from random import Random

from msgspec import Struct

from tracker.demo.regions import YEARS, Region
from tracker.demo.themes import (
    CITY_PART,
    COUNTY_PART,
    KINDERGARTENS,
    RANGE,
    SCHEDULED,
    Aim,
    Theme,
    slots,
)
from tracker.model import Type

SEED = 9
LONGEST_TURN = 4  # years after which another aim of the slot may have its turn
LOCAL = 0.1  # of the goals name a county
PLANNED_AHEAD = 2  # years, where a day beyond the report's own is set


class Goal(Struct, frozen=True):
    aim: Aim
    theme: Theme
    region: Region
    year: int
    value: Decimal
    quote: str
    due: date
    due_words: str  # empty where the report names no day
    stretch: bool
    place: str  # a county that it names, or empty

    @property
    def id(self) -> str:
        return f"{self.region.report(self.year)}-{self.aim.slug}"

    def chance(self, about: str) -> Random:
        """The same for ever for this goal and what is asked of it."""
        return Random(f"{SEED}|{self.region.number}|{self.year}|{self.aim.slug}|{about}")

    @property
    def top(self) -> Decimal:
        """The upper end of a range."""
        return self.value + (4 if self.aim is RANGE else 0)

    @property
    def aim_step(self) -> Decimal:
        return Decimal(self.aim.step)

    @property
    def halfway(self) -> Decimal:
        """What is to be done by the middle of the year."""
        return self.value / 2

    @property
    def clause(self) -> str:
        """The quote with what belongs to it."""
        half = f"，其中上半年完成{plain(self.halfway)}公里" if self.aim is SCHEDULED else ""
        return f"{self.due_words}{'力争' if self.stretch else ''}{self.quote}{half}"


def plain(number: Decimal) -> str:
    return format(number, "f")


def aim_in(region: int, year: int, place: int, many: int) -> int:
    """Which aim of a slot has its turn: the same for some years, then perhaps another."""
    chance = Random(f"{SEED}|{region}|{place}")
    turn, start = chance.randrange(many), YEARS.start
    while (start := start + chance.randint(2, LONGEST_TURN)) <= year:
        turn = chance.randrange(many)
    return turn


@lru_cache(maxsize=8)  # the years before and after are asked for too
def goals(region: Region, year: int) -> tuple[Goal, ...]:
    return tuple(
        goal(region, year, theme, slot[aim_in(region.number, year, place, len(slot))])
        for place, (theme, slot) in enumerate(slots())
    )


def goal(region: Region, year: int, theme: Theme, aim: Aim) -> Goal:
    chance = Random(f"{SEED}|{region.number}|{year}|{aim.slug}")
    value = value_of(region, year, aim)
    is_local = "{place}" in aim.words or chance.random() < LOCAL
    place = chance.choice(region.counties) if is_local else ""
    due, due_words = due_of(aim, year, chance)
    return Goal(
        aim, theme, region, year, value, quote_of(region, year, aim, value, place),
        due, due_words, is_stretched(aim, chance), place,
    )  # fmt: skip


def value_of(region: Region, year: int, aim: Aim) -> Decimal:
    """Near that of the year before, on the whole a little more."""
    if not aim.steps:
        return Decimal(0)
    home = Random(f"{SEED}|{region.number}|{aim.slug}").uniform(0.1, 0.6)
    drift = Random(f"{SEED}|{region.number}|{aim.slug}|{year}").uniform(-0.08, 0.08)
    share = home + drift + 0.025 * (year - YEARS.start)
    return Decimal(aim.low) + round(aim.steps * min(max(share, 0), 1)) * Decimal(aim.step)


def quote_of(region: Region, year: int, aim: Aim, value: Decimal, place: str) -> str:
    if aim is KINDERGARTENS:
        parts = {"a": CITY_PART, "b": COUNTY_PART}
        values = {key: plain(value_of(region, year, part)) for key, part in parts.items()}
        return aim.words.format(**values)
    number = f"{plain(value)}至{plain(value + 4)}" if aim is RANGE else plain(value)
    return aim.words.format(n=number, place=place)


def due_of(aim: Aim, year: int, chance: Random) -> tuple[date, str]:
    """The day and the report's words for it; most goals of a year name none."""
    end, drawn = date(year, 12, 31), chance.random()
    if aim in (KINDERGARTENS, CITY_PART, COUNTY_PART, SCHEDULED):
        return end, ""
    ahead = year + PLANNED_AHEAD
    if aim.type is Type.LEVEL and drawn < 0.3 and ahead < YEARS.stop:
        return date(ahead, 12, 31), f"到{ahead}年底"
    if aim.type in (Type.CUMULATIVE, Type.MILESTONE) and drawn < 0.1:
        return date(year, 6, 30), "6月底前"
    return end, "年底前" if drawn > 0.7 and aim.type is not Type.RELATIVE else ""


def is_stretched(aim: Aim, chance: Random) -> bool:
    counted = aim.type in (Type.CUMULATIVE, Type.LEVEL)
    alone = aim not in (RANGE, CITY_PART, COUNTY_PART, SCHEDULED)
    return counted and alone and chance.random() < 0.12
