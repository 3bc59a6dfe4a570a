"""The search box in a real browser: what is found, and what is said when something is not there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.projects import REAL, REAL_DATE, ROOT
from tracker.pipeline import assess
from tracker.render.search import fold_table, search_index

SCRIPT = ROOT / "assets" / "js" / "search.js"
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "search.yaml").read_text("utf-8"))
VERSION = "0123456789ab"

PAGE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>虚构</title>
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self'; form-action 'self'">
<script src="assets/search.js" defer></script></head><body><h1>虚构的页面</h1>
<div class="search" data-search data-index="assets/search-index.js" data-version="{version}"
 data-root=""><form role="search" action="search.html" method="get"><label for="q">搜索</label>
<input type="search" id="q" name="q" autocomplete="off"><button type="submit">搜索</button></form>
<p role="status" class="search-status"></p><div class="search-results"></div></div>
<div data-search-static><p>全部目标都在这里</p></div></body></html>
"""


def made_up_index() -> dict[str, Any]:
    rows = CASES["index"]
    texts = [text for row in rows["targets"] for text in row[1:3]]
    texts += [row[1] for row in rows["sentences"]]
    return {
        "version": VERSION,
        "fold": fold_table(texts),
        **rows,
        "sections": [["s2", "虚构的基础设施"]],
        "report": "yunwu-2099",
    }


def as_script(index: dict[str, Any]) -> str:
    return f"duixianIndex({json.dumps(index, ensure_ascii=False)});"


def real_index() -> str:
    return search_index(assess(REAL, REAL_DATE)).script.decode()


@dataclass
class Site:
    """A folder with the two pages that search, opened from disk."""

    folder: Path
    page: Page
    errors: list[str] = field(default_factory=list)

    def open(self, name: str, index: str | None, query: str | None = None) -> None:
        assets = self.folder / "assets"
        assets.mkdir()
        (assets / "search.js").write_bytes(SCRIPT.read_bytes())
        if index is not None:
            (assets / "search-index.js").write_text(index, "utf-8")
        for page in ("index.html", "search.html"):
            (self.folder / page).write_text(PAGE.format(version=VERSION), "utf-8")
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(self.address(name, query), wait_until="domcontentloaded")

    def address(self, name: str, query: str | None = None) -> str:
        return (self.folder / name).as_uri() + (f"?q={quote(query)}" if query else "")

    def type(self, text: str) -> None:
        self.page.locator("#q").fill(text)

    @property
    def status(self) -> Any:
        return self.page.get_by_role("status")

    @property
    def hits(self) -> Any:
        return self.page.locator(".search-hit")

    @property
    def static(self) -> Any:
        return self.page.locator("[data-search-static]")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture
def site(page: Page, tmp_path: Path) -> Site:
    return Site(tmp_path, page)


@pytest.fixture
def search_page(site: Site) -> Site:
    site.open("search.html", as_script(made_up_index()))
    return site


@pytest.fixture
def home_page(site: Site) -> Site:
    site.open("index.html", as_script(made_up_index()))
    return site


# --- what is found ------------------------------------------------------------------------------

Finder = Callable[[str], dict[str, Any]]


def finder(browser: Browser, index: str) -> Iterator[Finder]:
    context = browser.new_context()
    page = context.new_page()
    page.evaluate("window.duixianIndex = (index) => { window.index = index; }")
    page.add_script_tag(content=SCRIPT.read_text("utf-8"))
    page.add_script_tag(content=index)
    yield lambda query: page.evaluate("(query) => Duixian.search(index, query)", query)
    context.close()


@pytest.fixture(scope="module")
def find_made_up(browser: Browser) -> Iterator[Finder]:
    yield from finder(browser, as_script(made_up_index()))


@pytest.fixture(scope="module")
def find_real(browser: Browser) -> Iterator[Finder]:
    yield from finder(browser, real_index())


def name(case: dict[str, Any]) -> str:
    return str(case["query"])


def check(case: dict[str, Any], found: dict[str, Any]) -> None:
    titles = [hit["texts"][0]["text"] for hit in found["targets"]]
    texts = [text for hit in found["targets"] + found["sentences"] for text in hit["texts"]]
    everything = [text["text"] for text in texts]

    assert found["how"] == case.get("how", "found")
    assert "first" not in case or titles[:1] == [case["first"]]
    for words in case.get("finds", []):
        assert any(words in text for text in everything), f"{words} not in {everything}"
    for words in case.get("not", []):
        assert not any(words in text for text in everything), f"{words} in {everything}"
    assert "marks" not in case or marked(texts) == case["marks"]
    assert bool(everything) == (found["how"] != "none")


def marked(texts: list[dict[str, Any]]) -> list[str]:
    """Offsets count UTF-16 units, which is the same as characters in these texts."""
    return [text["text"][start:end] for text in texts for start, end in text["marks"]]


@pytest.mark.parametrize("case", CASES["cases"], ids=name)
def test_a_query_finds_what_it_means(case: dict[str, Any], find_made_up: Finder) -> None:
    check(case, find_made_up(case["query"]))


@pytest.mark.parametrize("case", CASES["real"], ids=name)
def test_a_query_finds_what_it_means_on_the_real_site(
    case: dict[str, Any], find_real: Finder
) -> None:
    check(case, find_real(case["query"]))


# --- what is shown ------------------------------------------------------------------------------


def test_a_target_leads_to_its_page_and_a_sentence_to_its_place(search_page: Site) -> None:
    search_page.type("充电桩")

    expect(search_page.status).to_have_text("找到 2 条：目标 1 项，原文 1 句。")
    target, sentence = search_page.hits.nth(0), search_page.hits.nth(1)
    expect(target.locator("a")).to_have_attribute("href", "targets/charging.html")
    expect(target.locator(".seal.seal-no_data")).to_have_text("暂无公开数据")
    expect(target.locator(".search-quote")).to_have_text("每个乡镇建成充电桩6个")
    expect(sentence.locator("a")).to_have_attribute("href", "report/yunwu-2099.html#s2")
    expect(sentence.locator(".search-section")).to_have_text("虚构的基础设施")
    assert search_page.page.locator("mark").all_inner_texts() == ["充电桩"] * 3
    assert search_page.errors == []


def test_the_static_list_gives_way_and_comes_back(search_page: Site) -> None:
    search_page.type("改厕")
    expect(search_page.static).to_be_hidden()

    search_page.type("")
    expect(search_page.static).to_be_visible()
    expect(search_page.hits).to_have_count(0)
    expect(search_page.status).to_be_empty()


def test_nothing_found_is_said_with_a_way_on(search_page: Site) -> None:
    search_page.type("龘龘zzqx")

    expect(search_page.status).to_contain_text("没有找到“龘龘zzqx”。")
    expect(search_page.status.locator("a")).to_have_attribute("href", "targets.html")
    expect(search_page.hits).to_have_text(["虚构的基础设施"])


def test_near_misses_are_said_to_be_such(search_page: Site) -> None:
    search_page.type("养老院")

    expect(search_page.status).to_have_text(
        "没有找到“养老院”。近似结果 1 条：目标 0 项，原文 1 句。"
    )


def test_a_question_says_what_was_looked_for(search_page: Site) -> None:
    search_page.type("充电桩建了吗？")

    expect(search_page.status).to_have_text("按“充电桩”找到 2 条：目标 1 项，原文 1 句。")


def test_a_long_list_is_cut_aloud(site: Site) -> None:
    index = made_up_index()
    index["sentences"] = [[f"s{i}", f"云雾市的第{i}句", "", []] for i in range(70)]
    site.open("search.html", as_script(index), "云雾市")
    expect(site.status).to_contain_text("原文 70 句")
    expect(site.hits).to_have_count(50)

    site.page.get_by_role("button", name="显示全部 70 句").click()

    expect(site.hits).to_have_count(70)
    expect(site.page.locator(".search-more")).to_have_count(0)
    expect(site.hits.nth(50).locator("a")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    [
        "。，、",
        "😀😀",
        "\ud83d",
        "<img src=x onerror=alert(1)>",
        "云雾市政府工作报告没有的话" * 16,
        '"><script>alert(1)</script>',
    ],
)
def test_odd_queries_are_text_and_nothing_else(search_page: Site, query: str) -> None:
    search_page.page.on("dialog", lambda dialog: search_page.errors.append(dialog.message))
    search_page.page.locator("#q").evaluate(
        "(box, query) => { box.value = query; box.dispatchEvent(new InputEvent('input')); }", query
    )

    expect(search_page.status).not_to_be_empty()
    assert search_page.page.locator(".search img, .search script").count() == 0
    assert search_page.errors == []


def test_markup_in_the_address_is_shown_as_text(site: Site) -> None:
    query = "<img src=x onerror=alert(1)>"
    site.open("search.html", as_script(made_up_index()), query)

    expect(site.status).to_contain_text(f"没有找到“{query}”")
    expect(site.page.locator("#q")).to_have_value(query)
    assert site.page.locator("img").count() == 0


def test_a_sentence_with_markup_is_shown_as_printed(search_page: Site) -> None:
    search_page.type("粗体")

    expect(search_page.hits.locator("a")).to_have_text("建设舞台，<b>粗体</b>照原样显示。")


# --- typing -------------------------------------------------------------------------------------


def test_nothing_happens_while_an_input_method_composes(search_page: Site) -> None:
    page = search_page.page
    page.locator("#q").focus()
    keyboard = page.context.new_cdp_session(page)

    keyboard.send("Input.imeSetComposition", {"text": "5g", "selectionStart": 2, "selectionEnd": 2})
    page.wait_for_timeout(300)
    expect(search_page.status).to_be_empty()
    expect(page.locator("#q")).to_have_value("5g")

    keyboard.send("Input.insertText", {"text": "改厕"})
    expect(search_page.status).to_contain_text("找到 2 条")
    expect(page.locator("#q")).to_have_value("改厕")


def test_an_index_that_arrives_during_composition_waits(page: Page, site: Site) -> None:
    waiting: list[Any] = []
    page.route("**/search-index.js*", lambda route: waiting.append(route))
    site.open("search.html", as_script(made_up_index()))
    page.locator("#q").focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "5g", "selectionStart": 2, "selectionEnd": 2})

    waiting[0].continue_()
    page.wait_for_timeout(300)
    expect(site.status).to_be_empty()

    keyboard.send("Input.insertText", {"text": "改厕"})
    expect(site.status).to_contain_text("找到 2 条")


def test_the_index_is_loaded_on_first_use_only(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    site.open("index.html", as_script(made_up_index()))
    assert not [url for url in asked if "search-index" in url]

    page.locator("#q").focus()
    site.type("充电桩")
    expect(site.hits).to_have_count(2)
    site.type("改厕")
    expect(site.status).to_contain_text("找到 2 条")
    assert len([url for url in asked if "search-index" in url]) == 1


# --- the address and the keys -------------------------------------------------------------------


def test_a_query_in_the_address_is_answered(site: Site) -> None:
    site.open("search.html", as_script(made_up_index()), "280000亩")

    expect(site.page.locator("#q")).to_have_value("280000亩")
    expect(site.hits.first).to_contain_text("高标准农田")
    expect(site.static).to_be_hidden()


def test_the_address_follows_the_query(search_page: Site) -> None:
    search_page.type("改厕")
    search_page.page.wait_for_url(search_page.address("search.html", "改厕"))

    search_page.type("")
    search_page.page.wait_for_url(search_page.address("search.html"))


def test_the_address_does_not_follow_a_word_being_composed(search_page: Site) -> None:
    page = search_page.page
    page.clock.install()
    search_page.type("改厕")
    page.clock.run_for(100)
    expect(search_page.hits).to_have_count(2)
    page.context.new_cdp_session(page).send(
        "Input.imeSetComposition", {"text": "5g", "selectionStart": 2, "selectionEnd": 2}
    )
    page.clock.run_for(5000)

    assert page.url == search_page.address("search.html")


def test_enter_on_the_search_page_answers_without_a_reload(search_page: Site) -> None:
    search_page.page.evaluate("window.kept = true")
    search_page.type("改厕")
    search_page.page.keyboard.press("Enter")

    expect(search_page.hits).to_have_count(2)
    assert search_page.page.url == search_page.address("search.html", "改厕")
    assert search_page.page.evaluate("window.kept")


def test_enter_on_the_home_page_goes_to_the_search_page(home_page: Site) -> None:
    home_page.type("改厕")
    home_page.page.keyboard.press("Enter")

    home_page.page.wait_for_url("**/search.html?q=*")
    expect(home_page.hits).to_have_count(2)


def test_the_home_page_answers_below_the_box_and_escape_takes_it_away(home_page: Site) -> None:
    home_page.type("改厕")
    expect(home_page.hits).to_have_count(2)
    assert home_page.page.url == home_page.address("index.html")

    home_page.page.locator("#q").dispatch_event("keydown", {"key": "Escape"})
    expect(home_page.hits).to_have_count(0)
    expect(home_page.status).to_be_empty()
    expect(home_page.page.locator("#q")).to_have_value("改厕")


# --- when the index is not what it should be ----------------------------------------------------


def expect_excuse(site: Site, words: str) -> None:
    expect(site.status).to_contain_text(words)
    expect(site.status.locator("a")).to_have_attribute("href", "targets.html")
    expect(site.static).to_be_visible()
    expect(site.hits).to_have_count(0)


def test_a_missing_index_is_said(site: Site) -> None:
    site.open("search.html", None, "充电桩")

    expect_excuse(site, "搜索数据没有读到")
    assert site.errors == []


def test_a_truncated_index_is_said(site: Site) -> None:
    site.open("search.html", "var truncated = 1;", "充电桩")

    expect_excuse(site, "搜索数据没有读到")


def test_enter_tries_a_missing_index_again(site: Site) -> None:
    site.open("search.html", None, "充电桩")
    expect_excuse(site, "搜索数据没有读到")
    (site.folder / "assets" / "search-index.js").write_text(as_script(made_up_index()), "utf-8")

    site.page.locator("#q").press("Enter")

    expect(site.hits).to_have_count(2)


def test_an_index_of_another_version_is_said(site: Site) -> None:
    site.open("search.html", 'duixianIndex({"version": "ba9876543210"});', "充电桩")

    expect_excuse(site, "版本不同")
    site.type("")
    expect(site.status).to_be_empty()


def test_a_slow_index_is_said_and_still_answers(page: Page, site: Site) -> None:
    waiting: list[Any] = []
    page.route("**/search-index.js*", lambda route: waiting.append(route))
    page.clock.install()
    site.open("search.html", as_script(made_up_index()), "充电桩")
    page.clock.run_for(1000)
    expect_excuse(site, "正在读取")
    page.clock.run_for(10_000)
    expect_excuse(site, "还没有读到")

    waiting[0].continue_()

    expect(site.hits).to_have_count(2)
