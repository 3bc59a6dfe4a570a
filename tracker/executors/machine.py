"""What this machine, and this process, allow."""

from __future__ import annotations

import os
import sys
from pathlib import Path

THREADS = Path("/proc/self/task")


def cores() -> int:
    """Those that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def may_fork() -> bool:
    """A fork takes the locks of all threads along, and the threads themselves not."""
    return sys.platform == "linux" and len(list(THREADS.iterdir())) == 1
