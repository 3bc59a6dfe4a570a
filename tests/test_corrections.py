"""`content/corrections.yaml`: what is read of it, and where it is shown."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.projects import SMALL_DATE, inputs, small_project
from tracker.errors import Problem, Where
from tracker.model import Correction
from tracker.pipeline import advice, assess, build_files
from tracker.read.corrections import read_corrections
from tracker.render.contexts.corrections import corrected

FIRST = date(2099, 11, 1)  # of the days of the small project's corrections
SECTION = re.compile(r'<section aria-labelledby="corrections">(.*?)</section>', re.DOTALL)


def read(text: str, folder: Path) -> tuple[tuple[Correction, ...], list[Problem]]:
    path = folder / "corrections.yaml"
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    return read_corrections(path, path.name, "xugou-2099", problems), problems


def test_a_sentence_is_of_the_site_s_own_report_unless_another_is_named(tmp_path: Path) -> None:
    text = (
        "corrections:\n"
        "- {day: 2099-11-04, sentence: 12, was: 甲, now: 乙}\n"
        "- {day: 2099年11月5日, sentence: s3, report: xugou-2098, was: 丙, now: 丁,\n"
        "   why: 戊, thanks: 己}\n"
    )

    assert read(text, tmp_path) == (
        (
            Correction(
                Where("corrections.yaml", 2, 3), Where("corrections.yaml", 2, 31),
                date(2099, 11, 4),
                "", "xugou-2099", "s12", "", "甲", "乙", "", "",
            ),
            Correction(
                Where("corrections.yaml", 3, 3), Where("corrections.yaml", 3, 31),
                date(2099, 11, 5),
                "", "xugou-2098", "s3", "", "丙", "丁", "戊", "己",
            ),
        ),
        [],
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "# 尚无\n", "corrections: []\n", "corrections:\n"])
def test_nothing_need_have_been_corrected(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path) == ((), [])


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("{day: 2099-11-04, target: a, page: about.html, was: 甲, now: 乙}", ["correction-of-one"]),
        ("{day: 2099-11, target: a, was: 甲, now: 乙}", ["date-without-day"]),
        ("{target: a, was: 甲, now: 乙}", ["missing-key"]),
        ("{day: 2099-11-04, page: ../about.html, was: 甲, now: 乙}", ["bad-page"]),
        ("{day: 2099-11-04, page: 'javascript:alert(1)', was: 甲, now: 乙}", ["bad-page"]),
        ("改了一处", ["not-a-record"]),
    ],
)
def test_a_slip_is_told(entry: str, codes: list[str], tmp_path: Path) -> None:
    _, problems = read(f"corrections:\n- {entry}\n", tmp_path)

    assert [problem.code for problem in problems] == codes


def test_corrections_are_listed_latest_first_and_on_their_target_s_page(tmp_path: Path) -> None:
    files = build_files(inputs(small_project(tmp_path)), SMALL_DATE)
    pages = {name: data.decode() for name, data in files.items() if name.endswith(".html")}

    [listed] = SECTION.findall(pages["corrections.html"])
    assert re.findall(r'href="([^"]+)"', listed) == [
        "report/xugou-2099.html#s1", "targets/new-roads.html", "about.html",
    ]  # fmt: skip
    assert "感谢虚构的读者指出" in listed
    [own] = SECTION.findall(pages["targets/new-roads.html"])
    assert "累计80公里" in own
    assert "测试的新话" not in own
    assert not SECTION.search(pages["targets/bridges.html"])


def test_what_is_corrected_later_is_not_shown_yet_and_the_editor_is_told(tmp_path: Path) -> None:
    assessment = assess(inputs(small_project(tmp_path)), FIRST)

    assert [one.day for one in corrected(assessment)] == [FIRST]
    told = [remark for remark in advice(assessment) if remark.code == "correction-ahead"]
    assert [remark.details["found"] for remark in told] == [date(2099, 11, 3), date(2099, 11, 4)]


def test_a_site_without_corrections_says_so(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "content" / "corrections.yaml").unlink()
    files = build_files(inputs(project), SMALL_DATE)

    assert "尚无更正。" in files["corrections.html"].decode()
