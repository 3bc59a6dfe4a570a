"""What `test_partner.py` holds to be true, each in a process of its own, as it forks.

`python -m tests.partnering NAME` does one of them.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tracker.executors.partner import AHEAD, Partner

Work = Callable[[int], tuple[int, int]]

ITEMS = range(50)
MAIN = os.getpid()


def slow(item: int) -> tuple[int, int]:
    time.sleep(0.002)
    return os.getpid(), item * item


def quick(item: int) -> tuple[int, int]:
    return os.getpid(), item * item


def fatal(item: int) -> int:
    """Kills whoever does it first, but for the main process."""
    if item == 20 and os.getpid() != MAIN:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def refused(item: int) -> int:
    if item == 20:
        raise ValueError(item)
    return item


def large(item: int) -> bytes:
    """More than the line between two processes holds."""
    return bytes([item]) * 1_000_000


def results_are_those_of_the_items_whoever_does_them() -> None:
    for work in (slow, quick) * 20:
        with Partner(work, int, 3) as partner:
            tasks = [partner.submit(item) for item in ITEMS]
            assert [task.result()[1] for task in tasks] == [item * item for item in ITEMS]


def two_processes_do_it() -> None:
    with Partner(slow, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert len({task.result()[0] for task in tasks}) == 2


def one_that_is_started_before_there_is_work_does_its_part() -> None:
    with Partner(slow, int, 3) as partner:
        partner.start()

        assert children(MAIN)
        assert partner.submit(7).result()[1] == 49


def one_that_cannot_begin_leaves_all_to_this_process() -> None:
    with Partner(slow, partial(refused, 20), 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert {task.result()[0] for task in tasks} == {MAIN}


def of_few_items_nothing_is_started() -> None:
    with Partner(slow, int, 3) as partner:
        tasks = [partner.submit(item) for item in range(2)]

        assert [task.result() for task in tasks] == [(MAIN, 0), (MAIN, 1)]


def a_process_with_threads_does_all_of_it() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with Partner(slow, int, 3) as partner:
            tasks = [partner.submit(item) for item in ITEMS]
            assert {task.result()[0] for task in tasks} == {MAIN}
    finally:
        done.set()
        thread.join()


def what_a_process_that_dies_was_to_do_is_done_here() -> None:
    with Partner(fatal, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert [task.result() for task in tasks] == list(ITEMS)


def what_goes_wrong_is_told_here() -> None:
    with Partner(refused, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        with pytest.raises(ValueError, match="20"):
            tasks[20].result()


def large_results_wait_until_they_are_taken() -> None:
    with Partner(large, int, 3) as partner:
        tasks = [partner.submit(item) for item in range(2 * AHEAD)]

        assert [task.result()[0] for task in tasks] == list(range(2 * AHEAD))


def nothing_is_left_when_it_is_no_longer_wanted() -> None:
    with Partner(slow, int, 3) as partner:
        for item in ITEMS:
            partner.submit(item)
        assert children(MAIN)

    assert not children(MAIN)


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


HELD = (
    results_are_those_of_the_items_whoever_does_them,
    two_processes_do_it,
    one_that_is_started_before_there_is_work_does_its_part,
    one_that_cannot_begin_leaves_all_to_this_process,
    of_few_items_nothing_is_started,
    a_process_with_threads_does_all_of_it,
    what_a_process_that_dies_was_to_do_is_done_here,
    what_goes_wrong_is_told_here,
    large_results_wait_until_they_are_taken,
    nothing_is_left_when_it_is_no_longer_wanted,
)

if __name__ == "__main__":
    next(held for held in HELD if held.__name__ == sys.argv[1])()
