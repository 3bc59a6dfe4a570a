from pathlib import Path

import pytest

from tests.projects import tree
from tracker.disk import MARKER, publish
from tracker.errors import InputError


def published(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name != MARKER}


def test_a_site_is_what_was_rendered(tmp_path: Path) -> None:
    files = {"index.html": b"a", "targets/one.html": b"b"}

    assert publish(files, tmp_path / "_site") == 3
    assert published(tmp_path / "_site") == files


def test_publishing_the_same_again_touches_nothing(tmp_path: Path) -> None:
    files = {"index.html": b"a"}
    publish(files, tmp_path / "_site")
    before = (tmp_path / "_site/index.html").stat().st_mtime_ns

    assert publish(files, tmp_path / "_site") == 0
    assert (tmp_path / "_site/index.html").stat().st_mtime_ns == before


def test_pages_that_are_gone_go_and_foreign_files_stay(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a", "old.html": b"b"}, site)
    (site / "CNAME").write_bytes(b"ours to keep")

    publish({"index.html": b"c"}, site)
    publish({"index.html": b"d"}, site)

    assert published(site) == {"index.html": b"d", "CNAME": b"ours to keep"}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "_site").mkdir()

    publish({"index.html": b"a"}, tmp_path / "_site")

    assert published(tmp_path / "_site") == {"index.html": b"a"}


def test_a_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "photos"
    site.mkdir()
    (site / "holiday.jpg").write_bytes(b"x")

    with pytest.raises(InputError):
        publish({"index.html": b"a"}, site)
    assert tree(site) == {"holiday.jpg": b"x"}


def test_a_failed_write_leaves_the_last_site(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)

    with pytest.raises(InputError):
        publish({"index.html": b"b", "index.html/page.html": b"c"}, site)
    assert published(site) == {"index.html": b"a"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site"]
