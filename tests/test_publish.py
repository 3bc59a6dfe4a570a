import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import tree
from tracker.errors import InputError
from tracker.exchange import exchange
from tracker.output import MARKER, require_place
from tracker.output import published as paths_published
from tracker.publish import TWIN, Publication, publish


def published(folder: Path) -> dict[str, bytes]:
    return published_in(tree(folder))


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


# --- what is somebody else's --------------------------------------------------------------------


def codes(raised: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def seen(path: Path) -> tuple[object, ...]:
    """What must not change of an entry."""
    told = path.lstat()
    link = path.readlink() if path.is_symlink() else None
    return link, stat.S_IFMT(told.st_mode), stat.S_IMODE(told.st_mode), told.st_mtime_ns


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and permissions")
@pytest.mark.parametrize("linked", [True, False])
def test_whatever_is_not_ours_stays_as_it_is(
    linked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError("no links here")

    if not linked:
        monkeypatch.setattr(os, "link", no_link)
    site = tmp_path / "_site"
    publish({"index.html": b"a", "targets/one.html": b"b"}, site)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/photo.jpg").write_bytes(b"x")
    (site / "targets/CNAME").write_bytes(b"kept")
    (site / "targets/CNAME").chmod(0o600)
    (site / "link").symlink_to("targets/CNAME")
    (site / "photos").symlink_to(tmp_path / "elsewhere")
    (site / "broken").symlink_to("nowhere")
    os.mkfifo(site / "pipe")
    (site / "box/empty").mkdir(parents=True)
    for name in ("targets/CNAME", "box/empty", "box"):
        os.utime(site / name, (1, 1))
    (site / "box").chmod(0o555)
    site.chmod(0o2750)
    names = ["targets/CNAME", "link", "photos", "broken", "pipe", "box", "box/empty"]
    before = {name: seen(site / name) for name in names}

    publish({"index.html": b"c"}, site)
    publish({"index.html": b"d"}, site)

    assert {name: seen(site / name) for name in names} == before
    assert stat.S_IMODE(site.stat().st_mode) == 0o2750
    assert tree(tmp_path / "elsewhere") == {"photo.jpg": b"x"}
    assert not (site / "targets/one.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site", "elsewhere"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("about.html", "about.html"), ("data/mine.txt", "data"), ("data", "data/ours.json")],
)
def test_what_stands_under_a_name_that_we_need_is_not_overwritten(
    theirs: str, ours: str, tmp_path: Path
) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)
    (site / theirs).parent.mkdir(exist_ok=True)
    (site / theirs).write_bytes(b"theirs")

    with pytest.raises(InputError) as raised:
        publish({"index.html": b"a", ours: b"ours"}, site)
    assert set(codes(raised)) == {"output-taken"}
    assert raised.value.problems[0].details == {"path": theirs.partition("/")[0]}
    assert (site / theirs).read_bytes() == b"theirs"


def test_the_same_file_under_a_name_that_we_need_becomes_ours(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)
    (site / "about.html").write_bytes(b"same")

    publish({"index.html": b"a", "about.html": b"same"}, site)
    publish({"index.html": b"a"}, site)

    assert published(site) == {"index.html": b"a"}


def test_a_page_that_somebody_has_edited_is_made_anew(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)
    (site / "index.html").write_bytes(b"edited")

    assert publish({"index.html": b"a"}, site) == 1
    assert published(site) == {"index.html": b"a"}


@pytest.mark.parametrize(
    "written",
    [
        b"../outside.txt\n",
        b"/etc/passwd\n",
        b"a/../../outside.txt\n",
        b"C:\\x\n",
        b"\xff\xfe",
        b"\n",
    ],
)
def test_a_marker_that_leads_elsewhere_is_refused(written: bytes, tmp_path: Path) -> None:
    site = tmp_path / "_site"
    publish({"index.html": b"a"}, site)
    (tmp_path / "outside.txt").write_bytes(b"x")
    (site / MARKER).write_bytes(written)
    before = tree(tmp_path)

    with pytest.raises(InputError) as raised:
        publish({"index.html": b"b"}, site)
    assert codes(raised) == ["marker-damaged"]
    assert tree(tmp_path) == before


def test_a_marker_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "_site" / MARKER).mkdir(parents=True)

    with pytest.raises(InputError) as raised:
        publish({"index.html": b"b"}, tmp_path / "_site")
    assert codes(raised) == ["marker-damaged"]


def test_what_only_the_old_site_still_has_is_moved_by_the_next_run(tmp_path: Path) -> None:
    """As after a kill between the switch and the moving."""
    site, leftover = tmp_path / "_site", tmp_path / "._site.new"
    publish({"index.html": b"a", "old.html": b"b"}, leftover)
    (leftover / "late/CNAME").parent.mkdir()
    (leftover / "late/CNAME").write_bytes(b"kept")
    publish({"index.html": b"c"}, site)

    assert published(site) == {"index.html": b"c", "late/CNAME": b"kept"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_site"]


@pytest.mark.skipif(sys.platform == "win32", reason="other ways to open a file")
def test_a_disk_that_does_not_give_back_what_was_written_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is damaged when the system has been asked to keep it for good."""
    site = tmp_path / "_site"
    publish({"index.html": b"a", "same.html": b"s"}, site)
    keep_for_good = os.fsync

    def damaging(descriptor: int) -> None:
        keep_for_good(descriptor)
        page = tmp_path / "._site.new/same.html"
        if page.exists():
            page.unlink()
            page.write_bytes(b"S")

    monkeypatch.setattr(os, "fsync", damaging)

    with pytest.raises(InputError) as raised:
        publish({"index.html": b"b", "same.html": b"s"}, site)
    assert codes(raised) == ["site-damaged"]
    assert published(site) == {"index.html": b"a", "same.html": b"s"}


# --- the site before the old one ----------------------------------------------------------------

PAGES = st.sampled_from(["index.html", "a/one.html", "a/two.html", "b", "b/three.html"])
SITES = st.dictionaries(PAGES, st.sampled_from([b"x", b"y", b"z"]), min_size=1).filter(
    lambda site: not {"b", "b/three.html"} <= site.keys()
)
FOREIGN = st.none() | st.tuples(st.sampled_from(["CNAME", "a/note", "box/note"]), st.binary())


@settings(max_examples=25)
@given(st.lists(st.tuples(SITES, FOREIGN, st.booleans()), min_size=1, max_size=6))
def test_a_site_that_begins_with_an_earlier_one_is_what_was_rendered(
    steps: list[tuple[dict[str, bytes], tuple[str, bytes] | None, bool]],
) -> None:
    """Someone puts files beside ours or takes them away; some runs come to nothing."""
    with TemporaryDirectory() as folder:
        site, theirs = Path(folder, "_site"), dict[str, bytes]()
        Path(folder, "._site.cache").mkdir()
        publish({"index.html": b"x"}, site)
        for files, foreign, is_abandoned in steps:
            before = tree(site)
            with suppress(RuntimeError), Publication(site) as made:
                for path, data in files.items():
                    made.put(path, data)
                assert tree(site) == before
                if is_abandoned:
                    raise RuntimeError
                made.finish()
            assert published(site) == (published_in(before) if is_abandoned else files | theirs)
            for path in theirs:
                (site / path).unlink()
            theirs = dict([foreign] if foreign else [])
            for path, data in theirs.items():
                (site / path).parent.mkdir(exist_ok=True)
                (site / path).write_bytes(data)
        assert {path.name for path in Path(folder).iterdir()} == {"_site", "._site.cache"}


def published_in(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if name != MARKER}


def test_what_is_as_it_was_is_linked_once_for_all_later_sites(tmp_path: Path) -> None:
    site = tmp_path / "_site"
    (tmp_path / "._site.cache").mkdir()
    publish({"index.html": b"a", "same.html": b"s"}, site)
    before = (site / "same.html").lstat()
    for data in (b"b", b"c"):
        publish({"index.html": data, "same.html": b"s"}, site)

    publish({"index.html": b"d", "same.html": b"s"}, site)

    after = (site / "same.html").lstat()
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)
    assert published(tmp_path / "._site.cache" / TWIN) == {"index.html": b"c", "same.html": b"s"}


def test_what_comes_while_a_site_is_published_stays(tmp_path: Path) -> None:
    site, notes = tmp_path / "_site", [f"note-{number}" for number in range(2000)]
    (tmp_path / "._site.cache").mkdir()
    publish({"index.html": b"first"}, site)

    def leave_notes() -> None:
        for note in notes:
            (site / note).write_bytes(b"")

    with ThreadPoolExecutor(1) as pool:
        leaving = pool.submit(leave_notes)
        for number in count():
            publish({"index.html": str(number).encode()}, site)
            if leaving.done():
                break
    leaving.result()
    assert {path.name for path in site.iterdir()} == {"index.html", MARKER, *notes}


# --- where it may lie ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "code"),
    [
        ("/", "output-around"),
        (".", "output-around"),
        ("..", "output-around"),
        ("content", "output-around"),
        ("content/site", "output-within"),
        ("templates/../templates/site", "output-within"),
        ("alias/site", "output-within"),
        ("targets.yaml", "output-no-folder"),
        ("dangling", "output-link"),
        ("photos", "output-not-ours"),
    ],
)
def test_a_site_has_a_place_of_its_own(
    output: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("content", "templates", "photos"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one").touch()
    (tmp_path / "targets.yaml").touch()
    (tmp_path / "alias").symlink_to("content")
    (tmp_path / "dangling").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError) as raised:
        require_place(Path(output), [Path("content"), Path("templates"), Path("targets.yaml")])
    assert codes(raised) == [code]


def test_a_folder_inside_a_project_may_hold_its_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    require_place(tmp_path / "content-site", [tmp_path / "content"])
    require_place(tmp_path / "public/deep", [tmp_path / "content"])
