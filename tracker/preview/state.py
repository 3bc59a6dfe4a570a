"""What the preview shows now: the last good site, and what is wrong since."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from posixpath import dirname
from secrets import token_hex
from traceback import extract_tb

from msgspec import Struct

from tracker.errors import InputError, Problem, Where
from tracker.lazy import regex

VERSIONED = regex(rb"assets/[\w./-]+\?v=\w+")
OF_REPORTS = ("report/", "targets/")  # made before what is made of all reports
PROGRAM = Path(__file__).parent.parent.parent


class Built(Struct, frozen=True, dict=True):
    """A whole site; `base` is the prefix that the links of its 404 page have."""

    files: Mapping[str, bytes]
    base: str

    def name_of(self, path: str) -> str:
        """The file that an address means, whether it is there or not."""
        name = path.removeprefix(self.base if self.base.endswith("/") else "/").lstrip("/")
        return f"{name}index.html" if not name or name.endswith("/") else name

    @cached_property
    def versioned(self) -> frozenset[str]:
        """Addresses that change with what stands there, as one page of each folder has them."""
        pages = {dirname(name): name for name in self.files if name.endswith(".html")}
        found = (loads(self.files[name]) for name in pages.values())
        return frozenset(f"/{address.decode()}" for address in chain.from_iterable(found))

    def with_page(self, name: str, page: bytes) -> Built | None:
        """None where a newer page may need a newer site."""
        before = self.files.get(name, b"")
        if not name.startswith(OF_REPORTS) or loads(page) != loads(before):
            return None
        return Built({**self.files, name: page}, self.base)

    def differing(self, other: Built | None) -> int:
        """How many files are new, changed or gone."""
        theirs = other.files if other else {}
        names = self.files.keys() | theirs.keys()
        return sum(self.files.get(name) != theirs.get(name) for name in names)


def loads(page: bytes) -> list[bytes]:
    return VERSIONED.findall(page)


class State(Struct, frozen=True):
    """`build` is another for each attempt to build; `site` is None until one succeeds."""

    build: str
    site: Built | None
    problems: tuple[Problem, ...] = ()


def attempt(build: Callable[[], Built], last: State | None) -> State:
    """Whatever goes wrong becomes a problem, and the last good site stays."""
    name, site = token_hex(4), last.site if last else None
    try:
        return State(name, build())
    except InputError as error:
        return State(name, site, error.problems)
    except Exception as error:
        # Ours, not the editor's; but the editor's next save may well avoid it.
        return State(name, site, (internal(error),))


def internal(error: Exception) -> Problem:
    """Where in the program it happened, in a line that can be reported."""
    frames = [one for one in extract_tb(error.__traceback__) if _ours(one.filename)]
    inner = frames[-1]
    where = Where(Path(inner.filename).relative_to(PROGRAM).as_posix(), inner.lineno or 0)
    return Problem(where, "internal", {"error": f"{type(error).__name__}：{error}"})


def _ours(filename: str) -> bool:
    return Path(filename).is_relative_to(PROGRAM / "tracker")


class Latest:
    """Hands the newest state from the thread that builds to those that answer browsers."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._looked_at: Counter[str] = Counter()
        self._changed = threading.Condition()

    def tell(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()

    @contextmanager
    def looking_at(self, name: str) -> Iterator[None]:
        with self._changed:
            self._looked_at[name] += 1
        try:
            yield
        finally:
            with self._changed:
                self._looked_at[name] -= 1

    def show(self, name: str, page: bytes) -> None:
        """A page of the site being built comes ahead of it to whoever looks at it."""
        last = self._state
        if last and last.site and not last.problems and self._looked_at[name]:
            ahead = last.site.with_page(name, page)
            if ahead:
                self.tell(State(token_hex(4), ahead))

    def state(self) -> State:
        """Waits for the first."""
        with self._changed:
            self._changed.wait_for(lambda: self._state)
            assert self._state
            return self._state

    def after(self, build: str, seconds: float) -> State:
        """The next, or the same if none comes for so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._state and self._state.build != build, seconds)
        return self.state()
