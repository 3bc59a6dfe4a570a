"""Goals that hold no numeral: 全覆盖 is 100 %, 清零 is 0."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from tracker.lazy import regex
from tracker.model import Bound


class Goal(Struct, frozen=True):
    """Offsets in folded text."""

    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound


_Row = tuple[str, str, Bound, str, str]

# value, unit, bound, an example, the words; the first row that matches at a place wins
_ROWS: tuple[_Row, ...] = (
    (
        "100",
        "%",
        Bound.AT_LEAST,
        "实现村村全覆盖",
        r"(?<=实现)[^，。；;、“”]{0,16}?全覆盖(?![的率式”])",
    ),
    ("0", "", Bound.AT_MOST, "动态清零", r"(?:全部|动态)清零(?![的”])"),
)
_GOALS = regex("|".join(f"({words})" for *_, words in _ROWS))
_CORE = regex("全覆盖|(?:全部|动态)?清零")


def find_goals(text: str) -> list[Goal]:
    goals = []
    for found in _GOALS.finditer(text):
        value, unit, bound, _, _ = _ROWS[(found.lastindex or 1) - 1]
        core = _CORE.search(text, found.start(), found.end())
        if core:
            goals.append(Goal(core.start(), core.end(), Decimal(value), unit, bound))
    return goals
