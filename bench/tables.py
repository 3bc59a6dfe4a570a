"""The results as tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from bench import ours
from bench.bars import bars
from bench.contenders import Case
from bench.growth import exponent, middle
from bench.peers.hugo import CONTENT_FILES, FED_FROM_JSON
from bench.results import Results, Size

KB = 1000
MB = 1_000_000
NAMES = (ours.NAME, CONTENT_FILES, FED_FROM_JSON)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first column is words, the others are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def builds(results: Results) -> str:
    head = ["", *NAMES, "ours / Hugo, wall", "CPU", "writing the same bytes", "rounds"]
    rows = (row for size in in_order(results) for row in build_rows(size))
    return table(head, rows)


def in_order(results: Results) -> list[Size]:
    return [results.sizes[key] for key in sorted(results.sizes)]


def build_rows(size: Size) -> Iterator[list[str]]:
    for case in Case:
        costs = [cost(size, name, case) for name in NAMES]
        of_hugo = [size.rounds.ratio(ours.NAME, CONTENT_FILES, case, w) for w in ("wall", "cpu")]
        floor = seconds(middle(size.floor)) if case is Case.COLD else ""
        rounds = str(len(size.rounds.of(ours.NAME, case)))
        yield [f"{size.targets:,}, {case}", *costs, *map(times, of_hugo), floor, rounds]


def cost(size: Size, name: str, case: Case) -> str:
    wall, cpu = size.rounds.wall(name, case), size.rounds.cpu(name, case)
    return f"{seconds(wall)} / {seconds(cpu)}" if wall is not None else "–"


def footprints(results: Results) -> str:
    head = ["", "pages", "MB", "all files", "MB", "peak MB, cold", "one change"]
    rows = (row for size in in_order(results) for row in footprint_rows(size))
    return table(head, rows)


def footprint_rows(size: Size) -> Iterator[list[str]]:
    for name in NAMES:
        if mark := size.footprints.get(name):
            peaks = size.peaks.get(name, {})
            yield [
                f"{size.targets:,}, {name}",
                f"{mark.pages:,}",
                f"{mark.html / MB:,.1f}",
                f"{mark.files:,}",
                f"{mark.size / MB:,.1f}",
                *(number(peaks.get(case)) for case in (Case.COLD, Case.CHANGE)),
            ]


def growth(results: Results) -> str:
    """From each size to the next, and over all of them."""
    rows = (growth_row(results, name, case) for name in NAMES for case in Case)
    steps = [size.targets for size in in_order(results)]
    heads = [f"{a:,} to {b:,}" for a, b in pairwise(steps)]
    return table(["wall", *heads, "all"], [row for row in rows if any(row[1:])])


def growth_row(results: Results, name: str, case: Case) -> list[str]:
    sizes = in_order(results)
    walls = {size.targets: size.rounds.wall(name, case) for size in sizes}
    known = {targets: wall for targets, wall in walls.items() if wall is not None}
    keys = list(walls)
    steps = [
        exponent({key: known[key] for key in pair}) if set(pair) <= known.keys() else None
        for pair in pairwise(keys)
    ]
    return [f"{name}, {case}", *map(plain, [*steps, exponent(known)])]


def saves(results: Results) -> str:
    head = ["targets", "saves", "median", "fastest", "slowest"]
    rows = (
        [f"{targets:,}", str(len(spent)), *map(waited, (median(spent), min(spent), max(spent)))]
        for targets, spent in sorted(results.saves.items())
    )
    return table(head, rows)


def readings(results: Results) -> str:
    head = [
        "reports",
        "KB of a target's page",
        "KB to the first result (p95)",
        "ms to it, nothing loaded (p95)",
        "ms to answer, once loaded (p95)",
        "queries",
    ]
    rows = (
        [
            f"{reports:,}",
            f"{one.page / KB:.1f}",
            f"{one.first / KB:.1f} ({one.first_p95 / KB:.1f})",
            f"{one.wait:.0f} ({one.wait_p95:.0f})",
            f"{one.answer:.1f} ({one.answer_p95:.1f})",
            str(one.queries),
        ]
        for reports, one in sorted(results.readings.items())
    )
    return table(head, rows)


def verdicts(results: Results) -> str:
    rows = (
        [f"{bar.at}: {bar.what}", f"≤ {bar.limit:g}", measure(bar.measured, bar.unit), bar.verdict]
        for bar in bars(results)
    )
    return table(["at", "must be", "is", ""], rows)


def measure(value: float | None, unit: str) -> str:
    return f"{value:.3g} {unit}".strip() if value is not None else "–"


def seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def times(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f} ×"


def waited(value: float) -> str:
    return f"{value:.2f} s"


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"


def plain(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
