"""The preview, asked without a browser."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.previewing import DATE, Preview, clean_build, previewing, program_with_small_project
from tests.projects import ROOT, SMALL_DATE, inputs, small_project
from tracker.errors import Problem, Where
from tracker.inputs import silent
from tracker.output import MARKER
from tracker.preview.project import Project
from tracker.preview.replies import TYPES
from tracker.preview.state import Built, Latest, State
from tracker.serve import Workshop, days

ADDED = re.compile(rb'<link rel="stylesheet" href="/_preview.css[^>]*><script [^>]*></script>')
ALLOWED = b"trusted-types 'allow-duplicates' duixian-preview "


def as_built(page: bytes) -> bytes:
    """Without what the preview adds."""
    return ADDED.sub(b"", page.replace(ALLOWED, b"trusted-types ", 1), count=1)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One for all tests: each leaves the project as it found it, or good."""
    program = program_with_small_project(tmp_path_factory.mktemp("program"))
    with previewing(program, "--port", "0") as running:
        yield running


def test_what_is_served_is_what_a_clean_build_makes(preview: Preview) -> None:
    edition = preview.once()
    changes = (
        ("targets.yaml", "title: 新建公路", "title: 新修的公路"),
        ("content/about.md", "\n---\n", "\n---\n再加一段。\n\n"),
        # a macro of a macro of a page
        ("templates/components/seal.html", "<svg", '<svg data-changed="yes"'),
        ("assets/css/base.css", "body {", "body { color: inherit;"),
    )
    for change in changes:
        preview.change(*change)
        edition = preview.once(unlike=edition)

    built = clean_build(preview.project)
    del built[MARKER], built["sw.js"]
    served = {name: preview.ask(f"/{name}")[1] for name in built}
    assert {name: as_built(body) for name, body in served.items()} == built
    assert {Path(name).suffix for name in built} <= TYPES.keys()
    assert b'data-changed="yes"' in served["targets/bridges.html"]


def test_only_what_has_its_version_in_its_address_is_fetched_once(preview: Preview) -> None:
    preview.once()
    page = preview.ask("/targets/new-roads.html")[1].decode()
    versioned = re.search(r"assets/site\.css\?v=\w+", page)
    assert versioned

    addresses = (f"/{versioned[0]}", "/assets/site.css", "/assets/site.css?v=0", "/index.html")
    kept = ["immutable" in preview.ask(one)[0].headers["Cache-Control"] for one in addresses]

    assert kept == [True, False, False, False]


def test_several_saves_at_once_are_one_and_the_last_one_counts(preview: Preview) -> None:
    edition = preview.once()
    path = preview.project / "targets.yaml"
    good = path.read_text("utf-8")

    for number in range(50):
        beside = path.with_name("targets.yaml.tmp")
        beside.write_text(good.replace("title: 植树", f"title: 植树第{number}稿"), "utf-8")
        beside.replace(path)
    builds = []
    for news in preview.news():
        builds.append(news["build"])
        if news["edition"] != edition and "植树第49稿".encode() in preview.ask("/targets.html")[1]:
            break

    assert len(builds) < 10


def test_a_file_that_is_gone_comes_back(preview: Preview) -> None:
    edition = preview.once()
    for name in ("targets.yaml", "content", "templates"):
        away = preview.project / f"{name}.away"
        (preview.project / name).rename(away)
        assert preview.once(mended=False) == edition

        away.rename(preview.project / name)
        assert preview.once() == edition


def test_a_mistake_of_the_program_ends_nothing(preview: Preview) -> None:
    edition = preview.once()
    script = preview.project / "assets/js/filter.js"
    whole = script.read_bytes()
    script.write_bytes(b"\xff")
    assert preview.once(mended=False) == edition
    told = next(preview.news())["overlay"]
    script.write_bytes(whole)

    assert preview.once() == edition
    assert "程序自己出错了：UnicodeDecodeError：" in told
    assert "tracker/render/assets.py" in told


def test_a_page_shown_ahead_of_a_build_that_fails_is_taken_back(preview: Preview) -> None:
    edition, page = preview.once(), "targets/new-roads.html"
    good = preview.ask(f"/{page}")[1]
    news = preview.news(page)
    shown = next(news)["edition"]

    preview.change("targets.yaml", "title: ", "title: 又是")
    preview.change("content/about.md", "\n---\n", "\n---\n[没有这一页](nothing.html)\n\n")

    assert next(one for one in news if one["overlay"])["edition"] == shown
    assert preview.ask(f"/{page}")[1] == good
    preview.change("content/about.md", "[没有这一页](nothing.html)\n\n", "")
    preview.change("targets.yaml", "title: 又是", "title: ")
    preview.again(edition)


@pytest.mark.parametrize(
    ("name", "page", "is_ahead"),
    [
        ("targets/a.html", b"<assets/site.css?v=1> 2", True),
        ("targets/b.html", b"<assets/site.css?v=1> 2", False),  # nobody looks at it
        ("targets/a.html", b"<assets/site.css?v=2> 2", False),  # which is not there yet
        ("index.html", b"<assets/site.css?v=1> 2", False),  # of all reports
    ],
)
def test_a_page_comes_ahead_of_its_site(name: str, page: bytes, is_ahead: bool) -> None:
    before = dict.fromkeys(
        ("targets/a.html", "targets/b.html", "index.html"), b"<assets/site.css?v=1> 1"
    )
    latest = Latest()
    latest.tell(State("first", Built(before, "/")))

    with latest.looking_at("targets/a.html"), latest.looking_at("index.html"):
        latest.show(name, page)

    shown = latest.state().site
    assert shown
    assert shown.files == ({**before, name: page} if is_ahead else before)


def test_nothing_comes_ahead_while_something_is_to_be_mended() -> None:
    problem = Problem(Where("targets.yaml", 1), "yaml", {})
    latest = Latest()
    latest.tell(State("first", Built({"targets/a.html": b"1"}, "/"), (problem,)))

    with latest.looking_at("targets/a.html"):
        latest.show("targets/a.html", b"2")

    assert latest.state().build == "first"


def test_a_save_during_a_build_begins_it_again(tmp_path: Path) -> None:
    project = inputs(small_project(tmp_path))
    on, path = (SMALL_DATE, SMALL_DATE), project.targets
    workshop = Workshop(project, tmp_path / "_site", unseen)
    workshop.built(on, silent)
    good, regions = path.read_text("utf-8"), []

    def save(step: str, _: int, total: int) -> None:
        if step == "rendering":
            regions.append(total)
            path.write_text(good.replace("title: 新建公路", "title: 最后存的公路"), "utf-8")

    path.write_text(good.replace("title: 新建公路", "title: 先存的公路"), "utf-8")
    files = workshop.built(on, save).files

    assert files == Workshop(project, tmp_path / "_site", unseen).built(on, silent).files
    assert "最后存的公路" in files["targets/new-roads.html"].decode()
    assert regions == [1, 1]  # the whole is not looked at, as it is where something is wrong


def unseen(name: str, page: bytes) -> None:
    """Nobody looks."""


def test_a_query_changes_nothing_and_the_type_is_said(preview: Preview) -> None:
    for name, kind in (("/", "text/html"), ("/sw.js", "text/javascript"), ("/updates.xml", "xml")):
        response, body = preview.ask(f"{name}?from=chat")
        assert response.status == 200
        assert kind in response.headers["Content-Type"]
        assert len(body) == int(response.headers["Content-Length"])


def test_a_head_is_a_get_without_a_body(preview: Preview) -> None:
    whole, body = preview.ask("/targets.html")
    head, nothing = preview.ask("/targets.html", "HEAD")

    assert (head.status, nothing) == (200, b"")
    assert head.headers["Content-Length"] == str(len(body))
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


@pytest.mark.parametrize("path", ["/nothing.html", "/targets/", "/targets", "/../build.py", "/%2e"])
def test_what_is_no_page_is_not_found(path: str, preview: Preview) -> None:
    response, body = preview.ask(path)

    assert response.status == 404
    assert "没有这个页面" in body.decode()


@pytest.mark.parametrize(
    "name",
    [
        "build.py",
        "../x.yaml",
        "content/../build.py",
        "/etc/passwd",
        "content",
        "",
        ".",
        "content/x.md",
        "content/%00.md",
        "%00/targets.yaml",
        f"content/{'x' * 300}.md",
    ],
)
def test_only_files_of_the_project_are_shown(name: str, preview: Preview) -> None:
    response, body = preview.ask(f"/_source?file={name}&line=1")

    assert response.status == 404
    assert "预览只给看这个项目的文件" in body.decode()


def test_what_steers_a_terminal_or_turns_a_line_round_is_shown_by_its_number(
    preview: Preview,
) -> None:
    page = preview.project / "content/turned.md"
    page.write_text("---\ntitle: 页\n---\nab\u202ec\x1b[31m\n")
    _, body = preview.ask("/_source?file=content/turned.md")
    page.unlink()

    assert "<code>ab&lt;U+202E&gt;c&lt;U+001B&gt;[31m</code>" in body.decode()


def test_a_link_out_of_the_project_is_not_followed(preview: Preview) -> None:
    (preview.project / "content/outside.md").symlink_to(preview.project / "build.py")

    assert preview.ask("/_source?file=content/outside.md")[0].status == 404
    (preview.project / "content/outside.md").unlink()


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "", "127.0.0.1.example.org"])
def test_another_name_that_leads_here_is_refused(host: str, preview: Preview) -> None:
    response, body = preview.ask("/", Host=host)

    assert (response.status, body) == (421, b"")


def test_a_port_in_use_is_passed_over_unless_it_was_asked_for(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", port, *DATE]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert port in run.stderr
    assert "Traceback" not in run.stderr


def test_the_next_free_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as holder:
        try:
            holder.bind(("127.0.0.1", 8000))
            holder.listen()
        except OSError:
            pass  # someone else has it, which will do
        with previewing(tmp_path) as running:
            assert 8000 < running.port < 8020
            assert running.said[0] == f"端口8000不能用，改用{running.port}\n"


def test_what_programs_keep_beside_a_file_is_no_input(tmp_path: Path) -> None:
    project = Project.of(inputs(tmp_path))
    content = tmp_path / "content"
    strangers = ("about.md~", ".about.md.swp", "about.md.tmp", "~$about.md", ".#about.md", "4913")

    assert project.holds(content / "about.md")
    assert project.holds(tmp_path / "targets.yaml")
    assert not any(project.holds(content / name) for name in strangers)
    assert not project.holds(tmp_path / "notes.md")


def test_a_preview_left_running_overnight_goes_along() -> None:
    evening, morning, asked = date(2099, 11, 4), date(2099, 11, 5), date(2099, 6, 30)

    assert days(evening, evening, morning) == (morning, morning)
    assert days(asked, evening, morning) == (asked, morning)
