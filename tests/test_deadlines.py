"""Deadlines: words in, the last day they allow out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tracker.read.deadlines import due_date, find_deadlines

CASES: dict[str, list[Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "deadlines.yaml").read_text(encoding="utf-8")
)
PROSE = st.text(
    "到至年月日底末前内季度上下半旬今明全十一二三五四“”0123920 25期间未来时间国庆节截去"
)


@pytest.mark.parametrize(("words", "year", "day"), CASES["due"])
def test_the_words_name_a_day(words: str, year: int, day: str) -> None:
    assert due_date(words, year) == date.fromisoformat(day)


@pytest.mark.parametrize("words", CASES["never"])
def test_the_words_name_no_day(words: str) -> None:
    assert due_date(words, 2023) is None


@pytest.mark.parametrize(("text", "year", "expected"), CASES["find"])
def test_a_sentence_says_by_when(text: str, year: int, expected: list[list[str]]) -> None:
    found = find_deadlines(text, year)

    assert [[text[due.start : due.end], due.date.isoformat()] for due in found] == expected


@given(st.text() | PROSE, st.integers(1954, 2100))
def test_any_text_can_be_searched(text: str, year: int) -> None:
    due_date(text, year)

    assert all(text[due.start : due.end] for due in find_deadlines(text, year))
