"""A gallery of made-up charts in a real browser; `python -m tests.browser.test_charts` pictures it.

Every place, figure and year is invented.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.axe import violations
from tests.browser.chromium import chromium, flags
from tests.browser.serving import served
from tests.projects import ROOT
from tracker.model import Bound
from tracker.publish import publish
from tracker.render import assets
from tracker.render.charts.agenda import Agenda, Counts, Due
from tracker.render.charts.deadlines import DeadlineChart, deadline_chart
from tracker.render.charts.family import family
from tracker.render.charts.goals import Goal, Revised
from tracker.render.charts.lettering import measure
from tracker.render.charts.lineage import Lineage, Pledge
from tracker.render.charts.marks import Mark, MarkKind
from tracker.render.charts.milestone import Milestone, Stage, StageKind
from tracker.render.charts.plot import Plot
from tracker.render.charts.progress import Chart, progress
from tracker.render.charts.timeline import timeline
from tracker.render.labels import Group
from tracker.render.templates import Templates

OUTPUT = ROOT / "_screenshots" / "charts"
PAGE = """<!DOCTYPE html>
{% from "charts/progress.html" import progress %}
{% from "charts/timeline.html" import timeline %}
{% from "charts/family.html" import family %}
{% from "charts/deadlines.html" import deadlines %}
{% set macros = {
  "progress": progress, "timeline": timeline, "family": family, "deadlines": deadlines
} %}
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>虚构市的图</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="assets/site.css">
</head>
<body>
<main id="main">
<h1>虚构市的图</h1>
<div class="sheet">
<div class="sheet-main">
{% for kind, charts in galleries %}
{% for chart in charts %}
<section aria-labelledby="{{ kind }}-{{ loop.index }}">
<h2 id="{{ kind }}-{{ loop.index }}">{{ kind }} {{ loop.index }}</h2>
{{ macros[kind](chart, kind ~ loop.index) }}
</section>
{% endfor %}
{% endfor %}
</div>
</div>
</main>
</body>
</html>
"""
FINAL, PRELIMINARY = MarkKind.FINAL, MarkKind.PRELIMINARY
NEW_YEAR, YEAR_END = date(2099, 1, 1), date(2099, 12, 31)


def goal(low: str, bound: str, words: str, high: str = "") -> Goal:
    return Goal(Decimal(low), Decimal(high or low), Bound(bound), words)


def mark(day: str, value: str, written: str, kind: MarkKind = FINAL) -> Mark:
    on = date.fromisoformat(day)
    return Mark(on, f"{on.year}年{on.month}月{on.day}日", Decimal(value), written, kind)


def plot(
    title: str,
    unit: str,
    aim: Goal,
    marks: tuple[Mark, ...],
    *,
    factor: str = "1",
    start: date = NEW_YEAR,
    deadline: date | None = YEAR_END,
    as_of: date = date(2099, 11, 5),
    pace: tuple[tuple[date, str], ...] = (),
    revised: tuple[Revised, ...] = (),
    breaks: tuple[date, ...] = (),
) -> Chart:
    points = tuple((day, Decimal(value)) for day, value in pace)
    return progress(
        Plot(
            title,
            unit,
            Decimal(factor),
            aim,
            start,
            deadline,
            as_of,
            marks,
            points,
            revised,
            breaks,
        )
    )


PROGRESS = (
    plot(
        "虚构市改厕：与序时进度相比",
        "万座",
        goal("37000", ">=", "不少于3.7万座"),
        (
            mark("2099-03-31", "4200", "4200座"),
            mark("2099-06-30", "15100", "1.51万座"),
            mark("2099-09-30", "26400", "2.64万座", PRELIMINARY),
        ),
        factor="1E+4",
        pace=((date(2098, 12, 31), "0"), (YEAR_END, "37000")),
    ),
    plot(
        "虚构市基站总量",
        "座",
        goal("8000", ">=", "不少于8000座"),
        (
            mark("2098-12-31", "6950", "6950座", MarkKind.BASELINE),
            mark("2099-06-30", "7480", "7480座", PRELIMINARY),
            mark("2099-12-31", "7900", "7900座"),
        ),
        as_of=date(2102, 11, 23),
        pace=((date(2098, 12, 31), "6950"), (YEAR_END, "8000")),
    ),
    plot(
        "虚构市签约额：只有另一口径的数",
        "亿元",
        goal("3000", ">=", "不少于3000亿元"),
        (mark("2099-11-30", "2166.5", "2166.5亿元", MarkKind.ASIDE),),
        as_of=date(2102, 11, 23),
        pace=((NEW_YEAR, "0"), (YEAR_END, "3000")),
    ),
    plot(
        "虚构市生产总值增速",
        "%",
        goal("6", "~", "6.5%左右（6%—7%）", "7"),
        (
            mark("2099-03-31", "-1.2", "-1.2%", PRELIMINARY),
            mark("2099-06-30", "3.4", "3.4%", PRELIMINARY),
            mark("2099-09-30", "5.1", "5.1%", PRELIMINARY),
            mark("2099-12-31", "5.6", "5.6%"),
        ),
        as_of=date(2100, 2, 28),
    ),
    plot(
        "虚构市审批用时",
        "个工作日",
        goal("20", "<=", "不超过20个工作日"),
        (mark("2099-06-30", "34", "34个工作日"), mark("2099-10-31", "18", "18个工作日")),
    ),
    plot(
        "虚构市新增特色镇",
        "个",
        goal("3", ">=", "3个～5个", "5"),
        (mark("2099-08-01", "1", "至少1个", MarkKind.ESTIMATE),),
    ),
    plot(
        "虚构市粮食面积：目标调整过，口径变过",
        "万亩",
        goal("280000", ">=", "不少于28万亩"),
        (
            mark("2099-04-30", "61000", "6.1万亩", MarkKind.ESTIMATE),
            mark("2099-07-31", "140000", "14万亩", PRELIMINARY),
            mark("2099-09-30", "171000", "17.1万亩", PRELIMINARY),
            mark("2100-03-31", "232000", "23.2万亩"),
        ),
        factor="10000",
        as_of=date(2100, 5, 1),
        pace=((date(2098, 12, 31), "0"), (date(2099, 6, 30), "120000"), (YEAR_END, "280000")),
        revised=(
            Revised(date(2099, 8, 20), goal("240000", ">=", "不少于24万亩"), date(2100, 6, 30)),
        ),
        breaks=(date(2099, 9, 1),),
    ),
    plot(
        "虚构市到2104年的目标",
        "亿元",
        goal("999900000000", ">", "超过9999亿元"),
        tuple(
            mark(f"{year}-12-31", f"{value}00000000", f"{value}亿元")
            for year, value in ((2098, 5120), (2099, 5633), (2100, 6417), (2101, 7204))
        ),
        factor="100000000",
        deadline=date(2104, 12, 31),
        as_of=date(2102, 7, 1),
        pace=((date(2098, 12, 31), "512000000000"), (date(2104, 12, 31), "999900000000")),
    ),
    plot(
        "虚构市：目标没有时限，也没有数值",
        "公里",
        goal("120", "=", "等于120公里"),
        (),
        deadline=None,
    ),
    plot(
        "虚构市：计算日早于起算日",
        "%",
        goal("-3.2", "<=", "下降3.2%"),
        (mark("2098-12-31", "-2.9", "-2.9%", MarkKind.BASELINE),),
        as_of=date(2095, 1, 1),
    ),
    plot(
        "虚构市：同一天的初步数和最终数",
        "万人",
        goal("58000", ">=", "不少于5.8万人"),
        (
            mark("2099-12-31", "57600", "5.76万人", PRELIMINARY),
            mark("2099-12-31", "58400", "5.84万人"),
            mark("2099-06-30", "0", "0人", MarkKind.ESTIMATE),
        ),
        factor="10000",
        as_of=date(2100, 1, 20),
        pace=((date(2098, 12, 31), "0"), (YEAR_END, "58000")),
    ),
    plot(
        "虚构市：每月都有数",
        "%",
        goal("9", ">=", "不低于9%"),
        tuple(
            mark(f"2099-{month:02}-28", str(value), f"{value}%", PRELIMINARY)
            for month, value in enumerate(
                (4.1, 5.2, 6.0, 5.8, 6.9, 7.7, 7.5, 8.3, 8.8, 9.4), start=2
            )
        ),
        as_of=date(2099, 12, 20),
    ),
)
TIMELINES = (
    timeline(
        Milestone(
            "虚构文化园的建设",
            "虚构文化园建成开放。",
            NEW_YEAR,
            YEAR_END,
            date(2102, 11, 23),
            (
                Stage(
                    date(2099, 3, 10), "2099年3月10日", "项目公司说已经开工", StageKind.STATEMENT
                ),
                Stage(
                    date(2099, 9, 22), "2099年9月22日", "主体工程尚未完工", StageKind.NOT_REACHED
                ),
                Stage(date(2100, 11, 22), "2100年11月22日", "已经开放", StageKind.REACHED),
            ),
        )
    ),
    timeline(
        Milestone("虚构大桥", "虚构大桥通车。", date(2099, 4, 1), None, date(2099, 10, 1), ())
    ),
    timeline(
        Milestone(
            "虚构示范区的创建",
            "列入名单。",
            NEW_YEAR,
            date(2099, 6, 30),
            date(2099, 11, 5),
            tuple(
                Stage(date(2099, 5 + at // 4, 1 + 3 * at), f"2099年第{at}次通报", "仍在创建", kind)
                for at, kind in enumerate(
                    (
                        StageKind.STATEMENT,
                        StageKind.STATEMENT,
                        StageKind.NOT_REACHED,
                        StageKind.NOT_REACHED,
                        StageKind.NOT_REACHED,
                        StageKind.STATEMENT,
                        StageKind.REACHED,
                    )
                )
            ),
        )
    ),
)


def pledge(year: int, low: str, value: str, kind: MarkKind = FINAL) -> Pledge:
    reached = mark(f"{year}-12-31", value, f"{value}%", kind) if value else None
    return Pledge(f"{year}年报告", goal(low, ">=", f"不低于{low}%"), "", reached)


FAMILIES = (
    family(
        Lineage(
            "虚构市历年的增速目标",
            "%",
            Decimal(1),
            (
                pledge(2095, "6.5", "6.8"),
                pledge(2096, "6.5", "3.1"),
                Pledge("2097年报告", None, "未提及", None),
                Pledge(
                    "2098年报告",
                    goal("5", "range", "5%—5.5%", "5.5"),
                    "",
                    mark("2098-12-31", "5.2", "5.2%"),
                ),
                pledge(2099, "5.5", "5.6", PRELIMINARY),
                pledge(2100, "5", ""),
            ),
        )
    ),
    family(
        Lineage(
            "虚构市历年的基站目标",
            "座",
            Decimal(1),
            (
                Pledge(
                    "2099年报告",
                    goal("8000", ">=", "不少于8000座"),
                    "",
                    mark("2099-12-31", "7900", "7900座"),
                ),
                Pledge("2100年报告", None, "未提及", None),
            ),
        )
    ),
    family(
        Lineage(
            "虚构市八年的造林目标",
            "万亩",
            Decimal(10000),
            tuple(
                Pledge(
                    f"{2092 + at}年报告",
                    goal(f"{value}0000", ">=", f"不少于{value}万亩"),
                    "",
                    mark(f"{2092 + at}-12-31", f"{value - at}0000", f"{value - at}万亩"),
                )
                for at, value in enumerate((40, 42, 45, 30, 30, 31, 28, 25))
            ),
        )
    ),
)


def agenda(
    title: str, due: dict[str, Counts], as_of: date, undated: Counts | None = None
) -> DeadlineChart:
    days = tuple(Due(date.fromisoformat(day), "#main", counts) for day, counts in due.items())
    return deadline_chart(Agenda(title, NEW_YEAR, as_of, days, undated or {}, "#main"))


ONE_OF_EACH: Counts = dict.fromkeys(Group, 1)
DEADLINES = (
    agenda(
        "虚构市：多数在同一天，一些没有日期",
        {
            "2099-12-31": {Group.UNDECIDED: 37, Group.DONE: 2},
            "2101-12-31": {Group.UNDECIDED: 4},
        },
        date(2102, 11, 23),
        {Group.UNDECIDED: 1, Group.DONE: 1, Group.EXCLUDED: 3},
    ),
    agenda(
        "虚构市：一年之内，各种状态都有",
        {
            "2099-03-31": {Group.MISSED: 1},
            "2099-06-30": {Group.DONE: 6, Group.MISSED: 2, Group.UNDECIDED: 4},
            "2099-11-30": {Group.RUNNING: 2},
            "2099-12-31": {**ONE_OF_EACH, Group.RUNNING: 21},
        },
        date(2099, 9, 15),
    ),
    agenda(
        "虚构市：每月都有，三年一千多项",
        {
            f"{year}-{month:02}-28": {**ONE_OF_EACH, Group.UNDECIDED: 20 + month}
            for year in range(2099, 2102)
            for month in range(1, 13)
        },
        date(2100, 5, 1),
        {Group.UNDECIDED: 130},
    ),
    agenda("虚构市：都没有日期", {}, date(2099, 5, 1), {Group.RUNNING: 3}),
    agenda("虚构市：新年第一天", {"2099-01-01": {Group.DONE: 60}}, date(2080, 5, 1)),
    agenda("虚构市：到2150年", {"2150-12-31": ONE_OF_EACH}, date(2100, 5, 1)),
)
GALLERIES = (
    ("progress", PROGRESS),
    ("timeline", TIMELINES),
    ("family", FAMILIES),
    ("deadlines", DEADLINES),
)


def gallery(folder: Path) -> dict[str, bytes]:
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    (templates / "gallery.html").write_text(PAGE, "utf-8")
    page = Templates(templates).fill("gallery.html", galleries=GALLERIES)
    return {"index.html": page, "404.html": page, **assets.files(ROOT / "assets")}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("gallery")
    publish(gallery(folder), folder / "_site")
    with served(folder / "_site") as url:
        yield url


@dataclass
class Tab:
    """The gallery in one tab for all tests: a new one for each starts cold and is slow."""

    page: Page
    url: str

    def open(self, width: int, scheme: str = "light") -> Page:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(
            color_scheme=scheme,  # type: ignore[arg-type]
            forced_colors="none",
            media="null",
        )
        self.page.goto(self.url)
        return self.page


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(shared: Page, address: str) -> Iterator[Tab]:
    """A tab in which nothing may be said on the console."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        errors.append(message.text)

    shared.on("console", note)
    yield Tab(shared, address)
    shared.remove_listener("console", note)
    assert not errors


VIEWS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
TEXTS = """() => [...document.querySelectorAll('.picture')]
  .filter(picture => picture.getBoundingClientRect().width)
  .map(picture => [...picture.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect(), scale = picture.getScreenCTM().a
    const size = parseFloat(getComputedStyle(text).fontSize)
    return {words: text.textContent, left: box.left, right: box.right, top: box.top,
            bottom: box.bottom, size: size * scale}
  }))"""
Words = dict[str, Any]


def cover(a: Words, b: Words) -> bool:
    def spans_meet(low: str, high: str) -> bool:
        return bool(a[low] < b[high] - 0.5 and b[low] < a[high] - 0.5)

    return spans_meet("left", "right") and spans_meet("top", "bottom")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_chart(tab: Tab, width: int, scheme: str) -> None:
    page = tab.open(width, scheme)
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 639, 640, 1280])
def test_one_drawing_of_each_chart_is_shown_and_nothing_sticks_out(tab: Tab, width: int) -> None:
    page = tab.open(width)
    shown = page.locator(".picture:visible").count()
    assert shown == sum(len(charts) for _, charts in GALLERIES)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for picture in page.evaluate(TEXTS):
        assert all(text["left"] >= 0 and text["right"] <= width for text in picture)


@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_no_words_of_a_chart_cover_others(tab: Tab, width: int) -> None:
    page = tab.open(width)
    for picture in page.evaluate(TEXTS):
        pairs = combinations(picture, 2)
        assert [(a["words"], b["words"]) for a, b in pairs if cover(a, b)] == []


@pytest.mark.parametrize("width", [360, 640, 1280])
def test_words_are_large_enough_and_as_wide_as_reckoned(tab: Tab, width: int) -> None:
    page = tab.open(width)
    texts = [text for picture in page.evaluate(TEXTS) for text in picture]
    assert min(text["size"] for text in texts) >= 12
    for text in texts:
        assert text["right"] - text["left"] <= measure(text["words"], text["size"]) + 0.5


@pytest.mark.parametrize("width", [360, 1280])
def test_every_mark_is_told_apart_without_colour(tab: Tab, width: int) -> None:
    page = tab.open(width)
    page.emulate_media(forced_colors="active")
    kinds = page.locator(".chart-key .chart-mark")
    looks = kinds.evaluate_all(
        "marks => marks.map(m => [m.classList[1], m.getAttribute('d'),"
        " getComputedStyle(m).fill === getComputedStyle(m).stroke])"
    )
    assert len({kind for kind, _, _ in looks}) == len({(d, full) for _, d, full in looks})


def test_print_shows_the_narrow_drawing_beside_its_table(tab: Tab) -> None:
    page = tab.open(1280)
    page.emulate_media(media="print")
    assert page.locator(".picture-wide:visible").count() == 0
    assert page.locator(".picture-narrow:visible").count() == len(page.evaluate(TEXTS))


def main() -> None:
    """Writes pictures and a print of the gallery to `_screenshots/charts`."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    site = OUTPUT / "site"
    publish(gallery(OUTPUT), site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        tab = Tab(browser.new_page(locale="zh-CN"), (site / "index.html").as_uri())
        for width, scheme in VIEWS:
            page = tab.open(width, scheme)
            page.screenshot(path=OUTPUT / f"{width}-{scheme}.png", full_page=True)
        page = browser.new_page()
        page.goto(tab.url)
        page.pdf(path=OUTPUT / "print.pdf", format="A4", prefer_css_page_size=True)
        browser.close()


if __name__ == "__main__":
    main()
