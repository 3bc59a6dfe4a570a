"""Work for the executors, where their workers can import it; made up, and cheap.

`python -m tests.executing FOLDER` works until it is ended; each worker leaves its id there.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from tracker.errors import InputError, Problem, Where
from tracker.executors import PROCESSES, opened

Named = tuple[int, str]


def named(shared: str, item: int) -> Named:
    """Who did it, and what."""
    time.sleep(0.02)  # so that one worker cannot do all of it
    return os.getpid(), f"{shared}{item}"


def refused(shared: str, item: int) -> str:
    if item == 3:
        where = Where("a.yaml", item, 1)
        raise InputError([Problem(where, "id-gone", {"id": shared})], {"a.yaml": "- id"})
    return shared


def fatal(shared: str, item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def once_fatal(flag: str, item: int) -> int:
    """Kills the first that comes to it."""
    try:
        os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return item
    os.kill(os.getpid(), signal.SIGKILL)
    return item


def endless(folder: str, item: int) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(600)


if __name__ == "__main__":
    with opened(PROCESSES, 2, sys.argv[1]) as executor:
        list(executor.map(endless, [0, 1]))
