"""What a browser keeps for when there is no network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.render.offline import PAGE, WORKER, path_of, within
from tracker.render.stamps import stamps_of


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_files(inputs(small_project(tmp_path_factory.mktemp("project"))), SMALL_DATE)


def kept(files: dict[str, bytes]) -> list[str]:
    return re.findall(r'"([^"`]+\.\w+(?:\?v=\w+)?)"', files[WORKER].decode())


def test_what_is_kept_is_there(files: dict[str, bytes]) -> None:
    paths = [path_of(address) for address in kept(files)]

    assert set(paths) <= set(files)
    assert {PAGE, "index.html", "search.html", "assets/search-index.js"} < set(paths)
    assert "targets/new-roads.html" in paths
    assert not [path for path in paths if path.endswith((".json", ".csv", ".xml", ".ics", ".txt"))]


def test_pages_ask_for_what_they_load_as_it_is_kept(files: dict[str, bytes]) -> None:
    loaded = set(re.findall(rb'(?:src|href)="(assets/[^"]+)"', files["index.html"]))

    assert loaded
    assert {address.decode() for address in loaded} <= set(kept(files))


def test_any_change_makes_a_new_version(files: dict[str, bytes], tmp_path: Path) -> None:
    project = small_project(tmp_path)
    method = project / "content" / "method.md"
    method.write_text(method.read_text("utf-8") + "\n虚构的一句。\n", "utf-8")

    assert build_files(inputs(project), SMALL_DATE)[WORKER] != files[WORKER]


def test_what_does_not_fit_is_passed_over_for_what_does() -> None:
    files = {"a.html": b"1234", "b.js": b"123456", "c.js": b"1", "d.html": b"12"}
    wanted = [("a.html",), ("b.js?v=1", "c.js?v=1"), ("d.html",)]

    assert list(within(7, stamps_of(files), wanted)) == ["a.html", "d.html"]
