"""What stands above and below the text of every printed page: page numbers, running titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tracker.lazy import regex
from tracker.texts.sheets import Row

# — 3 — · 第3页 共20页 · 3/20 · Page 3
NUMBER = regex(
    r"[\s\-—－–―·•~_]*(?:第\s*)?(?:page\s*)?\d{1,3}(?:\s*页)?(?:[\s,，/／共of]*\d{1,3}\s*页?)?[\s\-—－–―·•~_]*",
    re.IGNORECASE,
)
DIGITS = regex(r"\d+")
APART = 1.25  # of the usual distance between lines
SMALLER = 0.95  # of the type of the text
AT_EDGE = 2  # rows at the top and at the bottom that may be margin
REPEATED = 3  # pages on which a running title stands, or all where there are only two


def margins_of(pages: Sequence[Sequence[Row]]) -> list[set[int]]:
    """For each page the places of its rows that are margin."""
    shapes = Counter(shape for rows in pages for shape in {shape_of(row) for row in edge(rows)})
    enough = min(REPEATED, max(len(pages), 2))
    repeated = {shape for shape, count in shapes.items() if count >= enough}
    step = usual_step(pages)
    return [
        margin_in(order, rows, repeated, step) | margin_in(order[::-1], rows, repeated, step)
        for rows in pages
        for order in [by_height(rows)]
    ]


def margin_in(
    order: Sequence[int], rows: Sequence[Row], repeated: set[str], step: float
) -> set[int]:
    """From the edge of the page inwards; what repeats must stand apart from the text."""
    found: list[int] = []
    for at in order[:AT_EDGE]:
        if not (NUMBER.fullmatch(words(rows[at])) or shape_of(rows[at]) in repeated):
            break
        found.append(at)
    while found and not NUMBER.fullmatch(words(rows[found[-1]])):
        inner = order[len(found)] if len(found) < len(order) else found[-1]
        if stands_apart(rows[found[-1]], rows[inner], step):
            break
        found.pop()
    return set(found)


def stands_apart(row: Row, inner: Row, step: float) -> bool:
    smaller = row.em and inner.em and row.em < SMALLER * inner.em
    return bool(smaller) or abs(row.middle - inner.middle) > APART * step


def usual_step(pages: Sequence[Sequence[Row]]) -> float:
    """From one line of the text to the next one of its column."""
    steps = [
        upper.middle - lower.middle
        for rows in pages
        for upper, lower in pairwise(rows)
        if upper.column == lower.column and upper.middle > lower.middle
    ]
    return median(steps) if steps else 0.0


def edge(rows: Sequence[Row]) -> list[Row]:
    order = by_height(rows)
    return [rows[at] for at in {*order[:AT_EDGE], *order[-AT_EDGE:]}]


def by_height(rows: Sequence[Row]) -> list[int]:
    return sorted(range(len(rows)), key=lambda at: -rows[at].middle)


def words(row: Row) -> str:
    return " ".join(one.text for one in row.segments)


def shape_of(row: Row) -> str:
    """第3页 and 第4页 are the same running words."""
    return DIGITS.sub("#", words(row))
