"""The forms in which search compares texts; `browser/` runs the same table in a browser."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search_library import CASES
from tracker.render.search.forms import CLOSE, MARK, OPEN, Normaliser
from tracker.render.search.signs import fold_table

NORMALISER = Normaliser(fold_table(row["text"] for row in CASES["forms"]))


def fenced(value: str) -> str:
    return f"{OPEN}{value}{CLOSE}"


@pytest.mark.parametrize("row", CASES["forms"], ids=lambda row: row["printed"])
def test_the_index_compares_words_by_these_forms(row: dict[str, str]) -> None:
    form = NORMALISER.form(row["printed"])

    counted = form.counted.replace(OPEN, "<").replace(CLOSE, ">")
    assert (form.text, counted) == (row["text"], row.get("counted", row["text"]))


@given(st.integers(1, 10**12))
def test_a_number_is_one_token_however_it_is_written(number: int) -> None:
    written = (str(number), f"{number:,}", cn2an.an2cn(str(number)))

    assert {NORMALISER.form(words).counted for words in written} == {fenced(str(number))}


@given(st.integers(1, 9_999_999), st.sampled_from(["万", "亿"]))
def test_a_number_with_a_sign_is_multiplied_out(number: int, sign: str) -> None:
    value = number * {"万": 10**4, "亿": 10**8}[sign]

    assert NORMALISER.form(f"{number}{sign}").counted == fenced(str(value))


@given(st.text())
def test_any_text_has_a_form_without_marks(text: str) -> None:
    form = NORMALISER.form(text)

    assert MARK not in form.text + form.counted or MARK in text
    assert all(len(gram) > 1 for gram in form.grams())


def test_grams_are_pairs_numbers_and_the_last_characters() -> None:
    assert NORMALISER.form("改厕，3.7万座").grams() == {
        "改厕",
        "厕 ",
        "3 ",
        "7万",
        "万座",
        "座 ",
        "#37000",
    }
