"""Texts that every regular expression of the program nearly matches, made from its parse tree.

What a repetition repeats, repeated and then broken off, is what makes one that backtracks try
everything. Uses the parser of Python's own `re`, which is not documented but has the truth.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from re import _constants as C  # type: ignore[attr-defined]  # noqa: N812
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import tracker

REPEATS = (C.MAX_REPEAT, C.MIN_REPEAT, C.POSSESSIVE_REPEAT)
LONG = 8  # times from which on a repetition counts as one
ANYTHING = "中a1 ，。x"
CATEGORIES = {
    C.CATEGORY_DIGIT: "1", C.CATEGORY_SPACE: " ", C.CATEGORY_WORD: "a",
    C.CATEGORY_NOT_DIGIT: "中", C.CATEGORY_NOT_SPACE: "中", C.CATEGORY_NOT_WORD: "，",
}  # fmt: skip
Tree = Sequence[tuple[Any, Any]]


@cache
def near_misses() -> tuple[tuple[str, str], ...]:
    """Beginnings, and what is to be repeated behind them."""
    random = Random(8)
    found: dict[tuple[str, str], None] = {}
    for pattern in patterns():
        tree = parser.parse(pattern.pattern, pattern.flags)
        for before, body in repeats(tree, "", random):
            for pair in ((before, body), ("", body), ("", before + body), ("", before)):
                if pair[1]:
                    found[pair] = None
        found[("", sample(tree, random)[:-1] or "中")] = None
    return tuple(found)


def patterns() -> Iterator[re.Pattern[str]]:
    """Every one that a module of the program holds, also in its tables; those of bytes left out."""
    seen: set[str] = set()
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        for value in list(vars(importlib.import_module(module.name)).values()):
            for one in patterns_in(value, 4):
                if isinstance(one.pattern, str) and one.pattern not in seen:
                    seen.add(one.pattern)
                    yield one


def patterns_in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from patterns_in(tuple(value.values()), depth)
    elif depth and isinstance(value, (tuple, list)):
        for one in value:
            yield from patterns_in(one, depth - 1)
    elif depth and type(value).__module__.startswith("tracker."):
        slots = getattr(type(value), "__slots__", ())
        yield from patterns_in([getattr(value, name, None) for name in slots], depth - 1)


def repeats(tree: Tree, before: str, random: Random) -> Iterator[tuple[str, str]]:
    """Each repetition: what it repeats, and what stands before it."""
    for kind, inner in tree:
        if kind in REPEATS:
            if inner[1] == C.MAXREPEAT or inner[1] >= LONG:
                yield before, sample(inner[2], random)
                yield before, sample(inner[2], random)
            yield from repeats(inner[2], before, random)
        elif kind is C.SUBPATTERN:
            yield from repeats(inner[3], before, random)
        elif kind is C.BRANCH:
            for branch in inner[1]:
                yield from repeats(branch, before, random)
        elif kind in (C.ASSERT, C.ASSERT_NOT):
            yield from repeats(inner[1], before, random)
        before += sample([(kind, inner)], random)


def sample(tree: Tree, random: Random) -> str:
    """Something that it matches, but for what it looks ahead and behind for."""
    return "".join(sample_of(kind, inner, random) for kind, inner in tree)


def sample_of(kind: Any, inner: Any, random: Random) -> str:
    if kind is C.LITERAL:
        return chr(inner)
    if kind in (C.ANY, C.NOT_LITERAL):
        return "中"
    if kind is C.IN:
        return one_of(inner, random)
    if kind is C.BRANCH:
        return sample(random.choice(inner[1]), random)
    if kind is C.SUBPATTERN:
        return sample(inner[3], random)
    if kind in REPEATS:
        return sample(inner[2], random) * min(inner[0] or random.randint(0, 1), 30)
    return sample(inner, random) if kind is C.ATOMIC_GROUP else ""


def one_of(members: Tree, random: Random) -> str:
    kept = [char_of(kind, inner) for kind, inner in members if kind is not C.NEGATE]
    if members[0][0] is not C.NEGATE:
        return random.choice(kept)
    return next((char for char in ANYTHING if char not in kept), "☃")


def char_of(kind: Any, inner: Any) -> str:
    if kind is C.LITERAL:
        return chr(inner)
    return chr(inner[0]) if kind is C.RANGE else CATEGORIES[inner]
