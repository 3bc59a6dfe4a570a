"""The judged queries are sound, and their scores are what they say."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.judged import (
    Judged,
    QueryClass,
    judged_on,
    read_rows,
    recall_at_10,
    reciprocal_rank,
    sentence_of,
    sentences_with,
    table_by_class,
)
from tests.projects import real_assessment

ROWS = read_rows()


def test_each_class_has_ten_queries_and_all_have_120() -> None:
    sizes = Counter(row.kind_class for row in ROWS)

    assert {kind: sizes[kind] for kind in QueryClass if sizes[kind] < 10} == {}
    assert sizes.total() >= 120


def test_no_query_stands_twice() -> None:
    assert [query for query, n in Counter(row.query for row in ROWS).items() if n > 1] == []


def test_every_query_is_text() -> None:
    assert [row.query for row in ROWS if not isinstance(row.query, str)] == []


def test_no_item_is_listed_twice_for_a_query() -> None:
    judged = judged_on(real_assessment().report)

    assert [
        one.query for one in judged if len(one.relevant) < len(one.targets) + len(one.sentences)
    ] == []


def test_every_target_exists() -> None:
    known = {assessed.target.id for assessed in real_assessment().targets}

    assert {target for row in ROWS for target in row.targets} - known == set()


def test_every_snippet_stands_in_one_sentence() -> None:
    report = real_assessment().report
    found = {snippet: sentences_with(snippet, report) for row in ROWS for snippet in row.snippets}

    assert {snippet: ids for snippet, ids in found.items() if len(ids) != 1} == {}


def test_nonsense_has_no_answer_and_everything_else_one_to_ten() -> None:
    for one in judged_on(real_assessment().report):
        if one.kind_class is QueryClass.NONSENSE:
            assert not one.relevant, one.query
        else:
            assert 1 <= len(one.relevant) <= 10, one.query


def test_nonsense_does_not_stand_in_the_report() -> None:
    report = real_assessment().report

    assert [
        row.query
        for row in ROWS
        if row.kind_class is QueryClass.NONSENSE and sentences_with(row.query, report)
    ] == []


@pytest.mark.parametrize("snippet", ["乡村", "虚构市"])
def test_a_snippet_of_many_sentences_or_none_names_no_sentence(snippet: str) -> None:
    with pytest.raises(ValueError, match=snippet):
        sentence_of(snippet, real_assessment().report)


@pytest.mark.parametrize(
    ("relevant", "shown", "recall"),
    [
        ({"a", "b"}, ["a", "b"], 1),
        ({"a", "b"}, ["x", "b"], 0.5),
        ({"a"}, [], 0),
        ({"a"}, [*"bcdefghijk", "a"], 0),  # the eleventh is not seen
        ({"a"}, [*"bcdefghij", "a"], 1),
        (set("abcdefghijkl"), [*"abcdefghij"], 1),  # ten of twelve is all that ten places hold
        ({"a", "b"}, ["a", "a"], 0.5),
    ],
)
def test_recall_at_10(relevant: set[str], shown: list[str], recall: float) -> None:
    assert recall_at_10(relevant, shown) == recall


def test_a_query_without_relevant_items_has_no_recall() -> None:
    with pytest.raises(ValueError, match="no recall"):
        recall_at_10(set(), ["a"])


@pytest.mark.parametrize(
    ("shown", "rank"), [(["a", "x"], 1), (["x", "b", "a"], 0.5), (["x"], 0), ([], 0)]
)
def test_reciprocal_rank(shown: list[str], rank: float) -> None:
    assert reciprocal_rank({"a", "b"}, shown) == rank


def test_the_table_has_a_line_for_each_class_and_keeps_nonsense_out_of_the_averages() -> None:
    judged = (
        Judged("甲", QueryClass.EXACT, ("a",), ("s1",)),
        Judged("乙", QueryClass.EXACT, (), ("s2",)),
        Judged("jia", QueryClass.PINYIN, ("a",), ()),
        Judged("丙", QueryClass.NONSENSE, (), ()),
        Judged("丁", QueryClass.NONSENSE, (), ()),
    )
    shown = {"甲": ["a", "s9"], "乙": ["s9", "s2"], "jia": [], "丙": [], "丁": ["s1"]}

    assert table_by_class(judged, shown).splitlines() == [
        "class            queries recall@10    MRR",
        "exact                  2     0.750  0.750",
        "pinyin                 1     0.000  0.000",
        "all answered           3     0.500  0.500",
        "nonsense               2 1 without an answer",
    ]
