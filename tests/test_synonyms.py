"""`content/synonyms.yaml`: what is read of it, and where its words lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects import SMALL_DATE, inputs, real_assessment, small_project
from tracker.errors import InputError, Problem
from tracker.model import Assessment, canonical
from tracker.pipeline import assess
from tracker.read.synonyms import read_synonyms

FEWEST = 120  # entries of the real list
OFTEN = 4  # a word that the report has so often is the report's own, and needs no entry

Entries = list[tuple[str, tuple[str, ...]]]


def read(text: str, folder: Path) -> tuple[Entries, list[Problem]]:
    path = folder / "synonyms.yaml"
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    found = read_synonyms(path, path.name, problems)
    return [(one.word, one.meant) for one in found], problems


@pytest.fixture(scope="module")
def real() -> Assessment:
    return real_assessment()


def test_a_word_leads_to_one_word_or_to_a_list(tmp_path: Path) -> None:
    text = "# 词表\n马路: 公路\n种树: [植树, 森林]  # 例：两个词\n桥:\n- 桥梁\n- 大桥\n"

    assert read(text, tmp_path) == (
        [("马路", ("公路",)), ("种树", ("植树", "森林")), ("桥", ("桥梁", "大桥"))],
        [],
    )


def test_yaml_guesses_nothing(tmp_path: Path) -> None:
    entries, problems = read("no: [yes]\n010: 5\n5G: [~]\n“路”: 8%\n", tmp_path)

    assert entries == [("no", ("yes",)), ("010", ("5",)), ("“路”", ("8%",))]
    assert [problem.code for problem in problems] == ["synonym-no-word"]


@pytest.mark.parametrize("text", ["", "\n\n", "# 马路：公路\n", "  # 没有词\n\n#"])
def test_a_file_of_comments_has_no_synonyms(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("马路: 公路\n种树：植树\n", [2]),
        ("马路: 公路\n种树:植树\n桥 ： 桥梁\n", [2, 3]),
        ("桥:\n- 桥梁\n- 桥\n- “”\n", [3, 4]),
        ("桥:\n- 大桥\n- [桥梁]\n", [1]),
    ],
)
def test_a_slip_is_told_at_its_own_line(text: str, lines: list[int], tmp_path: Path) -> None:
    _, problems = read(text, tmp_path)

    assert sorted(problem.where.line for problem in problems) == lines


def test_a_word_of_another_form_is_the_same_word(tmp_path: Path) -> None:
    _, problems = read("WiFi: [ｗｉｆｉ, 网络, 网络]\nＷＩＦＩ: 宽带\n", tmp_path)

    assert [problem.code for problem in problems] == [
        "synonym-itself",
        "synonym-twice",
        "duplicate-key",
    ]


WRITTEN = st.text(st.sampled_from([*"厕路a5:：,，、[]{}-#\"'\n \t?~&*!|>%"]), max_size=30)


@given(WRITTEN)
def test_whatever_is_written_gives_words_or_problems(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    entries, _ = read(text, tmp_path_factory.mktemp("written"))

    for word, meant in entries:
        assert all(one.strip() == one != "" for one in (word, *meant))
        assert canonical(word) not in map(canonical, meant)
        assert meant


def test_a_project_without_the_file_has_no_synonyms(tmp_path: Path) -> None:
    assert assess(inputs(small_project(tmp_path)), SMALL_DATE).synonyms == ()


def test_words_lead_into_a_sentence_a_heading_or_a_title(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    text = "托儿所: 托育所\n办手续: 便民服务\n桥: 大桥通车\n"
    (project / "content" / "synonyms.yaml").write_text(text, "utf-8")

    words = [one.word for one in assess(inputs(project), SMALL_DATE).synonyms]
    assert words == ["托儿所", "办手续", "桥"]


def test_words_do_not_lead_across_two_sentences(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "content" / "synonyms.yaml").write_text("修桥: 以上甲县\n", "utf-8")

    with pytest.raises(InputError) as raised:
        assess(inputs(project), SMALL_DATE)
    assert [problem.code for problem in raised.value.problems] == ["synonym-astray-near"]


def test_the_real_list_covers_many_words(real: Assessment) -> None:
    assert len(real.synonyms) >= FEWEST


def test_no_word_of_the_real_list_is_one_that_the_report_uses_often(real: Assessment) -> None:
    text = canonical("\n".join(sentence.text for sentence in real.report.sentences))

    often = [one.word for one in real.synonyms if text.count(canonical(one.word)) >= OFTEN]
    assert often == []
