"""A regular expression is the same, whether it is compiled now or was by an earlier process."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tracker import lazy, read
from tracker.lazy import NAME, Book, Lazy, given


@pytest.fixture
def place(kept_beside: Callable[[ModuleType], Path]) -> Path:
    """Where books are kept."""
    return kept_beside(lazy)


def expressions() -> Iterator[Lazy]:
    """Those that read reports, which are most of ours."""
    for found in pkgutil.walk_packages(read.__path__, "tracker.read."):
        values = vars(import_module(found.name)).values()
        yield from (value for value in values if isinstance(value, Lazy))


def test_expressions_are_those_that_re_compiles(place: Path) -> None:
    every = {(one.pattern, int(one.given)) for one in expressions()}
    first = Book()
    for pattern, flags in every:
        assert given(pattern, flags)  # none of them falls back on `re.compile`
        assert first.compiled(pattern, flags) == re.compile(pattern, flags)
    first.keep()
    size, later = (place / NAME).stat().st_size, Book()

    assert len(every) > 100
    for pattern, flags in every:
        found = later.compiled(pattern, flags)
        assert found == re.compile(pattern, flags)
        assert found.groupindex == re.compile(pattern, flags).groupindex
    later.keep()
    assert (place / NAME).stat().st_size == size


def test_what_is_no_expression_is_refused_as_re_refuses_it(place: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        Book().compiled("(", 0)


def test_damaged_code_is_compiled_anew(place: Path) -> None:
    book = Book()
    book.compiled("a[bc]", 0)
    book.keep()
    data = (place / NAME).read_bytes()
    (place / NAME).write_bytes(
        data.replace(given("a[bc]", 0)[1], b"\xff" * len(given("a[bc]", 0)[1]))
    )

    assert Book().compiled("a[bc]", 0).fullmatch("ac")
