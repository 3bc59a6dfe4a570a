"""A second process does part of the work; without it all is done, too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.partnering import HELD, children
from tests.projects import ROOT, SMALL_DATE, small_project, tree
from tracker.executors.machine import cores
from tracker.render.previews.studio import Studio

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or cores() < 2, reason="forks to a second core"
)


@pytest.mark.parametrize("name", [held.__name__ for held in HELD])
def test_it_holds_that(name: str) -> None:
    command = [sys.executable, "-m", "tests.partnering", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


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
