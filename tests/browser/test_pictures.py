"""The report at a glance, in a real browser on the made-up city's site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.projects import YEARS_DATE, inputs, years_project
from tracker.pipeline import build_files
from tracker.publish import publish

Box = dict[str, Any]
TABS = 9
# What of the focused mark is to be seen, and where all marks are.
LOOK = """() => {
  const box = element => { const r = element.getBoundingClientRect()
    return {left: r.left, right: r.right, top: r.top, bottom: r.bottom} }
  const all = selector => [...document.querySelectorAll(selector)].map(box)
  const label = document.activeElement.querySelector('.glance-label')
  return {words: label && label.innerText, label: label && box(label), marks: all('.glance-mark'),
    seal: label && box(document.activeElement.querySelector('.seal')),
    seals: all('.glance-mark .seal')}
}"""


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("years")
    publish(build_files(inputs(years_project(folder)), YEARS_DATE), folder / "_site")
    return (folder / "_site" / "overview.html").as_uri()


def opened(browser: Browser, url: str, width: int) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": width, "height": 800}, locale="zh-CN")
    page.goto(url)
    yield page
    page.close()


def meet(a: Box, b: Box) -> bool:
    across = a["left"] < b["right"] - 0.5 and b["left"] < a["right"] - 0.5
    down = a["top"] < b["bottom"] - 0.5 and b["top"] < a["bottom"] - 0.5
    return bool(across and down)


def looked(page: Page) -> Box:
    seen: Box = page.evaluate(LOOK)
    return seen


@pytest.mark.parametrize("width", [360, 1280])
def test_a_mark_reached_by_keyboard_says_its_goal_and_status_and_covers_no_mark(
    browser: Browser, overview: str, width: int
) -> None:
    for page in opened(browser, overview, width):
        page.locator(".glance-title a").first.focus()
        for _ in range(TABS):
            page.keyboard.press("Tab")
            seen = looked(page)
            if not seen["words"]:
                continue  # the title of the next chapter
            assert "：" in seen["words"]
            assert "；" in seen["words"]
            assert seen["label"]["bottom"] - seen["label"]["top"] > 20
            assert seen["label"]["top"] >= seen["seal"]["bottom"]
            assert 0 <= seen["label"]["left"] < seen["label"]["right"] <= width
            assert not any(meet(seen["label"], seal) for seal in seen["seals"])


def test_marks_are_large_enough_for_a_finger_and_apart(browser: Browser, overview: str) -> None:
    for page in opened(browser, overview, 360):
        marks = looked(page)["marks"]
        assert all(mark["right"] - mark["left"] >= 44 for mark in marks)
        assert all(mark["bottom"] - mark["top"] >= 44 for mark in marks)
        assert not any(meet(a, b) for at, a in enumerate(marks) for b in marks[at + 1 :])


def test_a_pointer_gets_from_a_mark_to_its_words(browser: Browser, overview: str) -> None:
    for page in opened(browser, overview, 1280):
        mark = page.locator(".glance-mark").first
        label = mark.locator(".glance-label")
        mark.hover()
        start, end = mark.bounding_box(), label.bounding_box()
        assert start is not None
        assert end is not None
        assert end["height"] > 20
        page.mouse.move(start["x"] + 9, end["y"] + end["height"] - 4, steps=9)
        expect(label).to_have_css("clip", "auto")
