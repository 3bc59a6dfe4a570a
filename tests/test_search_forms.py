"""The forms in which search compares texts; `browser/` runs the same table in a browser."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search_library import CASES
from tracker.render.search.forms import BETWEEN, CLOSE, OPEN, Normaliser
from tracker.render.search.postings import postings_of
from tracker.render.search.signs import fold_table

NORMALISER = Normaliser(fold_table({char for row in CASES["forms"] for char in row["text"]}))


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


@given(st.lists(st.text()))
def test_many_texts_have_the_forms_that_each_has(texts: list[str]) -> None:
    alone = [NORMALISER.form(text.replace(BETWEEN, "")) for text in texts]

    assert list(NORMALISER.forms(texts)) == alone


def test_postings_are_of_pairs_numbers_and_last_characters() -> None:
    assert postings_of(["改厕，3.7万座", "座（改厕。厕、厕）"], "") == {
        "改厕": [0, 1],
        "厕 ": [0, 1],
        "3 ": [0],
        "7万": [0],
        "万座": [0],
        "座 ": [0],
        "座改": [1],
        "#37000": [0],
    }


def test_two_processes_find_the_postings_that_one_does() -> None:
    texts = [row["printed"] for row in CASES["forms"]]

    assert postings_of(texts, "", alone=3) == postings_of(texts, "")
