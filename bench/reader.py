"""What a reader of a built site loads and waits for: a page of a target, answers of the search."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

from playwright.sync_api import Browser

from bench import tab
from bench.peers.published import Published, blocks
from bench.search import p95
from bench.served import served
from bench.tab import Engine

SCRIPT = "assets/search.js"
INDEX = "assets/search-index.js"
VERSION = re.compile(r'"version":"(\w+)"')  # "version":"c7d81ac0"
PAGES = 15
OF_EACH_KIND = 15  # queries
WIDTH = 5  # characters of words from a sentence
SLICE = re.compile(r"[一-鿿]{5,}")  # 新建改造高标准农田
COUNT = re.compile(r"\d+(?:\.\d+)?万?[一-鿿]{1,2}")  # 28万亩


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes by gzip -6, milliseconds; medians, and what one in twenty passes."""

    page: float
    first: float
    first_p95: float
    wait: float
    wait_p95: float
    answer: float
    answer_p95: float
    queries: int


def reading(browser: Browser, site: Published) -> Reading:
    page = median(page_sizes(browser, site))
    asked = list(queries(site))
    index = (site.folder / INDEX).read_text("utf-8")
    version = VERSION.search(index)
    assert version
    engine = Engine("ours.js", site.folder, "search.html", (SCRIPT,), INDEX, version[1])
    answers = tab.answers(browser, engine, asked)
    times = tab.times(browser, engine, asked)
    sizes = [float(answer.size) for answer in answers]
    waits = [answer.wait for answer in answers]
    return Reading(
        page,
        *(median(sizes), p95(sizes)),
        *(median(waits), p95(waits)),
        *(median(times), p95(times)),
        len(asked),
    )


def page_sizes(browser: Browser, site: Published) -> Iterator[int]:
    """Of all that pages of targets load, each in a browser that has nothing yet."""
    step = max(1, len(site.targets) // PAGES)
    with served(site.folder) as server:
        for target in site.targets[::step][:PAGES]:
            with browser.new_context(locale="zh-CN", service_workers="block") as context:
                context.new_page().goto(server.address + target["url"], wait_until="networkidle")
            yield sum(body.size for body in server.taken() if body.path != tab.ICON)


def queries(site: Published, seed: int = 9) -> Iterator[str]:
    """Titles, words from sentences and numbers of the site itself, the same every time."""
    random = Random(seed)
    titles = sorted({target["title"] for target in site.targets})
    texts = sorted({part for found in sentences(site) for part in SLICE.findall(found)})
    numbers = sorted({count for found in sentences(site) for count in COUNT.findall(found)})
    yield from sample(random, titles)
    for text in sample(random, texts):
        start = random.randrange(len(text) - WIDTH + 1)
        yield text[start : start + WIDTH]
    yield from sample(random, numbers)


def sample(random: Random, rows: Sequence[str]) -> list[str]:
    return random.sample(rows, min(OF_EACH_KIND, len(rows)))


def sentences(site: Published) -> Iterator[str]:
    for report in site.reports:
        for block in blocks(report):
            yield from (sentence["text"] for sentence in block["sentences"])
