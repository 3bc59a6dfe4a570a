import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import fsspec
import pytest

from tests.projects import SMALL_DATE, small_project, tree
from tests.stores import NEVER, FailingFileSystem
from tracker.cli import main
from tracker.errors import InputError
from tracker.manifest import PATH as MANIFEST
from tracker.manifest import with_manifest
from tracker.output import MARKER
from tracker.places import Address, folder_of, place_of
from tracker.publish import publish as publish_folder
from tracker.remote import PIECE, publish, published

SITE = Address("memory", "bucket/site")
LISTS = {MANIFEST, MARKER}
HREF = re.compile(rb"href=(\S+)")
OLD = with_manifest({
    "index.html": b"href=list.html",
    "list.html": b"href=targets/a.html href=targets/b.html href=site.css",
    "targets/a.html": b"href=site.css",
    "targets/b.html": b"href=targets/a.html",
    "site.css": b"old",
})  # fmt: skip
NEW = with_manifest({
    "index.html": b"href=list.html href=a-new-list.html",
    "list.html": b"href=targets/a.html href=targets/c.html href=site.css",
    "a-new-list.html": b"href=targets/a.html href=targets/c.html href=pictures/c.png",
    "targets/a.html": b"href=targets/c.html",
    "targets/c.html": b"href=pictures/c.png href=site.css",
    "pictures/c.png": b"new",
    "site.css": b"new",
})  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_stands() -> Iterator[None]:
    yield
    clear()


def clear() -> None:
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]
    FailingFileSystem.left = NEVER


def everything(site: Address = SITE) -> dict[str, bytes]:
    memory = fsspec.filesystem("memory")
    root = f"/{site.rest}"
    return {path.removeprefix(f"{root}/"): memory.cat(path) for path in memory.find(root)}


def stands(site: Address = SITE) -> dict[str, bytes]:
    return {name: data for name, data in everything(site).items() if name != MARKER}


def codes(raised: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in raised.value.problems]


def put(name: str, data: bytes) -> None:
    fsspec.filesystem("memory").pipe(f"/{SITE.rest}/{name}", data)


class Asked(dict[str, bytes]):
    """Files that remember whose contents were asked for."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> bytes:
        self.names.add(name)
        return super().__getitem__(name)


def test_a_site_at_an_address_is_the_one_in_a_folder(tmp_path: Path) -> None:
    assert publish(OLD, SITE) == publish_folder(OLD, tmp_path / "_site") == 7
    assert everything() == tree(tmp_path / "_site")
    assert published(SITE) == OLD.keys()


def test_the_same_again_asks_for_no_contents() -> None:
    publish(OLD, SITE)
    files = Asked(OLD)

    assert publish(files, SITE) == 0
    assert files.names == {MANIFEST}


def test_only_what_differs_is_written() -> None:
    publish(OLD, SITE)
    files = Asked(with_manifest({**OLD, "targets/b.html": b"new"}))

    assert publish(files, SITE) == 2
    assert files.names == {"targets/b.html", MANIFEST}
    assert stands() == dict(files)


def test_many_files_are_written_piece_by_piece() -> None:
    files = with_manifest({f"targets/{number}.html": b"" for number in range(2 * PIECE + 1)})
    told: list[tuple[int, int]] = []

    publish(files, SITE, lambda done, total: told.append((done, total)))

    assert told == [(PIECE * turn, 2 * PIECE + 1) for turn in range(3)]
    assert stands() == files


def test_pages_that_are_gone_go_and_foreign_files_stay() -> None:
    publish(OLD, SITE)
    put("targets/mine.html", b"ours to keep")
    put("a.jpg", b"likewise")

    publish(NEW, SITE)

    assert stands() == {**NEW, "targets/mine.html": b"ours to keep", "a.jpg": b"likewise"}


def test_a_prefix_of_someone_else_is_refused() -> None:
    put("holiday.jpg", b"x")

    for site in (SITE, Address("memory", "bucket")):
        with pytest.raises(InputError) as raised:
            publish(OLD, site)
        assert codes(raised) == ["output-not-ours"]
    with pytest.raises(InputError) as raised:
        publish(OLD, SITE / "holiday.jpg")
    assert codes(raised) == ["output-no-folder"]
    assert everything() == {"holiday.jpg": b"x"}


@pytest.mark.parametrize("others", [0, 200])
def test_a_name_of_ours_that_somebody_else_has_taken_is_refused(others: int) -> None:
    """Also among many new ones."""
    publish(OLD, SITE)
    put("targets/c.html", b"ours to keep")
    before = everything()
    more = {f"targets/{number}.html": b"" for number in range(others)}

    with pytest.raises(InputError) as raised:
        publish(with_manifest({**NEW, **more}), SITE)
    assert codes(raised) == ["output-taken"]
    assert everything() == before


def test_a_list_of_sums_that_is_damaged_is_not_believed() -> None:
    publish(OLD, SITE)
    put(MANIFEST, b"0" * 64)
    put("site.css", b"damaged")

    publish(OLD, SITE)

    assert stands() == OLD


@pytest.mark.parametrize("listed", [b"../other\n", b"/etc/passwd\n", b"a\\b\n"])
def test_a_list_that_leads_elsewhere_is_refused(listed: bytes) -> None:
    publish(OLD, SITE)
    put(MARKER, listed)

    with pytest.raises(InputError) as raised:
        publish(NEW, SITE)
    assert codes(raised) == ["marker-damaged"]


def test_a_name_that_is_a_pattern_takes_nothing_else_away() -> None:
    publish(OLD, SITE)
    put(MARKER, everything()[MARKER] + b"*\ntargets/*\n")
    put("targets/mine.html", b"ours to keep")

    publish(NEW, SITE)

    assert stands() == {**NEW, "targets/mine.html": b"ours to keep"}


def test_a_list_that_was_cut_off_takes_nothing_else_away() -> None:
    """As where a store was interrupted that does not write a file as a whole."""
    publish(OLD, SITE)
    put(MARKER, everything()[MARKER][:-3])
    put("targets/b.ht", b"ours to keep")

    publish(NEW, SITE)

    assert stands() == {**NEW, "targets/b.ht": b"ours to keep"}


# --- interrupted --------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [{}, OLD])
@pytest.mark.parametrize("after", [NEW, OLD])
def test_wherever_it_is_interrupted_no_link_is_broken_and_the_next_run_mends_it(
    before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    """The next run may be of another site than the one that was interrupted."""
    site = Address("failing", SITE.rest)
    for changes in count():
        clear()
        if before:
            publish(before, site)
        FailingFileSystem.left = changes
        if succeeds(site):
            assert changes > len(NEW)
            return
        assert not broken(everything())
        FailingFileSystem.left = NEVER
        publish(after, site)
        assert stands() == after


def succeeds(site: Address) -> bool:
    with suppress(InputError):
        publish(NEW, site)
        return True
    return False


@pytest.mark.parametrize(("changes", "code"), [(0, "remote-failing"), (3, "remote-half-done")])
def test_it_is_said_whether_anything_was_changed(changes: int, code: str) -> None:
    FailingFileSystem.left = changes

    with pytest.raises(InputError) as raised:
        publish(NEW, Address("failing", SITE.rest))
    assert codes(raised) == [code]
    assert raised.value.problems[0].details == {"error": "the line is cut"}
    assert bool(everything()) == (changes > 0)


def broken(files: dict[str, bytes]) -> set[str]:
    """Links that lead nowhere, on pages to which the home page leads."""
    seen, ahead = set[str](), {"index.html"} & files.keys()
    while ahead:
        seen |= ahead
        found = {link.decode() for name in ahead for link in HREF.findall(files[name])}
        if missing := found - files.keys():
            return missing
        ahead = found - seen
    return set()


# --- addresses ----------------------------------------------------------------------------------


def test_what_is_written_is_a_folder_or_an_address(tmp_path: Path) -> None:
    assert place_of("_site") == Path("_site")
    assert place_of("C:\\site") == Path("C:\\site")
    assert place_of("S3://bucket/a//b/") == Address("s3", "bucket/a//b")
    assert place_of(tmp_path.as_uri()) == place_of(f"file://localhost{tmp_path}") == tmp_path


@pytest.mark.parametrize("written", ["s3:/bucket", "s3:bucket", "s3：//b", "s3://", "file://a/b"])
def test_what_was_to_be_an_address_is_no_folder(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--output", written]) == 2
    assert written in capsys.readouterr().err


def test_a_command_that_has_no_use_for_an_address_says_so() -> None:
    with pytest.raises(ValueError, match="s3"):
        folder_of("s3://bucket/site")
    assert main(["serve", "--output", "s3://bucket/site"]) == 2


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://example.org/site", "remote-unknown"),
        ("nowhere://bucket/site", "remote-unknown"),
        ("oss://bucket/site", "remote-driver"),
        ("ftp://127.0.0.1:1/site", "remote-failing"),
    ],
)
def test_an_address_that_cannot_be_reached_is_a_problem(address: str, code: str) -> None:
    found = place_of(address)
    assert isinstance(found, Address)

    with pytest.raises(InputError) as raised:
        publish(OLD, found)
    assert codes(raised) == [code]


def test_a_password_is_not_shown() -> None:
    with pytest.raises(InputError) as raised:
        publish(OLD, Address("nowhere", "editor:secret@host/site"))
    assert raised.value.problems[0].where.path == "nowhere://…@host/site"


def test_a_project_is_built_to_an_address_where_no_target_may_vanish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_project(tmp_path))
    words = ["build", "--date", SMALL_DATE.isoformat(), "--lang", "en", "--output"]

    assert main([*words, SITE.url]) == 0
    assert SITE.url in capsys.readouterr().out
    site = everything()
    assert site["index.html"].startswith(b"<!DOCTYPE html>")
    put(MARKER, site[MARKER] + b"targets/vanished.html\n")
    assert main([*words, SITE.url]) == 1
    assert "vanished" in capsys.readouterr().err
    assert everything() == {**site, MARKER: site[MARKER] + b"targets/vanished.html\n"}
