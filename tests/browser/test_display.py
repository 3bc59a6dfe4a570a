"""Text size, contrast and colours: chosen at the foot of any page, remembered on all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.publish import publish

NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('refused', 'SecurityError'); },
});"""
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
BAR = """[...document.querySelectorAll('meta[name="theme-color"]')]
  .filter((meta) => matchMedia(meta.media).matches).map((meta) => meta.content)"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_project(tmp_path_factory.mktemp("project"))
    built = tmp_path_factory.mktemp("built") / "_site"
    publish(build_files(inputs(project), SMALL_DATE), built)
    return built


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="zh-CN", reduced_motion="reduce"
    )
    yield context
    context.close()


def opened(context: BrowserContext, folder: Path, name: str = "index.html") -> Page:
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto((folder / name).as_uri())
    return page


def choose(page: Page, group: str, value: str) -> None:
    if not page.locator(".display[open]").count():
        page.get_by_text("显示设置").click()
    page.get_by_role("group", name=group).get_by_label(value, exact=True).check()


def test_a_choice_holds_on_the_next_page_and_in_other_tabs(
    context: BrowserContext, folder: Path
) -> None:
    other = opened(context, folder, "targets.html")
    page = opened(context, folder)
    choose(page, "字号", "特大")
    choose(page, "深浅", "深色")

    expect(other.locator("html")).to_have_attribute("data-size", "largest")
    page.goto((folder / "about.html").as_uri())
    assert page.evaluate(SIZE) == pytest.approx(21.92)
    assert page.evaluate(GROUND) == "rgb(21, 24, 28)"
    assert page.evaluate(BAR) == ["#15181c"]
    page.get_by_text("显示设置").click()
    expect(page.get_by_label("特大")).to_be_checked()
    choose(page, "字号", "标准")
    assert page.evaluate(SIZE) == 16


def test_without_storage_a_choice_holds_on_its_page(context: BrowserContext, folder: Path) -> None:
    context.add_init_script(NO_STORAGE)
    page = opened(context, folder)
    choose(page, "对比", "加强")
    choose(page, "字号", "大")

    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.evaluate(SIZE) == pytest.approx(18.88)


def test_what_is_not_a_choice_is_the_standard(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder)
    for kept in ("{", "null", "7", '"large"', '{"size": "huge", "scheme": []}'):
        page.evaluate("(kept) => localStorage.setItem('duixian-display', kept)", kept)
        page.reload()

        assert page.evaluate("({...document.documentElement.dataset})") == {
            "page": "home", "size": "standard", "contrast": "standard", "scheme": "auto",
        }  # fmt: skip


def test_without_javascript_nothing_is_offered(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, folder)

    expect(page.get_by_text("显示设置")).to_be_hidden()
    context.close()


def test_paper_is_not_dark_and_not_enlarged(context: BrowserContext, folder: Path) -> None:
    page = opened(context, folder)
    choose(page, "深浅", "深色")
    choose(page, "字号", "特大")
    page.emulate_media(media="print")

    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.evaluate(SIZE) == pytest.approx(14)
    expect(page.get_by_text("显示设置")).to_be_hidden()


def test_every_combination_is_readable_at_the_largest_size(
    context: BrowserContext, folder: Path
) -> None:
    page = opened(context, folder, "targets/new-roads.html")
    page.set_viewport_size({"width": 320, "height": 740})
    choose(page, "字号", "特大")
    for contrast, scheme in product(("标准", "加强"), ("浅色", "深色")):
        choose(page, "对比", contrast)
        choose(page, "深浅", scheme)

        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []
