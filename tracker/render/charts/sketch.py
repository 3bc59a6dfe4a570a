"""A plot → its drawing in one size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.render.charts import ground, marks
from tracker.render.charts.drawing import (
    Drawing,
    Shape,
    Size,
    coordinate,
    polyline,
    rectangle,
)
from tracker.render.charts.goals import DOWNWARD, UPWARD, Goal
from tracker.render.charts.layout import OVER_PLOT, Layout, layout
from tracker.render.charts.lettering import (
    ASCENT,
    Box,
    Lettering,
    Point,
    Spot,
    Stroke,
    Text,
    measure,
    sampled,
)
from tracker.render.charts.marks import Mark
from tracker.render.charts.plot import Plot
from tracker.render.charts.values import figure

NEAR_ENOUGH = 60.0  # what a goal's label may cover rather than be shortened
ALONG_PACE = (0.5, 0.35, 0.65, 0.2, 0.8)


def sketch(plot: Plot, size: Size) -> Drawing:
    lay = layout(plot, size)
    first_row = lay.frame.top - OVER_PLOT - size.line
    poles = ground.poles(lay.flags, size, first_row, lay.frame.bottom)
    lines = tuple(_lines(lay))
    return Drawing(
        size=size.name,
        width=coordinate(size.width),
        height=coordinate(lay.frame.bottom + ground.below_axis(size)),
        areas=tuple(_areas(lay)),
        strokes=(*_grid(lay), *poles, *(Shape(kind, polyline(line)) for kind, line in lines)),
        marks=tuple(marks.mark(one.kind, *lay.point(one)) for one in plot.marks),
        texts=(
            *_tick_words(lay),
            *ground.day_words(lay.days, size, lay.frame.bottom),
            *ground.pole_words(lay.flags, size, first_row),
            *_labels(lay, [line for _, line in lines]),
        ),
    )


def _areas(lay: Layout) -> Iterator[Shape]:
    """Where a value is as the goal asks."""
    goal = lay.plot.goal
    if not goal.has_area:
        return
    top, bottom = lay.y(goal.high), lay.y(goal.low)
    if not goal.is_band:
        top = lay.frame.top if goal.bound in UPWARD else top
        bottom = lay.frame.bottom if goal.bound in DOWNWARD else bottom
    yield Shape("met", rectangle(lay.x(lay.plot.start), top, lay.end(lay.plot.deadline), bottom))


def _grid(lay: Layout) -> Iterator[Shape]:
    left, right, foot = lay.frame.left, lay.frame.right, lay.frame.bottom
    for tick in lay.values.ticks:
        y = lay.at(tick)
        yield Shape("zero" if tick == 0 else "grid", polyline(((left, y), (right, y))))
    yield Shape("axis", polyline(((left, foot), (right, foot))))
    if not lay.values.shows_zero:
        yield Shape("break-sign", _zigzag(left + 4, lay.at(lay.values.ticks[0]), foot))
    yield from ground.day_ticks(lay.days, lay.size, foot)


def _zigzag(x: float, top: float, foot: float) -> str:
    """Says that the axis is cut between the first tick and zero."""
    middle = (top + foot) / 2
    turns = ((x, middle - 6), (x - 4, middle - 3), (x + 4, middle + 3), (x, middle + 6))
    return polyline(((x, top), *turns, (x, foot)))


class Aim(Struct, frozen=True):
    """A goal over the days for which it held."""

    kind: str
    name: str
    goal: Goal
    left: float
    right: float


def _aims(lay: Layout) -> tuple[Aim, ...]:
    plot = lay.plot
    start, end = lay.x(plot.start), lay.end(plot.deadline)
    later = (
        Aim("revised", "调整后的目标", each.goal, lay.x(each.day), lay.end(each.deadline))
        for each in plot.revised
    )
    return (Aim("goal", "目标", plot.goal, start, end), *later)


def _goal_lines(lay: Layout) -> Iterator[tuple[str, tuple[Point, Point]]]:
    for aim in _aims(lay):
        for value in dict.fromkeys((aim.goal.low, aim.goal.high)):
            y = lay.y(value)
            yield aim.kind, ((aim.left, y), (aim.right, y))


def _pace(lay: Layout) -> tuple[Point, ...]:
    points = sorted(lay.plot.pace, key=lambda point: point[0])
    return tuple((lay.x(day), lay.y(value)) for day, value in points)


def _series(lay: Layout) -> Iterator[tuple[Point, ...]]:
    for run in lay.plot.series:
        if len(run) > 1:
            yield tuple(lay.point(mark) for mark in run)


def _lines(lay: Layout) -> Iterator[tuple[str, tuple[Point, ...]]]:
    if lay.plot.pace:
        yield "pace", _pace(lay)
    yield from _goal_lines(lay)
    for run in _series(lay):
        yield "series", run


def _poles(lay: Layout) -> Iterator[Stroke]:
    foot, top = lay.frame.bottom, lay.frame.top - lay.size.line
    for one in lay.flags:
        if one.flag.pole:
            yield Stroke(((one.flag.x, top), (one.flag.x, foot)))


def _tick_words(lay: Layout) -> Iterator[Text]:
    x = coordinate(lay.frame.left - 6)
    for tick in lay.values.ticks:
        y = coordinate(lay.at(tick) + 0.36 * lay.size.font)
        yield Text("tick", x, y, "end", figure(tick))


def _labels(lay: Layout, lines: Sequence[tuple[Point, ...]]) -> list[Text]:
    plot, frame, font = lay.plot, lay.frame, lay.size.font
    room = Box(frame.left, frame.top - lay.size.line, frame.right, frame.bottom)
    grounds = tuple(marks.ground(*lay.point(mark)) for mark in plot.marks)
    letters = Lettering(font, room, (*_poles(lay), *map(Stroke, lines)), grounds)
    letters.fix("unit", plot.unit, Spot(0, frame.top - OVER_PLOT, "start"))
    if not lay.values.shows_zero:
        letters.fix("unit", "纵轴不从0起", Spot(frame.left + 14, frame.bottom - 8, "start"))
    goal, *later = _aims(lay)
    _label_aim(lay, letters, goal)
    latest = plot.latest
    if latest:
        _label_value(lay, letters, latest, "latest")
    for aim in later:
        _label_aim(lay, letters, aim)
    if plot.pace:
        letters.need("pace", "序时进度", tuple(_beside_pace(_pace(lay), font)))
    for mark in sorted(plot.marks, key=lambda mark: mark.day, reverse=True):
        if mark is not latest:
            _label_value(lay, letters, mark, mark.kind)
    return letters.texts


def _label_aim(lay: Layout, letters: Lettering, aim: Aim) -> None:
    """Always at its line: elsewhere it would seem to name another value."""
    figures = dict.fromkeys(figure(n / lay.plot.factor) for n in (aim.goal.low, aim.goal.high))
    short = f"{aim.name}{'～'.join(figures)}"
    above, below = lay.y(aim.goal.high) - 6, lay.y(aim.goal.low) + ASCENT * letters.font + 3
    spots = [Spot(x, y, at) for y in (above, below) for x, at in _along(aim.left, aim.right)]
    for words, most in (
        (f"{aim.name}：{aim.goal.words}", NEAR_ENOUGH),
        (short, NEAR_ENOUGH),
        (short, float("inf")),
    ):
        if letters.put(aim.kind, words, spots, most):
            return
    letters.need(aim.kind, aim.name, spots)


def _along(left: float, right: float) -> Iterator[tuple[float, str]]:
    """Ends first: most lines meet a goal in its middle."""
    yield right - 4, "end"
    yield left + 4, "start"
    for share in range(1, 10):
        yield left + (right - left) * share / 10, "middle"


def _beside_pace(path: Sequence[Point], font: float) -> Iterator[Spot]:
    points = sampled(path)
    for share in ALONG_PACE:
        x, y = points[int(share * (len(points) - 1))]
        yield Spot(x + 8, y + ASCENT * font, "start")
        yield Spot(x - 8, y - 7, "end")


def _label_value(lay: Layout, letters: Lettering, mark: Mark, kind: str) -> None:
    words = mark.written if kind == "latest" else figure(mark.value / lay.plot.factor)
    if measure(words, letters.font) > (lay.frame.right - lay.frame.left) / 2:
        words = figure(mark.value / lay.plot.factor)
    letters.put(kind, words, _around(*lay.point(mark), letters.font))


def _around(x: float, y: float, font: float) -> Iterator[Spot]:
    up, down, level = y - 9, y + 8 + ASCENT * font, y + 0.36 * font
    yield Spot(x, up, "middle")
    yield Spot(x, down, "middle")
    yield Spot(x + 10, level, "start")
    yield Spot(x - 10, level, "end")
    for height in (up, down):
        yield Spot(x - 7, height, "end")
        yield Spot(x + 7, height, "start")
