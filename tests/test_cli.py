import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.projects import ROOT, SMALL_DATE, small_project, tree
from tracker.cli import main

DATE = ["--date", SMALL_DATE.isoformat()]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    return tmp_path


def test_build_says_where_the_site_is(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*DATE, "--lang", "en"]) == 0

    out, err = capsys.readouterr()
    assert "_site/index.html" in out
    assert err == ""


def test_no_words_at_all_build_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `make site` runs it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2099, 11, 5, tzinfo=UTC).timestamp())))

    assert main([]) == 0
    assert "_site/index.html" in capsys.readouterr().out


def test_check_publishes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *DATE, "--lang", "zh"]) == 0

    assert "检查通过：10个目标" in capsys.readouterr().out
    assert not (project / "_site").exists()


@pytest.mark.parametrize("words", [["publish"], ["--date", "tomorrow"], ["--lang", "fr"]])
def test_wrong_usage_exits_with_2(words: list[str], project: Path) -> None:
    assert main(words) == 2


@pytest.mark.parametrize("written", ["－－format", "—format", "--formt", "--fomat=json"])
def test_an_option_written_with_a_slip_is_answered_with_the_one_meant(
    written: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", written, "--lang", "zh"]) == 2
    assert "是否想写--format？" in capsys.readouterr().err


def test_a_terminal_that_knows_another_encoding_is_spoken_to_in_it(project: Path) -> None:
    words = [sys.executable, str(ROOT / "build.py"), "check", *DATE, "--lang", "zh"]

    for encoding, expected in (("gbk", "gbk"), ("ascii", "utf-8")):
        told = subprocess.run(words, capture_output=True, env={"PYTHONIOENCODING": encoding})
        assert "检查通过" in told.stdout.decode(expected)


def test_messages_follow_the_locale(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")

    main(["check", *DATE])

    assert "检查通过" in capsys.readouterr().out


def test_other_folders_may_be_named(project: Path) -> None:
    (project / "content").rename(project / "words")
    (project / "targets.yaml").rename(project / "promises.yaml")
    names = ["--content", "words", "--targets", "promises.yaml", "--output", "public"]

    assert main([*DATE, *names]) == 0
    assert (project / "public/index.html").exists()


def test_a_folder_that_is_not_ours_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "photos").mkdir()
    (project / "photos/holiday.jpg").write_bytes(b"x")

    assert main([*DATE, "--output", "photos"]) == 1
    assert tree(project / "photos") == {"holiday.jpg": b"x"}
    assert "photos" in capsys.readouterr().err


def test_a_file_saved_by_notepad_is_read(project: Path) -> None:
    path = project / "targets.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert main(["check", *DATE]) == 0


@pytest.mark.parametrize("written", ["2099年10月31日", "2099-10-31", "２０９９-10-31"])
def test_a_date_is_published_in_one_form_however_it_is_written(written: str, project: Path) -> None:
    path = project / "targets.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("as_of: 2099-10-31", f"as_of: {written}", 1), "utf-8")

    assert main(DATE) == 0
    data = json.loads((project / "_site/data/targets.json").read_text("utf-8"))
    roads = next(row for row in data["targets"] if row["id"] == "new-roads")
    assert roads["updates"][0]["as_of"] == "2099-10-31"


def test_a_renamed_target_leaves_its_address_behind(project: Path) -> None:
    main(DATE)
    path = project / "targets.yaml"
    renamed = "- id: all-bridges\n  formerly: [bridges]\n"
    path.write_text(path.read_text("utf-8").replace("- id: bridges\n", renamed), "utf-8")

    assert main(DATE) == 0
    old = (project / "_site/targets/bridges.html").read_text("utf-8")
    assert 'href="../targets/all-bridges.html"' in old
    assert main(DATE) == 0


def test_the_least_an_editor_must_write(project: Path) -> None:
    """Bound and deadline come from the report; a change of the target is recorded beside it."""
    path = project / "targets.yaml"
    text = path.read_text("utf-8").replace('  bound: "<="\n  deadline: 2099-12-31\n', "")
    revision = (
        "  revisions:\n  - {date: 2099-07-01, from: 3座, to: 2座, value: 2, authority: 虚构市政府, "
        "document: bulletin}\n"
    )
    path.write_text(text.replace("- id: jia-bridge", revision + "- id: jia-bridge"), "utf-8")

    assert main(DATE) == 0
    limit = (project / "_site/targets/approval-time.html").read_text("utf-8")
    assert "不超过" in limit
    assert "2099年12月31日" in limit
    assert "报告未写明时限" in limit
    assert "由“3座”改为“2座”" in (project / "_site/targets/bridges.html").read_text("utf-8")
