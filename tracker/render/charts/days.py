"""The time axis: months within a year, years beyond."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from tracker.render.charts.lettering import measure

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)  # months
DAYS_A_MONTH = 31
MOST_TICKS = 24
SHORTEST = 60  # days
BETWEEN_LABELS = 8
# A day this much further than the rest, as a share of it, is told at the edge instead.
REACH = 0.25


class Span(Struct, frozen=True):
    """Days that an axis covers, as ordinals: it may reach beyond the calendar."""

    first: int
    last: int

    def holds(self, day: date) -> bool:
        return self.first <= day.toordinal() <= self.last


def span(days: Collection[date], as_of: date, reach: float = REACH) -> Span:
    """All of `days`, and `as_of` unless it would squeeze them."""
    ordinals = [day.toordinal() for day in days]
    first, last, now = min(ordinals), max(ordinals), as_of.toordinal()
    room = max(int((last - first) * reach), SHORTEST)
    if first == last or first - room <= now <= last + room:
        first, last = min(first, now), max(last, now)
    elif now > last:
        last += room // 4
    else:
        first -= room // 4
    return Span(first, max(last, first + SHORTEST))


class DayTick(Struct, frozen=True):
    """`spot` is where its words stand, `left` and `right` are how far they reach."""

    x: float
    words: str
    spot: tuple[float, str]
    left: float
    right: float


class DayAxis(Struct, frozen=True):
    span: Span
    left: float
    right: float
    width: float  # of the drawing

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.span.first) / (self.span.last - self.span.first)
        return self.left + share * (self.right - self.left)

    def ticks(self, font: float) -> tuple[DayTick, ...]:
        """As many as have room for their labels."""
        return _ticks_of(self, font)

    def every(self, step: int, font: float) -> Iterator[DayTick]:
        """One in so many months, whether there is room for it or not."""
        named = False
        for day in _months(self.span, step):
            words = f"{day.month}月"
            if day.month == 1 or not named:
                words = f"{day.year}年" + ("" if day.month == 1 else words)
            named = True
            yield self._tick(self.x(day), words, measure(words, font))

    def _tick(self, x: float, words: str, length: float) -> DayTick:
        """Its words are centred, but for the edges of the drawing."""
        if x + length / 2 > self.width:
            return DayTick(x, words, (self.width, "end"), self.width - length, self.width)
        if x < length / 2:
            return DayTick(x, words, (0, "start"), 0, length)
        return DayTick(x, words, (x, "middle"), x - length / 2, x + length / 2)


@lru_cache(256)  # a drawing asks for their lines, then for their words; many charts have the same
def _ticks_of(axis: DayAxis, font: float) -> tuple[DayTick, ...]:
    fewest = (axis.span.last - axis.span.first) / (MOST_TICKS * DAYS_A_MONTH)
    found = (tuple(axis.every(step, font)) for step in STEPS if step >= fewest)
    return next((ticks for ticks in found if _have_room(ticks)), ())


def _months(covered: Span, step: int) -> Iterator[date]:
    start = date.fromordinal(min(max(covered.first, 1), date.max.toordinal()))
    month = -(-(start.year * 12 + start.month - 1) // step) * step
    while month // 12 <= date.max.year:
        if month // 12 >= date.min.year:
            day = date(month // 12, month % 12 + 1, 1)
            if day.toordinal() > covered.last:
                return
            if day.toordinal() >= covered.first:
                yield day
        month += step


def _have_room(ticks: tuple[DayTick, ...]) -> bool:
    return all(b.left - a.right >= BETWEEN_LABELS for a, b in pairwise(ticks))
