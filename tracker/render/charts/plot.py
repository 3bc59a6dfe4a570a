"""What a chart of progress is drawn from: a goal, and values on their days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from tracker.render.charts.goals import Goal, Revised
from tracker.render.charts.marks import FIRMNESS, Mark

Pace = tuple[tuple[date, Decimal], ...]


class Plot(Struct, frozen=True):
    """Values are whole (28万亩 is 280000); the axis shows them divided by `factor`, in `unit`.

    `pace` is the value expected on each day, between its points a straight line. On the days of
    `breaks` the definition of what is counted changed.
    """

    title: str
    unit: str
    factor: Decimal
    goal: Goal
    start: date
    deadline: date | None
    as_of: date
    marks: tuple[Mark, ...]
    pace: Pace
    revised: tuple[Revised, ...]
    breaks: tuple[date, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return (self.goal, *(change.goal for change in self.revised))

    @property
    def given(self) -> Iterator[Decimal]:
        """Values and goals as they are shown, nothing computed."""
        yield from (mark.value / self.factor for mark in self.marks)
        for goal in self.goals:
            yield goal.low / self.factor
            yield goal.high / self.factor

    @property
    def values(self) -> Iterator[Decimal]:
        """Everything the value axis has to cover, as it is shown."""
        yield from self.given
        yield from (value / self.factor for _, value in self.pace)

    @property
    def days(self) -> Iterator[date]:
        """Everything the time axis has to cover, but the day of calculation."""
        yield self.start
        yield from (mark.day for mark in self.marks)
        yield from (day for day, _ in self.pace)
        yield from (change.day for change in self.revised)
        yield from self.breaks
        yield from self.deadlines

    @property
    def deadlines(self) -> Iterator[date]:
        yield from (self.deadline,) if self.deadline else ()
        yield from self.moved

    @property
    def moved(self) -> Iterator[date]:
        """Deadlines that a revision changed."""
        for change in self.revised:
            if change.deadline and change.deadline != self.deadline:
                yield change.deadline

    @property
    def latest(self) -> Mark | None:
        """The firmest comparable value of the last day that has one."""
        return max(filter(lambda mark: mark.comparable, self.marks), key=_rank, default=None)

    @property
    def series(self) -> Iterator[tuple[Mark, ...]]:
        """Comparable values by day, one a day, parted where the definition changed."""
        firmest = {mark.day: mark for mark in sorted(self.marks, key=_rank) if mark.comparable}
        run: list[Mark] = []
        for day in sorted(firmest):
            if run and any(run[-1].day < change <= day for change in self.breaks):
                yield tuple(run)
                run = []
            run.append(firmest[day])
        if run:
            yield tuple(run)

    def expected(self, day: date) -> Decimal | None:
        """What the pace asks for on a day between its first and its last."""
        points = sorted(self.pace, key=lambda point: point[0])
        at = bisect_right(points, day, key=lambda point: point[0])
        if at == 0:
            return None
        since, low = points[at - 1]
        if at == len(points):
            return low if day == since else None
        until, high = points[at]
        return low + (high - low) * (day - since).days / (until - since).days


def _rank(mark: Mark) -> tuple[date, int]:
    return mark.day, FIRMNESS.index(mark.kind)
