"""Automatic numbers of Word, （一） and 1., which stand in no run of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from msgspec import Struct, field

from tracker.lazy import regex
from tracker.texts.counting import FORMATS
from tracker.texts.elements import attribute, child, children, is_on, value

PLACE = regex(r"%([1-9])")  # %1 in （%1）
LARGEST = 3000
DEEPEST = 9  # levels of a list
PRIVATE = regex(r"[\ue000-\uf8ff]")  # bullets of Symbol and Wingdings


class Level(Struct, frozen=True):
    format: str
    text: str
    start: int
    follows: str  # what stands behind the number: tab, space or nothing
    decimal: bool  # every number of it in Arabic digits


class List(Struct):
    """One list of the document; lists of the same make go on counting together."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


def number_in(words: str, default: int) -> int:
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 7 else default


def level_of(element: etree._Element) -> Level:
    return Level(
        value(element, "numFmt"),
        value(element, "lvlText"),
        number_in(value(element, "start"), 1),
        value(element, "suff") or "tab",
        is_on(element, "isLgl"),
    )


def levels_in(element: etree._Element) -> dict[int, Level]:
    return {number_in(attribute(one, "ilvl"), 0): level_of(one) for one in children(element, "lvl")}


class Numbering:
    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self.lists: dict[str, List] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()
        for root in roots:
            kinds = {
                attribute(one, "abstractNumId"): levels_in(one)
                for one in children(root, "abstractNum")
            }
            for one in children(root, "num"):
                self.lists[attribute(one, "numId")] = list_of(one, kinds)

    def next(self, name: str, depth: int) -> str | None:
        """The number of the list's next paragraph; None where it cannot be told."""
        found = self.lists.get(name)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return None
        counts = self.counts.setdefault(found.abstract, {})
        self.count(name, found, depth, counts)
        if level.format == "bullet":
            return "" if PRIVATE.search(level.text) else with_gap(level.text, level)
        try:
            return with_gap(
                PLACE.sub(lambda place: self.word(place, found, level), level.text), level
            )
        except KeyError:
            return None

    def count(self, name: str, found: List, depth: int, counts: dict[int, int]) -> None:
        if depth in found.restarts and (name, depth) not in self.begun:
            counts[depth] = found.restarts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels[depth].start
        self.begun.add((name, depth))
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]

    def word(self, place: re.Match[str], found: List, level: Level) -> str:
        depth = int(place[1]) - 1
        shown = found.levels[depth]
        number = self.counts[found.abstract].get(depth, shown.start)
        kind = "decimal" if level.decimal else shown.format
        return FORMATS[kind](number) if 0 < number <= LARGEST else str(number)


def list_of(element: etree._Element, kinds: dict[str, dict[int, Level]]) -> List:
    abstract = value(element, "abstractNumId")
    found = List(abstract, dict(kinds.get(abstract, {})))
    for override in children(element, "lvlOverride"):
        depth = number_in(attribute(override, "ilvl"), 0)
        if (level := child(override, "lvl")) is not None:
            found.levels[depth] = level_of(level)
        if start := value(override, "startOverride"):
            found.restarts[depth] = number_in(start, 1)
    return found


def with_gap(words: str, level: Level) -> str:
    """1. 5G stays apart from 1.5G; （一） needs no gap."""
    parted = words and level.follows != "nothing" and words[-1] not in "、）】。．"
    return f"{words} " if parted else words
