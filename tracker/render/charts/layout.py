"""Where everything of a plot lies on a drawing of one size."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from tracker.render import wording
from tracker.render.charts.days import DayAxis, span
from tracker.render.charts.drawing import Size
from tracker.render.charts.flags import Flag, Hoisted, height, hoist
from tracker.render.charts.lettering import ASCENT, Box, Point, measure
from tracker.render.charts.marks import Mark
from tracker.render.charts.plot import Plot
from tracker.render.charts.values import ValueAxis, figure, value_axis

MARGIN = 9.0  # a mark at either end keeps clear of the edge
HEADROOM = 14.0
BROKEN = 26.0  # between the time axis and the first tick where the value axis begins elsewhere
ARROW = 16.0
OVER_PLOT = 5.0


class Layout(Struct, frozen=True):
    plot: Plot
    size: Size
    values: ValueAxis
    days: DayAxis
    flags: tuple[Hoisted, ...]
    frame: Box

    def x(self, day: date) -> float:
        return self.days.x(day)

    def y(self, value: Decimal) -> float:
        """Of a value not yet divided."""
        return self.at(value / self.plot.factor)

    def at(self, shown: Decimal) -> float:
        foot = self.frame.bottom - (0 if self.values.shows_zero else BROKEN)
        return foot - self.values.share(shown) * (foot - self.frame.top - HEADROOM)

    def point(self, mark: Mark) -> Point:
        return self.x(mark.day), self.y(mark.value)

    def end(self, deadline: date | None) -> float:
        return self.x(deadline) if deadline else self.days.right


def layout(plot: Plot, size: Size) -> Layout:
    values = value_axis(tuple(plot.values))
    left = max(measure(figure(tick), size.font) for tick in values.ticks) + 8
    days = DayAxis(
        span(tuple(plot.days), plot.as_of), left + MARGIN, size.width - MARGIN, size.width
    )
    flags = hoist(tuple(_flags(plot, days, size)), size.font, size.width)
    top = OVER_PLOT + height(flags) * size.line + ASCENT * size.font + 1
    return Layout(plot, size, values, days, flags, Box(left, top, size.width, top + size.plot))


def as_of_flag(as_of: date, days: DayAxis, size: Size) -> Flag:
    """On its day, or at the edge beyond which it lies."""
    words = f"计算至{wording.day(as_of)}"
    if days.span.holds(as_of):
        return Flag("as-of", days.x(as_of), words)
    if as_of.toordinal() > days.span.last:
        return Flag("as-of-later", size.width - ARROW, words, pole=False)
    return Flag("as-of-earlier", ARROW, words, pole=False)


def _flags(plot: Plot, days: DayAxis, size: Size) -> list[Flag]:
    deadlines = [(plot.deadline, "时限")] if plot.deadline else []
    deadlines += [(day, "调整后的时限") for day in plot.moved]
    flags = [
        Flag("deadline", days.x(day), f"{words}{wording.day(day)}") for day, words in deadlines
    ]
    flags += [Flag("break", days.x(day), "口径变化") for day in plot.breaks]
    return [*flags, as_of_flag(plot.as_of, days, size)]
