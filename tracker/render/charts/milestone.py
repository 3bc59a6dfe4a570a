"""What a chart of a milestone is drawn from: no amount, only what was said or done and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct


class StageKind(StrEnum):
    REACHED = "reached"
    STEP = "step"  # one of the steps on the way
    NOT_REACHED = "not-reached"
    STATEMENT = "statement"


STAGES: dict[StageKind, str] = {
    StageKind.REACHED: "已做成",
    StageKind.STEP: "到了其中一步",
    StageKind.NOT_REACHED: "尚未做成",
    StageKind.STATEMENT: "只是说法",
}


class Stage(Struct, frozen=True):
    """`when` and `words` as the source has them."""

    day: date
    when: str
    words: str
    kind: StageKind


class Milestone(Struct, frozen=True):
    title: str
    criterion: str  # what counts as done
    start: date
    deadline: date | None
    as_of: date
    stages: tuple[Stage, ...]

    @property
    def days(self) -> Iterator[date]:
        yield self.start
        yield from (self.deadline,) if self.deadline else ()
        yield from (stage.day for stage in self.stages)

    @property
    def in_order(self) -> tuple[Stage, ...]:
        return tuple(sorted(self.stages, key=lambda stage: stage.day))
