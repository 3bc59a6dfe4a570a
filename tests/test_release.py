"""What goes with a release: licences that are allowed, the same bytes, and no false all-clear."""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from release.__main__ import sums
from release.advisories import known_in
from release.archive import archive, changes
from release.audit import NONE_KNOWN, NOT_ASKED, SOME_KNOWN, findings, found_in, verdict
from release.licences import ALLOWED, LISTING, licence_of, licences_in, listing
from release.pinned import PROJECT, Pin, pinned, pins_in
from release.sbom import checked, sbom

PINS = """\
jinja2==3.1.6 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via duixian (pyproject.toml)
markupsafe==3.0.4 ; python_version < '4' \\
    --hash=sha256:{a}
    # via
    #   duixian (pyproject.toml)
    #   jinja2
""".format(a="a" * 64, b="b" * 64)


def test_a_pin_has_its_files_and_who_needs_it() -> None:
    assert tuple(pins_in(PINS)) == (
        Pin("jinja2", "3.1.6", ("a" * 64, "b" * 64), (PROJECT,)),
        Pin("markupsafe", "3.0.4", ("a" * 64,), (PROJECT, "jinja2")),
    )


@pytest.mark.parametrize("name", ["site", "test", "release", "fuzz"])
def test_every_package_is_pinned_with_hashes_and_has_its_reason(name: str) -> None:
    pins = pinned(name)
    names = {pin.name for pin in pins}
    assert len(pins) > 20
    for pin in pins:
        assert pin.hashes
        assert set(pin.needed_by) <= {*names, PROJECT}, pin.name


def test_the_licences_of_the_site_are_allowed() -> None:
    found = {pin.name: licences_in(licence_of(pin.name)) for pin in pinned("site")}
    assert {name for name, licences in found.items() if not licences <= ALLOWED} == set()


def test_no_package_at_all_is_under_the_gpl() -> None:
    for name in ("test", "release", "fuzz"):
        for pin in pinned(name):
            assert "GPL" not in licence_of(pin.name), pin.name


def test_the_listing_is_of_the_pinned_packages() -> None:
    assert LISTING.read_text("utf-8") == listing(), "make licences"


def test_an_open_licence_has_to_be_read() -> None:
    with pytest.raises(LookupError, match="no-such-package"):
        licence_of("no-such-package")


def test_the_list_of_what_is_inside_is_the_same_again_and_tells_no_time() -> None:
    made = sbom("2099.1", pins_in(PINS))
    assert made == sbom("2099.1", reversed(tuple(pins_in(PINS))))

    told = json.loads(made)
    assert told["specVersion"] == "1.6"
    assert {"serialNumber", "timestamp"}.isdisjoint({*told, *told["metadata"]})
    first, second = told["components"]
    assert first["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    [files] = first["externalReferences"]
    assert [one["content"] for one in files["hashes"]] == ["a" * 64, "b" * 64]
    ties = {one["ref"]: one.get("dependsOn", []) for one in told["dependencies"]}
    assert ties == {
        "duixian": [first["bom-ref"], second["bom-ref"]],
        first["bom-ref"]: [second["bom-ref"]],
        second["bom-ref"]: [],
    }


def test_a_list_that_the_standard_does_not_know_is_not_given_out() -> None:
    with pytest.raises(AssertionError, match="bomFormat"):
        checked(json.dumps({"bomFormat": "another", "specVersion": "1.6"}))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "text.txt").write_bytes(b"one\ntwo\n")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init"], ["add", "."], [*who, "commit", "--message", "first"]):
        subprocess.run(["git", *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder


def test_two_clones_give_the_same_archive_whatever_is_set_in_them(
    repository: Path, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", repository, clone], check=True)
    for name, value in (("core.autocrlf", "true"), ("tar.umask", "0077")):
        subprocess.run(["git", "-C", clone, "config", name, value], check=True)

    made = archive(clone, "x-1")
    assert made == archive(repository, "x-1")
    with tarfile.open(fileobj=BytesIO(made)) as packed:
        assert packed.getnames() == ["x-1", "x-1/text.txt"]


def test_what_is_not_committed_is_seen(repository: Path) -> None:
    assert changes(repository) == ""
    (repository / "new.txt").touch()
    (repository / "text.txt").write_text("three", "utf-8")
    assert changes(repository).splitlines() == [" M text.txt", "?? new.txt"]


def test_the_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    files = {"b.txt": b"b", "a.txt": b"a"}
    for name, data in {**files, "sums": sums(files)}.items():
        (tmp_path / name).write_bytes(data)
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "sums"], cwd=tmp_path, check=True
    )


def told(*rows: Mapping[str, object]) -> str:
    """As pip-audit reports."""
    return json.dumps({"dependencies": rows, "fixes": []})


SAFE = {"name": "safe", "version": "1", "vulns": []}
SKIPPED = {"name": "skipped", "skip_reason": "Dependency not found"}
OPEN = {"name": "open", "version": "1", "vulns": [{"id": "PYSEC-2099-1", "fix_versions": ["2"]}]}
AUDITS = {
    "cut off": ("", NOT_ASKED, "no database was reached"),
    "no answer": (told(SKIPPED), NOT_ASKED, "no database was reached"),
    "half an answer": (told(SAFE, SKIPPED), NOT_ASKED, "did not answer for skipped"),
    "safe": (told(SAFE), NONE_KNOWN, "no vulnerability is known of 1 packages"),
    "open": (told(SAFE, SKIPPED, OPEN), SOME_KNOWN, "open 1: PYSEC-2099-1, mended in 2"),
}


@pytest.mark.parametrize("case", AUDITS)
def test_that_nothing_was_asked_is_not_that_nothing_is_known(case: str) -> None:
    report, code, words = AUDITS[case]
    exit_code, said = verdict(findings(report))
    assert exit_code == code
    assert words in said


RECORD = """\
id: PYSEC-2099-7
affected:
- package: {name: made-up, ecosystem: PyPI}
  ranges:
  - type: ECOSYSTEM
    events: [{introduced: '0'}, {fixed: '1.2'}, {introduced: '2.0'}, {last_affected: '2.3'}]
  versions: [3.0rc1]
"""


@pytest.mark.parametrize(
    ("version", "affected"),
    [("1.1", True), ("1.2", False), ("1.10", False), ("2.0", True), ("2.3", True), ("2.4", False),
     ("3.0rc1", True)],
)  # fmt: skip
def test_an_advisory_of_a_clone_is_found_for_the_versions_that_it_names(
    version: str, affected: bool, tmp_path: Path
) -> None:
    (tmp_path / "vulns/made-up").mkdir(parents=True)
    (tmp_path / "vulns/made-up/PYSEC-2099-7.yaml").write_text(RECORD, "utf-8")
    pin = Pin("Made_up", version, (), ())

    assert list(known_in(tmp_path, [pin])) == [(pin, "PYSEC-2099-7", ("1.2",))] * affected


def test_a_folder_that_is_no_clone_is_no_answer(tmp_path: Path) -> None:
    assert verdict(found_in(tmp_path))[0] == NOT_ASKED
