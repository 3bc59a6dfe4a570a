"""A build that follows others makes what a build from nothing makes."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.edits import BUILD, EDITS, Edit, built, edited, follow, project, site
from tests.projects import ROOT
from tracker.unchanged import cache_of, told

RUNS = int(os.environ.get("RUNS", "2"))


@settings(max_examples=RUNS, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2**32)), min_size=4, max_size=5))
def test_whatever_was_edited_the_site_is_the_one_a_build_from_nothing_makes(
    edits: list[tuple[Edit, int]],
) -> None:
    with TemporaryDirectory() as folder:
        edited(project(Path(folder)), edits)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built."""
    folder = project(tmp_path_factory.mktemp("project"))
    with chdir(folder):
        assert built(folder) == 0
        assert built(folder) == 0  # what was written just before the first one counts as changed
    return folder


LIGHT = """
import io, sys
sys.path.insert(0, {root!r})
known = set(sys.modules)
from tracker.unchanged import told
assert told({build!r})
print(*{{name.partition(".")[0] for name in sys.modules}} - known)
from contextlib import redirect_stdout
from tracker.cli import main
from tracker.usage import COMMANDS
for command in ("", *COMMANDS):
    with redirect_stdout(io.StringIO()):
        main([*filter(None, [command]), "--help"])
places = {{name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}}
packages = (name for name in set(places) - known if "site-packages" in places[name])
print(*{{name.partition(".")[0] for name in packages}})
"""


def test_no_change_and_help_import_nothing_heavy(folder: Path) -> None:
    script = LIGHT.format(root=str(ROOT), build=BUILD)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    *_, told_with, helped_with = done.stdout.split("\n")[:-1]

    assert set(told_with.split()) <= {"tracker", "__future__", "marshal", "time"}
    assert set(helped_with.split()) <= {"msgspec", "typing_extensions"}


def stamps(folder: Path) -> dict[str, int]:
    return {path: (folder / "_site" / path).stat().st_ino for path in site(folder)}


def test_a_changed_note_touches_no_page_but_its_own(folder: Path) -> None:
    with chdir(folder):
        before, path = stamps(folder), folder / "targets.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("note: 并入社区中心", "note: 并入社区服务中心"), "utf-8")
        assert built(folder) == 0
        changed = {name for name, inode in stamps(folder).items() if inode != before.get(name)}
        path.write_text(text, "utf-8")
        assert built(folder) == 0

    pages = {name for name in changed if name.endswith(".html")}
    assert len([name for name in pages if name.startswith("targets/")]) == 1
    assert pages <= {*pages, "about.html"}
    assert not any(name.startswith(("report/", "sections/", "assets/")) for name in changed)


CHANGED = """
import sys
sys.path.insert(0, {root!r})
from tracker.cli import main
main({build!r})
print(*sys.modules)
"""


def test_a_changed_value_neither_reads_reports_nor_draws_pictures(folder: Path) -> None:
    path, script = folder / "targets.yaml", CHANGED.format(root=str(ROOT), build=BUILD)
    text = path.read_text("utf-8")
    path.write_text(text.replace("value: 118,", "value: 119,"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    path.write_text(text, "utf-8")
    with chdir(folder):
        assert built(folder) == 0
    used = set(done.stdout.split())

    assert done.stdout.startswith("built ")
    assert not used & {"tracker.read.report", "tracker.read.structure", "tracker.pipeline"}
    assert not used & {"PIL", "lxml", "markdown_it", "minify", "rapidfuzz"}


def test_what_the_cache_holds_may_be_thrown_away_or_spoilt(folder: Path) -> None:
    with chdir(folder):
        before = site(folder)
        for path in Path(cache_of("_site")).rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[:-7])
        assert not told(BUILD)
        assert follow(folder, before) == before
        assert told(BUILD)
