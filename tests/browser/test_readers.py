"""What readers come for, done in a real browser on the real site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tracker.publish import publish

CHARGERS = "targets/charging-piles-per-township.html"
PAGES = (
    "index.html", "report/yuncheng-2023.html", "report/yuncheng-2023-printed.html", "targets.html",
    CHARGERS, "targets/investment-signed.html", "targets/provincial-specialty-towns-2023.html",
    "status/overdue.html", "places/wanrong.html", "places/wenxi.html", "coverage.html",
    "search.html", "search.html?q=农", "method.html", "about.html", "editing.html", "data.html",
    "404.html", "overview.html", "deadlines.html", "updates.html", "agencies/agriculture.html",
    "targets/idiom-garden.html", "corrections.html", "publish-nginx.html",
)  # fmt: skip


@dataclass
class Watch:
    """What a page does that nobody should see: errors, and requests beyond its own host."""

    home: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(self.home) else self.note(r.url))

    def clear(self) -> None:
        self.errors.clear()
        self.foreign.clear()

    def note(self, url: str) -> None:
        if not url.startswith(("data:", "file:")):
            self.foreign.append(url)


def open_page(browser: Browser, url: str, *, scripts: bool = True) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        java_script_enabled=scripts,
        locale="zh-CN",
        reduced_motion="reduce",
    )
    watch = Watch(url.split("/tracker/")[0])
    page = context.new_page()
    watch.on(page)
    page.goto(url)
    yield page
    context.close()
    assert not watch.errors
    assert not watch.foreign


@dataclass
class Tab:
    """One tab for most tests: a new one for each starts cold and is slow."""

    address: str
    page: Page

    def open(self, name: str, *, width: int = 1280, scheme: str = "light") -> Page:
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme=scheme, media="null")  # type: ignore[arg-type]
        self.page.goto(self.address + name)
        return self.page


@pytest.fixture(scope="module")
def shared(browser: Browser, address: str) -> Iterator[tuple[Page, Watch]]:
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    page, watch = context.new_page(), Watch(address.split("/tracker/")[0])
    watch.on(page)
    yield page, watch
    context.close()


@pytest.fixture
def tab(shared: tuple[Page, Watch], address: str) -> Iterator[Tab]:
    page, watch = shared
    watch.clear()
    yield Tab(address, page)
    assert not watch.errors
    assert not watch.foreign


@pytest.fixture
def home(tab: Tab) -> Page:
    return tab.open("index.html")


def test_a_citizen_finds_the_charging_piles_and_their_sentence(home: Page) -> None:
    home.get_by_role("combobox", name="搜索").fill("充电桩")
    result = home.locator(".search-results a").first
    expect(result).to_contain_text("充电桩")
    expect(home.get_by_role("status")).to_contain_text("找到")
    result.click()

    expect(home).to_have_url(re.compile(re.escape(CHARGERS)))
    expect(home.locator("main")).to_contain_text("每个乡镇至少建成6个新能源公共充电桩")
    home.get_by_role("link", name="在报告中看这一句").click()

    sentence = home.locator(":target")
    expect(sentence).to_contain_text("新能源公共充电桩")
    expect(sentence).to_be_in_viewport()


@pytest.mark.parametrize("query", ["28万亩", "280000亩", "二十八万亩", "２８万亩"])
def test_a_number_is_found_in_any_form(tab: Tab, query: str) -> None:
    page = tab.open(f"search.html?q={query}")
    first = page.locator(".search-results a").first
    expect(first).to_contain_text("高标准农田")
    expect(page.get_by_role("combobox", name="搜索")).to_have_value(query)


@pytest.mark.parametrize(("query", "found"), [("厕", "改厕"), ("5Ｇ", "5G"), ("運城", "运城")])
def test_other_forms_of_a_word_are_found(tab: Tab, query: str, found: str) -> None:
    page = tab.open(f"search.html?q={query}")
    expect(page.locator(".search-results")).to_contain_text(found)


def test_a_reader_filters_what_is_overdue(tab: Tab) -> None:
    page = tab.open("targets.html")
    every = page.locator(".target-row:visible").count()
    page.get_by_label("状态", exact=True).select_option("overdue")
    shown = page.locator(".target-row:visible")

    expect(page).to_have_url(re.compile("status=overdue"))
    assert 0 < shown.count() < every
    assert set(shown.evaluate_all("rows => rows.map(r => r.dataset.status)")) == {"overdue"}
    expect(page.get_by_role("status")).to_contain_text(f"找到{shown.count()}项")

    page.get_by_label("地区", exact=True).select_option("wanrong")
    assert page.locator(".target-row:visible").count() == 2
    page.go_back()
    assert page.locator(".target-row:visible").count() > 2
    page.go_back()
    assert page.locator(".target-row:visible").count() == every


def test_the_same_list_is_there_without_javascript(browser: Browser, address: str) -> None:
    for page in open_page(browser, f"{address}targets.html", scripts=False):
        page.locator("main a[href='status/overdue.html']").first.click()
        rows = page.locator(".target-row")
        assert rows.count() == 41
        expect(page.locator("main")).to_contain_text("检索")


def test_without_javascript_search_lists_everything(browser: Browser, address: str) -> None:
    for page in open_page(browser, f"{address}index.html", scripts=False):
        page.get_by_role("searchbox").fill("充电桩")
        page.get_by_role("button", name="搜索").click()

        expect(page).to_have_url(re.compile(r"search\.html\?q="))
        listed = page.locator("[data-search-static] a[href^='targets/']")
        assert listed.count() >= 48
        expect(listed.filter(has_text="充电桩")).to_be_visible()


def test_the_folder_works_from_disk(browser: Browser, site: Path) -> None:
    for page in open_page(browser, (site / "index.html").as_uri()):
        page.get_by_role("combobox", name="搜索").fill("充电桩")
        page.locator(".search-results a").first.click()
        expect(page.locator("main")).to_contain_text("每个乡镇至少建成6个新能源公共充电桩")
        page.get_by_role("link", name="在报告中看这一句").click()
        expect(page.locator(":target")).to_contain_text("充电桩")


def test_a_missing_index_is_said(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "_site"
    files = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    publish({name: data for name, data in files.items() if "search-index" not in name}, copy)
    context = browser.new_context()
    page = context.new_page()
    page.goto((copy / "search.html").as_uri() + "?q=充电桩")

    expect(page.get_by_role("status")).to_contain_text("没有读到")
    assert page.locator("main a[href='targets.html']:visible").count() > 0
    context.close()


def test_everything_is_reached_by_keyboard_alone(home: Page) -> None:
    home.keyboard.press("Tab")
    assert home.evaluate("document.activeElement.textContent") == "跳到正文"
    home.keyboard.press("Enter")
    assert home.evaluate("document.activeElement.id || location.hash.slice(1)") == "main"
    home.keyboard.press("Tab")
    assert home.evaluate("document.activeElement.type") == "search"
    home.keyboard.type("5G")
    expect(home.locator(".search-results a").first).to_contain_text("5G")
    for _ in range(10):
        home.keyboard.press("Tab")
        if home.evaluate("!!document.activeElement.closest('.search-results')"):
            break
    home.keyboard.press("Enter")

    expect(home).to_have_url(re.compile("targets/5g-base-stations.html"))


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(tab: Tab, name: str) -> None:
    for width in (320, 360):
        page = tab.open(name, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(tab: Tab, name: str) -> None:
    """Each page in one of two looks, by turns; `test_patterns` sees every component in both."""
    width, scheme = ((360, "dark"), (1280, "light"))[PAGES.index(name) % 2]
    assert violations(tab.open(name, width=width, scheme=scheme)) == []


def test_an_unknown_address_leads_home(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}no/such/page.html")

    assert page.evaluate("document.styleSheets.length") > 0
    page.locator("main a").first.click()
    expect(page).to_have_url(f"{address}index.html")
    context.close()


def test_print_has_no_controls(tab: Tab) -> None:
    page = tab.open(CHARGERS)
    page.emulate_media(media="print")
    assert page.locator("nav:visible, form:visible, button:visible").count() == 0


SHEETS = (
    "targets/investment-signed.html", "targets/provincial-specialty-towns-2023.html",
    "targets/guangong-5a.html", "targets/wulaofeng-5a.html", "targets/qilong-phase-2.html",
    "targets/idiom-garden.html", "targets/beautiful-villages.html", CHARGERS,
)  # fmt: skip


@pytest.mark.parametrize("page", SHEETS)
def test_a_target_with_all_its_evidence_prints_on_one_sheet(tab: Tab, page: str) -> None:
    printed = tab.open(page).pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_what_happened_between_two_dates_is_shown_and_can_be_shared(tab: Tab) -> None:
    page = tab.open("updates.html")
    whole = page.locator(".happening:visible").count()
    page.get_by_label("说的是哪天起").fill("2024-02-15")
    page.get_by_label("到哪天止").fill("2024-02-15")

    expect(page.get_by_role("status")).to_have_text("其间38条，全部共101条。")
    assert page.locator(".happening:visible").count() == 1 < whole
    assert page.url.endswith("?from=2024-02-15&to=2024-02-15")

    page.get_by_label("到哪天止").fill("2024-02-14")
    expect(page.get_by_role("status")).to_have_text("起始日期晚于结束日期，请对调。")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("其间38条，全部共101条。")


def test_the_chart_of_a_target_says_in_words_what_it_draws(tab: Tab) -> None:
    page = tab.open("targets/investment-signed.html")
    picture = page.get_by_role("img", name="招商引资签约金额：进展")
    expect(picture).to_be_visible()
    described = picture.locator("desc").text_content() or ""
    assert "2166.5亿元" in described
    assert "口径不同" in described
    expect(page.get_by_role("table").first).to_contain_text("2166.5亿元")
