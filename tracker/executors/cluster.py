"""Work shared out to the machines of a dask cluster, which run the same program as this one.

Every item travels with all that it is made of, so the workers need no disk in common; one whose
worker is lost is done again by another. `docs/archive.md` tells how to start them.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
import platform
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from tracker.errors import Problem, Where, WorkersError
from tracker.executors import CLUSTER, in_order
from tracker.provenance import ROOT, folder_digest, own_code, packages

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 2  # results for each worker that may wait
ANSWER = 5.0  # seconds in which a scheduler answers, and a first worker is there
PULSE = 1.0  # seconds between two looks whether there are workers left
PATIENCE = 30.0  # seconds without any worker
LOGGERS = ("asyncio", "distributed", "distributed.client")
LARGE = 2**31  # bytes that are sent at a time without a warning: an item is as large as it is

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")


class Cluster(Struct, Generic[S], frozen=True):
    client: Client
    address: str
    shared: Future[S]
    workers: int

    def map(self, work: Callable[[S, T], R], items: Iterable[T]) -> Iterator[R]:
        ours = program()

        def submit(item: T) -> Promise[R]:
            job = pickle.dumps((work, item))
            future: Future[R] = self.client.submit(done, ours, self.shared, job, pure=False)
            there = threading.Event()
            future.add_done_callback(lambda _: there.set())
            return Promise(self, future, there)

        return in_order(submit, items, AHEAD * self.workers)


class Promise(Struct, Generic[R], frozen=True):
    """A result to come, which is not waited for when nobody is left to work at it."""

    cluster: Cluster[Any]
    future: Future[R]
    there: threading.Event

    def result(self) -> R:
        deadline = monotonic() + PATIENCE
        while True:
            if self.there.wait(PULSE):
                with self.unless_lost():
                    return self.future.result(timeout=PATIENCE)
            if self.cluster.client.scheduler_info()["workers"]:
                deadline = monotonic() + PATIENCE
            elif monotonic() > deadline:
                raise refusal("executor-lost", self.cluster.address)

    @contextmanager
    def unless_lost(self) -> Iterator[None]:
        """A result may go with its worker before it is fetched: then it is made again."""
        try:
            yield
        except TimeoutError:
            if self.future.status == "error":
                raise

    def cancel(self) -> None:
        self.future.cancel()


@contextmanager
def cluster(address: str, shared: S) -> Iterator[Cluster[S]]:
    """Raises `WorkersError` where nobody answers, works, or has our program."""
    client = client_at(address)
    from distributed import CancelledError, KilledWorker

    try:
        workers = workers_of(client, address)
        given = client.submit(pickle.loads, pickle.dumps(shared), pure=False)
        yield Cluster(client, address, given, workers)
    except (KilledWorker, CancelledError) as error:
        raise refusal("executor-lost", address) from error
    finally:
        client.close(timeout=ANSWER)


def client_at(address: str) -> Client:
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise refusal("executor-missing", address) from error
    for name in LOGGERS:  # we say it ourselves
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": LARGE})
    where = f"tcp://{address.removeprefix(CLUSTER)}"
    try:
        asyncio.run(asyncio.wait_for(require_scheduler(where), ANSWER))
        return Client(where, timeout=ANSWER, set_as_default=False)
    except Exception as error:  # whatever comes of what somebody else's server sends
        raise refusal("executor-silent", address) from error


async def require_scheduler(where: str) -> None:
    """A client would wait for ever for another server to speak as one."""
    from distributed import rpc

    async with rpc(where) as server:
        found = await server.identity()
    if found["type"] != "Scheduler":
        raise ConnectionError(found["type"])


def workers_of(client: Client, address: str) -> int:
    """How many there are; each has our program, as has the scheduler, which passes it on."""
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError as error:
        raise refusal("executor-alone", address) from error
    found = client.run(program, on_error="return")
    found[address] = of_scheduler(client)
    if problems := [one for place in found for one in unlike(place, found[place], program())]:
        raise WorkersError(problems)
    return len(found) - 1


def of_scheduler(client: Client) -> Mapping[str, str] | Exception:
    try:
        found: Mapping[str, str] = client.run_on_scheduler(program)
    except Exception as error:  # whatever it could not import
        return error
    return found


def unlike(
    place: str, theirs: Mapping[str, str] | Exception, ours: Mapping[str, str]
) -> list[Problem]:
    """Other programs make other bytes."""
    if isinstance(theirs, Exception):
        return [Problem(Where(place), "executor-without", {"error": str(theirs).splitlines()[0]})]
    differing = [name for name in ours if theirs.get(name) != ours[name]]
    found = tuple(f"{name} {theirs.get(name, '–'):.12} ≠ {ours[name]:.12}" for name in differing)
    return [Problem(Where(place), "executor-differs", {"found": found})] if found else []


def refusal(code: str, address: str) -> WorkersError:
    return WorkersError([Problem(Where(address), code, {"address": address})])


# --- in a worker --------------------------------------------------------------------------------

alone = threading.Lock()  # our program is written for one thread; a worker may be given several


@cache
def program() -> dict[str, str]:
    """What has a say in the bytes, by the names that are shown where they differ."""
    assets = folder_digest(ROOT / "assets")
    return {"python": platform.python_version(), **own_code(), "assets": assets, **packages()}


def done(ours: Mapping[str, str], shared: Any, job: bytes) -> Any:
    """Workers that have come since the others were asked are asked here."""
    from distributed import get_worker

    with alone:
        if problems := unlike(get_worker().address, program(), ours):
            raise WorkersError(problems)
        work, item = pickle.loads(job)
        return work(shared, item)
