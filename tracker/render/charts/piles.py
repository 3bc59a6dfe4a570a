"""Targets in piles, each before its day: as exact as there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count, groupby, pairwise

from msgspec import Struct

from tracker.render import wording
from tracker.render.charts.agenda import Agenda, Counts, Due
from tracker.render.charts.days import DayAxis
from tracker.render.charts.drawing import Size
from tracker.render.charts.flags import Flag, Hoisted, crossings, height, hoist
from tracker.render.charts.layout import as_of_flag
from tracker.render.charts.lettering import Point
from tracker.render.charts.years import names_each_year
from tracker.render.labels import Group

PITCH = 12.0
AWAY = 3.0  # of a pile from its pole
BETWEEN = 5.0
PERIODS = (0, 1, 3, 12, 60, 120, 1200, 120000)  # months; 0 is the day, the last is all time
# The most rows and columns of a pile.
SHAPES = ((10, 5), (20, 5), (20, 2), (20, 1), (10, 1))
MOST_ROWS_OF_WORDS = 6


class Pile(Struct, frozen=True):
    """Stands before `last`, the last of its days that has a target."""

    first: date
    last: date
    words: str
    counts: Counts

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def full(self) -> str:
        return f"{self.words}：{self.total}项"

    @property
    def short(self) -> str:
        """Without the year, which the axis tells: 12月31日：39项, 39项."""
        if self.first.year != self.last.year:
            return self.full
        within = self.words.partition("年")[2]
        return f"{within}：{self.total}项" if within else f"{self.total}项"


class Piling(Struct, frozen=True):
    """Each mark of a pile stands for `each` targets of a group, or for the rest of them."""

    piles: tuple[Pile, ...]
    each: int
    rows: int
    flags: tuple[Hoisted, ...]

    def marks(self, counts: Counts) -> tuple[Group, ...]:
        return _marks(counts, self.each)

    @property
    def height(self) -> float:
        fullest = max((len(self.marks(pile.counts)) for pile in self.piles), default=0)
        return min(self.rows, fullest) * PITCH

    def spots(self, pile: Pile, days: DayAxis) -> Iterator[tuple[Group, Point]]:
        """Column by column from the pole, upwards; heights are above the foot."""
        for at, group in enumerate(self.marks(pile.counts)):
            column, row = divmod(at, self.rows)
            yield group, (days.x(pile.last) - AWAY - (column + 0.5) * PITCH, (row + 0.5) * PITCH)


def pile_up(agenda: Agenda, days: DayAxis, size: Size) -> Piling:
    """Days before months before years; of each, one mark a target before one for several."""
    for months in PERIODS:
        for piling in _pilings(agenda, months, days, size):
            if _has_room(piling, days):
                return piling
    raise AssertionError("one pile always has room")


def _pilings(agenda: Agenda, months: int, days: DayAxis, size: Size) -> Iterator[Piling]:
    piles = tuple(_piles(agenda.due, months))
    flags = _flags(piles, agenda, days, size)
    every = [*(pile.counts for pile in piles), agenda.undated]
    shapes = {(_each(every, rows * columns), rows) for rows, columns in SHAPES}
    yield from (Piling(piles, each, rows, flags) for each, rows in sorted(shapes))


def _flags(
    piles: tuple[Pile, ...], agenda: Agenda, days: DayAxis, size: Size
) -> tuple[Hoisted, ...]:
    """Without the year, which the axis tells, where that keeps poles out of words."""
    as_of = as_of_flag(agenda.as_of, days, size)
    spoken = [[pile.full for pile in piles]]
    if names_each_year(days, size):
        spoken.append([pile.short for pile in piles])
    poles = [days.x(pile.last) for pile in piles]
    named = ([Flag("due", x, w) for x, w in zip(poles, words, strict=True)] for words in spoken)
    hoisted = (hoist([*flags, as_of], size.font, size.width) for flags in named)
    return min(hoisted, key=lambda flags: (crossings(flags), height(flags) > MOST_ROWS_OF_WORDS))


def _piles(due: tuple[Due, ...], months: int) -> Iterator[Pile]:
    for _, group in groupby(due, lambda one: _period(one.day, months)):
        own = list(group)
        first, last = own[0].day, own[-1].day
        counts = sum((Counter(one.counts) for one in own), Counter[Group]())
        yield Pile(first, last, _words(first, last, months), dict(counts))


def _period(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months if months else day.toordinal()


def _words(first: date, last: date, months: int) -> str:
    if first == last:
        return wording.day(first)
    if first.year != last.year:
        return f"{first.year}—{last.year}年"
    named = {1: f"{first.month}月", 3: f"{'一二三四'[(first.month - 1) // 3]}季度"}
    return f"{first.year}年{named.get(months, '')}"


def _each(every: list[Counts], most: int) -> int:
    """1, 2, 5, 10, 20 …: the least with which no pile has more than `most` marks."""
    steps = (step * int(10**power) for power in count() for step in (1, 2, 5))
    return next(step for step in steps if all(len(_marks(c, step)) <= most for c in every))


def _marks(counts: Counts, each: int) -> tuple[Group, ...]:
    return tuple(g for g in Group for _ in range(-(-counts.get(g, 0) // each)))


def _has_room(piling: Piling, days: DayAxis) -> bool:
    edges = [_edges(piling, pile, days) for pile in piling.piles]
    apart = all(later[0] - before[1] >= BETWEEN for before, later in pairwise(edges))
    inside = all(left >= 0 for left, _ in edges)
    return inside and apart and height(piling.flags) <= MOST_ROWS_OF_WORDS


def _edges(piling: Piling, pile: Pile, days: DayAxis) -> tuple[float, float]:
    columns = -(-len(piling.marks(pile.counts)) // piling.rows)
    pole = days.x(pile.last)
    return pole - AWAY - columns * PITCH, pole
