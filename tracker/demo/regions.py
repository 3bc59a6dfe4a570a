"""Invented regions, each with its counties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from tracker.demo.words import FIRST, SECOND, STEP, THIRD

YEARS = range(2090, 2100)
COUNTIES = 5
MOST_REPORTS = len(YEARS) * len(FIRST) * len(SECOND) * len(THIRD) // (COUNTIES + 1)


class Region(Struct, frozen=True, dict=True):
    number: int  # from 1
    years: range  # of which the archive has its reports

    @property
    def id(self) -> str:
        return f"region{self.number:02}"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Two or three characters each: its own, then its counties'."""
        first = (self.number - 1) * (COUNTIES + 1)
        return tuple(name_of(place) for place in range(first, first + COUNTIES + 1))

    @property
    def name(self) -> str:
        return f"虚构{self.names[0]}市"

    @cached_property
    def counties(self) -> tuple[str, ...]:
        return tuple(f"虚构{name}县" for name in self.names[1:])

    def report(self, year: int) -> str:
        return f"{self.id}-{year}"


def name_of(place: int) -> str:
    pairs = len(FIRST) * len(SECOND)
    pair = place * STEP % pairs
    first, second = divmod(pair, len(SECOND))
    return f"{FIRST[first]}{SECOND[second]}{THIRD[place // pairs]}"


def regions(reports: int) -> Iterator[Region]:
    """As many as it takes, ten reports each; of the last one the newest."""
    for place, first in enumerate(range(0, reports, len(YEARS))):
        count = min(reports - first, len(YEARS))
        yield Region(place + 1, range(YEARS.stop - count, YEARS.stop))
