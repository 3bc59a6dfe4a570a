"""Without a network after a first visit: pages, report and search; never an old page with one."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.serving import PREFIX, Handler
from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.publish import publish

AT_ONCE = """(() => {
  const later = window.setTimeout;
  window.setTimeout = (act, delay, ...rest) => later(act, delay === 5000 ? 0 : delay, ...rest);
})()"""
ACTIVE = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state !== 'activated') await new Promise((done) => { active.onstatechange = done; });
  return active === navigator.serviceWorker.controller;
}"""
GONE = """async (name) => {
  while (await caches.has(name)) await new Promise((done) => { setTimeout(done, 50); });
}"""
KEPT = """async () => {
  const names = await caches.keys();
  const addresses = await Promise.all(names.map(async (name) => (
    (await (await caches.open(name)).keys()).map(({ url }) => url))));
  return Object.fromEntries(names.map((name, i) => [name, addresses[i]]));
}"""
TARGET = "targets/new-roads.html"


@dataclass
class Host:
    """A host of the site that can be cut off, and comes back at the same address."""

    folder: Path
    port: int = 0
    server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{PREFIX}/"

    def start(self) -> None:
        name = type("Bound", (Handler,), {"root": self.folder})
        self.server = ThreadingHTTPServer(
            ("127.0.0.1", self.port), lambda *given: name(*given, directory=str(self.folder))
        )
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_files(inputs(small_project(tmp_path_factory.mktemp("project"))), SMALL_DATE)


@pytest.fixture
def host(built: dict[str, bytes], tmp_path: Path) -> Iterator[Host]:
    publish(built, tmp_path / "_site")
    for path in (tmp_path / "_site").rglob("*.html"):
        os.utime(path, (0, 0))  # so old that browsers take it for unchanged, left to themselves
    host = Host(tmp_path / "_site")
    host.start()
    yield host
    host.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="zh-CN")
    context.add_init_script(AT_ONCE)
    yield context
    context.close()


def visited(context: BrowserContext, host: Host) -> Page:
    """Home, until the site is kept."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(host.address)
    assert page.evaluate(ACTIVE)
    return page


def test_after_one_visit_the_site_is_read_without_a_network(
    context: BrowserContext, host: Host
) -> None:
    page = visited(context, host)
    host.stop()

    page.goto(f"{host.address}{TARGET}#main")
    expect(page.locator("h1")).to_contain_text("新建公路")
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 100
    page.goto(f"{host.address}report/xugou-2099.html")
    expect(page.locator("main")).to_contain_text("新建公路")
    page.goto(f"{host.address}search.html?q=公路")
    expect(page.locator(".search-hit").first).to_contain_text("公路")
    page.goto(host.address)
    expect(page.get_by_role("search")).to_be_visible()

    page.goto(f"{host.address}no/such/page.html")
    expect(page.locator("h1")).to_have_text("离线阅读")
    page.get_by_role("link", name="报告全文").click()
    expect(page.locator("main")).to_contain_text("新建公路")


def test_a_new_version_is_shown_at_once_and_takes_the_place_of_the_old(
    context: BrowserContext, host: Host, tmp_path: Path
) -> None:
    page = visited(context, host)
    [old] = page.evaluate(KEPT)
    project = small_project(tmp_path / "project")
    targets = project / "targets.yaml"
    words = targets.read_text("utf-8").replace("title: 新建公路", "title: 今年新修的公路")
    targets.write_text(words, "utf-8")
    publish(build_files(inputs(project), SMALL_DATE), host.folder)

    page.goto(f"{host.address}{TARGET}")
    expect(page.locator("h1")).to_contain_text("今年新修的公路")
    page.evaluate(GONE, old)
    host.stop()
    page.reload()
    expect(page.locator("h1")).to_contain_text("今年新修的公路")
    page.goto(f"{host.address}search.html?q=今年新修")
    expect(page.locator(".search-hit").first).to_contain_text("今年新修的公路")
    assert not [name for name in page.evaluate(KEPT) if name.startswith(old)]


def test_what_the_host_says_is_passed_on_and_what_is_visited_is_kept(
    context: BrowserContext, host: Host
) -> None:
    page = visited(context, host)
    answer = page.goto(f"{host.address}no-such-page.html")
    assert answer
    assert answer.status == 404
    login = host.folder / "login.js/index.html"  # where a script is asked for, with a status of 200
    login.parent.mkdir()
    login.write_text("<h1>登录</h1>")
    assert "登录" in page.evaluate("fetch('login.js?v=1').then((answer) => answer.text())")
    page.goto(f"{host.address}data.html")
    page.goto(f"{host.address}data/targets.json")
    host.stop()

    page.goto(f"{host.address}data.html")
    expect(page.locator("h1")).to_have_text("数据")
    page.goto(f"{host.address}no-such-page.html")
    expect(page.locator("h1")).to_have_text("离线阅读")
    kept = page.evaluate(KEPT)
    assert [urls for name, urls in kept.items() if name.endswith(" visited")] == [
        [f"{host.address}data.html"]
    ]
    assert not [url for urls in kept.values() for url in urls if "/data/" in url or ".xml" in url]


def test_opened_from_disk_there_is_nothing_to_keep(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((host.folder / "index.html").as_uri())
    page.wait_for_timeout(300)

    assert said == []
