"""Work for the executors, where their workers can import it; made up, and cheap."""

from __future__ import annotations

import os
import signal
import time

from tracker.errors import InputError, Problem, Where

Named = tuple[int, str]


def named(shared: str, item: int) -> Named:
    """Who did it, and what."""
    time.sleep(0.02)  # so that one worker cannot do all of it
    return os.getpid(), f"{shared}{item}"


def refused(shared: str, item: int) -> str:
    if item == 3:
        where = Where("targets.yaml", item, 1)
        raise InputError([Problem(where, "id-gone", {"id": shared})], {"targets.yaml": "- id"})
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
