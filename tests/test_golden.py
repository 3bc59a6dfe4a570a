"""The small project and the site it builds: which files, and the data in them.

`python -m tests.test_golden` writes the expectation anew; read the difference before keeping it.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from tests.projects import SITES, SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.schema import PATH as SCHEMA
from tracker.schema.document import schema_file

EXPECTED = SITES / "small-built"
DATA = ("data/targets.json", "data/report.json", "data/coverage.json")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with chdir(small_project(tmp_path_factory.mktemp("small"))):
        return build_files(inputs(Path()), SMALL_DATE)


def listing(files: dict[str, bytes]) -> str:
    return "".join(f"{name}\n" for name in sorted(files))


def test_the_site_has_these_files(built: dict[str, bytes]) -> None:
    assert listing(built) == (EXPECTED / "files.txt").read_text("utf-8")


@pytest.mark.parametrize("name", DATA)
def test_the_data_says_this(built: dict[str, bytes], name: str) -> None:
    expected: Any = json.loads((EXPECTED / Path(name).name).read_text("utf-8"))
    assert json.loads(built[name]) == expected


def test_an_archived_copy_is_linked(built: dict[str, bytes]) -> None:
    assert b'href="https://example.org/archived-bulletin"' in built["targets/new-roads.html"]


def test_the_schema_of_the_targets_is_published_with_the_data(built: dict[str, bytes]) -> None:
    assert built[SCHEMA] == schema_file()
    assert f'href="{SCHEMA}"'.encode() in built["data.html"]


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = build_files(inputs(small_project(Path(folder))), SMALL_DATE)
    EXPECTED.mkdir(exist_ok=True)
    (EXPECTED / "files.txt").write_text(listing(files), "utf-8")
    for name in DATA:
        easily_read = json.dumps(json.loads(files[name]), ensure_ascii=False, indent=1)
        (EXPECTED / Path(name).name).write_text(f"{easily_read}\n", "utf-8")


if __name__ == "__main__":
    write()
