"""The search as a citizen meets it: results, suggestions, the address, and what is said when
something is not there; on a made-up city's site, opened from disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.axe import violations
from tests.projects import SMALL_DATE, inputs, small_project, tree
from tests.search_library import made_up_library
from tracker.pipeline import build_files
from tracker.publish import publish
from tracker.render.search.index import search_index

INDEX = "assets/search-index.js"
GARDENS = "梅兰竹菊松柏桃李杏梨枣柳桂荷莲葵芦芹荠蓬蒿苇萍藻苔蕨檀榆槐椿桐楠枫杨桑柘棠榴柿栗榛橘柚橙"
SECTION = "".join(f"在{name}园种花。" for name in GARDENS)
DELAY = """() => {
  const { open } = Duixian;
  window.asked = [];
  Duixian.open = async (...place) => {
    const corpus = await open(...place);
    const { search, suggest } = corpus;
    const late = ({ length }) => new Promise((done) => { setTimeout(done, length > 1 ? 0 : 600); });
    corpus.search = async (query, chosen) => {
      asked.push(query);
      const result = await search.call(corpus, query, chosen);
      await late(query);
      return result;
    };
    corpus.suggest = async (text) => {
      const offered = await suggest.call(corpus, text);
      await late(text);
      return offered;
    };
    return corpus;
  };
}"""

TYPE = """(states) => new Promise((done) => {
  const box = document.getElementById('q');
  const typing = setInterval(() => {
    box.value = states.shift();
    box.dispatchEvent(new InputEvent('input'));
    if (!states.length) done(clearInterval(typing));
  }, 20);
})"""
ODD = (
    "。，、",
    "😀😀",
    "\ud83d",
    "<img src=x onerror=alert(1)>",
    "虚构市没有的话头一句" * 20,
    '"><script>alert(1)</script>',
    "constructor",
)


@dataclass
class Tab:
    """A page of the built site, opened from its folder."""

    folder: Path
    page: Page

    def open(self, name: str = "search.html", **asked: str) -> None:
        self.page.goto(self.address(name, **asked), wait_until="domcontentloaded")

    def address(self, name: str = "search.html", **asked: str) -> str:
        return (self.folder / name).as_uri() + (f"?{urlencode(asked)}" if asked else "")

    def type(self, text: str) -> None:
        self.box.fill(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def compose(self, text: str) -> None:
        end = len(text)
        words = {"text": text, "selectionStart": end, "selectionEnd": end}
        self.page.context.new_cdp_session(self.page).send("Input.imeSetComposition", words)

    def conclude(self, text: str) -> None:
        self.page.context.new_cdp_session(self.page).send("Input.insertText", {"text": text})

    @property
    def box(self) -> Locator:
        return self.page.locator("#q")

    @property
    def status(self) -> Locator:
        return self.page.get_by_role("status")

    @property
    def hits(self) -> Locator:
        return self.page.locator(".search-hit")

    @property
    def static(self) -> Locator:
        return self.page.locator("[data-search-static]")

    @property
    def popup(self) -> Locator:
        return self.page.get_by_role("listbox", name="建议")

    @property
    def options(self) -> Locator:
        return self.popup.get_by_role("option")

    @property
    def asked(self) -> dict[str, str]:
        return {key: values[0] for key, values in parse_qs(urlsplit(self.page.url).query).items()}

    def expect_asked(self, **asked: str) -> None:
        self.page.wait_for_url(self.address(**asked))

    def expect_active(self, at: int | None) -> None:
        chosen = self.popup.locator("[aria-selected=true]")
        expect(chosen).to_have_count(0 if at is None else 1)
        if at is None:
            assert self.box.get_attribute("aria-activedescendant") is None
            return
        name = self.box.get_attribute("aria-activedescendant")
        assert name == self.options.nth(at).get_attribute("id")
        expect(self.options.nth(at)).to_have_attribute("aria-selected", "true")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small project, with more gardens than are shown at once."""
    project = small_project(tmp_path_factory.mktemp("project"))
    report = project / "content" / "xugou-2099.md"
    words = report.read_text("utf-8").replace(
        "### 修路种树", f"### 种花\n\n{SECTION}\n\n### 修路种树"
    )
    report.write_text(words, "utf-8")
    built = tmp_path_factory.mktemp("built") / "_site"
    publish(build_files(inputs(project), SMALL_DATE), built)
    return built


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce")
    yield context
    context.close()


def watched(context: BrowserContext, folder: Path) -> Iterator[Tab]:
    """A tab in which no script may fail and nothing may be asked of the reader."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    yield Tab(folder, page)
    page.close()
    assert faults == []


@pytest.fixture(scope="module")
def shared(context: BrowserContext, folder: Path) -> Iterator[Tab]:
    yield from watched(context, folder)


@pytest.fixture
def tab(shared: Tab, folder: Path) -> Tab:
    """One tab for most tests, each of which opens its own page: a new one takes its time."""
    return Tab(folder, shared.page)


@pytest.fixture
def fresh(context: BrowserContext, folder: Path) -> Iterator[Tab]:
    """A tab that a test may change for good."""
    yield from watched(context, folder)


@pytest.fixture(scope="module")
def reader(context: BrowserContext, folder: Path) -> Iterator[Tab]:
    """The search page, for tests that only type and look."""
    for tab in watched(context, folder):
        tab.open()
        yield tab


@pytest.fixture
def timed(browser: Browser, folder: Path) -> Iterator[Tab]:
    """A tab whose clock stands still."""
    context = browser.new_context(locale="zh-CN")
    for tab in watched(context, folder):
        tab.page.clock.install(time=0)
        tab.page.clock.pause_at(1000)
        yield tab
    context.close()


@pytest.fixture
def phone(browser: Browser, folder: Path) -> Iterator[Tab]:
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": 360, "height": 640},
        has_touch=True,
        is_mobile=True,
        color_scheme="dark",
        reduced_motion="reduce",
    )
    yield from watched(context, folder)
    context.close()


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A folder whose files a test may spoil."""
    return Path(shutil.copytree(folder, tmp_path / "_site"))


# --- what is shown ------------------------------------------------------------------------------


def test_a_target_shows_its_status_and_a_sentence_its_section(tab: Tab) -> None:
    tab.open()
    tab.type("公路")

    expect(tab.status).to_have_text("找到 2 条：目标 1 项，原文 1 句。")
    target, sentence = tab.hits.nth(0), tab.hits.nth(1)
    expect(target.locator("a")).to_have_attribute("href", "targets/new-roads.html")
    expect(target.locator("a")).to_have_text("新建公路")
    expect(target.locator(".status-tag")).not_to_be_empty()
    expect(target.locator(".search-note")).to_contain_text("120公里")
    expect(sentence.locator("a")).to_have_attribute("href", re.compile(r"^report/xugou-2099.html#"))
    expect(sentence.locator(".search-note")).to_contain_text("修路")
    assert set(tab.page.locator("mark").all_inner_texts()) == {"公路"}
    assert violations(tab.page) == []


def test_a_place_is_one_of_the_results(reader: Tab) -> None:
    reader.type("甲县")

    expect(reader.hits.locator("a[href='places/jia.html']")).to_have_text("甲县")


def test_a_number_in_another_form_says_why_it_matched(reader: Tab) -> None:
    reader.type("25000株")

    expect(reader.hits.first.locator("a")).to_have_text("植树")
    expect(reader.hits.first.locator(".search-why")).to_have_text("数字写法不同")


def test_near_results_are_said_to_be_such(reader: Tab) -> None:
    reader.type("托育锁")

    expect(reader.status).to_have_text(re.compile("^没有找到“托育锁”。近似结果 "))
    heads = reader.page.locator(".search-heading")
    expect(heads.filter(has_text="近似")).to_have_count(heads.count())
    expect(reader.hits.first.locator(".search-why")).not_to_be_empty()


def test_a_question_says_what_was_looked_for(reader: Tab) -> None:
    reader.type("公路修好了吗？")

    expect(reader.status).to_contain_text("按“公路”")


def test_nothing_found_is_said_and_offers_the_sections(reader: Tab) -> None:
    reader.type("龘龘zzqx")

    expect(reader.status).to_contain_text("没有找到“龘龘zzqx”。")
    expect(reader.status.locator("a")).to_have_attribute("href", "targets.html")
    expect(reader.page.locator(".search-heading")).to_have_text("报告的章节")
    expect(reader.hits.locator("a").filter(has_text="便民服务")).to_be_visible()
    expect(reader.static).to_be_hidden()


def test_a_long_list_is_cut_aloud_and_goes_on(tab: Tab) -> None:
    tab.open(q="园种花")
    sentences = tab.page.locator(".search-hit-sentence")
    expect(tab.status).to_contain_text(f"原文 {len(GARDENS)} 句")
    shown = sentences.count()
    assert 0 < shown < len(GARDENS)

    tab.page.get_by_role("button", name=f"显示更多原文（共 {len(GARDENS)} 句）").click()

    expect(sentences).to_have_count(len(GARDENS))
    expect(sentences.nth(shown).locator("a")).to_be_focused()
    expect(tab.page.locator(".search-more")).to_have_count(0)


def test_an_archive_says_about_how_many_and_goes_on(tab: Tab, copy: Path) -> None:
    lines = [[f"s{i}", f"云雾市第{i}处花园种花。", "", []] for i in range(300)]
    archive = search_index(made_up_library(sentences=lines), largest=0)
    publish({**tree(copy), **archive.files}, copy)
    page = (copy / "search.html").read_text("utf-8")
    versioned = re.sub(r'data-version="\w+"', f'data-version="{archive.version}"', page)
    (copy / "search.html").write_text(versioned, "utf-8")
    tab.folder = copy
    tab.open(q="花园种花")
    expect(tab.status).to_have_text("找到约 300 条：原文约 300 句。")
    more = tab.page.get_by_role("button", name="显示更多原文")
    for _ in range(3):
        shown = tab.hits.count()
        more.click()
        expect(tab.hits.nth(shown).locator("a")).to_be_focused()
    assert tab.hits.count() > 20


def test_the_static_list_gives_way_and_comes_back(reader: Tab) -> None:
    reader.type("公路")
    expect(reader.static).to_be_hidden()

    reader.type("")
    expect(reader.static).to_be_visible()
    expect(reader.hits).to_have_count(0)
    expect(reader.status).to_be_empty()


def test_an_odd_query_is_text_and_nothing_else(tab: Tab) -> None:
    tab.open()
    tab.box.focus()
    for query in ODD:
        tab.page.evaluate(TYPE, [""])
        expect(tab.status).to_be_empty()
        tab.page.evaluate(TYPE, [query])

        expect(tab.status).to_contain_text("找到")
        assert tab.page.locator(".search img, .search script").count() == 0


def test_markup_in_the_address_is_shown_as_text(tab: Tab) -> None:
    query = "<img src=x onerror=alert(1)>"
    tab.open(q=query, status=query)

    expect(tab.status).to_contain_text(f"没有找到“{query}”")
    expect(tab.box).to_have_value(query)
    expect(tab.page.get_by_role("button", name=f"状态：{query}")).to_be_visible()
    assert tab.page.locator("img").count() == 0


# --- suggestions --------------------------------------------------------------------------------


def test_the_keyboard_walks_through_the_suggestions(tab: Tab) -> None:
    tab.open()
    box = tab.page.get_by_role("combobox", name="搜索目标与原文")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("新建")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    assert tab.page.locator(f"#{box.get_attribute('aria-controls')}[role=listbox]").count() == 1
    expect(tab.options).to_have_count(2)
    expect(tab.options.first).to_contain_text("目标")
    tab.expect_active(None)
    assert violations(tab.page) == []

    for key, active in (
        ("ArrowDown", 0), ("ArrowDown", 1), ("ArrowDown", None), ("ArrowUp", 1), ("ArrowUp", 0),
        ("Home", 0), ("End", 0),
    ):  # fmt: skip
        tab.press(key)
        tab.expect_active(active)
    assert box.evaluate("box => box.selectionStart") == 2
    expect(box).to_be_focused()

    title = tab.options.first.locator(".search-suggestion-words").inner_text()
    tab.press("Enter")
    tab.page.wait_for_url("**/targets/*.html")
    expect(tab.page.locator("h1")).to_contain_text(title)


def test_enter_without_a_chosen_suggestion_searches(tab: Tab) -> None:
    tab.open()
    tab.box.press_sequentially("新建")
    expect(tab.popup).to_be_visible()

    tab.press("Enter")

    expect(tab.popup).to_be_hidden()
    expect(tab.box).to_have_attribute("aria-expanded", "false")
    expect(tab.box).to_be_focused()
    tab.expect_asked(q="新建")
    expect(tab.hits.first).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_a_key_pressed_at_once_keeps_the_suggestions_away(tab: Tab, key: str) -> None:
    tab.open(q="公路")
    expect(tab.hits.first).to_be_visible()
    tab.type("新建")
    expect(tab.popup).to_be_visible()
    tab.page.evaluate(
        """(key) => {
          const box = document.getElementById('q');
          box.value = '托育所';
          box.dispatchEvent(new InputEvent('input'));
          if (key === 'Enter') box.form.requestSubmit();
          else box.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
        }""",
        key,
    )
    tab.page.wait_for_timeout(200)

    expect(tab.popup).to_be_hidden()


def test_escape_closes_first_and_then_clears(tab: Tab) -> None:
    tab.open()
    tab.type("新建")
    expect(tab.popup).to_be_visible()
    expect(tab.hits.first).to_be_visible()

    tab.press("Escape")
    expect(tab.popup).to_be_hidden()
    expect(tab.box).to_have_value("新建")
    expect(tab.hits.first).to_be_visible()

    tab.press("ArrowDown")
    expect(tab.popup).to_be_visible()
    tab.press("Escape", "Escape")
    expect(tab.box).to_have_value("")
    expect(tab.hits).to_have_count(0)
    expect(tab.static).to_be_visible()


def test_the_suggestions_leave_when_the_reader_goes_on(fresh: Tab) -> None:
    fresh.page.set_viewport_size({"width": 1280, "height": 300})
    fresh.open()
    fresh.type("新建")
    expect(fresh.popup).to_be_visible()
    expect(fresh.hits.first).to_be_visible()  # nothing more is drawn, as it would be after a key
    fresh.page.mouse.move(600, 280)
    fresh.page.mouse.wheel(0, 100)
    expect(fresh.popup).to_be_hidden()

    fresh.box.press_sequentially("公")
    expect(fresh.popup).to_be_visible()
    fresh.press("Tab")
    expect(fresh.popup).to_be_hidden()
    expect(fresh.page.get_by_role("button", name="搜索")).to_be_focused()


def test_a_suggestion_can_be_clicked(tab: Tab) -> None:
    tab.open()
    tab.type("甲县")
    tab.options.filter(has_text="地区").click()

    tab.page.wait_for_url("**/places/jia.html")


def test_a_topic_leads_to_all_that_belongs_to_it(tab: Tab) -> None:
    tab.open()
    tab.type("道路")
    tab.options.filter(has_text="主题").click()

    tab.expect_asked(topic="道路")
    expect(tab.status).to_contain_text(re.compile(r"^找到 \d+ 条"))
    expect(tab.hits.locator("a[href='targets/new-roads.html']")).to_be_visible()
    tab.page.get_by_role("button", name="主题：道路").click()
    expect(tab.static).to_be_visible()
    expect(tab.hits).to_have_count(0)


def test_a_query_in_the_address_opens_no_suggestions(tab: Tab) -> None:
    tab.open(q="新建")
    expect(tab.hits.first).to_be_visible()
    tab.box.focus()

    expect(tab.popup).to_be_hidden()


def test_the_box_is_the_first_stop_of_the_page(tab: Tab) -> None:
    tab.open("index.html")
    tab.press("Tab", "Enter", "Tab")
    expect(tab.box).to_be_focused()

    tab.press("Tab")
    expect(tab.page.get_by_role("button", name="搜索")).to_be_focused()


def test_a_finger_finds_everything_large_enough(phone: Tab) -> None:
    phone.open()
    phone.box.tap()
    phone.type("新建")
    expect(phone.popup).to_be_visible()
    assert violations(phone.page) == []
    heights = phone.options.evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360

    phone.options.first.tap()
    phone.page.wait_for_url("**/targets/*.html")


def test_on_a_phone_the_keyboard_makes_room_for_the_results(phone: Tab) -> None:
    phone.open()
    phone.box.tap()
    phone.type("路")
    expect(phone.popup).to_be_visible()
    phone.press("Enter")

    expect(phone.popup).to_be_hidden()
    expect(phone.box).not_to_be_focused()
    expect(phone.hits.first).to_be_in_viewport()
    phone.page.locator(".search-facets summary").tap()
    controls = phone.page.locator(".search select:visible, .search button:visible, summary:visible")
    heights = controls.evaluate_all("nodes => nodes.map(n => n.getBoundingClientRect().height)")
    assert min(heights) >= 44
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 360
    letters = phone.page.locator(".search *:visible")
    sizes = letters.evaluate_all(
        "nodes => nodes.map(n => parseFloat(getComputedStyle(n).fontSize))"
    )
    assert min(sizes) >= 14
    assert violations(phone.page) == []


# --- typing -------------------------------------------------------------------------------------


def test_nothing_happens_while_an_input_method_composes(tab: Tab) -> None:
    tab.open()
    tab.box.focus()
    tab.compose("新建")
    tab.box.dispatch_event("keydown", {"key": "ArrowDown", "keyCode": 229})
    tab.box.dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    tab.page.wait_for_timeout(300)
    expect(tab.status).to_be_empty()
    expect(tab.popup).to_be_hidden()
    expect(tab.box).to_have_value("新建")

    tab.conclude("新建公路")
    expect(tab.popup).to_be_visible()
    expect(tab.status).to_contain_text("找到 2 条")


def test_a_composition_closes_the_suggestions(tab: Tab) -> None:
    tab.open()
    tab.type("新建")
    expect(tab.popup).to_be_visible()
    tab.press("ArrowDown")
    tab.compose("gong")
    expect(tab.popup).to_be_hidden()

    tab.box.dispatch_event("keydown", {"key": "Escape", "keyCode": 229})
    expect(tab.box).to_have_value("新建gong")


def test_a_phone_that_submits_in_the_middle_of_a_word_is_answered(tab: Tab) -> None:
    tab.open()
    tab.box.focus()
    tab.compose("公路")
    tab.page.locator("form").dispatch_event("submit")

    expect(tab.status).to_contain_text("找到 2 条")
    tab.expect_asked(q="公路")


def test_an_index_that_arrives_during_composition_waits(fresh: Tab) -> None:
    waiting: list[Any] = []
    fresh.page.route("**/search-index.js*", lambda route: waiting.append(route))
    fresh.open()
    fresh.box.focus()
    fresh.compose("5g")
    fresh.page.wait_for_timeout(50)

    waiting[0].continue_()
    fresh.page.wait_for_timeout(300)
    expect(fresh.status).to_be_empty()

    fresh.conclude("公路")
    expect(fresh.status).to_contain_text("找到 2 条")


def test_the_index_is_loaded_on_first_use_only(fresh: Tab) -> None:
    loads: list[str] = []
    fresh.page.on("request", lambda request: loads.append(request.url))
    fresh.open("index.html")
    assert not [url for url in loads if "search-index" in url]

    fresh.box.focus()
    fresh.type("公路")
    expect(fresh.status).to_contain_text("找到 2 条")
    fresh.type("托育所")
    expect(fresh.status).to_contain_text("目标 1 项")
    assert len([url for url in loads if "search-index" in url]) == 1


def test_of_fifty_keystrokes_a_second_only_the_last_is_answered(tab: Tab) -> None:
    tab.open()
    tab.page.evaluate(DELAY)
    tab.box.focus()
    tab.page.evaluate(TYPE, ["在", "梅园", "在竹园种花", "桥", "新建公路", "公"] * 10 + ["公路"])

    expect(tab.status).to_have_text("找到 2 条：目标 1 项，原文 1 句。")
    asked = tab.page.evaluate("asked")
    assert asked[-1] == "公路"
    assert len(asked) < 10


def test_an_answer_that_comes_late_is_not_shown(tab: Tab) -> None:
    tab.open()
    tab.page.evaluate(DELAY)
    tab.type("新")  # slow
    while "新" not in tab.page.evaluate("asked"):
        tab.page.wait_for_timeout(20)
    tab.type("公路")  # at once
    expect(tab.status).to_contain_text("找到 2 条")
    options = tab.options.all_inner_texts()
    tab.page.wait_for_timeout(800)

    expect(tab.status).to_contain_text("找到 2 条")
    expect(tab.hits).to_have_count(2)
    assert tab.options.all_inner_texts() == options


# --- facets, the address and the history ----------------------------------------------------------


def test_facets_narrow_and_live_in_the_address(tab: Tab) -> None:
    tab.open()
    tab.type("新建")
    expect(tab.status).to_contain_text("目标 2 项")
    kind = tab.page.get_by_label("类别", exact=True)
    kind.select_option("target")
    tab.expect_asked(q="新建", kind="target")
    expect(tab.status).to_have_text("找到 2 条：目标 2 项。")
    expect(tab.page.locator(".search-hit-sentence")).to_have_count(0)
    expect(kind).to_have_value("target")
    expect(kind.locator(":checked")).to_have_text(re.compile(r"（\d+）$"))

    tab.page.get_by_role("button", name="类别：").click()
    tab.expect_asked(q="新建")
    expect(tab.page.locator(".search-hit-sentence").first).to_be_visible()
    expect(tab.page.locator(".search-facets summary")).to_be_focused()

    tab.page.go_back()
    expect(tab.status).to_have_text("找到 2 条：目标 2 项。")
    expect(kind).to_have_value("target")
    tab.page.go_back()
    tab.expect_asked(q="新建")
    expect(kind).to_have_value("")
    tab.page.go_forward()
    expect(kind).to_have_value("target")


def test_what_the_facets_leave_nothing_of_is_said(tab: Tab) -> None:
    tab.open(q="公路", status="withdrawn", kind="target")

    expect(tab.status).to_have_text("所选条件下没有找到“公路”。可以去掉筛选条件再看。")
    tab.page.get_by_role("button", name="全部清除").click()
    expect(tab.hits).to_have_count(2)
    tab.expect_asked(q="公路")


def test_back_and_forward_go_from_query_to_query(tab: Tab) -> None:
    tab.open()
    for query in ("公路", "托育所"):
        tab.type(query)
        tab.press("Enter")
        tab.expect_asked(q=query)
    tab.type("桥梁")
    tab.expect_asked(q="桥梁")  # typing alone adds no entry
    tab.press("Enter")

    tab.page.go_back()
    tab.expect_asked(q="托育所")
    expect(tab.box).to_have_value("托育所")
    expect(tab.hits.first).to_contain_text("托育所")
    tab.page.go_back()
    expect(tab.hits.first).to_contain_text("公路")
    tab.page.go_back()
    tab.expect_asked()
    expect(tab.static).to_be_visible()
    expect(tab.box).to_have_value("")
    tab.page.go_forward()
    expect(tab.hits.first).to_contain_text("公路")
    expect(tab.popup).to_be_hidden()


@pytest.mark.parametrize("name", ["index.html", "search.html"])
def test_back_from_a_target_shows_the_results_again(tab: Tab, name: str) -> None:
    tab.open(name)
    tab.type("公路")
    expect(tab.hits).to_have_count(2)
    tab.press("Escape")
    tab.hits.first.locator("a").click()
    tab.page.wait_for_url("**/targets/new-roads.html")

    tab.page.go_back()
    expect(tab.box).to_have_value("公路")
    expect(tab.hits).to_have_count(2)


def test_the_address_follows_what_is_typed_but_not_what_is_composed(timed: Tab) -> None:
    timed.open()
    timed.type("公路")
    timed.page.clock.run_for(100)
    expect(timed.hits).to_have_count(2)
    assert timed.asked == {}
    timed.page.clock.run_for(2000)
    timed.expect_asked(q="公路")

    timed.compose("5g")
    timed.page.clock.run_for(5000)
    assert timed.asked == {"q": "公路"}


def test_enter_on_the_search_page_does_not_reload(tab: Tab) -> None:
    tab.open()
    tab.page.evaluate("window.kept = true")
    tab.type("公路")
    tab.press("Enter")

    tab.expect_asked(q="公路")
    assert tab.page.evaluate("window.kept")


def test_a_browser_that_forbids_new_addresses_searches_all_the_same(fresh: Tab) -> None:
    fresh.page.add_init_script(
        "history.pushState = history.replaceState = () => { throw new DOMException('no'); };"
    )
    fresh.open()
    fresh.type("公路")
    fresh.press("Enter")
    expect(fresh.hits).to_have_count(2)
    fresh.page.get_by_label("类别", exact=True).select_option("target")
    expect(fresh.hits).to_have_count(1)
    fresh.page.evaluate("location.hash = 'main'")
    expect(fresh.box).to_have_value("公路")
    expect(fresh.hits).to_have_count(1)


def test_the_home_page_answers_below_the_box(tab: Tab) -> None:
    tab.open("index.html")
    tab.type("公路")
    expect(tab.hits).to_have_count(2)
    expect(tab.page.locator("select:visible")).to_have_count(0)
    onward = tab.page.get_by_role("link", name="筛选这些结果")
    assert onward.get_attribute("href") == tab.address(q="公路")
    tab.press("Escape", "Escape")
    expect(tab.hits).to_have_count(0)
    expect(tab.status).to_be_empty()
    assert tab.page.url == tab.address("index.html")

    tab.type("公路")
    tab.press("Enter")
    tab.page.wait_for_url("**/search.html?q=*")
    expect(tab.hits).to_have_count(2)


# --- when something is not what it should be ----------------------------------------------------


def expect_excuse(tab: Tab, words: str) -> None:
    expect(tab.status).to_contain_text(words)
    expect(tab.status.locator("a")).to_have_attribute("href", "targets.html")
    expect(tab.static).to_be_visible()
    expect(tab.hits).to_have_count(0)
    expect(tab.popup).to_be_hidden()


def test_a_missing_index_is_said_and_enter_tries_again(tab: Tab, copy: Path) -> None:
    index = (copy / INDEX).read_bytes()
    (copy / INDEX).unlink()
    tab.folder = copy
    tab.open(q="公路")
    expect_excuse(tab, "搜索数据没有读到，按回车键再试")
    (copy / INDEX).write_bytes(index)

    tab.box.press("Enter")

    expect(tab.hits).to_have_count(2)


def test_a_truncated_index_is_said(context: BrowserContext, copy: Path) -> None:
    index = (copy / INDEX).read_bytes()
    (copy / INDEX).write_bytes(index[: len(index) // 2])
    tab = Tab(copy, context.new_page())  # here the script is broken, and the browser says so
    tab.open(q="公路")

    expect_excuse(tab, "搜索数据没有读到")
    tab.page.close()


def test_an_index_of_another_version_is_said_with_what_to_do(tab: Tab, copy: Path) -> None:
    page = (copy / "search.html").read_text("utf-8")
    version = re.search(r'data-version="(\w+)"', page)
    assert version
    (copy / "search.html").write_text(page.replace(version[1], "0" * len(version[1])), "utf-8")
    tab.folder = copy
    tab.open(q="公路")

    expect_excuse(tab, "搜索数据与本页版本不同，请刷新页面")
    tab.type("")
    expect(tab.status).to_be_empty()


def test_a_part_of_the_index_that_is_missing_is_said(tab: Tab, copy: Path) -> None:
    shutil.move(copy / "assets" / "search", copy / "elsewhere")
    tab.folder = copy
    tab.open(q="gonglu")
    expect_excuse(tab, "搜索数据没有读到，按回车键再试")
    shutil.move(copy / "elsewhere", copy / "assets" / "search")

    tab.box.press("Enter")

    expect(tab.hits.first).to_contain_text("公路")


def test_a_slow_index_is_said_and_still_answers(timed: Tab) -> None:
    waiting: list[Any] = []
    timed.page.route("**/search-index.js*", lambda route: waiting.append(route))
    timed.open(q="公路")
    timed.page.clock.run_for(200)
    expect(timed.status).to_be_empty()
    timed.page.clock.run_for(200)
    expect_excuse(timed, "正在读取")
    timed.page.clock.run_for(10_000)
    expect_excuse(timed, "还没有读到")

    waiting[0].continue_()

    expect(timed.hits).to_have_count(2)


def test_without_scripts_everything_is_listed(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = Tab(folder, context.new_page())
    tab.open("index.html")
    tab.page.get_by_role("searchbox").fill("公路")
    tab.page.get_by_role("button", name="搜索").click()
    tab.page.wait_for_url("**/search.html?q=*")

    addresses = tab.static.locator("a").evaluate_all(
        "links => links.map(a => a.getAttribute('href'))"
    )
    for place in ("targets", "places", "agencies", "sections"):
        pages = {f"{place}/{page.name}" for page in (folder / place).glob("*.html")}
        assert pages <= set(addresses), place
    expect(tab.popup).to_have_count(0)
    context.close()


def test_what_was_found_is_printed_without_its_controls(fresh: Tab) -> None:
    fresh.open(q="公路", kind="target")
    expect(fresh.hits).to_have_count(1)
    fresh.page.emulate_media(media="print")
    fresh.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(fresh.hits.first).to_be_visible()
    expect(fresh.page.get_by_text("搜索：“公路”，类别：目标")).to_be_visible()
    assert fresh.page.locator(":is(input, select, button, summary):visible").count() == 0


def test_the_description_for_browsers_leads_to_an_answer(tab: Tab) -> None:
    tab.open("targets/new-roads.html")
    link = tab.page.locator("link[rel=search]")
    assert link.get_attribute("type") == "application/opensearchdescription+xml"
    href = link.evaluate("link => link.href")
    description = ElementTree.parse(tab.folder / Path(urlsplit(href).path).name)
    url = description.find("{*}Url[@type='text/html']")
    assert url is not None

    tab.page.goto(
        href.rsplit("/", 1)[0]
        + "/"
        + url.attrib["template"].replace("{searchTerms}", "%E5%85%AC%E8%B7%AF")
    )
    expect(tab.box).to_have_value("公路")
    expect(tab.hits).to_have_count(2)
