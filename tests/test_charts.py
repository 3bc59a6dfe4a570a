"""Charts: any plot can be drawn, and the drawing is true to it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.projects import ROOT
from tracker.model import Bound
from tracker.render.charts.agenda import Agenda, Due
from tracker.render.charts.days import DayAxis, span
from tracker.render.charts.deadlines import MARGIN, deadline_chart
from tracker.render.charts.drawing import NARROW, SIZES, WIDE, Drawing, Picture, Size
from tracker.render.charts.family import family
from tracker.render.charts.flags import crossings
from tracker.render.charts.goals import Goal, Revised
from tracker.render.charts.layout import layout
from tracker.render.charts.lettering import Box, Spot, box
from tracker.render.charts.lineage import Lineage, Pledge
from tracker.render.charts.marks import KINDS, Mark, MarkKind
from tracker.render.charts.milestone import Milestone, Stage, StageKind
from tracker.render.charts.piles import pile_up
from tracker.render.charts.plot import Plot
from tracker.render.charts.progress import progress
from tracker.render.charts.sketch import sketch
from tracker.render.charts.timeline import number, timeline
from tracker.render.charts.values import value_axis
from tracker.render.labels import Group
from tracker.render.templates import Templates

DAYS = st.dates() | st.dates(date(2096, 1, 1), date(2101, 12, 31)) | st.just(date(2096, 2, 29))
VALUES = (
    st.decimals(-(10**13), 10**13, places=2)
    | st.decimals(-20, 20, places=1)
    | st.sampled_from([Decimal(n) for n in ("0", "-1.2", "7900", "8000", "999900000000", "1E+4")])
)
SIZE = st.sampled_from(SIZES)


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    low, high = sorted((draw(VALUES), draw(VALUES)))
    high = draw(st.sampled_from((low, high)))
    return Goal(
        low, high, draw(st.sampled_from(Bound)), draw(st.sampled_from(("不少于8座", "左右")))
    )


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    day, value = draw(DAYS), draw(VALUES)
    return Mark(day, f"{day:%Y-%m}", value, f"{value:f}座", draw(st.sampled_from(MarkKind)))


PLOTS = st.builds(
    Plot,
    title=st.just("虚构市基站"),
    unit=st.sampled_from(("座", "%", "亿元", "个工作日")),
    factor=st.sampled_from([Decimal(n) for n in ("1", "10000", "100000000")]),
    goal=goals(),
    start=DAYS,
    deadline=st.none() | DAYS,
    as_of=DAYS,
    marks=st.lists(marks(), max_size=8).map(tuple),
    pace=st.lists(st.tuples(DAYS, VALUES), max_size=4).map(tuple),
    revised=st.lists(st.builds(Revised, DAYS, goals(), st.none() | DAYS), max_size=2).map(tuple),
    breaks=st.lists(DAYS, max_size=3).map(tuple),
)
STAGES = st.builds(
    Stage,
    DAYS,
    st.just("2099年"),
    st.sampled_from(("开工", "仍在创建。")),
    st.sampled_from(StageKind),
)
MILESTONES = st.builds(
    Milestone,
    title=st.just("虚构大桥"),
    criterion=st.just("虚构大桥通车。"),
    start=DAYS,
    deadline=st.none() | DAYS,
    as_of=DAYS,
    stages=st.lists(STAGES, max_size=25).map(tuple),
)

COUNTS = st.dictionaries(
    st.sampled_from(Group), st.integers(1, 30) | st.integers(1, 3000), min_size=1, max_size=5
)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    days = draw(st.lists(DAYS, unique=True, max_size=30).map(sorted))
    due = tuple(Due(day, f"deadlines/{day}.html", draw(COUNTS)) for day in days)
    undated = draw(st.just({}) | COUNTS)
    return Agenda("虚构市的时限", draw(DAYS), draw(DAYS), due, undated, "deadlines/none.html")


@st.composite
def lineages(draw: st.DrawFn) -> Lineage:
    count = draw(st.integers(2, 8))
    pledges = (
        Pledge(
            f"{2090 + at}年报告",
            draw(st.none() | goals()),
            "未提及",
            draw(st.none() | marks()),
        )
        for at in range(count)
    )
    return Lineage(
        "虚构市基站", "座", draw(st.sampled_from((Decimal(1), Decimal(10000)))), tuple(pledges)
    )


def a_goal(value: str, bound: Bound = Bound.AT_LEAST) -> Goal:
    return Goal(Decimal(value), Decimal(value), bound, f"不少于{value}座")


def a_mark(day: date, value: str, kind: MarkKind = MarkKind.FINAL) -> Mark:
    return Mark(day, day.isoformat(), Decimal(value), f"{value}座", kind)


def a_plot(
    *given_marks: Mark,
    as_of: date = date(2099, 11, 5),
    pace: tuple[tuple[date, Decimal], ...] = (),
    breaks: tuple[date, ...] = (),
) -> Plot:
    return Plot(
        "虚构市基站",
        "座",
        Decimal(1),
        a_goal("8000"),
        date(2099, 1, 1),
        date(2099, 12, 31),
        as_of,
        given_marks,
        pace,
        (),
        breaks,
    )


def a_few() -> Agenda:
    due = (
        Due(date(2099, 12, 31), "", {Group.UNDECIDED: 37, Group.DONE: 2}),
        Due(date(2101, 12, 31), "", {Group.UNDECIDED: 4}),
    )
    return Agenda("虚构市的时限", date(2099, 1, 1), date(2102, 11, 23), due, {}, "")


def boxes(drawing: Drawing) -> Iterator[tuple[str, Box]]:
    font = {size.name: size.font for size in SIZES}[drawing.size]
    for text in drawing.texts:
        yield text.words, box(text.words, Spot(float(text.x), float(text.y), text.anchor), font)


def covered(picture: Picture) -> list[tuple[str, str]]:
    """Words that stand over other words; coordinates are rounded, so a hair is forgiven."""
    hair = 0.15
    found = []
    for drawing in picture.drawings:
        for (one, a), (other, b) in combinations(boxes(drawing), 2):
            if Box(a.left + hair, a.top + hair, a.right - hair, a.bottom - hair).meets(b):
                found.append((one, other))
    return found


def middle(path: str) -> tuple[float, float]:
    """Of a mark: circles are drawn from their left, the others around their middle."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
    if "a" in path:
        return numbers[0] + numbers[2], numbers[1]
    x, y = numbers[::2], numbers[1::2]
    return (min(x) + max(x)) / 2, (min(y) + max(y)) / 2


def words(drawing: Drawing, kind: str) -> list[str]:
    return [text.words for text in drawing.texts if text.kind == kind]


@given(PLOTS, SIZE)
def test_every_mark_is_inside_the_plot(plot: Plot, size: Size) -> None:
    lay = layout(plot, size)

    for mark in plot.marks:
        x, y = lay.point(mark)
        assert lay.frame.left <= x <= lay.frame.right
        assert lay.frame.top <= y <= lay.frame.bottom


@given(PLOTS, SIZE)
def test_later_is_further_right_and_more_is_higher(plot: Plot, size: Size) -> None:
    lay = layout(plot, size)

    for a, b in pairwise(sorted(plot.marks, key=lambda mark: mark.day)):
        assert lay.x(a.day) <= lay.x(b.day)
    for a, b in pairwise(sorted(plot.marks, key=lambda mark: mark.value)):
        assert lay.y(a.value) >= lay.y(b.value)


@given(st.lists(VALUES, min_size=1, max_size=9))
def test_three_to_five_even_ticks_cover_the_values(values: list[Decimal]) -> None:
    ticks = value_axis(tuple(values)).ticks

    assert 3 <= len(ticks) <= 5
    assert ticks[0] <= min(values)
    assert max(values) <= ticks[-1]
    assert len({b - a for a, b in pairwise(ticks)}) == 1


@given(PLOTS)
def test_every_mark_and_the_goal_are_in_the_table_and_in_the_words(plot: Plot) -> None:
    chart = progress(plot)

    rows = Counter((row.when, row.value, row.what) for row in chart.rows)
    assert Counter((m.when, m.written, KINDS[m.kind]) for m in plot.marks) <= rows
    assert [row.value for row in chart.rows if row.kind == "goal"] == [plot.goal.words]
    assert all(mark.written in chart.picture.description for mark in plot.marks)
    assert plot.goal.words in chart.picture.description


@given(PLOTS)
def test_every_line_is_labelled_and_no_words_cover_others(plot: Plot) -> None:
    picture = progress(plot).picture

    for drawing in picture.drawings:
        assert len(words(drawing, "goal")) == 1
        assert len(words(drawing, "revised")) == len(plot.revised)
        assert len(words(drawing, "pace")) == bool(plot.pace)
        assert len(words(drawing, "deadline")) == len(list(plot.deadlines))
        assert len(words(drawing, "break")) == len(plot.breaks)
        assert len([t for t in drawing.texts if t.words.startswith("计算至")]) == 1
    assert covered(picture) == []


@given(MILESTONES)
def test_every_stage_is_numbered_in_the_order_of_days(milestone: Milestone) -> None:
    chart = timeline(milestone)

    numbered = [row for row in chart.rows if row.number]
    assert [row.number for row in numbered] == [
        number(at + 1) for at in range(len(milestone.stages))
    ]
    assert Counter(row.words for row in numbered) == Counter(s.words for s in milestone.stages)
    for drawing in chart.picture.drawings:
        assert len(drawing.marks) == len(words(drawing, "stage")) == len(milestone.stages)
    assert covered(chart.picture) == []


@given(lineages())
def test_every_report_of_a_family_has_its_row(lineage: Lineage) -> None:
    chart = family(lineage)

    assert [row.report for row in chart.rows] == [pledge.report for pledge in lineage.pledges]
    for drawing in chart.picture.drawings:
        silent = [pledge for pledge in lineage.pledges if pledge.goal is None]
        assert words(drawing, "silent") == ["未提及"] * len(silent)
        assert len(drawing.marks) == sum(pledge.reached is not None for pledge in lineage.pledges)
    assert covered(chart.picture) == []


@settings(max_examples=40)
@given(agendas())
def test_every_target_is_in_the_table_and_in_a_mark(agenda: Agenda) -> None:
    chart = deadline_chart(agenda)

    every = [*(due.counts for due in agenda.due), *([agenda.undated] if agenda.undated else [])]
    assert [row.total for row in chart.rows] == [sum(counts.values()) for counts in every]
    for drawing in chart.picture.drawings:
        each = int("".join(filter(str.isdigit, "".join(words(drawing, "scale")))) or 1)
        drawn = Counter(mark.kind for mark in drawing.marks)
        for group in Group:
            counted = sum(counts.get(group, 0) for counts in every)
            assert drawn[group] <= counted <= drawn[group] * each
    assert covered(chart.picture) == []


@settings(max_examples=40)
@given(agendas())
def test_no_pile_leaves_the_drawing_or_meets_another(agenda: Agenda) -> None:
    for drawing in deadline_chart(agenda).picture.drawings:
        spots = [middle(mark.d) for mark in drawing.marks]
        assert all(4 <= x <= float(drawing.width) - 4 for x, _ in spots)
        assert all(4 <= y <= float(drawing.height) - 4 for _, y in spots)
        assert len(set(spots)) == len(spots)
        for _, place in boxes(drawing):
            assert place.within(Box(-0.1, -0.1, float(drawing.width) + 0.1, float("inf")))
            assert place.bottom <= float(drawing.height) + 0.1


@settings(max_examples=40)
@given(agendas(), SIZE)
def test_a_later_day_is_in_a_later_pile_or_the_same(agenda: Agenda, size: Size) -> None:
    covered_days = span([agenda.start, *(due.day for due in agenda.due)], agenda.as_of, 1)
    days = DayAxis(covered_days, MARGIN, size.width - MARGIN, size.width)
    piles = pile_up(agenda, days, size).piles

    assert [pile.total for pile in piles] == [
        sum(due.total for due in agenda.due if pile.first <= due.day <= pile.last) for pile in piles
    ]
    for before, after in pairwise(piles):
        assert before.last < after.first
        assert days.x(before.last) < days.x(after.last)


def test_a_few_deadlines_have_one_mark_for_each_target_and_their_days() -> None:
    chart = deadline_chart(a_few())

    narrow, wide = chart.picture.drawings
    assert words(wide, "due") == ["2099年12月31日：39项", "2101年12月31日：4项"]
    assert words(narrow, "due") == ["12月31日：39项", "12月31日：4项"]
    assert words(narrow, "tick") == ["2099年", "2100年", "2101年", "2102年"]
    assert Counter(mark.kind for mark in narrow.marks) == {"undecided": 41, "done": 2}
    assert "2099年12月31日到期39项，其中暂不能判断37项、已完成2项。" in chart.picture.description


def test_a_report_without_result_says_so() -> None:
    pledges = (
        Pledge("2098年报告", a_goal("8000"), "", a_mark(date(2098, 12, 31), "7900")),
        Pledge("2099年报告", None, "未提及", None),
    )
    rows = family(Lineage("虚构市基站", "座", Decimal(1), pledges)).rows

    assert (rows[0].goal, rows[0].reached) == ("不少于8000座", "7900座")
    assert (rows[1].goal, rows[1].reached, rows[1].is_silent) == ("未提及", "暂无公开数据", True)


def test_no_pole_runs_through_words_where_leaning_avoids_it() -> None:
    change = Revised(date(2099, 8, 20), a_goal("7000"), date(2100, 6, 30))
    plot = replace(a_plot(as_of=date(2100, 5, 1), breaks=(date(2099, 9, 1),)), revised=(change,))

    assert [crossings(layout(plot, size).flags) for size in SIZES] == [0, 0]


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    near = sketch(a_plot(a_mark(date(2099, 6, 30), "7900")), WIDE)
    far = sketch(a_plot(a_mark(date(2099, 6, 30), "79")), WIDE)

    assert "纵轴不从0起" in words(near, "unit")
    assert "break-sign" in {stroke.kind for stroke in near.strokes}
    assert words(far, "unit") == ["座"]
    assert "0" in words(far, "tick")


def test_a_day_of_calculation_far_beyond_does_not_squeeze_the_plot() -> None:
    plot = a_plot(a_mark(date(2099, 12, 31), "7900"), as_of=date(2102, 11, 23))
    lay = layout(plot, NARROW)
    drawing = sketch(plot, NARROW)

    assert lay.x(date(2099, 12, 31)) > 0.8 * NARROW.width
    assert words(drawing, "as-of-later") == ["计算至2102年11月23日"]
    assert "as-of" not in {stroke.kind for stroke in drawing.strokes}


@pytest.mark.parametrize(
    ("until", "ticks"),
    [
        (date(2099, 12, 31), ["2099年", "4月", "7月", "10月"]),
        (date(2104, 12, 31), ["2100年", "2102年", "2104年"]),
    ],
)
def test_ticks_are_months_within_a_year_and_years_beyond(until: date, ticks: list[str]) -> None:
    plot = a_plot(a_mark(until, "100"), a_mark(date(2098, 12, 31), "0"))

    assert [tick.words for tick in layout(plot, NARROW).days.ticks(NARROW.font)] == ticks


def test_values_are_joined_only_where_they_can_be_compared() -> None:
    first, other, second, third = (
        a_mark(date(2099, 2, 1), "100"),
        a_mark(date(2099, 3, 1), "900", MarkKind.ASIDE),
        a_mark(date(2099, 4, 1), "200"),
        a_mark(date(2099, 6, 1), "300"),
    )
    plot = a_plot(first, other, second, third, breaks=(date(2099, 5, 1),))

    assert list(plot.series) == [(first, second), (third,)]


def test_of_one_day_the_firmest_value_stands() -> None:
    day = date(2099, 6, 30)
    final, early = a_mark(day, "100"), a_mark(day, "98", MarkKind.PRELIMINARY)
    plot = a_plot(final, early)

    assert plot.latest == final
    assert list(plot.series) == [(final,)]


def test_the_pace_is_a_straight_line_between_its_points() -> None:
    start, end = date(2099, 1, 1), date(2099, 1, 11)
    plot = a_plot(pace=((start, Decimal(0)), (end, Decimal(100))))

    assert plot.expected(start - timedelta(1)) is None
    assert plot.expected(date(2099, 1, 4)) == 30
    assert plot.expected(end) == 100
    assert plot.expected(end + timedelta(1)) is None


def test_a_value_of_another_scope_is_not_measured_against_the_pace() -> None:
    day = date(2099, 6, 30)
    pace = ((date(2099, 1, 1), Decimal(0)), (date(2099, 12, 31), Decimal(8000)))
    chart = progress(a_plot(a_mark(day, "100", MarkKind.ASIDE), a_mark(day, "99"), pace=pace))

    expected = {row.kind: row.expected for row in chart.rows}
    assert expected["aside"] == ""
    assert expected["final"] == "3956座"


PAGE = """<!DOCTYPE html>
{% from "charts/progress.html" import progress %}
{% from "charts/timeline.html" import timeline %}
{% from "charts/family.html" import family %}
{% from "charts/deadlines.html" import deadlines %}
<html><head><title>虚构</title></head><body>
{{ progress(one, "one") }}{{ timeline(two, "two") }}{{ family(three, "three") }}
{{ deadlines(four, "four") }}
</body></html>"""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    folder = tmp_path_factory.mktemp("project") / "templates"
    shutil.copytree(ROOT / "templates", folder)
    (folder / "page.html").write_text(PAGE, "utf-8")
    return Templates(folder)


def filled(templates: Templates, plot: Plot, milestone: Milestone, lineage: Lineage) -> str:
    charts = {
        "one": progress(plot),
        "two": timeline(milestone),
        "three": family(lineage),
        "four": deadline_chart(a_few()),
    }
    return templates.fill("page.html", **charts).decode()


@settings(max_examples=30)
@given(PLOTS, MILESTONES, lineages())
def test_equal_inputs_give_equal_bytes(
    templates: Templates, plot: Plot, milestone: Milestone, lineage: Lineage
) -> None:
    html = filled(templates, plot, milestone, lineage)

    assert html == filled(templates, deepcopy(plot), deepcopy(milestone), deepcopy(lineage))


@settings(max_examples=50)
@given(PLOTS, MILESTONES, lineages())
def test_the_page_is_valid_and_its_ids_are_unique(
    templates: Templates, plot: Plot, milestone: Milestone, lineage: Lineage
) -> None:
    html = filled(templates, plot, milestone, lineage)
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)

    ids = Counter(element.get("id") for element in document.iter() if element.get("id"))
    assert set(ids.values()) == {1}
    for element in document.iter("{http://www.w3.org/2000/svg}svg"):
        assert set((element.get("aria-labelledby") or "").split()) <= set(ids)
    assert "style" not in {key for element in document.iter() for key in element.attrib}
    assert all(mark.written in html for mark in plot.marks)
