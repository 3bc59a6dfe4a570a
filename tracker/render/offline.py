"""The worker that keeps the site in the browser for when there is no network, and what it keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

from tracker.model import Report
from tracker.render import addresses, assets
from tracker.render.contexts.quotation import Link

WORKER = "sw.js"
PAGE = "offline.html"
BUDGET = 3_000_000  # bytes, uncompressed, that a visit may fetch for later

ENTRANCES = ("index.html", "search.html")
# Pages worth keeping, what readers look up first.
PAGES = (
    "targets.html",
    "targets/*.html",
    "status/*.html",
    "places/*.html",
    "deadlines.html",
    "deadlines/*.html",
    "overview.html",
    "updates.html",
    "method.html",
    "about.html",
)


@dataclass(frozen=True, slots=True)
class OfflinePage:
    links: tuple[Link, ...]
    most: str


def page(report: Report) -> OfflinePage:
    links = (
        Link("首页", "index.html"),
        Link("搜索", "search.html"),
        Link("全部目标，和每一项目标的页面", "targets.html"),
        Link("报告全文", addresses.report(report)),
        Link("时限", "deadlines.html"),
        Link("全貌", "overview.html"),
    )
    return OfflinePage(links, f"{BUDGET // 1_000_000}MB")


def worker(
    folder: Path, files: Mapping[str, bytes], index: Iterable[str], report: Report
) -> dict[str, bytes]:
    """`index` are the addresses of the search index, kept whole or not at all."""
    first = [PAGE, *assets.loaded(files).values()]
    size = sum(len(files[path_of(address)]) for address in first)
    values = {
        "VERSION": assets.version_of(chain.from_iterable(_named(files))),
        "FIRST": first,
        "MORE": list(within(BUDGET - size, files, groups(files, tuple(index), report))),
    }
    constants = "".join(f"const {name}={json.dumps(value)};" for name, value in values.items())
    source = (folder / "js" / "offline" / "worker.js").read_text("utf-8")
    return {WORKER: assets.script(f"(function(){{'use strict';{constants}{source}}}());")}


def _named(files: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    for path in sorted(files):
        yield path.encode(), files[path]


def groups(
    files: Mapping[str, bytes], index: tuple[str, ...], report: Report
) -> Iterator[tuple[str, ...]]:
    """What is kept together, in the order in which it is missed."""
    yield ENTRANCES
    yield index
    yield (PAGES[0],)
    yield (addresses.report(report),)
    for pattern in PAGES[1:]:
        yield from ((path,) for path in sorted(files) if fnmatch(path, pattern))


def within(
    budget: int, files: Mapping[str, bytes], wanted: Iterable[tuple[str, ...]]
) -> Iterator[str]:
    """What does not fit is passed over for what does."""
    for group in wanted:
        size = sum(len(files[path_of(address)]) for address in group)
        if size <= budget:
            budget -= size
            yield from group


def path_of(address: str) -> str:
    return address.partition("?")[0]
