"""The chart of one goal through the reports of several years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from tracker.render.charts import marks
from tracker.render.charts.drawing import (
    SIZES,
    Drawing,
    KeyItem,
    Picture,
    Shape,
    Size,
    coordinate,
    polyline,
    rectangle,
)
from tracker.render.charts.goals import Goal
from tracker.render.charts.lettering import ASCENT, DESCENT, Spot, Text, box, measure
from tracker.render.charts.lineage import Lineage, Pledge
from tracker.render.charts.marks import KINDS, Mark
from tracker.render.charts.values import ValueAxis, figure, value_axis

MARGIN = 12.0
GOAL_REACH = 9.0  # half the height of a goal's bar


class PledgeRow(Struct, frozen=True):
    report: str
    goal: str
    is_silent: bool
    reached: str
    when: str
    kind: str


class Family(Struct, frozen=True):
    picture: Picture
    rows: tuple[PledgeRow, ...]


class Shelf(Struct, frozen=True):
    """Where values lie from left to right, and pledges from top to bottom."""

    lineage: Lineage
    size: Size
    values: ValueAxis
    left: float
    top: float

    def x(self, shown: Decimal) -> float:
        room = self.size.width - 2 * MARGIN - self.left
        return self.left + MARGIN + self.values.share(shown) * room

    def of(self, value: Decimal) -> float:
        return self.x(value / self.lineage.factor)

    @property
    def pitch(self) -> float:
        return 2 * GOAL_REACH + 2 * self.size.line - 2

    def y(self, at: int) -> float:
        return self.top + (at + 0.5) * self.pitch

    @property
    def foot(self) -> float:
        return self.top + len(self.lineage.pledges) * self.pitch


@lru_cache(maxsize=1024)
def family(lineage: Lineage) -> Family:
    """Drawn once for all members that are called the same."""
    picture = Picture(
        title=lineage.title,
        description="".join(_sentences(lineage)),
        drawings=tuple(_sketch(lineage, size) for size in SIZES),
        key=tuple(_key(lineage)),
    )
    return Family(picture, tuple(_row(pledge) for pledge in lineage.pledges))


def _shelf(lineage: Lineage, size: Size) -> Shelf:
    given = (value / lineage.factor for pledge in lineage.pledges for value in pledge.values)
    values = (*given, Decimal(0))  # lengths are compared here, so the axis is never cut
    left = max(measure(pledge.report, size.font) for pledge in lineage.pledges) + 8
    return Shelf(lineage, size, value_axis(values), left, 2 * size.line + 4)


def _sketch(lineage: Lineage, size: Size) -> Drawing:
    shelf = _shelf(lineage, size)
    pledges = list(enumerate(lineage.pledges))
    return Drawing(
        size=size.name,
        width=coordinate(size.width),
        height=coordinate(shelf.foot + 1),
        areas=tuple(area for at, pledge in pledges for area in _areas(shelf, at, pledge)),
        strokes=(
            *_grid(shelf),
            *(stroke for at, pledge in pledges for stroke in _strokes(shelf, at, pledge)),
        ),
        marks=tuple(
            marks.mark(pledge.reached.kind, shelf.of(pledge.reached.value), shelf.y(at))
            for at, pledge in pledges
            if pledge.reached
        ),
        texts=(
            *_axis_words(shelf),
            *(text for at, pledge in pledges for text in _words(shelf, at, pledge)),
        ),
    )


def _areas(shelf: Shelf, at: int, pledge: Pledge) -> Iterator[Shape]:
    if pledge.goal and pledge.goal.is_band:
        low, high, y = shelf.of(pledge.goal.low), shelf.of(pledge.goal.high), shelf.y(at)
        yield Shape("met", rectangle(low, y - GOAL_REACH, high, y + GOAL_REACH))


def _grid(shelf: Shelf) -> Iterator[Shape]:
    for tick in shelf.values.ticks:
        x = shelf.x(tick)
        kind = "zero" if tick == 0 else "grid"
        yield Shape(kind, polyline(((x, shelf.top - 4), (x, shelf.foot))))


def _strokes(shelf: Shelf, at: int, pledge: Pledge) -> Iterator[Shape]:
    y, right = shelf.y(at), shelf.size.width
    foot = shelf.top + (at + 1) * shelf.pitch
    yield Shape("shelf", polyline(((0, foot), (right, foot))))
    if not pledge.goal:
        yield Shape("silent", polyline(((shelf.left, y), (right, y))))
        return
    ends = [shelf.of(value) for value in dict.fromkeys((pledge.goal.low, pledge.goal.high))]
    if pledge.reached:
        reached = shelf.of(pledge.reached.value)
        near = min(ends, key=lambda end: abs(end - reached))
        yield Shape("between", polyline(((near, y), (reached, y))))
    for x in ends:
        yield Shape("goal", polyline(((x, y - GOAL_REACH), (x, y + GOAL_REACH))))


def _axis_words(shelf: Shelf) -> Iterator[Text]:
    """Unit on the first line; on the second the ticks, as far as there is room."""
    font, line = shelf.size.font, shelf.size.line
    first = ASCENT * font
    right = coordinate(shelf.size.width)
    yield Text("unit", right, coordinate(first), "end", shelf.lineage.unit)
    until = 0.0
    for tick in shelf.values.ticks:
        text = _clamped(shelf, "tick", shelf.x(tick), first + line, figure(tick))
        place = box(text.words, Spot(float(text.x), float(text.y), text.anchor), font)
        if place.left >= until:
            yield text
            until = place.right + 4


def _words(shelf: Shelf, at: int, pledge: Pledge) -> Iterator[Text]:
    font, y = shelf.size.font, shelf.y(at)
    middle = coordinate(y + 0.36 * font)
    yield Text("report", "0", middle, "start", pledge.report)
    above, below = y - GOAL_REACH - DESCENT * font, y + GOAL_REACH + 0.85 * font
    if pledge.goal:
        middle_of_goal = (shelf.of(pledge.goal.low) + shelf.of(pledge.goal.high)) / 2
        yield _clamped(shelf, "goal", middle_of_goal, above, _goal_words(shelf, pledge.goal))
    else:
        yield Text(
            "silent", coordinate(shelf.left + MARGIN), coordinate(above), "start", pledge.instead
        )
    if pledge.reached:
        yield _clamped(
            shelf, "latest", shelf.of(pledge.reached.value), below, _result(shelf, pledge.reached)
        )


def _fits(shelf: Shelf, words: str) -> bool:
    return measure(words, shelf.size.font) <= shelf.size.width - shelf.left


def _goal_words(shelf: Shelf, goal: Goal) -> str:
    short = figure(goal.low / shelf.lineage.factor)
    return goal.words if _fits(shelf, goal.words) else short


def _result(shelf: Shelf, reached: Mark) -> str:
    words = f"{reached.written}（{KINDS[reached.kind]}）"
    return words if _fits(shelf, words) else figure(reached.value / shelf.lineage.factor)


def _clamped(shelf: Shelf, kind: str, x: float, y: float, words: str) -> Text:
    """Centred on its place, but for the edges."""
    width = measure(words, shelf.size.font)
    if x + width / 2 > shelf.size.width:
        return Text(kind, coordinate(shelf.size.width), coordinate(y), "end", words)
    if x - width / 2 < shelf.left:
        return Text(kind, coordinate(shelf.left), coordinate(y), "start", words)
    return Text(kind, coordinate(x), coordinate(y), "middle", words)


def _key(lineage: Lineage) -> Iterator[KeyItem]:
    yield KeyItem("stroke", Shape("goal", polyline(((8, 1), (8, 15)))), "目标")
    used = {pledge.reached.kind for pledge in lineage.pledges if pledge.reached}
    for kind in reversed(KINDS):
        if kind in used:
            yield KeyItem("mark", marks.mark(kind, 8, 8), KINDS[kind])


def _row(pledge: Pledge) -> PledgeRow:
    reached = pledge.reached
    return PledgeRow(
        report=pledge.report,
        goal=pledge.words,
        is_silent=pledge.goal is None,
        reached=reached.written if reached else pledge.outcome,
        when=reached.when if reached else "",
        kind=KINDS[reached.kind] if reached else "",
    )


def _sentences(lineage: Lineage) -> Iterator[str]:
    for pledge in lineage.pledges:
        said = f"目标{pledge.words}" if pledge.goal else pledge.instead
        reached = pledge.reached
        result = (
            f"{reached.when}{reached.written}（{KINDS[reached.kind]}）"
            if reached
            else pledge.outcome
        )
        yield f"{pledge.report}：{said}；结果：{result}。"
