"""What charts with a time axis have in common: ticks, poles and their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.render.charts.days import DayAxis
from tracker.render.charts.drawing import Shape, Size, coordinate, polyline
from tracker.render.charts.flags import Hoisted
from tracker.render.charts.lettering import ASCENT, Text

UNDER_AXIS = 9.0


def day_ticks(days: DayAxis, size: Size, y: float) -> Iterator[Shape]:
    for tick in days.ticks(size.font):
        yield Shape("tick", polyline(((tick.x, y), (tick.x, y + 5))))


def day_words(days: DayAxis, size: Size, y: float) -> Iterator[Text]:
    baseline = coordinate(y + UNDER_AXIS + ASCENT * size.font)
    for tick in days.ticks(size.font):
        x, anchor = tick.spot
        yield Text("tick", coordinate(x), baseline, anchor, tick.words)


def below_axis(size: Size) -> float:
    """The height that ticks and their words take."""
    return UNDER_AXIS + 1.5 * size.font


def poles(flags: Sequence[Hoisted], size: Size, first_row: float, foot: float) -> Iterator[Shape]:
    """`first_row` is the baseline of the lowest row of words."""
    for one in flags:
        y = first_row - one.row * size.line
        if one.flag.pole:
            top = y - 0.85 * size.font
            yield Shape(one.flag.kind, polyline(((one.flag.x, top), (one.flag.x, foot))))
        else:
            yield Shape("arrow", _arrow(one, size, y - 0.36 * size.font))


def pole_words(flags: Sequence[Hoisted], size: Size, first_row: float) -> Iterator[Text]:
    for one in flags:
        y = coordinate(first_row - one.row * size.line)
        yield Text(one.flag.kind, coordinate(one.x), y, one.anchor, one.flag.words)


def _arrow(one: Hoisted, size: Size, y: float) -> str:
    later = one.flag.kind == "as-of-later"
    tail, tip = (size.width - 12, size.width - 1) if later else (12.0, 1.0)
    barb = tip + (-4 if later else 4)
    head = ((barb, y - 4), (tip, y), (barb, y + 4))
    return polyline(((tail, y), (tip, y))) + polyline(head)
