"""Quantities: a sentence in, its numbers with unit and bound out."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Kind, Quantity
from tracker.read.numerals import find_numerals
from tracker.read.quantities import find_quantities, kind_of, split_unit

CASES: dict[str, list[Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "quantities.yaml").read_text(encoding="utf-8")
)
# Sentences cut up and shuffled: nonsense in the manner of reports.
SCRAPS = sorted({row["text"][at : at + 3] for row in CASES["quantities"] for at in range(0, 30, 3)})
PROSE = st.lists(st.sampled_from(SCRAPS)).map("".join)
WIDE = {code: code + 0xFEE0 for code in range(0x30, 0x3A)} | {
    ord("%"): "％",
    ord("."): "．",
    ord("~"): "～",
    ord("/"): "／",
    ord("-"): "－",
    ord("+"): "＋",
}


@pytest.mark.parametrize("case", CASES["quantities"], ids=lambda case: case["text"])
def test_a_sentence_holds_these_quantities(case: dict[str, Any]) -> None:
    found = [as_row(case["text"], quantity) for quantity in find_quantities(case["text"])]

    assert found == [complete(row) for row in case["found"]]


@pytest.mark.parametrize("text", CASES["none"])
def test_nothing_here_is_counted(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(("text", "numeral", "kind"), CASES["kinds"])
def test_a_numeral_is_of_this_kind(text: str, numeral: str, kind: str) -> None:
    found = next(each for each in find_numerals(text) if each.text == numeral)

    assert kind_of(text, found) == kind


@pytest.mark.parametrize(("written", "factor", "unit"), CASES["units"])
def test_a_unit_splits_into_factor_and_unit(written: str, factor: str, unit: str) -> None:
    assert split_unit(written) == (Decimal(factor), unit)


@pytest.mark.parametrize("case", CASES["quantities"], ids=lambda case: case["text"])
def test_full_width_signs_change_nothing(case: dict[str, Any]) -> None:
    wide = case["text"].translate(WIDE)

    assert [meaning(each) for each in find_quantities(wide)] == [
        meaning(each) for each in find_quantities(case["text"])
    ]


@given(st.text() | PROSE)
def test_any_text_can_be_read(text: str) -> None:
    quantities = find_quantities(text)

    assert all(0 <= each.start < each.end <= len(text) for each in quantities)
    assert all(each.low <= each.high for each in quantities)
    assert all(a.end <= b.start for a, b in pairwise(quantities))


@given(st.text() | PROSE)
def test_every_numeral_has_a_kind(text: str) -> None:
    assert all(kind_of(text, numeral) in Kind for numeral in find_numerals(text))


def complete(row: dict[str, Any]) -> dict[str, Any]:
    return {"change": None, "stretch": False, "per": "", "kind": "quantity"} | row


def as_row(text: str, quantity: Quantity) -> dict[str, Any]:
    low, high = rounded(quantity.low), rounded(quantity.high)
    return {
        "number": text[quantity.start : quantity.end],
        "value": low if low == high else [low, high],
        "unit": quantity.unit,
        "bound": quantity.bound,
        "change": quantity.change,
        "stretch": quantity.stretch,
        "per": quantity.per,
        "kind": quantity.kind,
    }


def rounded(value: Decimal) -> str:
    return f"{value:f}" if value == round(value, 4) else f"{value:.4f}"


def meaning(quantity: Quantity) -> tuple[Any, ...]:
    return (quantity.low, quantity.high, quantity.unit, quantity.bound, quantity.change)
