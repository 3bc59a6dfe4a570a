"""The worker that keeps the site in the browser for when there is no network, and what it keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from tracker.model import Report
from tracker.render import addresses, assets, wording
from tracker.render.addresses import Link
from tracker.render.stamps import Stamp

WORKER = "sw.js"
PAGE = "offline.html"
BUDGET = 3_000_000  # bytes, uncompressed, that a visit may fetch for later

# The worker's constants, and what stands for their values until they are known
PLACES = {"VERSION": '"@VERSION@"', "FIRST": '["@FIRST@"]', "MORE": '["@MORE@"]'}

ENTRANCES = ("index.html", "search.html")
TARGETS = "targets.html"
# What begins so is worth keeping, what readers look up first.
PAGES = (
    addresses.REPORTS,
    "targets/",
    "status/",
    "places/",
    "deadlines.html",
    "deadlines/",
    "overview.html",
    "updates.html",
    "method.html",
    "about.html",
)


class OfflinePage(Struct, frozen=True):
    links: tuple[Link, ...]
    most: str


def page(report: Report, several: bool) -> OfflinePage:
    """Of `several` reports not all targets are kept."""
    links = (
        Link("首页", "index.html"),
        Link("搜索", "search.html"),
        *(_several(report) if several else _one(report)),
        Link("时限", "deadlines.html"),
        Link("全貌", "overview.html"),
    )
    return OfflinePage(links, f"{BUDGET // 1_000_000}MB")


def _one(report: Report) -> Iterator[Link]:
    yield Link("全部目标，和每一项目标的页面", "targets.html")
    yield Link("报告全文", addresses.report(report))


def _several(report: Report) -> Iterator[Link]:
    title = wording.report_title(report)
    yield Link("全部报告的清单", addresses.REPORTS)
    yield Link(f"{title}：目标", addresses.landing(report))
    yield Link(f"{title}：全文", addresses.report(report))


class Worker(Struct, frozen=True):
    """`code` has the names of its constants where their values belong; `first` is always kept."""

    code: str
    first: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> Worker:
        named = "".join(f"const {name}={place};" for name, place in PLACES.items())
        source = (folder / "js" / "offline" / "worker.js").read_text("utf-8")
        code = assets.script(f"(function(){{'use strict';{named}{source}}}());").decode()
        return cls(code, (PAGE, *assets.loaded(folder).values()))

    def files(
        self, stamps: Mapping[str, Stamp], index: Iterable[str], report: Report
    ) -> dict[str, bytes]:
        """`index` are the addresses of the search index, kept whole or not at all."""
        size = sum(stamps[path_of(address)].size for address in self.first)
        values = {
            "VERSION": version_of(stamps),
            "FIRST": self.first,
            "MORE": list(within(BUDGET - size, stamps, groups(stamps, tuple(index), report))),
        }
        code = self.code
        for name, value in values.items():
            code = code.replace(PLACES[name], json.dumps(value, separators=(",", ":")))
        return {WORKER: code.encode()}


def version_of(stamps: Mapping[str, Stamp]) -> str:
    """Another for every other site."""
    listed = (f"{stamps[path].sha256} {path}\n".encode() for path in sorted(stamps))
    return assets.version_of(listed)


def groups(
    paths: Iterable[str], index: tuple[str, ...], report: Report
) -> Iterator[tuple[str, ...]]:
    """What is kept together, in the order in which it is missed."""
    pages = sorted(path for path in paths if path.endswith(".html"))
    yield ENTRANCES
    yield index
    yield (TARGETS,)
    yield (addresses.report(report),)
    yield from ((path,) for path in pages if path == addresses.landing(report))
    for beginning in PAGES:
        yield from ((path,) for path in pages if path.startswith(beginning))


def within(
    budget: int, stamps: Mapping[str, Stamp], wanted: Iterable[tuple[str, ...]]
) -> Iterator[str]:
    """What does not fit is passed over for what does."""
    for group in wanted:
        size = sum(stamps[path_of(address)].size for address in group)
        if size <= budget:
            budget -= size
            yield from group


def path_of(address: str) -> str:
    return address.partition("?")[0]
