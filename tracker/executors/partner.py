"""One more process, which does part of what this one is asked for while this one goes on.

What it has not done when a result is wanted is done here, so nothing depends on its being there:
it may be missing, or die. It ends with this process, however that ends.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar

from tracker.executors.machine import cores, may_fork

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    Line = Connection[Any, Any]

AHEAD = 8  # items that it has at most, so that it never waits for us
LOST = EOFError, OSError  # whoever has died

T = TypeVar("T")
R = TypeVar("R")


class Task(Generic[T, R]):
    """An item, and what has become of it."""

    def __init__(self, partner: Partner[T, R], item: T) -> None:
        self.item = item
        self.done: list[R] = []
        self._partner = partner

    def result(self) -> R:
        while not self.done:
            self._partner.go_on()
        return self.done[0]


class Partner(Generic[T, R]):
    """It starts when `worth` items wait, if there are two cores, and a process may be forked.

    `work` needs nothing but the item, prints nothing, and can be done twice; `prepare` is what it
    needs to have done once.
    """

    def __init__(self, work: Callable[[T], R], prepare: Callable[[], object], worth: int) -> None:
        self._work = work
        self._prepare = prepare
        self._worth = worth
        self._waiting: deque[Task[T, R]] = deque()
        self._given: deque[Task[T, R]] = deque()
        self._process: int | None = None
        self._line: Line | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        if self._line:
            self._line.close()
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)

    def start(self) -> None:
        """At once, where it is known that there will be much to do."""
        if self._process or cores() < 2 or not may_fork():
            return
        from multiprocessing.connection import Pipe

        ours, its = Pipe()
        self._process = os.fork()
        if not self._process:
            ours.close()  # so that it notices when this process has ended
            serve(its, self._work, self._prepare)
        its.close()
        self._line = ours

    def submit(self, item: T) -> Task[T, R]:
        task = Task(self, item)
        self._waiting.append(task)
        if len(self._waiting) == self._worth:
            self.start()
        self._exchange()
        return task

    def go_on(self) -> None:
        """A piece of the way to all results: the last that waits is done here."""
        self._exchange()
        if self._waiting:
            task = self._waiting.pop()
            task.done.append(self._work(task.item))
        elif self._given:
            self._exchange(wait=True)

    def _exchange(self, wait: bool = False) -> None:
        """Takes what is done, and gives more; may `wait` for one that is given."""
        if not self._line:
            return
        try:
            while self._given and (wait or self._line.poll()):
                self._given[0].done.append(self._line.recv())
                self._given.popleft()
                wait = False
            while self._waiting and len(self._given) < AHEAD:
                self._given.append(self._waiting.popleft())
                self._line.send(self._given[-1].item)
        except LOST:
            self._lose()

    def _lose(self) -> None:
        """What it was to do is done here."""
        self._waiting.extendleft(reversed(self._given))
        self._given.clear()
        self._line = None


# --- in the other process -----------------------------------------------------------------------


def serve(line: Line, work: Callable[[Any], object], prepare: Callable[[], object]) -> NoReturn:
    """What goes wrong goes wrong again in the main process, which tells of it."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        prepare()
        while True:
            line.send(work(line.recv()))
    finally:
        os._exit(0)
