"""A long list on several pages, the first of which has the address of the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from tracker.render import addresses

PAGE = 100  # rows, which load as fast as a page without a list
T = TypeVar("T")


class Position(Struct, frozen=True):
    """Page `number` of `count`, of the list at `path`."""

    path: str
    number: int = 1
    count: int = 1

    @property
    def href(self) -> str:
        return self.at(self.number)

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def is_last(self) -> bool:
        return self.number == self.count

    @property
    def suffix(self) -> str:
        """Tells the titles of the pages apart."""
        return "" if self.is_first else f"（第{self.number}页）"

    def at(self, number: int) -> str:
        return addresses.numbered(self.path, number)


def paged(
    path: str,
    rows: Iterable[T],
    weight: Callable[[T], int] = lambda _: 1,
    size: int = PAGE,
) -> Iterator[tuple[Position, tuple[T, ...]]]:
    """At least one page, though it be empty; `weight` is as many rows as one is long."""
    pages = list(_filled(rows, weight, size)) or [()]
    for number, own in enumerate(pages, 1):
        yield Position(path, number, len(pages)), own


def _filled(rows: Iterable[T], weight: Callable[[T], int], size: int) -> Iterator[tuple[T, ...]]:
    page: list[T] = []
    filled = 0
    for row in rows:
        if page and filled + weight(row) > size:
            yield tuple(page)
            page, filled = [], 0
        page.append(row)
        filled += weight(row)
    if page:
        yield tuple(page)
