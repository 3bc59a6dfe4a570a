"""What a reader must know beside the status: one small test for each flag."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from tracker.assess import pace
from tracker.assess.case import Case
from tracker.assess.rules import ANY_TIME
from tracker.assess.standing import done_on, open_before
from tracker.model import Bound, Flag, Revision, Status, Tier, Update

SETTLED = (
    Status.ACHIEVED, Status.MISSED, Status.WITHDRAWN, Status.NOT_MEASURABLE,
)  # fmt: skip
OPEN_ENDED = (Bound.AT_LEAST, Bound.RANGE, Bound.NEARLY, None)


class Answered(Struct, frozen=True):
    """A case with the status that the rules gave it."""

    case: Case
    status: Status
    update: Update | None


def is_early(a: Answered) -> bool:
    """The day of a value is the latest on which the goal can have been met."""
    deadline = a.case.target.deadline
    if not (_done_once(a) and deadline and a.update and a.update.as_of):
        return False
    return (done_on(a.case) or a.update.as_of.last) < deadline


def is_late(a: Answered) -> bool:
    """A value after the deadline proves no delay by itself: the goal may have been met before."""
    deadline = a.case.target.deadline
    if not (a.status is Status.ACHIEVED and deadline and a.update and a.update.as_of):
        return False
    if day := done_on(a.case):
        return day > deadline
    return a.update.as_of.last > deadline and open_before(a.case, a.update)


def _done_once(a: Answered) -> bool:
    return a.status is Status.ACHIEVED and a.case.target.type in ANY_TIME


def is_exceeded(a: Answered) -> bool:
    latest = a.case.latest
    if a.status is not Status.ACHIEVED or not (latest and latest.amount):
        return False
    goal = a.case.goal(latest)
    return a.case.target.bound in OPEN_ENDED and goal is not None and latest.amount.low > goal.high


def is_preliminary(a: Answered) -> bool:
    return a.update is not None and a.update.kind is not Revision.FINAL


def is_revised(a: Answered) -> bool:
    return any(change.day.last <= a.case.as_of for change in a.case.target.revisions)


def is_redefined(a: Answered) -> bool:
    return any(change.day.last <= a.case.as_of for change in a.case.target.redefined)


def is_stale(a: Answered) -> bool:
    return a.status not in SETTLED and a.case.is_stale


def is_stretch(a: Answered) -> bool:
    return a.case.target.stretch


def is_disputed(a: Answered) -> bool:
    return any(word.day.last <= a.case.as_of for word in a.case.target.disputes)


def is_self_reported(a: Answered) -> bool:
    tiers = {source.tier for value in a.case.values for source in value.sources}
    return tiers == {Tier.STATEMENT}


def is_undated(a: Answered) -> bool:
    return a.case.target.deadline is not None and not a.case.target.deadline_words


def is_straight_line(a: Answered) -> bool:
    paced = a.status in (Status.ON_TRACK, Status.BEHIND) and a.case.target.type in pace.PACED
    return paced and pace.is_straight(a.case)


def is_editorial(a: Answered) -> bool:
    return a.case.target.editorial


# In the order in which they are shown.
FLAGS: tuple[tuple[Flag, Callable[[Answered], bool], str], ...] = (
    (Flag.STRETCH, is_stretch, "报告写“力争”“努力”“争取”：照样计算，另行计数"),
    (Flag.EARLY, is_early, "时限之前已经达到"),
    (Flag.LATE, is_late, "有依据表明时限那天还没有达到，后来达到了；只有一个时限之后的数值，不算依据"),
    (Flag.EXCEEDED, is_exceeded, "最近的数值高于目标；目标是范围的，高于高端"),
    (Flag.PRELIMINARY, is_preliminary, "所据的数值是估计数或初步数"),
    (Flag.REVISED, is_revised, "有文件调整过目标：原目标与调整后的目标分别判断，并列"),
    (Flag.REDEFINED, is_redefined, "统计口径变过：之后的数值能否比较，由编者逐条写明"),
    (Flag.STALE, is_stale, "最近的数值已超过1.5个统计周期，而状态还没有定"),
    (Flag.DISPUTED, is_disputed, "有公开的不同说法，照录"),
    (Flag.SELF_REPORTED, is_self_reported, "数值只来自作出承诺的一方"),
    (Flag.STRAIGHT_LINE, is_straight_line, "跨年度的目标，报告没有写各年的进度，按直线推算"),
    (Flag.UNDATED, is_undated, "报告没有写时限，按报告年份12月31日"),
    (Flag.EDITORIAL, is_editorial, "报告没有可核对的标准，标准由编者设定"),
)  # fmt: skip


def flags(a: Answered) -> tuple[Flag, ...]:
    return tuple(flag for flag, holds, _ in FLAGS if holds(a))
