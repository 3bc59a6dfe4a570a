"""Work done in this process, when its result is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from msgspec import Struct

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")


class Here(Struct, Generic[S], frozen=True):
    shared: S

    def map(self, work: Callable[[S, T], R], items: Iterable[T]) -> Iterator[R]:
        return (work(self.shared, item) for item in items)


@contextmanager
def here(shared: S) -> Iterator[Here[S]]:
    yield Here(shared)
