"""What the method page says of words and days is what the reader does with them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tracker.assess.published import BOUNDS, DEADLINES, PUBLISHED
from tracker.assess.running import RUNNING
from tracker.model import Bound, Flag, Type
from tracker.read.deadlines import due_date
from tracker.read.quantities import find_quantities
from tracker.read.report import numbers_in

# A sentence for each word of the table.
SENTENCES = {
    "以上": "建成基站8000座以上", "不低于": "不低于8000座", "不少于": "不少于8000座",
    "至少": "至少建成8000座", "达到": "达到8000座", "多": "建成80多座", "余": "建成80余座",
    "超过": "超过8000座", "超": "超8000座", "突破": "突破8000座", "以内": "控制在20天以内",
    "以下": "降到20天以下", "不超过": "不超过20天", "不高于": "不高于20%", "控制在": "控制在20天",
    "左右": "增长5%左右", "约": "约80座", "上下": "增长5%上下", "近": "近80座", "接近": "接近80座",
}  # fmt: skip
READ_AS = {Bound.NEARLY: Bound.ABOUT}  # told apart by the word before, when the quote is matched


ROWS = [(word, bound) for words, bound, _ in BOUNDS for word in re.split("[、，]", words) if bound]


@pytest.mark.parametrize(("word", "bound"), [row for row in ROWS if row[0] in SENTENCES])
def test_a_word_is_read_as_the_bound_beside_it(word: str, bound: Bound) -> None:
    (quantity,) = find_quantities(SENTENCES[word])

    assert quantity.bound is READ_AS.get(bound, bound)


def test_the_table_of_words_is_tested_whole() -> None:
    assert {word for word, _ in ROWS} - set(SENTENCES) == {
        "或“新增”“完成”等词后只有数字", "3个~5个", "5%—5.5%", "全覆盖", "清零", "翻番", "翻两番",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "low", "bound"),
    [
        ("实现村村全覆盖", 100, Bound.AT_LEAST),
        ("推动危房动态清零", 0, Bound.AT_MOST),
        ("营业收入翻番", 2, Bound.AT_LEAST),
        ("营业收入翻两番", 4, Bound.AT_LEAST),
        ("新增基站8000座", 8000, Bound.EXACTLY),
        ("新增学校3个~5个", 3, Bound.RANGE),
    ],
)
def test_goals_without_a_bound_of_their_own(sentence: str, low: int, bound: Bound) -> None:
    goals = [q for q in numbers_in(sentence)[1] if q.low == low]

    assert [goal.bound for goal in goals] == [bound]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("6月底前", date(2023, 6, 30)),
        ("2月底前", date(2023, 2, 28)),
        ("上半年", date(2023, 6, 30)),
        ("年底前", date(2023, 12, 31)),
        ("年内", date(2023, 12, 31)),
        ("全年", date(2023, 12, 31)),
        ("到2027年", date(2027, 12, 31)),
        ("到“十四五”末", date(2025, 12, 31)),
        ("尽快", None),
        ("适时", None),
        ("早日", None),
    ],
)
def test_words_of_the_table_of_deadlines_mean_their_day(words: str, day: date | None) -> None:
    assert due_date(words, 2023) == day


def test_the_tables_are_whole() -> None:
    assert [kind for kind, _ in PUBLISHED.types] == list(Type)
    assert {flag for flag, _ in PUBLISHED.flags} == set(Flag)
    assert set(RUNNING) == set(Type) - {Type.COMPOSITE}
    assert len(DEADLINES) == 8
