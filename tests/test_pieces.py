"""Numbers stay with their units, and words before a seal end in a piece that stays with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.marks import Part
from tracker.render.pieces import pieces, pieces_with_tail

WORDS = st.text(alphabet="新增3.7万亩,5家%。“", min_size=1)


def kept(text: str) -> list[str]:
    return [piece.text for piece in pieces([Part(text)]) if piece.kept]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("新增省级专业镇1个、市级3个", ["1个", "3个"]),
        ("完成改厕3.7万座，增长12%。", ["3.7万座", "12%"]),
        ("加快5G基站建设", ["5"]),
        ("没有数字", []),
    ],
)
def test_an_amount_is_kept_whole(text: str, whole: list[str]) -> None:
    assert kept(text) == whole


@pytest.mark.parametrize(
    ("text", "tail"), [("新培育企业10家", "10家"), ("动态清零", "零"), ("零", "零")]
)
def test_the_tail_is_an_amount_or_one_character(text: str, tail: str) -> None:
    assert pieces_with_tail([Part(text)])[-1].text == tail


def test_an_amount_in_two_parts_is_one_piece() -> None:
    assert [p.text for p in pieces([Part("新增"), Part("5", number=True), Part("家")])] == [
        "新增",
        "5家",
    ]


@given(st.lists(WORDS, min_size=1))
def test_no_word_is_lost(texts: list[str]) -> None:
    parts = [Part(text) for text in texts]
    assert "".join(p.text for p in pieces(parts)) == "".join(texts)
    assert "".join(p.text for p in pieces_with_tail(parts)) == "".join(texts)
