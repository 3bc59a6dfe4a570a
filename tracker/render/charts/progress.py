"""The chart of one target: its goal, the expected pace, and the values on their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from tracker.render import wording
from tracker.render.charts import marks
from tracker.render.charts.drawing import SIZES, KeyItem, Picture, Shape, polyline, rectangle
from tracker.render.charts.marks import KINDS
from tracker.render.charts.plot import Plot
from tracker.render.charts.sketch import sketch
from tracker.render.charts.values import figure

LARGE = Decimal(1000)  # from here on a computed value needs no decimals of its own


class Row(Struct, frozen=True):
    """What stands on one day; `kind` is a mark's, or goal, revised, break, start, as-of."""

    kind: str
    what: str
    when: str
    value: str
    expected: str


class Chart(Struct, frozen=True):
    picture: Picture
    rows: tuple[Row, ...]  # by day
    has_pace: bool


def progress(plot: Plot) -> Chart:
    picture = Picture(
        title=plot.title,
        description="".join(_sentences(plot)),
        drawings=tuple(sketch(plot, size) for size in SIZES),
        key=tuple(_key(plot)),
    )
    rows = sorted(_rows(plot), key=lambda pair: pair[0])
    return Chart(picture, tuple(row for _, row in rows), bool(plot.pace))


def _key(plot: Plot) -> Iterator[KeyItem]:
    used = {mark.kind for mark in plot.marks}
    for kind in reversed(KINDS):
        if kind in used:
            yield KeyItem("mark", marks.mark(kind, 8, 8), KINDS[kind])
    if any(len(run) > 1 for run in plot.series):
        yield KeyItem("stroke", Shape("series", polyline(((0, 8), (16, 8)))), "连接同一口径的数值")
    if plot.goal.has_area:
        yield KeyItem("area", Shape("met", rectangle(0, 2, 16, 14)), "算作达到")


def _rows(plot: Plot) -> Iterator[tuple[date, Row]]:
    yield plot.start, Row("start", "起算", wording.day(plot.start), "", "")
    for mark in plot.marks:
        expected = _expected(plot, mark.day) if mark.comparable else ""
        yield mark.day, Row(mark.kind, KINDS[mark.kind], mark.when, mark.written, expected)
    for day in plot.breaks:
        yield day, Row("break", "口径变化", wording.day(day), "", "")
    for change in plot.revised:
        when = f"{wording.day(change.day)}调整，{_due(change.deadline)}"
        yield change.day, Row("revised", "调整后的目标", when, change.goal.words, "")
    due = plot.deadline or date.max
    yield due, Row("goal", "目标", _due(plot.deadline), plot.goal.words, _expected(plot, due))
    now = _expected(plot, plot.as_of)
    yield plot.as_of, Row("as-of", "计算至", wording.day(plot.as_of), "", now)


def _due(deadline: date | None) -> str:
    return f"到{wording.day(deadline)}" if deadline else "没有写明时限"


def _expected(plot: Plot, day: date) -> str:
    value = plot.expected(day)
    return "" if value is None else f"{figure(_rounded(plot, value / plot.factor))}{plot.unit}"


def _rounded(plot: Plot, value: Decimal) -> Decimal:
    """To the decimals of what it stands beside."""
    places = max(-_exponent(shown) for shown in plot.given)
    least = 0 if abs(value) >= LARGE else 1
    return value.quantize(Decimal(1).scaleb(-max(places, least)), ROUND_HALF_UP)


def _exponent(value: Decimal) -> int:
    return min(int(value.normalize().as_tuple().exponent), 0)


def _sentences(plot: Plot) -> Iterator[str]:
    yield f"目标：{plot.goal.words}，{_due(plot.deadline)}，从{wording.day(plot.start)}起算。"
    for change in plot.revised:
        yield f"{wording.day(change.day)}调整为{change.goal.words}，{_due(change.deadline)}。"
    told = (f"{mark.when}{mark.written}（{KINDS[mark.kind]}）" for mark in _by_day(plot))
    yield f"数值：{'；'.join(told)}。" if plot.marks else "没有数值。"
    latest = plot.latest
    if latest and (expected := _expected(plot, latest.day)):
        yield f"{latest.when}的序时进度是{expected}。"
    yield from (f"{wording.day(day)}口径变化，前后不可比。" for day in plot.breaks)
    yield f"计算至{wording.day(plot.as_of)}。"


def _by_day(plot: Plot) -> list[marks.Mark]:
    return sorted(plot.marks, key=lambda mark: mark.day)
