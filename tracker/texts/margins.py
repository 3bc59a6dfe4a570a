"""What stands above and below the text of every printed page: page numbers, running titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tracker.texts.sheets import Row

# — 3 — · 第3页 共20页 · 3/20 · Page 3
NUMBER = re.compile(
    r"[\s\-—－–―·•~_]*(?:第\s*)?(?:page\s*)?\d{1,3}(?:\s*页)?(?:[\s,，/／共of]*\d{1,3}\s*页?)?[\s\-—－–―·•~_]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
AT_EDGE = 2  # rows at the top and at the bottom that may be margin
REPEATED = 3  # pages on which a running title stands, or all where there are only two


def margins_of(pages: Sequence[Sequence[Row]]) -> list[set[int]]:
    """For each page the places of its rows that are margin."""
    counts = Counter(word for rows in pages for word in {shape(rows[at]) for at in edge(rows)})
    enough = min(REPEATED, max(len(pages), 2))
    found = []
    for rows in pages:
        page = set()
        for order in (heads(rows), feet(rows)):
            for at in order:
                if not is_margin(rows[at], counts, enough):
                    break
                page.add(at)
        found.append(page)
    return found


def heads(rows: Sequence[Row]) -> list[int]:
    return by_height(rows)[:AT_EDGE]


def feet(rows: Sequence[Row]) -> list[int]:
    return by_height(rows)[::-1][:AT_EDGE]


def edge(rows: Sequence[Row]) -> list[int]:
    return [*heads(rows), *feet(rows)]


def by_height(rows: Sequence[Row]) -> list[int]:
    return sorted(range(len(rows)), key=lambda at: -rows[at].middle)


def is_margin(row: Row, counts: Counter[str], enough: int) -> bool:
    return bool(NUMBER.fullmatch(words(row))) or counts[shape(row)] >= enough


def words(row: Row) -> str:
    return " ".join(one.text for one in row.segments)


def shape(row: Row) -> str:
    """第3页 and 第4页 are the same running words."""
    return DIGITS.sub("#", words(row))
