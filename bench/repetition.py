"""Repetitions of a regular expression that can share the same characters in many ways.

Two endless ones side by side, or one within the other: where what follows them fails, one that
backtracks tries every way. What it finds is there; what it does not find may still be slow.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from re import _constants as C  # type: ignore[attr-defined]  # noqa: N812
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from bench.near_misses import Tree, char_of

BACKTRACKING = (C.MAX_REPEAT, C.MIN_REPEAT)
REPEATS = (*BACKTRACKING, C.POSSESSIVE_REPEAT)
ASSERTIONS = (C.ASSERT, C.ASSERT_NOT)
KNOWN = frozenset(string.printable + "\u3000中年月日一十万，、。；：！？（）《》“”·—…％０")
FORMS = {
    C.CATEGORY_DIGIT: r"\d", C.CATEGORY_SPACE: r"\s", C.CATEGORY_WORD: r"\w",
    C.CATEGORY_NOT_DIGIT: r"\D", C.CATEGORY_NOT_SPACE: r"\S", C.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
Node = tuple[Any, Any]


def ambiguous(pattern: re.Pattern[str]) -> bool:
    return any(shared(parser.parse(pattern.pattern, pattern.flags)))


def shared(tree: Tree) -> Iterator[frozenset[str]]:
    """The characters that two repetitions may share, for each two."""
    nodes = list(flat(tree))
    for place, node in enumerate(nodes):
        if endless(node):
            mine = characters(node[1][2])
            for other in neighbours(nodes[place + 1 :]):
                if endless(other) and (both := mine & characters(other[1][2])):
                    yield both
            yield from within(node)
        for inner in parts(node):
            yield from shared(inner)


def within(node: Node) -> Iterator[frozenset[str]]:
    """An endless one that is all that another must repeat."""
    body = list(flat(node[1][2]))
    needed = [one for one in body if not may_be_empty(one)]
    for one in body:
        if endless(one) and needed in ([], [one]):
            yield characters(one[1][2])


def neighbours(nodes: list[Node]) -> Iterator[Node]:
    """As far as everything between may be empty."""
    for node in nodes:
        yield node
        if not may_be_empty(node):
            return


def flat(tree: Tree) -> Iterator[Node]:
    for kind, inner in tree:
        if kind is C.SUBPATTERN:
            yield from flat(inner[3])
        else:
            yield kind, inner


def parts(node: Node) -> Iterator[Tree]:
    kind, inner = node
    if kind in REPEATS:
        yield inner[2]
    elif kind is C.BRANCH:
        yield from inner[1]
    elif kind in ASSERTIONS:
        yield inner[1]


def endless(node: Node) -> bool:
    return node[0] in BACKTRACKING and node[1][1] == C.MAXREPEAT


def may_be_empty(node: Node) -> bool:
    kind, inner = node
    if kind in REPEATS:
        return inner[0] == 0 or all(map(may_be_empty, flat(inner[2])))
    if kind is C.BRANCH:
        return any(all(map(may_be_empty, flat(branch))) for branch in inner[1])
    return kind in (C.AT, *ASSERTIONS)


def characters(tree: Tree) -> frozenset[str]:
    """What one that matches a single character may match; none of what matches more."""
    nodes = list(flat(tree))
    if len(nodes) != 1:
        return frozenset()
    kind, inner = nodes[0]
    if kind is C.LITERAL:
        return frozenset(chr(inner))
    if kind is C.NOT_LITERAL:
        return KNOWN - {chr(inner)}
    if kind is C.ANY:
        return KNOWN
    if kind is C.IN:
        return members(inner)
    single = [characters(branch) for branch in inner[1]] if kind is C.BRANCH else []
    return frozenset().union(*single) if all(single) else frozenset()


def members(inner: Tree) -> frozenset[str]:
    found = frozenset().union(*(member(*one) for one in inner if one[0] is not C.NEGATE))
    return KNOWN - found if inner[0][0] is C.NEGATE else found


def member(kind: Any, inner: Any) -> frozenset[str]:
    if kind is C.CATEGORY:
        return frozenset(char for char in KNOWN if re.match(FORMS[inner], char))
    if kind is C.RANGE:
        return frozenset(char for char in KNOWN if inner[0] <= ord(char) <= inner[1])
    return frozenset(char_of(kind, inner))
