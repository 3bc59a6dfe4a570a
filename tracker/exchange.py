"""Two folders change names in one step, where the system can do that."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = -100  # AT_FDCWD: paths count from the working folder
LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), Linux 3.15, glibc 2.28
MAC_SWAP = 2  # RENAME_SWAP of renamex_np(2), macOS 10.12


def exchange(one: Path, other: Path) -> bool:
    """False, and nothing done, where the system or the file system has no such call."""
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            library = ctypes.CDLL(None)
            return bool(library.renameat2(HERE, first, HERE, second, LINUX_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(first, second, MAC_SWAP) == 0)
    except (AttributeError, OSError):
        return False
    return False
