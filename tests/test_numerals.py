"""Numerals: none is missed, and each is worth what it says."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import cn2an
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.read.numerals import find_numerals, value_of

CASES: dict[str, list[Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "numerals.yaml").read_text(encoding="utf-8")
)
PROSE = st.text("增长达到个家亿元万人零一二三十百千半两点分之年第０１２９，．,.%～- 12345○伍拾“”")


@pytest.mark.parametrize(("text", "numerals"), CASES["find"])
def test_a_text_holds_these_numerals(text: str, numerals: list[str]) -> None:
    assert [numeral.text for numeral in find_numerals(text)] == numerals


@pytest.mark.parametrize(("numeral", "value"), CASES["value"])
def test_a_numeral_is_worth_its_value(numeral: str, value: str) -> None:
    assert value_of(numeral) == Decimal(value)


@pytest.mark.parametrize("numeral", CASES["no value"])
def test_what_is_no_number_has_no_value(numeral: str) -> None:
    assert value_of(numeral) is None


@given(st.text() | PROSE)
def test_offsets_point_into_the_text(text: str) -> None:
    for numeral in find_numerals(text):
        assert text[numeral.start : numeral.end] == numeral.text != ""


@given(st.text() | PROSE)
def test_every_digit_belongs_to_a_numeral(text: str) -> None:
    covered = {index for found in find_numerals(text) for index in range(found.start, found.end)}
    digits = {
        index
        for index, char in enumerate(text)
        if char.isdecimal() or char in "零一二两三四五六七八九十百千万亿半"
    }

    assert digits <= covered


@given(st.text() | PROSE)
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = value_of(text)

    assert value is None or value >= 0


@given(st.integers(0, 10**12))
def test_full_width_digits_are_worth_the_same(number: int) -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))

    assert value_of(wide) == number


@given(st.integers(0, 10**12))
def test_written_in_chinese_a_number_keeps_its_value(number: int) -> None:
    assert value_of(in_chinese(number)) == number


@settings(deadline=None)  # the first call loads the library
@given(st.integers(0, 10**12))
def test_another_library_writes_the_same(number: int) -> None:

    assert value_of(cn2an.an2cn(number)) == number


def in_chinese(number: int) -> str:
    for power, unit in ((8, "亿"), (4, "万"), (3, "千"), (2, "百"), (1, "十")):
        high, low = divmod(number, 10**power)
        if high:
            gap = "零" if low and low < 10 ** (power - 1) else ""
            return in_chinese(high) + unit + gap + (in_chinese(low) if low else "")
    return "零一二三四五六七八九"[number]
