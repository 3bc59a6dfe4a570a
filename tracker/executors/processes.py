"""Work done by processes of this machine, which end with this one, however it ends.

A fork starts in 0.02 s, a new interpreter takes the 2 s of our imports, for each process. A fork
takes the locks of all threads along and the threads themselves not, and Go's runtime, which
`minify` starts, hangs in it for ever: so we fork only a process of one thread, on Linux.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

from msgspec import Struct

from tracker.errors import Problem, Where, WorkersError
from tracker.executors import in_order
from tracker.executors.machine import may_fork

AHEAD = 2  # results for each process that may wait, so that none waits for us

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")


class Processes(Struct, Generic[S], frozen=True):
    pool: ProcessPoolExecutor
    workers: int

    def map(self, work: Callable[[S, T], R], items: Iterable[T]) -> Iterator[R]:
        def submit(item: T) -> Future[R]:
            return self.pool.submit(done, work, item)

        return in_order(submit, items, AHEAD * self.workers)


@contextmanager
def processes(workers: int, shared: S) -> Iterator[Processes[S]]:
    """Raises `WorkersError` where one of them dies, as of a lack of memory."""
    others = {child.pid for child in multiprocessing.active_children()}
    context = context_here()
    pool = ProcessPoolExecutor(workers, context, begin, (shared,))
    try:
        for _ in range(workers):  # they start now, while this process has one thread
            pool.submit(int)
        yield Processes(pool, workers)
        pool.shutdown(cancel_futures=True)
    except BrokenProcessPool as error:
        raise WorkersError([Problem(Where("--executor"), "worker-died")]) from error
    finally:
        for child in multiprocessing.active_children():
            if child.pid not in others:
                child.terminate()
        pool.shutdown(cancel_futures=True)


def context_here() -> BaseContext:
    return multiprocessing.get_context("fork" if may_fork() else "spawn")


# --- in a worker --------------------------------------------------------------------------------

shared_here: Any = None


def begin(shared: object) -> None:
    global shared_here
    shared_here = shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process ends us
    gc.freeze()  # what is shared with it stays shared: the collector would write to each object
    threading.Thread(target=end_with_the_main_process, daemon=True).start()


def end_with_the_main_process() -> None:
    main = multiprocessing.parent_process()
    assert main
    main.join()
    os._exit(1)


def done(work: Callable[[Any, T], R], item: T) -> R:
    return work(shared_here, item)
