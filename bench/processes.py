"""What a whole process costs: seconds, seconds of the processors, memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
LAUNCHED = Path(__file__).with_name("launched.py")
STEP = 0.02  # seconds from one look at the memory to the next


@dataclass(frozen=True, slots=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds, user and system, with those of its children
    peak: float  # MB of the process that took most


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Raises `CalledProcessError` where the command fails."""
    launched = [sys.executable, "-IS", str(LAUNCHED), *command]
    done = subprocess.run(launched, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr[-2000:])
    done.check_returncode()
    return Cost(**json.loads(done.stdout))


def peak_of(command: Sequence[str], folder: Path) -> float:
    """MB of the process and its children at one time, what they share counted once.

    Looking slows the process down, so this is for a run of its own, which is not timed.
    """
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional, family(process.pid))))
        time.sleep(STEP)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
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
