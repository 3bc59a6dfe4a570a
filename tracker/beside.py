"""What depends on the program and its packages alone, kept beside its own compiled modules."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar, cast

from tracker.unchanged import listed

T = TypeVar("T")


def kept(source: str, name: str, key: str, make: Callable[[], T]) -> T:
    """What was made for the module `source` by the same key, or is made now; a plain value.

    The key need not tell which Python and which packages are there.
    """
    made_by = (key, *installed())
    path = Path(cache_from_source(source)).parent / name
    with suppress(OSError, EOFError, ValueError, TypeError):  # of a file cut short as of none
        same, found = marshal.loads(path.read_bytes())
        if same == made_by:
            return found  # type: ignore[no-any-return]
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):  # nothing is lost but time
            fresh = path.with_name(f".{name}-{os.getpid()}")
            fresh.write_bytes(marshal.dumps(cast(Any, (made_by, made))))
            fresh.replace(path)
    return made


def installed() -> tuple[object, ...]:
    packages = (path for path in sys.path if path.endswith(("site-packages", "dist-packages")))
    return sys.version, listed(filter(os.path.isdir, packages))
