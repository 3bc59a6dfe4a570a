import sys
from pathlib import Path

import pytest

from tests.projects import tree
from tracker.errors import InputError
from tracker.exchange import exchange
from tracker.output import MARKER
from tracker.output import published as paths_published
from tracker.publish import publish


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


def test_a_site_that_two_renames_left_without_its_name_gets_it_back(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)
    site.rename(tmp_path / "._site.old")
    (tmp_path / "._site.new").mkdir()
    (tmp_path / "._site.new/index.html").write_bytes(b"half")
    assert paths_published(site) == {"index.html"}

    assert publish({"index.html": b"a"}, site) == 0
    assert published(site) == {"index.html": b"a"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site"]


def test_a_folder_behind_a_link_is_renewed_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "_site").symlink_to(tmp_path / "www", target_is_directory=True)

    publish({"index.html": b"a"}, tmp_path / "_site")
    publish({"index.html": b"b"}, tmp_path / "_site")

    assert (tmp_path / "_site").is_symlink()
    assert published(tmp_path / "www") == {"index.html": b"b"}


def test_folders_change_names_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()

    done = exchange(tmp_path / "a", tmp_path / "b")

    assert done or sys.platform not in ("linux", "darwin")
    assert (tmp_path / "a/b").exists() == done
    assert not exchange(tmp_path / "a", tmp_path / "none")
