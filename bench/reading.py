"""How well and how fast reports are read: `make bench-reading`.

Scores are over the made-up cases of `tests/cases`; times over the real reports where they lie
beside the project, and over a text that grows.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

from tests import number_scores, section_scores
from tests.projects import ROOT
from tests.test_inspect import REPORT
from tracker.read.inspection import inspect

SHARED = ROOT.parent / "shared"
GROWING = (250, 500, 1000, 2000, 5000)  # kilobytes
BODY = REPORT[REPORT.index("推进") : REPORT.index("到2035年")]


def main() -> None:
    section_scores.main()
    print()
    number_scores.main()
    print()
    for path in [
        *sorted((SHARED / "report").glob("*.txt")),
        *sorted((SHARED / "reports").glob("*.txt")),
    ]:
        print(f"{path.stem:<26} {measured(path)}")
    print()
    for size in GROWING:
        text = grown(size * 1000)
        start = time.perf_counter()
        inspect(text)
        seconds = time.perf_counter() - start
        print(f"{size:>5} KB  {seconds:6.2f} s  {seconds / size * 1000:6.2f} ms per KB")


def measured(path: Path) -> str:
    """Seconds of the reading and peak memory of a whole process that does nothing else."""
    command = [sys.executable, "-m", "bench.reading", str(path)]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.strip()


def read_one(path: Path) -> None:
    text = path.read_text("utf-8")
    start = time.perf_counter()
    found = inspect(text)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    targets = sum(one.number.kind == "target" for one in found.numbers)
    print(
        f"{len(text.encode()) / 1000:5.0f} KB  {seconds:5.2f} s  {peak:4.0f} MB  "
        f"{len(found.sections):>4} sections  {targets:>4} targets of {len(found.numbers)} numbers"
    )


def grown(size: int) -> str:
    return REPORT + BODY * (size // len(BODY.encode()))


if __name__ == "__main__":
    read_one(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
