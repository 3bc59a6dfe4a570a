"""Any report becomes a tree: its sections, its parts, and every character in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.section_scores import Score, cases, read_cases, score_of
from tracker.model import Part, Section
from tracker.read.rows import Page
from tracker.read.structure import Structure, read_structure

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


def parts_of(text: str) -> list[tuple[str, Part]]:
    return [(one.title, one.part) for one in read_structure(text).sections]


def section(structure: Structure, title: str) -> Section:
    return next(one for one in structure.sections if one.title == title)


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
    starts = {s.id: s.passage.spans[0][0] for s in structure.sentences}

    assert list(starts) == [f"s{n}" for n in range(1, len(starts) + 1)]
    assert list(starts.values()) == sorted(starts.values())


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_reading_the_repaired_text_again_gives_the_same_tree(text: str) -> None:
    assert outline(repaired(text)) == outline(text)
