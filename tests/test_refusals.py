"""What the system refuses is told in the editor's words, and the published site stays whole."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.projects import ROOT
from tests.refusals import REFUSALS

# What gives a process mounts of its own: root may, and others where the system lets users.
UNSHARES = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])


def own_mounts() -> list[str]:
    for words in UNSHARES:
        if not subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
            return [*words]
    return []


def ends() -> dict[str, Any]:
    mounts = own_mounts()
    words = [*mounts, sys.executable, "-m", "tests.refusals", *(["mounts"] if mounts else [])]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.skipif(sys.platform != "linux", reason="disks mounted, privileges given up")
def test_a_build_that_is_refused_something_says_what(subtests: pytest.Subtests) -> None:
    found = ends()

    for refusal in REFUSALS:
        with subtests.test(refusal.name):
            if refusal.name not in found:
                pytest.skip(f"needs {refusal.needs}, which this system does not give")
            end = found[refusal.name]
            assert end["code"] == bool(refusal.code), end["said"]
            assert f" [{refusal.code}]\n" in end["said"] or not refusal.code
            assert refusal.named in end["said"]
            assert "Traceback" not in end["said"]
            assert (end["whole"], end["left"]) == (True, [])
    with subtests.test("two builds at once"):
        end = found["two builds at once"]
        assert (end["code"], end["whole"], end["left"]) == (0, True, [])
