"""The chart of a milestone: one lane of days, and what was said or done on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tracker.render import wording
from tracker.render.charts import ground
from tracker.render.charts.days import DayAxis, span
from tracker.render.charts.drawing import (
    SIZES,
    Drawing,
    KeyItem,
    Picture,
    Shape,
    Size,
    coordinate,
    polyline,
)
from tracker.render.charts.flags import Flag, Hoisted, height, hoist
from tracker.render.charts.layout import MARGIN, as_of_flag
from tracker.render.charts.lettering import ASCENT, DESCENT, Text
from tracker.render.charts.marks import RADIUS, circle
from tracker.render.charts.milestone import STAGES, Milestone, StageKind

ROWS_WITH_WORDS = 4  # below the lane; with more, only the numbers
CIRCLED_ONE, LAST_CIRCLED = 0x2460, 20
OVER_LANE = 16.0
UNDER_LANE = 12.0


class StageRow(Struct, frozen=True):
    """`number` stands beside its mark in the picture; the days of the goal have none."""

    number: str
    when: str
    what: str
    words: str


class Timeline(Struct, frozen=True):
    picture: Picture
    rows: tuple[StageRow, ...]  # by day


def timeline(milestone: Milestone) -> Timeline:
    picture = Picture(
        title=milestone.title,
        description="".join(_sentences(milestone)),
        drawings=tuple(_sketch(milestone, size) for size in SIZES),
        key=tuple(_key(milestone)),
    )
    rows = sorted(_rows(milestone), key=lambda pair: pair[0])
    return Timeline(picture, tuple(row for _, row in rows))


def _sketch(milestone: Milestone, size: Size) -> Drawing:
    covered = span(tuple(milestone.days), milestone.as_of)
    days = DayAxis(covered, MARGIN, size.width - MARGIN, size.width)
    flags = hoist(tuple(_flags(milestone, days, size)), size.font, size.width)
    names = _names(milestone, days, size)
    lane = height(flags) * size.line + ASCENT * size.font - size.line + OVER_LANE
    first_name = lane + UNDER_LANE + ASCENT * size.font
    foot = first_name + max(height(names) - 1, 0) * size.line + DESCENT * size.font + 8
    first_flag = lane - OVER_LANE
    return Drawing(
        size=size.name,
        width=coordinate(size.width),
        height=coordinate(foot + ground.below_axis(size)),
        areas=(),
        strokes=(
            Shape("axis", polyline(((0, foot), (size.width, foot)))),
            *ground.day_ticks(days, size, foot),
            *ground.poles(flags, size, first_flag, lane + 8),
            *_lane(milestone, days, lane),
            *(_leader(name, size, lane, first_name) for name in names),
        ),
        marks=tuple(stage_mark(s.kind, days.x(s.day), lane) for s in milestone.in_order),
        texts=(
            *ground.day_words(days, size, foot),
            *ground.pole_words(flags, size, first_flag),
            *_name_words(names, size, first_name),
        ),
    )


def _flags(milestone: Milestone, days: DayAxis, size: Size) -> Iterator[Flag]:
    yield Flag("start", days.x(milestone.start), "起算")
    if milestone.deadline:
        words = f"时限{wording.day(milestone.deadline)}"
        yield Flag("deadline", days.x(milestone.deadline), words)
    yield as_of_flag(milestone.as_of, days, size)


def _lane(milestone: Milestone, days: DayAxis, y: float) -> Iterator[Shape]:
    """The time given stands out from the time that is not."""
    until = days.x(milestone.deadline) if milestone.deadline else days.right
    yield Shape("lane", polyline(((days.left, y), (days.right, y))))
    yield Shape("period", polyline(((days.x(milestone.start), y), (until, y))))


def _names(milestone: Milestone, days: DayAxis, size: Size) -> tuple[Hoisted, ...]:
    """Number and kind below each mark; only the number where there are too many."""
    numbered = list(enumerate(milestone.in_order, 1))
    full = [Flag("stage", days.x(s.day), f"{number(n)}{STAGES[s.kind]}") for n, s in numbered]
    hoisted = hoist(full, size.font, size.width)
    if height(hoisted) <= ROWS_WITH_WORDS:
        return hoisted
    short = [Flag("stage", days.x(s.day), number(n)) for n, s in numbered]
    return hoist(short, size.font, size.width)


def _leader(name: Hoisted, size: Size, lane: float, first: float) -> Shape:
    foot = first + name.row * size.line
    return Shape("leader", polyline(((name.flag.x, lane + RADIUS + 3), (name.flag.x, foot))))


def _name_words(names: tuple[Hoisted, ...], size: Size, first: float) -> Iterator[Text]:
    for name in names:
        y = coordinate(first + name.row * size.line)
        yield Text("stage", coordinate(name.x), y, name.anchor, name.flag.words)


def number(at: int) -> str:
    """Circled as far as there are such characters: no space may part a digit from Han."""
    return chr(CIRCLED_ONE + at - 1) if at <= LAST_CIRCLED else f"{at}."


def stage_mark(kind: StageKind, x: float, y: float) -> Shape:
    r = RADIUS + 1
    if kind is StageKind.STATEMENT:
        corners = ((x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y))
        return Shape(kind, polyline(corners) + "Z")
    if kind is StageKind.STEP:
        half = f"M{coordinate(x)} {coordinate(y - r)}a{r} {r} 0 0 1 0 {coordinate(2 * r)}Z"
        return Shape(kind, circle(x, y, r) + half)
    if kind is StageKind.NOT_REACHED:
        slash = polyline(((x - 0.7 * r, y + 0.7 * r), (x + 0.7 * r, y - 0.7 * r)))
        return Shape(kind, circle(x, y, r) + slash)
    return Shape(kind, circle(x, y, r))


def _key(milestone: Milestone) -> Iterator[KeyItem]:
    used = {stage.kind for stage in milestone.stages}
    for kind, words in STAGES.items():
        if kind in used:
            yield KeyItem("mark", stage_mark(kind, 8, 8), words)
    yield KeyItem("stroke", Shape("period", polyline(((0, 8), (16, 8)))), _period_words(milestone))


def _period_words(milestone: Milestone) -> str:
    return "从起算到时限" if milestone.deadline else "从起算起，没有写明时限"


def _rows(milestone: Milestone) -> Iterator[tuple[date, StageRow]]:
    start, deadline, as_of = milestone.start, milestone.deadline, milestone.as_of
    yield start, StageRow("", wording.day(start), "起算", "")
    for at, stage in enumerate(milestone.in_order, 1):
        yield stage.day, StageRow(number(at), stage.when, STAGES[stage.kind], stage.words)
    due = wording.day(deadline) if deadline else "没有写明"
    yield deadline or date.max, StageRow("", due, "时限", milestone.criterion)
    yield as_of, StageRow("", wording.day(as_of), "计算至", "")


def _sentences(milestone: Milestone) -> Iterator[str]:
    due = f"时限{wording.day(milestone.deadline)}" if milestone.deadline else "没有写明时限"
    yield f"{milestone.criterion.rstrip('。')}，{due}，从{wording.day(milestone.start)}起算。"
    told = (
        f"{stage.when}，{STAGES[stage.kind]}：{stage.words.rstrip('。')}"
        for stage in milestone.in_order
    )
    yield f"{'；'.join(told)}。" if milestone.stages else "没有带日期的说法。"
    yield f"计算至{wording.day(milestone.as_of)}。"
