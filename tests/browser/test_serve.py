"""An editor's preview: save a file, see the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.previewing import Preview, previewing
from tests.projects import small_project

CHANGED = ("targets.yaml", "content/site.yaml", "templates/layouts/page.html")
# With different scripts; a browser has six connections for all of them.
PAGES = ("targets.html", "index.html", "search.html?q=植树", "report/xugou-2099.html#s3")

# The browser's driver listens to what is pressed and tapped, too.
LISTENED = {"change", "DOMContentLoaded", "duixian:sentence", "hashchange", "pageshow", "popstate",
            "scroll", "storage", "visibilitychange"}  # fmt: skip


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One for all tests; each saves what it needs."""
    with previewing(small_project(tmp_path_factory.mktemp("preview")), "--port", "0") as running:
        yield running


@pytest.fixture
def page(preview: Preview, browser: Browser) -> Iterator[Page]:
    """A small window on a target's page; the project is as it was before the test, after it."""
    before = {preview.project / name: (preview.project / name).read_bytes() for name in CHANGED}
    edition = preview.once()
    context = browser.new_context(viewport={"width": 360, "height": 640})
    opened = context.new_page()
    opened.goto(f"{preview.address}targets/new-roads.html")
    yield opened
    context.close()
    for path, data in before.items():
        path.write_bytes(data)
    preview.again(edition)


def test_a_saved_change_shows_by_itself_in_every_tab(preview: Preview, page: Page) -> None:
    other = page.context.new_page()
    other.goto(f"{preview.address}targets.html")

    preview.change("targets.yaml", "title: 新建公路", "title: 今年新修的公路")

    expect(page.locator("h1")).to_contain_text("今年新修的公路")
    expect(other.locator("main")).to_contain_text("今年新修的公路")


def test_the_place_and_what_was_typed_and_unfolded_are_kept(preview: Preview, page: Page) -> None:
    page.locator("#q").fill("植树")
    page.locator(".display summary").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 500)")

    preview.change("targets.yaml", "title: 新建公路", "title: 今年新修的公路")

    expect(page.locator("h1")).to_contain_text("今年新修的公路")
    expect(page.locator("#q")).to_have_value("植树")
    expect(page.locator(".display")).to_have_attribute("open", "")
    page.wait_for_function("() => scrollY === 500")


def test_a_new_page_is_put_in_the_place_of_the_old_one_and_works_like_it(
    preview: Preview, page: Page
) -> None:
    complaints: list[str] = []
    tabs = [open_tab(page, f"{preview.address}{name}", complaints) for name in PAGES]
    listening = [listeners(tab) for tab in tabs]

    preview.change("targets.yaml", "title: 新建公路", "title: 今年新修的公路")
    preview.change("content/site.yaml", "title: ", "title: 新版")
    for tab in tabs:
        expect(tab.locator(".brand")).to_contain_text("新版")
        tab.wait_for_function("() => document.readyState === 'complete'")

    assert [tab.evaluate("[window.isTheSame, scrollY]") for tab in tabs] == [[True, 40]] * len(tabs)
    assert [listeners(tab) for tab in tabs] == listening
    targets = tabs[0]
    entries = targets.evaluate("history.length")
    targets.get_by_label("地区", exact=True).select_option(index=1)
    expect(targets.locator(".filter-status")).to_contain_text("找到")
    assert targets.evaluate("history.length") == entries + 1
    assert complaints == []


def open_tab(page: Page, address: str, complaints: list[str]) -> Page:
    """Scrolled a little, and marked: a reload would take the mark away."""
    tab = page.context.new_page()
    tab.on("console", lambda said: complaints.append(said.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(address)
    tab.evaluate("window.isTheSame = true; scrollTo(0, 40)")
    return tab


def listeners(page: Page) -> dict[str, list[str]]:
    """What the site's scripts have the window and the document listen to."""
    session = page.context.new_cdp_session(page)
    found = {}
    for name in ("window", "document"):
        handle = session.send("Runtime.evaluate", {"expression": name})["result"]["objectId"]
        told = session.send("DOMDebugger.getEventListeners", {"objectId": handle})["listeners"]
        found[name] = sorted(one["type"] for one in told if one["type"] in LISTENED)
    return found


def test_a_page_with_other_rules_is_loaded_anew(preview: Preview, page: Page) -> None:
    page.evaluate("window.isTheSame = true")
    preview.change("templates/layouts/page.html", "img-src 'self'", "img-src 'none'")

    page.wait_for_function("() => !window.isTheSame")
    expect(page.locator("h1")).to_contain_text("新建公路")


def test_problems_lie_over_the_last_good_page_until_they_are_mended(
    preview: Preview, page: Page
) -> None:
    preview.change("targets.yaml", "  value: 120", "  value: 130")
    preview.change("targets.yaml", "places: [甲县]", "places: [丁县]")

    problems = page.get_by_role("alertdialog", name="有2处要改")
    expect(problems).to_contain_text("丁县")
    expect(problems.get_by_role("link", name="targets.yaml:17:10")).to_be_visible()
    expect(problems).to_contain_text("  value: 130")
    expect(page.locator("main")).to_contain_text("120")
    assert violations(page) == []

    page.keyboard.press("Escape")
    expect(problems).to_be_hidden()
    page.get_by_role("button", name="有2处要改，网页还是以前的样子").press("Enter")
    expect(problems).to_be_visible()

    preview.change("targets.yaml", "  value: 130", "  value: 120")
    expect(page.get_by_role("alertdialog", name="有1处要改")).to_be_visible()
    preview.change("targets.yaml", "places: [丁县]", "places: [甲县]")
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    expect(page.get_by_role("button", name="网页还是以前的样子")).to_be_hidden()


def test_a_problem_leads_to_its_line(preview: Preview, page: Page) -> None:
    preview.change("targets.yaml", "  value: 120", "  value: 130")
    link = page.get_by_role("alertdialog").get_by_role("link", name="targets.yaml:17:10")

    with page.expect_popup() as opened:
        link.click()
    source = opened.value
    line = source.locator("[aria-current=true]")
    expect(line).to_be_in_viewport()
    expect(line).to_contain_text("17")
    expect(line).to_contain_text("  value: 130")
    expect(line).to_contain_text("引文")
    assert violations(source) == []
    editor = source.get_by_role("link", name="用VS Code打开").get_attribute("href")
    assert editor == f"vscode://file{preview.project.resolve().as_posix()}/targets.yaml:17:10"

    preview.change("targets.yaml", "  value: 130", "  value: 120")
    expect(line).to_contain_text("  value: 120")
    expect(source.get_by_role("status")).to_contain_text("没有要改的地方")


def test_a_hidden_tab_follows_when_it_is_seen_again(preview: Preview, page: Page) -> None:
    seen = """(hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }"""
    page.evaluate(seen, True)
    before = preview.once()
    preview.change("targets.yaml", "title: 新建公路", "title: 今年新修的公路")
    preview.once(unlike=before)
    expect(page.locator("h1")).to_contain_text("新建公路")

    page.evaluate(seen, False)

    expect(page.locator("h1")).to_contain_text("今年新修的公路")


def test_a_preview_is_not_kept_for_later(page: Page) -> None:
    gone = """async () => {
      const rules = { createScriptURL: (url) => url };
      const worker = trustedTypes.createPolicy('duixian-worker', rules).createScriptURL('/sw.js');
      await navigator.serviceWorker.register(worker);
      while (await navigator.serviceWorker.getRegistration()) {
        await new Promise((done) => { setTimeout(done, 50); });
      }
      return caches.keys();
    }"""

    assert page.evaluate(gone) == []


def test_a_page_outlives_a_start_without_a_site_and_the_end_of_the_preview(
    tmp_path: Path, browser: Browser
) -> None:
    project = small_project(tmp_path)
    path = project / "targets.yaml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("  value: 120", "  value: 130"), "utf-8")
    page = browser.new_page()

    with previewing(project, "--port", "0") as first:
        response = page.goto(f"{first.address}targets/new-roads.html")
        assert response
        assert response.status == 503
        expect(page.get_by_role("main")).to_contain_text("targets.yaml:17:10")

    expect(page.get_by_role("status")).to_contain_text("预览程序没有运行")
    path.write_text(good, "utf-8")
    with previewing(project, "--port", str(first.port)):
        expect(page.locator("h1")).to_contain_text("新建公路", timeout=60_000)
        page.close()
