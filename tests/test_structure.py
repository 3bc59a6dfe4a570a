"""Any report becomes a tree: its sections, its parts, and every character in its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.section_scores import Score, cases, read_cases, score_of
from tracker.errors import Problem
from tracker.model import Part, Style
from tracker.read.files import read_any_text
from tracker.read.rows import Page
from tracker.read.structure import read_structure

SHARED = Path(__file__).parent.parent.parent / "shared" / "reports"
FLOOR = 0.97


def outline(text: str) -> list[tuple[int, str, str]]:
    return [(one.level, one.ordinal, one.title) for one in read_structure(text).sections]


def repaired(text: str) -> str:
    """What is left once the damage of the rows is set aside, a line for each row."""
    return "\n".join(
        ("#" * row.level + " " if row.level else "\u3000\u3000" * row.indented) + row.text
        for row in Page(text).rows()
    )


# --- the table --------------------------------------------------------------------------------


def test_the_sections_of_the_table_are_found() -> None:
    score = sum((score_of(case) for case in read_cases()), Score())
    nodes = sum(len(case.nodes) for case in read_cases())

    assert nodes >= 150
    assert score.f1 >= FLOOR
    assert score.parts_right >= FLOOR


@pytest.mark.parametrize("case", cases())
def test_each_case_of_the_table_is_read_as_labelled(case: str) -> None:
    wanted = next(one for one in read_cases() if one.name == case)

    assert score_of(wanted).wrong == []


# --- any text ---------------------------------------------------------------------------------

SNIPPETS = """
一、 二、 （一） （二） (三) 1. 2． （1） ① ② 第一部分 附件1 过去一年工作回顾 2031年工作安排
名词解释
各位代表： 各位代表！ 壮大特色产业。 新修道路30公里， —— ◆ 一是修路； 二是种树。
一要 二要 第一， 第二，
\\r\\n &nbsp; ?? 责任编辑：某某 （下转02版） 9.6个 3.5% 今年是 去年 “十六五”时期 增长 。 ； ， ：
“云杉”：是指 7 ——2031年1月5日在云州会议上
"""
BLANKS = ["\r\n", "\n", "\t", " ", "\u3000\u3000", "\u200b", "\ufffd", "项目\t内容\n", "## ", "# "]
WORDS = st.sampled_from([*SNIPPETS.split(), *BLANKS])
TEXTS = st.one_of(
    st.text(), st.lists(WORDS, max_size=60).map("".join),
    st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=40).map("".join),
)  # fmt: skip


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("一、\n")
@example("1\n2\n3\n")
@example("附件\n1\n2\n")
def test_every_character_is_in_exactly_one_sentence_or_in_the_furniture(text: str) -> None:
    structure = read_structure(text)

    seen = [0] * len(text)
    for sentence in [*structure.sentences, *structure.furniture]:
        spans = sentence.passage.spans
        assert "".join(text[start:end] for start, end in spans) == sentence.text
        for start, end in spans:
            for place in range(start, end):
                seen[place] += 1
    assert all(count <= 1 for count in seen)
    lost = "".join(c for c, count in zip(text, seen, strict=True) if not count and not c.isspace())
    assert set(lost) <= {"#"}


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_ids_follow_the_printed_order(text: str) -> None:
    structure = read_structure(text)
    starts = sorted((s.passage.spans[0][0], s.id) for s in structure.sentences)

    assert [name for _, name in starts] == [f"s{n}" for n in range(1, len(starts) + 1)]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_reading_the_repaired_text_again_gives_the_same_tree(text: str) -> None:
    assert outline(repaired(text)) == outline(text)


# --- parts ------------------------------------------------------------------------------------


def test_a_sentence_knows_its_part_where_the_section_turns() -> None:
    text = "各位代表：\n一、2030年工作回顾\n修路9公里。\n今年工作的总体要求是：稳中求进。\n"
    (review,) = read_structure(text, 2031).parts

    assert review.part is Part.REVIEW
    assert [s.part for p in review.paragraphs for s in p] == [Part.REVIEW, Part.PLAN]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("云州市2031年政府工作报告\n各位代表：\n", 2031),
        ("——二○三一年一月六日在云州市第九届人民代表大会第三次会议上\n", 2031),
        ("一、2030年工作回顾\n二、今后打算\n", 2031),
        ("２０３１年是全面推进改革的关键一年。\n", 2031),
        ("一、修路\n二、种树\n", 0),
    ],
)
def test_the_year_is_told_from_the_words(text: str, year: int) -> None:
    assert read_structure(text).year == year


def test_the_site_keeps_points_as_sentences() -> None:
    text = "一、2031年工作安排\n抓两件事。一是修路。二是种树。\n"

    assert [one.style for one in read_structure(text).sections][1:] == [Style.POINT] * 2
    assert len(list(read_structure(text, points=False).sections)) == 1


# --- files ------------------------------------------------------------------------------------

REPORT = "各位代表：\n一、2031年工作安排\n" + "推进产业发展，加强城市建设，新修公路30公里。\n" * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_report_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(encoding))

    assert read_any_text(path, "report.txt", []) == REPORT


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (" \n\u3000\n".encode(), "file-empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50, "file-binary"),
        (bytes(range(1, 256)) * 40, "file-binary"),
        (b"The quick brown fox jumps over the lazy dog. " * 40, "not-a-report"),
        ("山中何事？松花酿酒，春水煎茶。" * 60, "not-a-report"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, data: bytes | str, code: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems: list[Problem] = []

    assert read_any_text(path, "report.txt", problems) is None
    assert [problem.code for problem in problems] == [code]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.truncate(21_000_000)
    problems: list[Problem] = []

    assert read_any_text(path, "report.txt", problems) is None
    assert [problem.code for problem in problems] == ["file-too-large"]


# --- real reports -----------------------------------------------------------------------------


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the project")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.txt")), ids=lambda path: path.stem)
def test_a_real_report_has_its_review_and_its_plan(path: Path) -> None:
    structure = read_structure(path.read_text("utf-8", errors="replace"))
    parts = [section.part for section in structure.parts]

    assert parts[0] is Part.REVIEW
    assert Part.PLAN in parts
    assert re.search(rf"{structure.year}", path.stem)
