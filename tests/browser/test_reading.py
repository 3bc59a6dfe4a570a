"""The report as it is read: the contents follow, a sentence has its tools, lines are set well."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations
from tests.projects import real_assessment
from tracker.model import Assessment

TITLE = "2023年运城市政府工作报告（摘要）"
# Sentences with several targets, with none, with a misprint's mark, and with an inferred ordinal.
CARRYING, PLAIN, MARKED, INFERRED = "s32", "s36", "s27", "s21"
NO_OPENING = "。，、；：？！”’）》〉」』】…—%％·"

# The characters that open the lines of its paragraphs, but for the first; a seal counts as one.
OPENINGS = """() => [...document.querySelectorAll('.report .block')].flatMap(block => {
  const opening = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL);
  let bottom = -Infinity;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const seal = node.nodeName === 'svg';
    const inside = '.unseen, .sentence-link, .note-ref, .section-tally-brief';
    if (!seal && node.nodeType !== Node.TEXT_NODE) continue;
    if (node.parentElement.closest(inside)) continue;
    for (let at = 0; at < (seal ? 1 : node.length); at++) {
      if (seal) range.selectNode(node);
      else { range.setStart(node, at); range.setEnd(node, at + 1); }
      const box = range.getClientRects()[0];
      if (!box || !box.width) continue;
      if ((box.top + box.bottom) / 2 > bottom) opening.push(seal ? 'seal' : node.data[at]);
      bottom = Math.max(bottom, box.bottom);
    }
  }
  return opening.slice(1);
})"""
MEASURES = """[...document.querySelectorAll('p.block-text, p.block-lead')].map(
  block => block.clientWidth / parseFloat(getComputedStyle(block).fontSize))"""
LIST_SHOWS_CURRENT = """() => {
  const list = document.querySelector('.contents').getBoundingClientRect();
  const own = document.querySelector('.contents-open [aria-current]').getBoundingClientRect();
  return own.top >= list.top - 1 && own.bottom <= list.bottom + 1;
}"""
BELOW_BAR = """element => element.getClientRects()[0].top >=
  document.querySelector('.contents').getBoundingClientRect().bottom"""


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return real_assessment()


@pytest.fixture(scope="module")
def report(address: str) -> str:
    return f"{address}report/yuncheng-2023.html"


def opened(
    browser: Browser, url: str, width: int, *, scheme: str = "light", scripts: bool = True
) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=scripts,
        locale="zh-CN",
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.goto(url)
    return page


@pytest.fixture
def wide(browser: Browser, report: str) -> Iterator[Page]:
    page = opened(browser, report, 1280)
    yield page
    page.context.close()


@pytest.fixture
def phone(browser: Browser, report: str) -> Iterator[Page]:
    page = opened(browser, report, 360)
    yield page
    page.context.close()


def tools(page: Page) -> Locator:
    return page.locator(".sentence-tools")


def number(page: Page, sentence: str) -> Locator:
    return page.locator(f"#{sentence} .sentence-link")


def copied(page: Page) -> str:
    page.get_by_role("button", name="复制这句话和网址").click()
    expect(tools(page).get_by_role("status")).to_have_text("已复制")
    return str(page.evaluate("navigator.clipboard.readText()"))


def scroll_to(page: Page, sentence: str) -> None:
    page.evaluate(f"document.getElementById('{sentence}').scrollIntoView()")


def test_the_contents_list_follows_and_scrolls_itself_only(wide: Page) -> None:
    current = wide.locator(".contents-open [aria-current='location']")
    assert current.count() == 0
    for section in ("s26", "s89", "s54"):
        scroll_to(wide, section)
        before = wide.evaluate("pageYOffset")

        expect(current).to_have_attribute("href", f"#{section}")
        assert wide.evaluate("pageYOffset") == before
        assert wide.evaluate(LIST_SHOWS_CURRENT)


def test_a_chapter_chosen_from_the_contents_is_the_one_marked(wide: Page) -> None:
    wide.locator(".contents-open a[href='#s38']").click()

    current = wide.locator(".contents-open [aria-current='location']")
    expect(current).to_have_attribute("href", "#s38")


def test_the_last_section_is_reached_at_the_end(wide: Page) -> None:
    wide.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    last = wide.locator(".contents-open a").last.get_attribute("href") or ""
    expect(wide.locator(".contents-open [aria-current]")).to_have_attribute("href", last)


def test_on_a_phone_a_bar_names_the_section_and_opens_the_list(phone: Page) -> None:
    scroll_to(phone, "s26")
    bar = phone.locator(".contents summary")
    expect(bar).to_have_text("目录 · 培育壮大新兴产业")
    expect(bar).to_be_in_viewport()
    bar.click()
    entry = phone.locator(".contents-folded a[href='#s39']")
    entry.click()

    expect(entry).to_be_hidden()
    assert phone.locator("#s39").evaluate(BELOW_BAR)
    expect(tools(phone)).to_have_count(0)


def test_the_bar_never_covers_what_has_the_focus(phone: Page) -> None:
    scroll_to(phone, "s33")
    number(phone, "s33").focus()
    for _ in range(20):
        phone.keyboard.press("Shift+Tab")
        assert phone.locator(":focus").evaluate(BELOW_BAR)


def test_a_sentence_is_copied_with_its_address(wide: Page, report: str) -> None:
    number(wide, PLAIN).click()

    expected = f"“启动“灯塔工厂”创建行动。”——《{TITLE}》第36句，{report}#{PLAIN}"
    assert copied(wide) == expected


def test_it_is_copied_where_scripts_have_no_clipboard(
    wide: Page, browser: Browser, report: str
) -> None:
    lacking = browser.new_context()
    page = lacking.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{report}#{PLAIN}")
    page.get_by_role("button", name="复制这句话和网址").click()

    expect(tools(page).get_by_role("status")).to_have_text("已复制")
    assert page.evaluate("document.activeElement.textContent") == "复制这句话和网址"
    assert page.locator("textarea").count() == 0
    wide.bring_to_front()
    assert f"第36句，{report}#{PLAIN}" in wide.evaluate("navigator.clipboard.readText()")
    lacking.close()


@pytest.mark.parametrize("sentence", [CARRYING, MARKED, INFERRED])
def test_nothing_but_the_report_s_own_words_is_copied(
    wide: Page, assessment: Assessment, sentence: str
) -> None:
    number(wide, sentence).click()

    own = next(one.text for one in assessment.report.sentences if one.id == sentence)
    assert copied(wide).startswith(f"“{own}”——《{TITLE}》")


def test_the_tools_lead_to_the_sentence_s_targets_and_its_printed_line(
    wide: Page, assessment: Assessment
) -> None:
    number(wide, CARRYING).click()
    carried = [one for one in assessment.targets if one.match.sentence.id == CARRYING]
    assert len(carried) == 4
    for one in carried:
        name = f"{one.target.title}（{one.judgement.status.label}）"
        link = tools(wide).get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile(f"targets/{one.target.id}.html$"))
    tools(wide).get_by_role("link", name="报纸原样").click()

    expect(wide.locator(":target")).to_contain_text("百户")


def test_one_sentence_at_a_time_has_tools_and_the_page_stays(wide: Page) -> None:
    scroll_to(wide, "s31")
    before = wide.evaluate("pageYOffset")
    number(wide, PLAIN).click()
    number(wide, CARRYING).click()

    expect(tools(wide)).to_have_count(1)
    expect(tools(wide)).to_have_attribute("aria-label", "第32句")
    assert wide.url.endswith(f"#{CARRYING}")
    assert wide.evaluate("pageYOffset") == before


def test_who_arrives_at_a_sentence_finds_it_marked_and_its_tools(
    browser: Browser, report: str
) -> None:
    page = opened(browser, f"{report}#{PLAIN}", 360)
    expect(page.locator(":target")).to_be_in_viewport()
    expect(tools(page)).to_have_attribute("aria-label", "第36句")
    assert page.evaluate("document.activeElement === document.body")
    page.context.close()


def test_other_scripts_are_told_of_the_chosen_sentence(browser: Browser, report: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        """document.addEventListener('duixian:sentence', event => {
          const button = document.createElement('button');
          button.textContent = '为' + event.detail.sentence.id;
          event.detail.tools.appendChild(button);
        })"""
    )
    page.goto(f"{report}#{PLAIN}")
    expect(tools(page).get_by_role("button", name=f"为{PLAIN}")).to_be_visible()
    page.close()


def test_by_keyboard_alone_a_sentence_is_copied_and_escape_leads_back(wide: Page) -> None:
    number(wide, "s35").focus()
    for _ in range(2):
        wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.hash") == f"#{PLAIN}"
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.textContent") == "复制这句话和网址"
    wide.keyboard.press("Enter")
    expect(tools(wide).get_by_role("status")).to_have_text("已复制")
    wide.keyboard.press("Escape")

    expect(tools(wide)).to_have_count(0)
    assert wide.evaluate("document.activeElement.hash") == f"#{PLAIN}"


@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_opens_with_what_may_not_open_one(
    browser: Browser, report: str, width: int
) -> None:
    page = opened(browser, report, width)
    opening = page.evaluate(OPENINGS)
    assert len(opening) > 50
    assert [one for one in opening if one == "seal" or one in NO_OPENING] == []
    page.context.close()


def test_a_line_holds_34_to_38_characters(wide: Page) -> None:
    measures = wide.evaluate(MEASURES)
    assert 34 <= min(measures) <= max(measures) <= 38


def test_without_javascript_contents_and_addresses_work(browser: Browser, report: str) -> None:
    page = opened(browser, report, 360, scripts=False)
    page.locator(".contents summary").click()
    page.locator(".contents-folded a[href='#s39']").click()
    expect(page.locator("#s39")).to_be_in_viewport()
    number(page, PLAIN).click()
    assert page.url.endswith(f"#{PLAIN}")
    page.context.close()


def test_the_margin_says_how_a_chapter_s_targets_stand(wide: Page, assessment: Assessment) -> None:
    tally = wide.locator(".section-tally").first
    expect(tally).to_contain_text("本章13项目标")
    parts = tally.locator("b").all_text_contents()
    assert sum(int(part) for part in parts) == 13
    tally.get_by_role("link").click()
    expect(wide.locator(".target-row")).to_have_count(13)


def test_both_views_of_the_report_lead_to_each_other(wide: Page) -> None:
    for name in ("报纸原样", "整理后"):
        views = wide.get_by_role("navigation", name="报告的两种样子")
        views.get_by_role("link", name=name).click()
        expect(views.locator("[aria-current='page']")).to_contain_text(name)


def test_a_note_leads_back_to_its_sentence(wide: Page) -> None:
    wide.locator(f"#{MARKED} .note-ref").click()
    wide.locator(":target").get_by_role("link", name="回到正文第27句").click()
    expect(wide.locator(f"#{MARKED}")).to_be_in_viewport()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_with_the_tools_open(
    browser: Browser, report: str, width: int, scheme: str
) -> None:
    page = opened(browser, f"{report}#{CARRYING}", width, scheme=scheme)
    expect(tools(page)).to_be_visible()
    assert violations(page) == []
    page.context.close()
