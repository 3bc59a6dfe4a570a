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

from tracker.unchanged import listed, package_folders

T = TypeVar("T")


def kept(source: str, name: str, key: str, make: Callable[[], T]) -> T:
    """What was made for the module `source` by the same key, or is made now; a plain value.

    The key need not tell which Python and which packages are there.
    """
    known = found(source, name, key)
    if known is not None:
        return known  # type: ignore[no-any-return]
    made = make()
    keep(source, name, key, made)
    return made


def found(source: str, name: str, key: str) -> Any:
    """None where there is none; of a file cut short as of none."""
    with suppress(OSError, EOFError, ValueError, TypeError):
        made_by, value = marshal.loads(place_of(source, name).read_bytes())
        if made_by == (key, *installed()):
            return value
    return None


def keep(source: str, name: str, key: str, value: object) -> None:
    if sys.dont_write_bytecode:
        return
    path = place_of(source, name)
    with suppress(OSError):  # nothing is lost but time
        fresh = path.with_name(f".{name}-{os.getpid()}")
        fresh.write_bytes(marshal.dumps(cast(Any, ((key, *installed()), value))))
        fresh.replace(path)


def place_of(source: str, name: str) -> Path:
    return Path(cache_from_source(source)).parent / name


def installed() -> tuple[object, ...]:
    return sys.version, listed(package_folders())
