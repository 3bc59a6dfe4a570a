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

T = TypeVar("T")


def kept(source: str, name: str, key: str, make: Callable[[], T]) -> T:
    """What was made for the module `source` by the same key, or is made now; a plain value."""
    path = Path(cache_from_source(source)).parent / name
    with suppress(OSError, EOFError, ValueError, TypeError):  # of a file cut short as of none
        same, found = marshal.loads(path.read_bytes())
        if same == key:
            return found  # type: ignore[no-any-return]
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):  # nothing is lost but time
            fresh = path.with_name(f".{name}-{os.getpid()}")
            fresh.write_bytes(marshal.dumps(cast(Any, (key, made))))
            fresh.replace(path)
    return made
