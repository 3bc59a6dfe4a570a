"""One process at a time; the system frees the lock of a process that dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAUSE = 0.05  # seconds between two looks at a lock that somebody else has


class BusyError(Exception):
    """Somebody else has the lock, and keeps it."""


if sys.platform == "win32":
    from filelock import FileLock, Timeout

    @contextmanager
    def locked(path: Path, patience: float) -> Iterator[None]:
        lock = FileLock(path, patience, fallback_to_soft=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise BusyError from error
        try:
            yield
        finally:
            lock.release()

else:
    # The library takes as long to import as a small site to be built.
    from fcntl import LOCK_EX, LOCK_NB, flock

    @contextmanager
    def locked(path: Path, patience: float) -> Iterator[None]:
        """Raises `BusyError` after so many seconds; leaves no file."""
        descriptor = taken(path, time.monotonic() + patience)
        try:
            yield
        finally:
            with suppress(OSError):
                os.unlink(path)
            os.close(descriptor)

    def taken(path: Path, until: float) -> int:
        """An open file that is ours alone, and still has its name."""
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            if is_ours(descriptor, path):
                return descriptor
            os.close(descriptor)
            if time.monotonic() > until:
                raise BusyError
            time.sleep(PAUSE)

    def is_ours(descriptor: int, path: Path) -> bool:
        """Whoever had it before takes the file away: then the name is another one's."""
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
            return os.path.samestat(os.fstat(descriptor), os.stat(path))
        except (BlockingIOError, FileNotFoundError):
            return False
        except OSError:
            os.close(descriptor)
            raise
