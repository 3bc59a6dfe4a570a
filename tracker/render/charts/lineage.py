"""What a chart of one goal through several reports is drawn from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from tracker.render.charts.goals import Goal
from tracker.render.charts.marks import Mark


class Pledge(Struct, frozen=True):
    """What one report says of the goal; without a goal, `instead` tells what it does: 未提及.

    Without a value `outcome` says what is known of the result.
    """

    report: str  # 2099年报告
    goal: Goal | None
    instead: str
    reached: Mark | None
    outcome: str = "暂无公开数据"

    @property
    def words(self) -> str:
        return self.goal.words if self.goal else self.instead

    @property
    def values(self) -> Iterator[Decimal]:
        if self.goal:
            yield from (self.goal.low, self.goal.high)
        if self.reached:
            yield self.reached.value


class Lineage(Struct, frozen=True):
    """As in a plot, the axis shows values divided by `factor`, in `unit`; `pledges` by year."""

    title: str
    unit: str
    factor: Decimal
    pledges: tuple[Pledge, ...]
