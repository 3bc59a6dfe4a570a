"""Finding one's way on the real site: by place, as a printout, by filters that combine."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

OVERDUE = 41
CONTROLS = "nav:visible, form:visible, button:visible, select:visible, summary:visible"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Without JavaScript."""
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in page.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"no stop at {name}")


def test_a_citizen_of_wenxi_finds_everything_about_it_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    tab_to(page, "闻喜")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/wenxi.html")

    expect(page.get_by_role("heading", level=1)).to_have_text("闻喜县")
    said = page.get_by_role("region", name="报告里提到闻喜的句子")
    expect(said.locator("mark")).to_have_text(["闻喜"])
    expect(page.get_by_role("region", name="没有点名地方的目标")).to_contain_text("42项")
    here = page.get_by_role("region", name="别的地方").locator("[aria-current=page]")
    expect(here).to_contain_text("闻喜")

    tab_to(page, "闻喜玻璃器皿")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("闻喜")


def test_a_tile_says_in_words_what_its_figures_count(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    tiles = page.get_by_role("region", name="按地方看").get_by_role("listitem")

    expect(tiles).to_have_count(13)
    expect(tiles.get_by_role("link", name="万荣 点名的有 2项目标 提到的有 2句")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_tiles_can_be_tapped_on_a_phone(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}index.html")
    boxes = [tile.bounding_box() for tile in page.locator(".tile-map-tile").all()]

    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_of_a_phone_shows_how_to_ask(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}index.html")

    expect(page.get_by_role("combobox", name="搜索")).to_be_in_viewport()
    expect(page.get_by_role("list", name="搜索示例")).to_be_in_viewport(ratio=1)


def test_a_deputy_prints_all_that_is_overdue(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.get_by_role("link", name="到期，未检索到公开结果").first.click()
    page.wait_for_url("**/status/overdue.html")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="打印这份清单").click()
    assert page.evaluate("window.printed")

    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".target-row:visible").count() == OVERDUE
    assert page.locator(".target-row-quote:visible").count() == OVERDUE
    expect(page.get_by_text("状态：到期，未检索到公开结果")).to_be_visible()
    expect(page.get_by_text(f"本页：{page.url}")).to_be_visible()
    assert page.locator(CONTROLS).count() == 0
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) <= 3


def test_filters_combine_and_can_be_shared(browser: Browser, page: Page, address: str) -> None:
    page.goto(f"{address}targets.html")
    page.get_by_label("主题", exact=True).select_option("文旅")
    page.get_by_label("状态", exact=True).select_option("achieved")
    said = "找到1项：状态 已完成；主题 文旅（全部48项）。"
    expect(page.get_by_role("status")).to_have_text(said)
    shown = page.locator(".target-row:visible").all_inner_texts()

    with browser.new_context() as context:
        other = context.new_page()
        other.goto(page.url)
        expect(other.get_by_role("status")).to_have_text(said)
        assert other.locator(".target-row:visible").all_inner_texts() == shown

    page.go_back()
    expect(page.get_by_role("status")).to_have_text("找到8项：主题 文旅（全部48项）。")


def test_without_javascript_every_value_of_every_facet_has_its_page(
    plain: Page, address: str
) -> None:
    plain.goto(f"{address}targets.html")
    offered = plain.locator("select option:not([value=''])")
    assert plain.locator("#facets li a").count() == offered.count()

    plain.locator("#facets").get_by_role("link", name="文旅", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("文旅")
    assert plain.locator(".target-row").count() == 8
    expect(plain.get_by_role("button", name="打印这份清单")).to_have_count(0)


def test_without_javascript_the_examples_and_the_map_lead_on(plain: Page, address: str) -> None:
    plain.goto(f"{address}index.html")
    plain.get_by_role("link", name="充电桩", exact=True).click()
    expect(plain).to_have_url(re.compile(r"search\.html\?q="))
    plain.go_back()
    plain.get_by_role("link", name="闻喜").click()
    expect(plain.locator("mark")).to_have_text(["闻喜"])
