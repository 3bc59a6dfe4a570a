"""Compressed twins: only where they help, the same everywhere, and gone when not asked for."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import SMALL_DATE, small_project, tree
from tracker.cli import main
from tracker.compressed import WORTH_IT, with_compressed

TEXT = b"<p>" + b"0123456789" * 100
PATHS = st.sampled_from(["index.html", "a/b.xml", "seal.svg", "preview.png", "sw.js", ".duixian"])


@given(st.dictionaries(PATHS, st.binary(max_size=2000) | st.just(TEXT)))
def test_a_twin_is_its_file_and_smaller(files: dict[str, bytes]) -> None:
    whole = with_compressed(files)

    assert {path: whole[path] for path in files} == files
    for path in whole.keys() - files.keys():
        plain = files[path.removesuffix(".gz")]
        assert gzip.decompress(whole[path]) == plain
        assert len(whole[path]) < len(plain)
        assert len(plain) >= WORTH_IT


def test_text_has_a_twin_and_a_picture_has_none() -> None:
    files = {"index.html": TEXT, "preview.png": TEXT, ".duixian": TEXT, "small.txt": TEXT[:511]}

    assert with_compressed(files).keys() - files.keys() == {"index.html.gz"}


def test_a_twin_tells_neither_when_nor_where_it_was_made() -> None:
    twin = with_compressed({"index.html": TEXT})["index.html.gz"]

    no_name, no_time, most_thorough, no_system = b"\0", b"\0\0\0\0", b"\2", b"\xff"
    assert twin[:10] == b"\x1f\x8b\x08" + no_name + no_time + most_thorough + no_system


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """Whoever changes the compressor's version sees here that all twins change."""
    assert (
        with_compressed({"index.html": TEXT})["index.html.gz"].hex()
        == "1f8b08000000000002ffb329b03330343236313533b7b01c658db24659c3950500a340327feb030000"
    )


def test_twins_are_published_when_asked_for_and_go_when_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_project(tmp_path))
    date = ["--date", SMALL_DATE.isoformat()]
    page, twin = Path("_site/index.html"), Path("_site/index.html.gz")

    assert main(["build", "--gzip", *date]) == 0
    assert gzip.decompress(twin.read_bytes()) == page.read_bytes()
    assert ".gz" not in Path("_site/sw.js").read_text("utf-8")
    assert main(["verify"]) == 0
    assert "  index.html.gz\n" in Path("_site/sha256sums.txt").read_text("utf-8")
    assert not Path("_site/sha256sums.txt.gz").exists()
    assert main(["build", *date]) == 0
    assert not twin.exists()
    assert page.exists()


def test_a_twin_that_is_gone_or_damaged_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_project(tmp_path))
    command = ["build", "--gzip", "--date", SMALL_DATE.isoformat()]
    assert main(command) == 0
    before = tree(Path("_site"))

    Path("_site/index.html.gz").unlink()
    Path("_site/targets.html.gz").write_bytes(b"x")
    assert main(command) == 0
    assert tree(Path("_site")) == before
