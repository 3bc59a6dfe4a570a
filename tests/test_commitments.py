"""Numbers and what they mean: a sentence and its part of the report in, every number out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.number_scores import Expected, Row, read, rows, scores
from tracker.model import Meaning, Number
from tracker.read.commitments import numbers_of
from tracker.read.deadlines import find_deadlines
from tracker.read.numerals import find_numerals, plain

READ = Path(__file__).parent.parent / "tracker" / "read"
ROWS = rows()
PARTS = ("opening", "review", "plan", "longer", "annex", "chrome")
# Sentences cut up and shuffled: nonsense in the manner of reports.
SCRAPS = sorted({row.text[at : at + 4] for row in ROWS for at in range(0, 60, 4)})
PROSE = st.lists(st.sampled_from(SCRAPS)).map("".join)
WIDE = {code: code + 0xFEE0 for code in range(0x30, 0x3A)} | {
    ord("%"): "％",
    ord("."): "．",
    ord("~"): "～",
    ord("/"): "／",
    ord("+"): "＋",
    ord("("): "（",
    ord(")"): "）",
}
TO_TRADITIONAL = opencc.OpenCC("s2t")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_a_sentence_holds_these_numbers(row: Row) -> None:
    unstated = {wanted.words for wanted in row.numbers if wanted.value is None}
    found = [read(row.text, number) for number in row.found]

    assert [without_value(each, unstated) for each in found] == list(row.numbers)


def test_most_made_up_sentences_are_read_right() -> None:
    result = scores(ROWS)

    assert sum(score.wanted for score in result.kinds.values()) >= 400
    assert result.kinds["target"].f1 >= 0.97
    assert result.all_right.recall >= 0.97
    assert result.names_promised <= 0.01


def test_a_third_of_the_cases_are_no_targets() -> None:
    kinds = [number.kind for row in ROWS for number in row.numbers]

    assert kinds.count("target") <= len(kinds) * 2 / 3


def test_a_deadline_said_earlier_carries_on() -> None:
    (carried,) = find_deadlines("到2027年，开局良好", 2024)
    (number,) = numbers_of("建成公园12个。", "plan", 2024, carried)

    assert (number.deadline, number.due) == ("到2027年", date(2027, 12, 31))


def test_own_words_outweigh_a_deadline_said_earlier() -> None:
    (carried,) = find_deadlines("到2027年，开局良好", 2024)
    found = numbers_of("6月底前建成公园12个。", "plan", 2024, carried)

    assert found[-1].due == date(2024, 6, 30)


@pytest.mark.parametrize("part", PARTS)
def test_only_plans_promise(part: str) -> None:
    (number,) = numbers_of("建成公园12个。", part, 2024)

    assert (number.kind is Meaning.TARGET) == (part in ("plan", "longer"))


def test_without_a_year_no_day_is_named() -> None:
    found = numbers_of("年底前建成公园12个。", "plan", 0)

    assert found[-1].due is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_every_numeral_is_part_of_a_number(row: Row) -> None:
    found = numbers_of(row.text, row.part, row.year)

    for numeral in find_numerals(row.text):
        assert any(each.start < numeral.end and numeral.start < each.end for each in found)


def test_every_word_of_the_rules_is_known_in_its_traditional_form() -> None:
    rules = (
        "bounds measures names roles tenses mentions goals deadlines units neighbours quantities"
    )
    words = "".join((READ / f"{rule}.py").read_text(encoding="utf-8") for rule in rules.split())
    unknown = [
        (char, traditional)
        for char in sorted(set(words))
        if plain(traditional := TO_TRADITIONAL.convert(char)) != plain(char)
    ]

    assert unknown == []


@given(st.text() | PROSE, st.sampled_from(PARTS), st.sampled_from([0, 1954, 2024]))
def test_any_text_can_be_read(text: str, part: str, year: int) -> None:
    found = numbers_of(text, part, year)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(each.deadline in text for each in found)


@given(PROSE, st.sampled_from(PARTS))
def test_offsets_point_at_a_numeral_or_a_goal(text: str, part: str) -> None:
    spans = [(numeral.start, numeral.end) for numeral in find_numerals(text)]

    for each in numbers_of(text, part, 2024):
        covers = any(low < each.end and each.start < high for low, high in spans)
        assert covers or text[each.start : each.end].endswith(("覆盖", "清零", "翻番"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_full_width_signs_change_nothing(row: Row) -> None:
    wide = row.text.translate(WIDE)

    assert meanings(wide, row) == meanings(row.text, row)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_traditional_characters_change_nothing(row: Row) -> None:
    traditional = "".join(TO_TRADITIONAL.convert(char) for char in row.text)

    assert meanings(traditional, row) == meanings(row.text, row)


def without_value(number: Expected, unstated: set[str]) -> Expected:
    """The value of what is no target counts only where the row states it."""
    if number.kind != "target" and number.words in unstated:
        return replace(number, value=None)
    return number


def meanings(text: str, row: Row) -> list[tuple[object, ...]]:
    return [meaning(each) for each in numbers_of(text, row.part, row.year)]


def meaning(number: Number) -> tuple[object, ...]:
    return (
        number.start,
        number.end,
        number.low,
        number.high,
        number.unit,
        number.bound,
        number.change,
        number.stretch,
        number.due,
        number.kind,
    )
