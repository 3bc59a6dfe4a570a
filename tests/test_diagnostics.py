"""How a problem is shown: the line with its caret, rows for programs, remarks on a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.projects import SITES, SMALL_DATE, small_project
from tests.test_mistakes import made
from tracker.cli import main
from tracker.diagnostics import AFTER, BEFORE, SHOWN, UNSEEN, Diagnostic, diagnose, excerpt, to_text
from tracker.errors import Problem, Where
from tracker.messages import LANGUAGES
from tracker.messages.problems import PROBLEMS

DATE = ["--date", SMALL_DATE.isoformat()]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


@contextmanager
def with_strangers(project: Path, count: int) -> Iterator[None]:
    """As many keys that nobody knows."""
    path = project / "targets.yaml"
    before = path.read_text("utf-8")
    path.write_text("".join(f"x{n}x: 1\n" for n in range(count)) + before, "utf-8")
    with chdir(project):
        yield
    path.write_text(before, "utf-8")


def shown(problem: Problem, *lines: str) -> Diagnostic:
    return diagnose(problem, "zh", lambda path: lines)


def test_the_caret_stands_below_the_words_however_wide_they_are() -> None:
    problem = Problem(Where("a.yaml", 1, 8), "not-a-number", {"key": "value", "found": "许多"})

    assert to_text(shown(problem, "桥 value: 许多")).splitlines()[1:3] == [
        "    | 桥 value: 许多",
        "    | \u3000        ^^^^",
    ]


def test_a_whole_file_has_no_line() -> None:
    one = shown(Problem(Where("targets.yaml"), "file-missing"))

    assert to_text(one).splitlines()[0] == "targets.yaml: 没有这个文件 [file-missing]"
    assert "|" not in to_text(one)


def test_a_line_that_is_there_no_longer_is_not_shown() -> None:
    one = shown(Problem(Where("targets.yaml", 9, 1), "tab"), "report: x")

    assert to_text(one).startswith("targets.yaml:9:1: ")
    assert one.source == ""


@given(st.text(st.characters(codec="utf-8", exclude_characters="\t")), st.data())
def test_a_long_line_is_cut_around_the_place(line: str, data: st.DataObject) -> None:
    line = line.rstrip()
    start = data.draw(st.integers(0, max(len(line) - 1, 0)))

    words, place = excerpt(line, start)
    line = UNSEEN.sub("\ufffd", line)

    assert words[place : place + 1] == line[start : start + 1]
    assert cell_len(words) <= BEFORE + AFTER + 4
    assert words.strip("…") in line


@pytest.mark.parametrize("code", PROBLEMS)
def test_each_kind_says_in_both_languages_what_was_found_and_what_to_write(code: str) -> None:
    for text in PROBLEMS[code]:
        found, _, advice = text.partition("\n")
        assert found
        assert advice


def test_programs_get_every_problem_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with made(SITES / "invalid" / "several", project):
        assert main(["check", *DATE, "--format", "json", "--lang", "zh"]) == 1

    problems = json.loads(capsys.readouterr().out)["problems"]
    assert len(problems) == 6
    assert problems[1] == {
        "code": "number-with-unit",
        "file": "targets.yaml",
        "line": 26,
        "column": 12,
        "end_column": 15,
        "source": "    value: 九十吧",
        "found": "「value」写作「九十吧」，数和单位写在了一起",
        "advice": "请写value: 九十，单位「吧」写在unit里",
    }


def test_a_sound_project_gives_programs_its_counts(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with chdir(project):
        assert main(["check", *DATE, "--format", "json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert (found["problems"], found["targets"]) == ([], 10)
    assert {row["code"] for row in found["remarks"]} <= set(PROBLEMS)


def test_a_pull_request_gets_a_remark_at_each_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with made(SITES / "invalid" / "fullwidth-digits", project):
        assert main(["check", *DATE, "--format", "github", "--lang", "en"]) == 1

    assert capsys.readouterr().out == (
        "::error file=targets.yaml,line=17,col=10,endColumn=13,title=fullwidth-number::"
        "“value” is written in full-width digits, “１２０”%0Awrite 120\n"
    )


def test_ten_remarks_are_all_that_a_pull_request_shows(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with with_strangers(project, 12):
        main(["check", *DATE, "--format", "github", "--lang", "en"])

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[-1].startswith("::error::3 more")


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_problems_than_anyone_reads_are_counted(
    language: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with with_strangers(project, SHOWN + 7):
        assert main(["check", *DATE, "--lang", language]) == 1

    said = capsys.readouterr().err
    assert said.count("[unknown-key") == SHOWN
    assert "7" in said.splitlines()[-3]
    assert str(SHOWN + 7) in said.splitlines()[-2]
