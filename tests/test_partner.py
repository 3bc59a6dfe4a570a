"""A second process does part of the work; without it all is done, too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.projects import ROOT, SMALL_DATE, small_project, tree
from tracker.executors.machine import cores
from tracker.executors.partner import AHEAD, Partner
from tracker.render.previews.studio import Studio

pytestmark = pytest.mark.skipif(cores() < 2, reason="a second core")

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


@pytest.mark.parametrize("work", [slow, quick])
def test_results_are_those_of_the_items_whoever_does_them(work: Work) -> None:
    for _ in range(20):
        with Partner(work, int, 3) as partner:
            tasks = [partner.submit(item) for item in ITEMS]
            assert [task.result()[1] for task in tasks] == [item * item for item in ITEMS]


def test_two_processes_do_it() -> None:
    with Partner(slow, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert len({task.result()[0] for task in tasks}) == 2


def test_one_that_is_started_before_there_is_work_does_its_part() -> None:
    with Partner(slow, int, 3) as partner:
        partner.start()

        assert children(MAIN)
        assert partner.submit(7).result()[1] == 49


def test_one_that_cannot_begin_leaves_all_to_this_process() -> None:
    with Partner(slow, partial(refused, 20), 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert {task.result()[0] for task in tasks} == {MAIN}


def test_of_few_items_nothing_is_started() -> None:
    with Partner(slow, int, 3) as partner:
        tasks = [partner.submit(item) for item in range(2)]

        assert [task.result() for task in tasks] == [(MAIN, 0), (MAIN, 1)]


def test_a_process_with_threads_does_all_of_it() -> None:
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


def test_what_a_process_that_dies_was_to_do_is_done_here() -> None:
    with Partner(fatal, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        assert [task.result() for task in tasks] == list(ITEMS)


def test_what_goes_wrong_is_told_here() -> None:
    with Partner(refused, int, 3) as partner:
        tasks = [partner.submit(item) for item in ITEMS]

        with pytest.raises(ValueError, match="20"):
            tasks[20].result()


def test_large_results_wait_until_they_are_taken() -> None:
    with Partner(large, int, 3) as partner:
        tasks = [partner.submit(item) for item in range(2 * AHEAD)]

        assert [task.result()[0] for task in tasks] == list(range(2 * AHEAD))


def test_nothing_is_left_when_it_is_no_longer_wanted() -> None:
    with Partner(slow, int, 3) as partner:
        for item in ITEMS:
            partner.submit(item)
        assert children(MAIN)

    assert not children(MAIN)


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


def build(folder: Path, name: str) -> subprocess.Popen[bytes]:
    words = ["build", "--date", SMALL_DATE.isoformat(), "--output", name]
    return subprocess.Popen([sys.executable, ROOT / "build.py", *words], cwd=folder)


def test_what_it_does_first_to_draw_pictures_goes_well() -> None:
    Studio(ROOT / "assets").open()


def test_the_site_is_the_same_with_a_second_process_and_without(folder: Path) -> None:
    every = os.sched_getaffinity(0)
    with build(folder, "two"):
        pass
    os.sched_setaffinity(0, {min(every)})
    try:
        with build(folder, "one"):
            pass
    finally:
        os.sched_setaffinity(0, every)
    with build(folder, "killed") as main:
        while main.poll() is None and not children(main.pid):
            time.sleep(0.001)
        helper = children(main.pid)[0]
        os.kill(helper, signal.SIGKILL)

    assert main.returncode == 0
    assert tree(folder / "two") == tree(folder / "one") == tree(folder / "killed")


def test_it_ends_with_the_main_process(folder: Path) -> None:
    main = build(folder, "abandoned")
    while main.poll() is None and not children(main.pid):
        time.sleep(0.001)
    helper = children(main.pid)[0]
    main.kill()
    main.wait()

    deadline = time.monotonic() + 60
    while Path(f"/proc/{helper}/exe").exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
