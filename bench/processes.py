"""What a whole process costs: seconds, seconds of the processors, memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
STEP = 0.02  # seconds from one look at the memory to the next


@dataclass(frozen=True, slots=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, user and system, with those of its children
    peak: float  # MB of the process that took most


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Raises `CalledProcessError` where the command fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        require_success(process, said.read())
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / MEGABYTE)


def require_success(process: subprocess.Popen[bytes], said: bytes) -> None:
    if process.returncode:
        print(said.decode(errors="replace")[-2000:])
        raise subprocess.CalledProcessError(process.returncode, process.args)


def peak_of(command: Sequence[str], folder: Path) -> float:
    """MB of the process and its children at one time, what they share counted once.

    Looking slows the process down, so this is for a run of its own, which is not timed.
    """
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional, family(process.pid))))
        time.sleep(STEP)
    require_success(process, b"")
    return peak / MEGABYTE


def family(pid: int) -> Iterator[int]:
    """The process, its children, theirs."""
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:  # it has ended meanwhile
            continue
        for child in children:
            yield from family(int(child))


def proportional(pid: int) -> int:
    """Bytes, of which those shared with others count in shares."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:  # it has ended meanwhile
        return 0
    found = (line.split() for line in text.splitlines() if line.startswith("Pss:"))
    return next((int(fields[1]) * 1024 for fields in found), 0)
