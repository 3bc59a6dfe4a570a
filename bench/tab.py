"""An engine in a browser: what it answers, what it loads for that, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.served import Body, Served, served

SCRIPTS = Path(__file__).parent / "engines"
ROUNDS = 5
ICON = "assets/icon.svg"  # fetched whenever the browser likes

ASK = """async (query) => {
  const start = performance.now();
  await window.bench.open();
  const found = await window.bench.search(query);
  return [window.bench.addresses(found), performance.now() - start];
}"""

# Each query once untimed, so that whatever it needs is there.
CLOCK = """async (queries) => {
  const times = [];
  for (const query of queries) {
    await window.bench.search(query);
    const start = performance.now();
    await window.bench.search(query);
    times.push(performance.now() - start);
  }
  return times;
}"""


@dataclass(frozen=True, slots=True)
class Engine:
    script: str  # in `engines/`: how it is opened and asked
    folder: Path
    page: str
    own: tuple[str, ...]  # scripts that the page loads for the search
    index: str
    version: str = ""


@dataclass(frozen=True)
class Answer:
    """To one query in a browser that had nothing loaded."""

    query: str
    shown: tuple[str, ...]  # addresses, best first
    wait: float  # milliseconds until then
    own: tuple[Body, ...]
    loaded: tuple[Body, ...]  # after the page, before the answer

    @cached_property
    def size(self) -> int:
        """Bytes loaded, by gzip."""
        return sum(body.size for body in self.loaded)

    @cached_property
    def whole(self) -> int:
        """With the engine's own script, which one page loads with itself and another later."""
        return self.size + sum(body.size for body in self.own)

    @cached_property
    def brotli(self) -> int:
        return sum(body.brotli for body in self.loaded)


def answers(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[Answer]:
    """Each on a page of its own; the server lets the browser keep nothing."""
    with served(engine.folder) as server, browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        return [answer(page, server, engine, query) for query in queries]


def answer(page: Page, server: Served, engine: Engine, query: str) -> Answer:
    opened(page, server, engine)
    own = tuple(body for body in server.taken() if body.path in engine.own)
    shown, wait = page.evaluate(ASK, query)
    loaded = tuple(body for body in server.taken() if body.path != ICON)
    return Answer(query, tuple(shown), wait, own, loaded)


def opened(page: Page, server: Served, engine: Engine) -> None:
    page.goto(server.address + engine.page)
    script = (SCRIPTS / engine.script).read_text("utf-8")
    page.evaluate(script, {"index": engine.index, "version": engine.version})


def times(browser: Browser, engine: Engine, queries: Sequence[str]) -> list[float]:
    """Milliseconds for each query, the median of the rounds, with all it needs loaded."""
    with served(engine.folder) as server, browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        opened(page, server, engine)
        page.evaluate("window.bench.open()")
        rounds = [page.evaluate(CLOCK, list(queries)) for _ in range(ROUNDS)]
    return [median(each) for each in zip(*rounds, strict=True)]
