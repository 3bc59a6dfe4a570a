"""How well, how lightly and how fast the search answers, beside Pagefind: `make bench-search`.

`python -m bench.search [site] [archive] [pagefind]` runs parts; without arguments all are run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from bench import pagefind, tab
from bench.archive import archive
from bench.collection import Built, Collection, indexed, large, site
from bench.tab import Answer, Engine
from tests.browser.chromium import chromium, flags
from tests.judged import FIRST, Judged, QueryClass, recall_at_10, reciprocal_rank, table_by_class

LARGE = 200_000  # texts
GROWING = 100_000
BESIDE_PAGEFIND = 50_000  # it needs a minute for these, a quarter of an hour for four times as many
SIGNS = "assets/search/signs.js"  # loaded where a query needs pinyin or traditional characters


@dataclass(frozen=True)
class Run:
    """An engine asked all queries of a collection."""

    judged: tuple[Judged, ...]
    answers: list[Answer]
    times: list[float]  # milliseconds

    @cached_property
    def shown(self) -> dict[str, tuple[str, ...]]:
        return {answer.query: answer.shown for answer in self.answers}

    @property
    def recall(self) -> float:
        return mean(recall_at_10(one.relevant, self.shown[one.query]) for one in self.answerable)

    @property
    def rank(self) -> float:
        return mean(reciprocal_rank(one.relevant, self.shown[one.query]) for one in self.answerable)

    @property
    def nonsense(self) -> float:
        """The share of nonsense that is answered."""
        return mean(bool(self.shown[one.query]) for one in self.judged if not one.relevant)

    @property
    def answerable(self) -> list[Judged]:
        return [one for one in self.judged if one.relevant]

    @property
    def failures(self) -> list[Judged]:
        """Whatever is not perfect."""
        return [one for one in self.judged if not self.is_perfect(one)]

    def is_perfect(self, one: Judged) -> bool:
        shown = self.shown[one.query]
        if not one.relevant:
            return not shown
        scores = (recall_at_10(one.relevant, shown), reciprocal_rank(one.relevant, shown))
        return scores == (1, 1)


COSTS: Mapping[str, Callable[[Run], Sequence[float]]] = {
    "KB to the first result, scripts too": lambda run: [one.whole / 1000 for one in run.answers],
    "ms to the first result, nothing loaded": lambda run: [one.wait for one in run.answers],
    "ms to answer, once loaded": lambda run: run.times,
}


def main() -> None:
    parts = set(sys.argv[1:]) or {"site", "archive", "pagefind"}
    if unknown := parts - {"site", "archive", "pagefind"}:
        sys.exit(f"no such part: {' '.join(sorted(unknown))}")
    collections = parts & {"site", "archive"} or {"site", "archive"}
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags())
        if "site" in collections:
            run_site(browser, Path(folder), "pagefind" in parts)
        if "archive" in collections:
            run_archive(browser, Path(folder), "pagefind" in parts)
        browser.close()


def run_site(browser: Browser, folder: Path, beside_pagefind: bool) -> None:
    collection = site(folder / "site")
    run = measured(browser, collection)
    if beside_pagefind:
        compare(browser, collection, run)


def run_archive(browser: Browser, folder: Path, beside_pagefind: bool) -> None:
    whole = large(folder / "archive", LARGE)
    measured(browser, whole)
    small = large(folder / "small", BESIDE_PAGEFIND)
    heading("growth of the archive's index")
    for built in (small.built, indexed(archive(GROWING)), whole.built):
        print(described(built))
    if beside_pagefind:
        compare(browser, small, asked(browser, small.engine, small.judged))


def measured(browser: Browser, collection: Collection) -> Run:
    heading(collection.name)
    print(f"{len(collection.records):,} targets and sentences")
    print(described(collection.built))
    run = asked(browser, collection.engine, collection.judged)
    print(f"\n{table_by_class(collection.judged, run.shown)}")
    print(f"nonsense answered: {run.nonsense:.1%}\n")
    show_costs(run)
    show_costs_by_class(run)
    show_failures(run, collection)
    return run


def described(built: Built) -> str:
    return (
        f"text {kilobytes(built.text)}, index {kilobytes(built.size)} "
        f"in {len(built.index.files):,} files, {built.size / built.text:.2f} of the text, "
        f"made in {built.seconds:.2f} s"
    )


def asked(browser: Browser, engine: Engine, judged: tuple[Judged, ...]) -> Run:
    queries = [one.query for one in judged]
    return Run(judged, tab.answers(browser, engine, queries), tab.times(browser, engine, queries))


def show_costs(run: Run) -> None:
    """What is loaded after the page, whose own script stands apart, and the time to answer."""
    spelt = [one for one in run.answers if needs_signs(one)]
    plain = [one for one in run.answers if not needs_signs(one)]
    print(f"{'loaded for the first result, gzip -6':<44} {'median':>10} {'p95':>10} {'brotli':>10}")
    for name, some in (("all", run.answers), ("without signs", plain), ("with signs", spelt)):
        if some:
            sizes = [one.size for one in some]
            columns = (median(sizes), p95(sizes), median(one.brotli for one in some))
            print(
                f"{f'{name} ({len(some)})':<44}" + "".join(f" {kilobytes(c):>10}" for c in columns)
            )
    own = sum(body.size for body in run.answers[0].own)
    print(f"{'the script of the page':<44} {kilobytes(own):>10}")
    print(f"{'ms to answer, once loaded':<44} {median(run.times):>10.2f} {p95(run.times):>10.2f}\n")


def show_costs_by_class(run: Run) -> None:
    print(f"{'class':<16} {'KB':>8} {'p95':>8} {'files':>6} {'ms':>8} {'p95':>8}")
    for kind in QueryClass:
        members = [at for at, one in enumerate(run.judged) if one.kind_class is kind]
        if members:
            sizes = [run.answers[at].size / 1000 for at in members]
            files = median(len(run.answers[at].loaded) for at in members)
            spent = [run.times[at] for at in members]
            print(
                f"{kind:<16} {median(sizes):>8.1f} {p95(sizes):>8.1f} {files:>6.0f} "
                f"{median(spent):>8.2f} {p95(spent):>8.2f}"
            )


def needs_signs(answer: Answer) -> bool:
    return any(body.path == SIGNS for body in answer.loaded)


def show_failures(run: Run, collection: Collection) -> None:
    """Query, what was expected and is missing among the first ten, what stands there instead."""
    texts = {record.address: record.texts[-1] for record in collection.records}
    print(f"\nnot perfect: {len(run.failures)}")
    for one in run.failures:
        shown = run.shown[one.query][:FIRST]
        missing = sorted(one.relevant.difference(shown))
        wrong = [address for address in shown if address not in one.relevant]
        scarce = len(missing) if len(one.relevant) <= FIRST else 0
        print(f"  {one.kind_class} “{one.query}”: {len(shown)} shown, {len(wrong)} of them wrong")
        for word, addresses in (("missing", missing[:scarce]), ("instead", wrong[:3])):
            for address in addresses:
                print(f"    {word} {address} {texts.get(address, '')[:60]}")


def compare(browser: Browser, collection: Collection, ours: Run) -> None:
    folder = collection.engine.folder.with_name(f"{collection.engine.folder.name}-pagefind")
    start = time.perf_counter()
    engine = pagefind.indexed(collection.records, folder)
    seconds = time.perf_counter() - start
    theirs = asked(browser, engine, collection.judged)
    heading(f"{collection.name}: ours and Pagefind {pagefind.version()}")
    print(f"{'':<44} {'ours':>10} {'Pagefind':>10} {'ratio':>7}")
    row("recall@10", ours.recall, theirs.recall)
    row("MRR", ours.rank, theirs.rank)
    row("nonsense answered", ours.nonsense, theirs.nonsense)
    for name, costs in COSTS.items():
        rows(name, costs(ours), costs(theirs))
    pairs = list(zip(ours.answers, theirs.answers, strict=True))
    both = [at for at, pair in enumerate(pairs) if all(one.shown for one in pair)]
    spent = [[run.times[at] for at in both] for run in (ours, theirs)]
    rows(f"  of the {len(both)} queries that both answer", *spent)
    row("seconds to build the index", collection.built.seconds, seconds)
    print("\nPagefind by class")
    print(table_by_class(collection.judged, theirs.shown))


def row(name: str, ours: float, theirs: float) -> None:
    ratio = f"{ours / theirs:7.2f}" if theirs else f"{'–':>7}"
    print(f"{name:<44} {ours:>10.3f} {theirs:>10.3f} {ratio}")


def rows(name: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """The last one is the middle of the queries' own ratios: it bears a noisy machine best."""
    row(f"{name}: median", median(ours), median(theirs))
    row("  p95", p95(ours), p95(theirs))
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True) if b)
    print(f"{'  median of the ratios':<44} {'':>10} {'':>10} {ratio:7.2f}")


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def kilobytes(size: float) -> str:
    return f"{size / 1000:,.1f} KB"


def heading(words: str) -> None:
    print(f"\n=== {words}\n")


if __name__ == "__main__":
    main()
