"""What is made ready when it is first used: a build uses a few of all our regular expressions.

To compile those takes a fifth of a second, so what the engine of `re` was given for them is kept.
"""

from __future__ import annotations

import re
from array import array
from functools import cached_property
from typing import Any, AnyStr, cast

from tracker import beside

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
NAME = "expressions.marshal"

Key = tuple[str | bytes, int]  # an expression and its flags
Given = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class Book:
    """Expressions as they were compiled, by this process and by those before it."""

    def __init__(self) -> None:
        self._is_longer = False

    def compiled(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        try:
            return self._known(pattern, flags)
        except Exception:  # of another Python: all that is taken here is its own affair
            return re.compile(pattern, flags)

    def _known(self, pattern: str | bytes, flags: int) -> re.Pattern[Any]:
        from _sre import compile as made  # type: ignore[import-not-found]

        key = pattern, int(flags)
        if key not in self._given:
            self._given[key] = given(*key)
            self._is_longer = True
        all_flags, code, groups, names, by_number = self._given[key]
        found = made(pattern, all_flags, array("I", code).tolist(), groups, names, by_number)
        return cast("re.Pattern[Any]", found)

    @cached_property
    def _given(self) -> dict[Key, Given]:
        return beside.found(__file__, NAME, "") or {}

    def keep(self) -> None:
        """For the next process."""
        if self._is_longer:
            beside.keep(__file__, NAME, "", self._given)
            self._is_longer = False


BOOK = Book()


def given(pattern: str | bytes, flags: int) -> Given:
    """What `re.compile` gives to its engine."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    by_number: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        by_number[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | state.flags, code, state.groups - 1, state.groupdict, tuple(by_number)


class Lazy:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = BOOK.compiled(self.pattern, self.given)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, with the methods of a pattern, its `pattern`, and no more."""
    return cast("re.Pattern[AnyStr]", Lazy(pattern, flags))
