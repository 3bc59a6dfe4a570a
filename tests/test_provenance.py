"""The site says from what it was made, and a copy of it can be held against its list."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from gzip import compress
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import SMALL_DATE, inputs, real_assessment, real_files, small_project
from tracker.cli import main
from tracker.errors import InputError, Problem
from tracker.manifest import PATH, digest, digests, listing, with_manifest
from tracker.pipeline import assess, build_files
from tracker.provenance import PATH as BUILD_INFO
from tracker.provenance import changed_since, folder_digest
from tracker.publish import publish
from tracker.verify import Verified, verify

NAMES = st.from_regex(r"[a-z0-9公]{1,4}(/[a-z0-9公.]{1,4}[a-z])?", fullmatch=True)
FILES = {"index.html": b"home", "targets/road.html": b"road", BUILD_INFO: b"{}"}


# --- the list ----------------------------------------------------------------------------------


@given(st.dictionaries(NAMES, st.binary(max_size=9)))
def test_what_is_listed_is_read_again(files: dict[str, bytes]) -> None:
    assert digests(listing(files)) == {
        path: sha256(data).hexdigest() for path, data in files.items()
    }


@pytest.mark.parametrize(
    "path",
    ["/etc/passwd", "../secret", "a/../../b", "a//b", "a/", "", ".", "a\\b"],
)
def test_a_list_that_leads_out_of_the_site_is_none(path: str) -> None:
    with pytest.raises(ValueError, match="1"):
        digests(f"{'0' * 64}  {path}\n".encode())


def test_the_list_names_every_file_of_the_site_but_itself() -> None:
    files = real_files()

    assert set(digests(files[PATH])) == set(files) - {PATH}
    assert with_manifest(files) == files


@pytest.mark.skipif(not which("sha256sum"), reason="there is no sha256sum on this system")
def test_the_list_is_one_for_sha256sum(tmp_path: Path) -> None:
    publish(real_files(), tmp_path / "_site")

    command = ["sha256sum", "--check", "--strict", "--quiet", PATH]
    done = subprocess.run(command, cwd=tmp_path / "_site", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


# --- from what ---------------------------------------------------------------------------------


def test_the_inputs_are_named_by_their_hashes(tmp_path: Path) -> None:
    project = small_project(tmp_path)

    info = json.loads(build_files(inputs(project), SMALL_DATE)[BUILD_INFO])

    assert info["as_of"] == SMALL_DATE.isoformat()
    assert info["rules_version"] == "1"
    assert set(info["inputs"]) == {
        "targets.yaml", *(f"content/{path.name}" for path in (project / "content").iterdir()),
    }  # fmt: skip
    for name, expected in info["inputs"].items():
        assert sha256((project / name).read_bytes()).hexdigest() == expected
    assert set(info["program"]) == {"version", "tracker", "templates", "assets"}


def test_what_programs_hide_in_a_folder_has_no_say(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/index").write_text("1")
    (tmp_path / ".DS_Store").write_text("1")

    assert folder_digest(tmp_path) == digest(b"")


def test_a_template_has_its_say_in_what_the_site_was_made_from(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = json.loads(build_files(inputs(project), SMALL_DATE)[BUILD_INFO])
    with (project / "templates/pages/home.html").open("a") as template:
        template.write("\n")

    after = json.loads(build_files(inputs(project), SMALL_DATE)[BUILD_INFO])

    changed = {
        name for name in before["program"] if before["program"][name] != after["program"][name]
    }
    assert changed == {"templates"}
    assert before["inputs"] == after["inputs"]


def test_about_shows_the_hashes_of_the_printed_text_and_of_the_targets() -> None:
    assessment, files = real_assessment(), real_files()
    about = files["about.html"].decode()

    printed = sha256(files["report/yuncheng-2023.txt"]).hexdigest()
    assert 'href="report/yuncheng-2023.txt"' in about
    assert f"<code>{printed}</code>" in about
    assert f"<code>{assessment.inputs['targets.yaml']}</code>" in about


def test_what_is_saved_while_the_site_is_built_is_noticed(tmp_path: Path) -> None:
    project = inputs(small_project(tmp_path))
    assessment = assess(project, SMALL_DATE)
    assert not list(changed_since(assessment.inputs, project))

    with project.targets.open("a") as file:
        file.write("\n")
    (project.content / "new.md").write_text("---\ntitle: 新页\n---\n")

    assert [(str(one.where), one.code) for one in changed_since(assessment.inputs, project)] == [
        ("content/new.md", "input-changed"),
        ("targets.yaml", "input-changed"),
    ]


# --- a copy ------------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    publish(with_manifest(FILES), tmp_path / "_site")
    return tmp_path / "_site"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(folder: Path, answers: type[Quiet] = Quiet) -> Iterator[str]:
    handler = partial(answers, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def faults(copy: str, trusted: Path | None = None) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as raised:
        verify(copy, trusted)
    return [fault(problem, copy) for problem in raised.value.problems]


def fault(problem: Problem, copy: str) -> tuple[str, str]:
    return str(problem.where).removeprefix(copy).lstrip("/"), problem.code


def test_a_copy_as_it_was_built_is_verified(copy: Path) -> None:
    for name in ("CNAME", ".htaccess"):
        (copy / name).write_text("example.org")

    found = verify(str(copy), None)

    manifest = sha256((copy / PATH).read_bytes()).hexdigest()
    assert found == Verified(3, manifest, (".htaccess", "CNAME"), b"{}")
    with served(copy) as address:
        assert verify(address, None) == Verified(3, manifest, (), b"{}")


def test_what_was_changed_or_left_out_is_named(copy: Path) -> None:
    (copy / "index.html").write_bytes(b"hoem")
    (copy / "targets/road.html").unlink()

    expected = [("index.html", "copy-differs"), ("targets/road.html", "copy-missing")]
    assert faults(str(copy)) == expected
    with served(copy) as address:
        assert faults(address) == expected


def test_who_changes_the_list_too_is_found_by_a_list_kept_elsewhere(
    copy: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_bytes((copy / PATH).read_bytes())
    publish(with_manifest({**FILES, "index.html": b"other"}), copy)

    assert verify(str(copy), None)
    assert faults(str(copy), kept) == [
        ("index.html", "copy-differs"),
        (PATH, "copy-list-differs"),
    ]


def test_a_copy_without_a_list_a_damaged_list_and_no_server(copy: Path, tmp_path: Path) -> None:
    assert faults(str(tmp_path)) == [(PATH, "copy-list-missing")]
    (copy / PATH).write_text(f"{'0' * 64}  ok\nhello\n")
    assert faults(str(copy)) == [(f"{PATH}:2", "copy-list-damaged")]
    with served(copy) as address:
        pass
    assert faults(address) == [(PATH, "copy-unreadable")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_kept_by_a_program_for_text_is_still_the_list(
    copy: Path, tmp_path: Path, encoding: str
) -> None:
    kept = tmp_path / "kept.txt"
    lines = (copy / PATH).read_text().replace("\n", "\r\n")
    kept.write_bytes(lines.encode(encoding))

    assert verify(str(copy), kept) == verify(str(copy), None)


@pytest.mark.parametrize("line", [
    "index.html", "a/../b", "/etc/hosts", "C:/a", "a\\b", "a\r", "a\u202eb"
])  # fmt: skip
def test_no_list_names_a_file_twice_or_one_outside_of_the_site(copy: Path, line: str) -> None:
    written = (copy / PATH).read_bytes()
    count = written.count(b"\n")
    (copy / PATH).write_bytes(written + f"{'0' * 64}  {line}\n".encode())
    assert faults(str(copy)) == [(f"{PATH}:{count + 1}", "copy-list-damaged")]


def test_a_list_of_nothing_and_an_endless_one_verify_nothing(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.verify.LARGEST_LIST", 100)
    assert faults(str(copy)) == [(PATH, "copy-unreadable")]
    (copy / PATH).write_bytes(b"")
    assert faults(str(copy)) == [(PATH, "copy-list-missing")]


class Unhelpful(Quiet):
    """Answers /WAY/path in the way that is asked for."""

    def do_GET(self) -> None:
        _, way, name = self.path.split("/", 2)
        self.path = f"/{name}"
        data = Path(self.translate_path(self.path)).read_bytes()
        if way == "moved":
            self.send_response(302)
            self.send_header("Location", f"http://localhost:1/{name}")
            self.end_headers()
            return
        if way == "within":
            self.send_response(301)
            self.send_header("Location", f"/plain/{name}")
            self.end_headers()
            return
        self.send_response(200)
        packed = compress(data) if way == "packed" else data
        if way == "packed":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed[:-1] if way == "short" and name != PATH else packed)


def test_a_server_may_compress_and_redirect_but_not_elsewhere(copy: Path) -> None:
    with served(copy, Unhelpful) as address:
        whole = verify(f"{address}plain/", None)
        for way in ("packed", "within", "plain/?query#place"):
            assert verify(f"{address.replace('http', 'HTTP')}{way}", None) == whole
        assert faults(f"{address}moved") == [(PATH, "copy-elsewhere")]
        assert {code for _, code in faults(f"{address}short")} == {"copy-unreadable"}


def test_an_address_that_is_none_is_said_to_be_none() -> None:
    for address in ("http://[", "http://", "https://:1/", "http://a:99999999/"):
        assert faults(address)[0][1] == "copy-list-missing"


def test_the_command_says_what_it_found(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(copy), "--lang", "en"]) == 0
    assert "all 3 files are as the list says" in capsys.readouterr().out
    (copy / "index.html").write_bytes(b"hoem")
    assert main(["verify", str(copy), "--lang", "en"]) == 1
    assert "index.html: this file is not what the list says" in capsys.readouterr().err
