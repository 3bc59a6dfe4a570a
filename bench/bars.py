"""What must hold, beside what came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench import ours
from bench.contenders import Case
from bench.growth import exponent
from bench.peers.hugo import CONTENT_FILES
from bench.results import Results, Size

LARGEST = 50_000
KB = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    at: str
    what: str
    limit: float
    measured: float | None  # None: not measured
    unit: str = "×"

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        return "ok" if self.measured <= self.limit else "NOT"


def bars(results: Results) -> list[Bar]:
    return [*of_builds(results), *of_growth(results), *of_saves(results), *of_readers(results)]


def of_builds(results: Results) -> Iterator[Bar]:
    size = results.sizes.get(10_000)
    yield Bar("10,000", "cold, wall, of Hugo's", 0.6, ratio(size, Case.COLD))
    yield Bar("10,000", "cold, CPU, of Hugo's", 0.5, ratio(size, Case.COLD, "cpu"))
    yield Bar("10,000", "one change, wall, of Hugo's", 0.06, ratio(size, Case.CHANGE))
    yield Bar("10,000", "no change, wall, of Hugo's", 0.02, ratio(size, Case.SAME))
    yield Bar("10,000", "peak memory, of Hugo's", 0.5, peak_ratio(size))
    size = results.sizes.get(35)
    yield Bar("35", "cold, wall, of Hugo's", 2, ratio(size, Case.COLD))
    yield Bar("35", "one change, wall, of Hugo's", 1, ratio(size, Case.CHANGE))
    yield Bar("35", "no change, wall, of Hugo's", 1, ratio(size, Case.SAME))


def of_growth(results: Results) -> Iterator[Bar]:
    at = f"{LARGEST:,}"
    walls = cold_walls(results, "wall")
    last = dict(sorted(walls.items())[-2:]) if LARGEST in results.sizes else {}
    yield Bar(at, "growth exponent of cold, wall, from 10,000 on", 1.1, exponent(last), "")
    cpus = cold_walls(results, "cpu")
    last = dict(sorted(cpus.items())[-2:]) if LARGEST in results.sizes else {}
    yield Bar(at, "growth exponent of cold, CPU, from 10,000 on", 1.1, exponent(last), "")
    yield Bar(at, "peak memory", 1500, peak(results.sizes.get(LARGEST), ours.NAME), "MB")


def of_saves(results: Results) -> Iterator[Bar]:
    for targets, limit in ((35, 0.3), (1_000, 0.6)):
        times = results.saves.get(targets)
        measured = median(times) if times else None
        yield Bar(f"{targets:,}", "serve: saved to shown, median", limit, measured, "s")


def of_readers(results: Results) -> Iterator[Bar]:
    """Bounds of the search; and what makes a page of an archive as light as any other."""
    archive, single = results.readings.get(1_000), results.readings.get(1)
    at = "1,000 reports"
    first = (archive.first / KB, archive.first_p95 / KB) if archive else (None, None)
    yield Bar(at, "search: loaded for the first result, median", 60, first[0], "KB")
    yield Bar(at, "search: loaded for the first result, p95", 200, first[1], "KB")
    answer = (archive.answer, archive.answer_p95) if archive else (None, None)
    yield Bar(at, "search: answer once loaded, median", 20, answer[0], "ms")
    yield Bar(at, "search: answer once loaded, p95", 100, answer[1], "ms")
    weight = archive.page / single.page if archive and single else None
    yield Bar(at, "bytes of a target's page, of those in a single report's site", 1.1, weight)


def ratio(size: Size | None, case: Case, what: str = "wall") -> float | None:
    return size.rounds.ratio(ours.NAME, CONTENT_FILES, case, what) if size else None


def peak(size: Size | None, name: str) -> float | None:
    """MB: the most of any case, one change and none too."""
    return max(size.peaks[name].values()) if size and size.peaks.get(name) else None


def peak_ratio(size: Size | None) -> float | None:
    own, theirs = peak(size, ours.NAME), peak(size, CONTENT_FILES)
    return own / theirs if own and theirs else None


def cold_walls(results: Results, what: str) -> dict[int, float]:
    """Medians of our cold builds by the number of targets."""
    found = {
        size.targets: getattr(size.rounds, what)(ours.NAME, Case.COLD)
        for size in results.sizes.values()
    }
    return {targets: cost for targets, cost in found.items() if cost is not None}
