"""The chart of deadlines: every target piled up before the day on which it is due.

Its links are those of its table: a drawing that is one image to a screen reader may hold none.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.render import wording
from tracker.render.charts import ground
from tracker.render.charts.agenda import Agenda, Counts
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
    rectangle,
)
from tracker.render.charts.flags import height
from tracker.render.charts.lettering import ASCENT, DESCENT, Point, Text, measure
from tracker.render.charts.marks import circle
from tracker.render.charts.piles import AWAY, PITCH, Piling, pile_up
from tracker.render.charts.years import below_axis, year_ticks, year_words
from tracker.render.labels import GROUPS, Group

MARGIN = AWAY + PITCH + 1  # one column has room before the first day
REACH = 1.0  # the day of calculation may take as much room as all deadlines
UNDER_WORDS = 12.0
OVER_FOOT = 3.0
UNDATED = "报告未给出日期"
MOST_DAYS_IN_WORDS = 12


class DueRow(Struct, frozen=True):
    """`counts` are those of the chart's groups."""

    label: str
    href: str
    total: int
    counts: tuple[int, ...]


class DeadlineChart(Struct, frozen=True):
    picture: Picture
    groups: tuple[str, ...]
    rows: tuple[DueRow, ...]


class Sheet(Struct, frozen=True):
    """Where everything lies on a drawing of one size."""

    agenda: Agenda
    size: Size
    days: DayAxis
    piling: Piling
    first_flag: float
    foot: float

    @property
    def undated(self) -> tuple[tuple[Group, Point], ...]:
        """Beside their words, below the axis."""
        left = measure(self.undated_words, self.size.font) + 8
        columns = int((self.size.width - left) / PITCH)
        middle = self.undated_line - 0.36 * self.size.font
        return tuple(
            (group, (left + (at % columns + 0.5) * PITCH, middle + at // columns * PITCH))
            for at, group in enumerate(self.piling.marks(self.agenda.undated))
        )

    @property
    def undated_line(self) -> float:
        return self.axis_end + UNDER_WORDS + ASCENT * self.size.font

    @property
    def undated_words(self) -> str:
        return f"{UNDATED}：{sum(self.agenda.undated.values())}项"

    @property
    def axis_end(self) -> float:
        return self.foot + below_axis(self.days, self.size)

    @property
    def undated_end(self) -> float:
        if not self.agenda.undated:
            return self.axis_end
        lowest = max(y for _, (_, y) in self.undated) + PITCH / 2
        return max(self.undated_line + DESCENT * self.size.font, lowest)

    @property
    def scale_line(self) -> float:
        """Of what a mark stands for, where that is more than one target."""
        return self.undated_end + UNDER_WORDS / 2 + ASCENT * self.size.font

    @property
    def height(self) -> float:
        is_told = self.piling.each > 1
        return self.scale_line + DESCENT * self.size.font if is_told else self.undated_end


def deadline_chart(agenda: Agenda) -> DeadlineChart:
    picture = Picture(
        title=agenda.title,
        description="".join(_sentences(agenda)),
        drawings=tuple(_sketch(_sheet(agenda, size)) for size in SIZES),
        key=tuple(KeyItem("mark", group_mark(g, 8, 8), GROUPS[g]) for g in agenda.groups),
    )
    return DeadlineChart(picture, tuple(GROUPS[g] for g in agenda.groups), tuple(_rows(agenda)))


def _sheet(agenda: Agenda, size: Size) -> Sheet:
    covered = span([agenda.start, *(due.day for due in agenda.due)], agenda.as_of, REACH)
    days = DayAxis(covered, MARGIN, size.width - MARGIN, size.width)
    piling = pile_up(agenda, days, size)
    first_flag = ASCENT * size.font + (height(piling.flags) - 1) * size.line
    foot = first_flag + UNDER_WORDS + piling.height + OVER_FOOT
    return Sheet(agenda, size, days, piling, first_flag, foot)


def _sketch(sheet: Sheet) -> Drawing:
    size, days, foot, flags = sheet.size, sheet.days, sheet.foot, sheet.piling.flags
    return Drawing(
        size=size.name,
        width=coordinate(size.width),
        height=coordinate(sheet.height + 1),
        areas=(),
        strokes=(
            *year_ticks(days, size, foot),
            Shape("axis", polyline(((0, foot), (size.width, foot)))),
            *ground.poles(flags, size, sheet.first_flag, foot),
        ),
        marks=(*_piled(sheet), *(group_mark(group, x, y) for group, (x, y) in sheet.undated)),
        texts=(
            *ground.pole_words(flags, size, sheet.first_flag),
            *year_words(days, size, foot),
            *_words_below(sheet),
        ),
    )


def _piled(sheet: Sheet) -> Iterator[Shape]:
    for pile in sheet.piling.piles:
        for group, (x, above) in sheet.piling.spots(pile, sheet.days):
            yield group_mark(group, x, sheet.foot - OVER_FOOT - above)


def _words_below(sheet: Sheet) -> Iterator[Text]:
    if sheet.agenda.undated:
        y = coordinate(sheet.undated_line)
        yield Text("undated", "0", y, "start", sheet.undated_words)
    if sheet.piling.each > 1:
        y = coordinate(sheet.scale_line)
        yield Text("scale", "0", y, "start", f"一个标记至多代表{sheet.piling.each}项")


def group_mark(group: Group, x: float, y: float) -> Shape:
    """In the manner of the seals: a full square is done, a frame is open, two lines are apart."""
    r = 4.0
    if group is Group.DONE:
        return Shape(group, rectangle(x - r - 0.5, y - r - 0.5, x + r + 0.5, y + r + 0.5))
    if group is Group.EXCLUDED:
        lines = ((x - r, y - r + 1), (x + r, y - r + 1)), ((x - r, y + r - 1), (x + r, y + r - 1))
        return Shape(group, "".join(polyline(line) for line in lines))
    if group is Group.UNDECIDED:
        return Shape(group, rectangle(x - r, y - r, x + r, y + r))
    return Shape(group, circle(x, y, r))


def _rows(agenda: Agenda) -> Iterator[DueRow]:
    for due in agenda.due:
        yield _row(wording.day(due.day), due.href, due.counts, agenda)
    if agenda.undated:
        yield _row(UNDATED, agenda.undated_href, agenda.undated, agenda)


def _row(label: str, href: str, counts: Counts, agenda: Agenda) -> DueRow:
    own = tuple(counts.get(group, 0) for group in agenda.groups)
    return DueRow(label, href, sum(own), own)


def _sentences(agenda: Agenda) -> Iterator[str]:
    days = len(agenda.due)
    if days > MOST_DAYS_IN_WORDS:
        total = sum(due.total for due in agenda.due)
        first, last = wording.day(agenda.due[0].day), wording.day(agenda.due[-1].day)
        yield f"从{first}到{last}，{days}个日子有目标到期，共{total}项。"
        most = max(agenda.due, key=lambda due: due.total)
        yield f"最多的是{wording.day(most.day)}：{_told(most.counts)}。"
    else:
        yield from (f"{wording.day(due.day)}到期{_told(due.counts)}。" for due in agenda.due)
    if agenda.undated:
        yield f"{UNDATED}的{_told(agenda.undated)}。"
    yield f"计算至{wording.day(agenda.as_of)}。"


def _told(counts: Counts) -> str:
    said = "、".join(f"{GROUPS[g]}{counts[g]}项" for g in Group if g in counts)
    return f"{sum(counts.values())}项，其中{said}"
