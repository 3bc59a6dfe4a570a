"""Kills at random moments, and faults at every call; processes of their own, as they fork."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.projects import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")


def told(*words: str) -> str:
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "broken" not in done.stdout
    return done.stdout


def kills(kind: str, count: int) -> dict[str, int]:
    rows = re.findall(r"^(.+?) +(\d+):", told("tests.kills", kind, str(count)), re.M)
    return {name: int(number) for name, number in rows}


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new() -> None:
    assert kills("builds", 100) == {
        "build, rendered": 70,
        "build by two renames": 22,
        "build": 8,
        "left behind": 0,
    }


def test_an_edit_that_is_killed_leaves_the_old_file_or_the_new() -> None:
    assert kills("edits", 17) == {
        "record": 11,
        "import": 5,
        "two records at once": 2,
        "left behind": 0,
    }


def test_whatever_call_fails_the_old_or_the_new_is_there() -> None:
    faults = told("tests.faults", "3")

    rows = re.findall(r"^(.+), (.+): (.+)$", faults, re.M)
    assert len(rows) == 14
    assert all("done" in ends and "refused" in ends for _, kind, ends in rows if kind != "crash")
    crashes = [ends for _, kind, ends in rows if kind == "crash"]
    assert all(re.fullmatch(r"crashed \d+", ends) for ends in crashes)
