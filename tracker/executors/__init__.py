"""Who does the work: this process, one process for each core, or the machines of a cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from tracker.lazy import regex

HERE, PROCESSES, CLUSTER = "here", "processes", "dask://"
ADDRESS = regex(r"dask://(\[[0-9A-Fa-f:.]+\]|[^\s/:\[\]]+):\d{1,5}")  # dask://10.0.0.1:8786

S = TypeVar("S")
SharedT_co = TypeVar("SharedT_co", covariant=True)
T = TypeVar("T")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Executor(Protocol[SharedT_co]):
    def map(self, work: Callable[[SharedT_co, T], R], items: Iterable[T]) -> Iterator[R]:
        """Results in the order of the items, as they come; few of them wait in memory.

        `work` is a function of a module; what it raises is raised here. It may run in another
        process, or on another machine: what it needs are its two arguments, and it prints nothing.
        """


class Promised(Protocol[R_co]):
    """A result to come: a future of `concurrent.futures`, or of a cluster."""

    def result(self) -> R_co: ...
    def cancel(self) -> object: ...


def address_of(written: str) -> str:
    """As the command line takes it; raises `ValueError` for what is no address of workers."""
    if written in (HERE, PROCESSES):
        return written
    if not ADDRESS.fullmatch(written):
        raise ValueError(written)
    return written


def opened(
    address: str | None, count: int, shared: S
) -> AbstractContextManager[Executor[S], bool | None]:
    """For about `count` items; without an address, by their number and that of the cores.

    `shared` goes to each worker once. Raises `WorkersError` where they cannot be had.
    """
    from tracker.executors.here import here

    if address == HERE or count < 2:
        return here(shared)
    if address and address.startswith(CLUSTER):
        from tracker.executors.cluster import cluster

        return cluster(address, shared)
    from tracker.executors.machine import cores
    from tracker.executors.processes import processes

    if (workers := min(cores(), count)) < 2:
        return here(shared)
    return processes(workers, shared)


def in_order(submit: Callable[[T], Promised[R]], items: Iterable[T], ahead: int) -> Iterator[R]:
    """At most `ahead` of the items are under way or wait for their turn."""
    waiting: deque[Promised[R]] = deque()
    try:
        for item in items:
            waiting.append(submit(item))
            if len(waiting) == ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for one in waiting:
            one.cancel()
