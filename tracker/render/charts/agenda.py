"""What the chart of deadlines is drawn from: how many targets fall due on each day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tracker.render.labels import Group

Counts = dict[Group, int]  # zeros left out


class Due(Struct, frozen=True):
    """`href` leads to the page of the day."""

    day: date
    href: str
    counts: Counts

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Agenda(Struct, frozen=True):
    """`start` is the day from which time is shown; `due` has each day once, in order."""

    title: str
    start: date
    as_of: date
    due: tuple[Due, ...]
    undated: Counts
    undated_href: str

    @property
    def groups(self) -> tuple[Group, ...]:
        """Those that occur."""
        return tuple(group for group in Group if any(group in counts for counts in self._counts))

    @property
    def _counts(self) -> Iterator[Counts]:
        yield from (due.counts for due in self.due)
        yield self.undated
