"""What earlier builds have worked out, by what they worked it out from.

Everything in it can be thrown away: a value is found again only by a key that tells all it was
made from. The folder is trusted as the program is, since what is read from it may run.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tracker.keys import dumped

T = TypeVar("T")


# What is left of a file cut short, or of that of another Python, is as good as nothing.
UNREADABLE = (
    EOFError, ValueError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, KeyError,
    TypeError,
)  # fmt: skip


class Memo:
    """In a folder, or only as long as the process lives."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._held: dict[str, object] = {}
        self.used: set[str] = set()

    def value(self, kind: str, key: str, make: Callable[[], T]) -> T:
        """What was made, or is made now, from what the key tells."""
        found = self.found(kind, key)
        if found is not None:
            return found  # type: ignore[return-value]
        made = make()
        self.keep(kind, key, made)
        return made

    def found(self, kind: str, key: str) -> object | None:
        name = f"{kind}-{key}"
        self.used.add(name)
        if self._folder is None:
            return self._held.get(name)
        with suppress(OSError, *UNREADABLE):
            return pickle.loads((self._folder / name).read_bytes())  # type: ignore[no-any-return]
        return None

    def keep(self, kind: str, key: str, value: object) -> None:
        name = f"{kind}-{key}"
        self.used.add(name)
        if self._folder is None:
            self._held[name] = value
            return
        with suppress(OSError):  # nothing is lost but time
            fresh = self._folder / f".{name}-{os.getpid()}"
            fresh.write_bytes(dumped(value))
            fresh.replace(self._folder / name)

    def hold(self, kind: str, key: str) -> None:
        """As if it were asked for."""
        self.used.add(f"{kind}-{key}")

    def for_one(self) -> Memo:
        """The same, which notes by itself what is asked for."""
        one = Memo(self._folder)
        one._held = self._held
        return one

    def sweep(self) -> None:
        """Forgets what was not asked for since the last time."""
        if self._folder is None:
            self._held = {name: value for name, value in self._held.items() if name in self.used}
        else:
            for name in set(os.listdir(self._folder)) - self.used:
                (self._folder / name).unlink(missing_ok=True)
        self.used = set()
