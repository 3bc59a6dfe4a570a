"""Builds beside Hugo, saves in the preview, what readers load: `make bench`.

`python -m bench.speed [--sizes "35 1000"] [--runs 5] [builds] [saves] [readers]`
runs parts; without names all are run. What was measured before stays in the report.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import ours, report
from bench.contenders import Case, Contender, Footprint
from bench.machine import machine
from bench.ours import Archive, reports_for
from bench.peers import hugo
from bench.peers.published import published
from bench.processes import cost_of
from bench.reader import Reading, reading
from bench.results import Results, Size
from bench.rounds import run_rounds
from bench.saving import save_times
from tests.browser.chromium import chromium, flags
from tests.projects import ROOT

WORK = ROOT / "_bench" / "speed"
RESULTS = WORK / "results.json"
SIZES = "35 1000 10000 50000"
SAVED = (35, 1_000)  # targets of the archives that are saved
READ = (1, 1_000)  # reports of the archives that are read
COLD_ALONE = 20_000  # targets from which there is one round, and the others only build cold
FLOORS = 3  # times that the same bytes are written
BUDGET = 540.0  # seconds for the rounds of a size


def main() -> None:
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # the program is compiled once, as it usually is
    parser = ArgumentParser(description="times builds beside Hugo")
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}")
    options = parser.parse_args()
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"no such part: {' '.join(sorted(unknown))}")
    sizes = [int(word) for word in options.sizes.split()]
    results = Results.saved(RESULTS)
    results.machine = machine()
    for name, part in PARTS.items():
        if name in options.parts or not options.parts:
            for _ in part(results, sizes, options.runs):
                results.save(RESULTS)
    report.publish(results)


def builds(results: Results, sizes: Sequence[int], runs: int) -> Iterator[None]:
    for targets in sizes:
        with folder("builds") as work:  # saved before that is taken away, which takes minutes
            yield results.sizes.update({targets: built(work, targets, runs)})


def saves(results: Results, sizes: Sequence[int], _: int) -> Iterator[None]:
    with browser() as chrome:
        for targets in SAVED:
            if targets in sizes:
                with folder("saves") as work:
                    archive = Archive.made(reports_for(targets), work / "ours")
                    times = save_times(chrome, archive)
                yield results.saves.update({targets: times})


def readers(results: Results, _: Sequence[int], __: int) -> Iterator[None]:
    with browser() as chrome:
        for reports in READ:
            yield results.readings.update({reports: read(chrome, reports)})


PARTS: Mapping[str, Callable[[Results, Sequence[int], int], Iterator[None]]] = {
    "builds": builds,
    "saves": saves,
    "readers": readers,
}


def built(work: Path, targets: int, runs: int) -> Size:
    archive = Archive.made(reports_for(targets), work / "ours")
    own = ours.contender(archive)
    first = own.build(Case.COLD)  # it makes the pages of which the others make theirs
    site = published(archive.site)
    target, _ = archive.one_value()
    others = hugo.contenders(site, archive.content, work / "hugo", target)
    size = Size(len(site.targets), len(site.reports))
    if size.targets < COLD_ALONE:
        for one in others:
            one.build(Case.COLD)  # not counted, nor is our first
        race(size, [own, *others], list(Case), runs)
    else:
        size.rounds.add(own.name, Case.COLD, first)
        race(size, others, [Case.COLD], 1)
        race(size, [own], [Case.SAME, Case.CHANGE], 1)
    weigh(size, [own, *others])
    size.floor = [written(own.site, work / f"floor-{at}") for at in range(FLOORS)]
    return size


def race(size: Size, contenders: list[Contender], cases: Sequence[Case], runs: int) -> None:
    for name, case, cost in run_rounds(contenders, cases, runs, BUDGET):
        print(f"{size.targets:>7,} {case:<10} {name:<20} {cost.wall:8.3f} s {cost.cpu:8.3f} s")
        size.rounds.add(name, case, cost)


def weigh(size: Size, contenders: list[Contender]) -> None:
    """What was written, and the memory that it took."""
    for one in contenders:
        size.footprints[one.name] = Footprint.of(one.site)
        costs = size.rounds.costs[one.name]
        size.peaks[one.name] = {case: max(c.peak for c in some) for case, some in costs.items()}
    own = contenders[0]
    for case in size.peaks[own.name]:
        together = own.peak(case)  # of all its processes
        size.peaks[own.name][case] = max(together, size.peaks[own.name][case])


def written(site: Path, folder: Path) -> float:
    os.sync()
    command = [sys.executable, "-m", "bench.floor", str(site), str(folder)]
    said = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    return float(said.stdout)


def read(chrome: Browser, reports: int) -> Reading:
    with folder("readers") as work:
        archive = Archive.made(reports, work / "ours")
        cost_of(archive.command(archive.site), archive.folder)
        return reading(chrome, published(archive.site))


@contextmanager
def folder(name: str) -> Iterator[Path]:
    """For a part; gone after it, as it may hold a million files."""
    work = WORK / name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    yield work
    shutil.rmtree(work)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=flags())
        yield opened
        opened.close()


if __name__ == "__main__":
    main()
