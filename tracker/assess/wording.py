"""Days, shares and amounts in the words of an arithmetic line."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tracker.lazy import regex
from tracker.model import Amount, Bound

SIGNS = {
    Bound.AT_LEAST: "≥", Bound.MORE_THAN: "＞", Bound.AT_MOST: "≤", Bound.LESS_THAN: "＜",
    Bound.ABOUT: "≈", Bound.NEARLY: "≈", Bound.EXACTLY: "=", Bound.RANGE: "≥",
}  # fmt: skip
SPOKEN = {"%": "个百分点", "百分点": "个百分点", "工作日": "个工作日"}
UNIT = regex(r"[^\d.,]*$")  # 亿元 of 79.5亿元


def day(moment: date) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日"


def percent(share: Decimal) -> str:
    """In tenths, and finer where they would make a whole of what is none: 99.96%."""
    for places in range(1, 7):
        step = Decimal(1).scaleb(-places)
        rounded = (share * 100).quantize(step, ROUND_HALF_UP)
        if rounded != 100 or share == 1:
            return f"{rounded}%"
    return f"{rounded}%"


def tenth(number: Decimal) -> str:
    return str(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def plain(number: Decimal) -> str:
    return format(number.normalize() + 0, "f")


def quantity(number: Decimal, unit: str) -> str:
    """With 万 and 亿 as a reader would say it: 5000万元."""
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(number) >= size:
            return f"{plain(number / size)}{word}{unit}"
    return f"{plain(number)}{unit}"


def distance(number: Decimal, unit: str) -> str:
    """Between two values: of two rates, in percentage points."""
    return quantity(number, SPOKEN.get(unit, unit))


def fraction(done: Amount, goal: Amount, bound: Bound | None) -> str:
    """60 / 80亿元: the unit once where both have the same."""
    unit = UNIT.search(goal.written)
    words = done.written
    if unit and unit[0]:
        words = words.removesuffix(unit[0])
    sign = "" if bound in (Bound.AT_LEAST, Bound.RANGE, None) else SIGNS[bound]
    return f"{words} / {sign}{goal.written}"
