"""A few of the thousand kills of `make kills`; a process of its own, as it forks."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.projects import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
def test_what_is_killed_leaves_the_old_or_the_new() -> None:
    command = [sys.executable, "-m", "tests.kills", "25"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    kills = {name.strip(): int(n) for name, n in re.findall(r"^(.+?) +(\d+):", done.stdout, re.M)}
    assert kills == {
        "record": 12,
        "build": 5,
        "build by two renames": 2,
        "import": 5,
        "two records at once": 2,
        "left behind": 0,
    }
    assert "broken" not in done.stdout
