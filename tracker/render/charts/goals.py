"""What is to be reached."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from tracker.model import Bound

UPWARD = (Bound.AT_LEAST, Bound.MORE_THAN)
DOWNWARD = (Bound.AT_MOST, Bound.LESS_THAN)


class Goal(Struct, frozen=True):
    """`low` and `high` differ for a range and for 左右; `words` say it in full: 不少于8000座."""

    low: Decimal
    high: Decimal
    bound: Bound
    words: str

    @property
    def is_band(self) -> bool:
        return self.low != self.high

    @property
    def has_area(self) -> bool:
        """Whether more than one value meets it."""
        return self.is_band or self.bound in (*UPWARD, *DOWNWARD)


class Revised(Struct, frozen=True):
    """The goal as changed on a day."""

    day: date
    goal: Goal
    deadline: date | None
