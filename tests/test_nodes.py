"""YAML is read in two ways, which say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import ROOT, SITES
from tracker.errors import Problem
from tracker.read.line_slips import SUSPICIOUS, written_slip
from tracker.read.nodes import ordinary, thorough

FILES = sorted(
    path
    for folder in (ROOT / "content", ROOT / "targets.yaml", SITES)
    for path in ([folder] if folder.is_file() else folder.rglob("*.yaml"))
    if path.name != "change.yaml"
)
LINES = (
    "a: 1", "b: 虚构", "  c: 2", "  a: 3", "- d: 4", "  - e", "- [f, g]", "- {h: i, j: k}", "l:",
    "m: |", "    n", "o: 'p", "q'", 'r: "s\\x1b"', 't: "\\u200b"', "u: &v w", "x: *v", "y: !z 1",
    "? A", ": B", "[C]: D", "---", "...", "# E", "", "F: >-", "G: H: I", "J: \U0001f600", "*v : K",
    "<<: {L: M}", '"N": ""', "O: [P, {Q: R}]", "S: \ufeff", "T: \x85", "'a': 5", "!!str U: !!int V",
)  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_sound_file_is_read_the_quick_way(path: Path) -> None:
    text, problems = path.read_text("utf-8"), list[Problem]()

    quickly = ordinary(text, path.name, 1)
    assert quickly is not None
    assert quickly == thorough(text, path.name, 1, problems)
    assert not problems


@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join))
def test_what_is_read_the_quick_way_is_no_other_and_has_no_problem(text: str) -> None:
    problems: list[Problem] = []

    if quickly := ordinary(text, "a.yaml", 1):
        assert quickly == thorough(text, "a.yaml", 1, problems)
        assert not problems


SIGNS = "：:-－—• {}[]#\t\u00a0\u3000\u200b<>=|*ab，,1"


@given(st.text(st.sampled_from(SIGNS), max_size=16) | st.sampled_from(["<<<<<<< HEAD", "======="]))
def test_a_line_with_a_slip_looks_suspicious(line: str) -> None:
    assert written_slip(line) is None or SUSPICIOUS.search(line)
