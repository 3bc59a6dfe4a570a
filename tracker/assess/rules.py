"""The rules that turn a target and its dated values into a status, in order: first answer wins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from tracker.assess.case import Case
from tracker.assess.running import RUNNING, Answer
from tracker.assess.standing import standing, words
from tracker.assess.wording import day
from tracker.model import Bound, Status, Type, Update

Rule = Callable[[Case], Answer | None]

ANY_TIME = (Type.CUMULATIVE, Type.MILESTONE, Type.LIST)
CAN_TURN = (Type.LEVEL, Type.LIMIT)  # may fall again once met, and be met once missed
CEILED = (Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT, Bound.EXACTLY)  # more can be too much

REASONS = {
    "no_indicator": "无指标",
    "vague": "措辞含混",
    "no_source": "无公开数据源",
    "direction": "仅有方向",
}

# A composite has the first of these statuses that one of its parts has.
WORST_FIRST = (
    Status.MISSED, Status.NOT_STARTED, Status.BEHIND, Status.OVERDUE, Status.NO_DATA,
    Status.NOT_DUE, Status.ON_TRACK, Status.HOLDING, Status.NOT_MEASURABLE, Status.ACHIEVED,
    Status.WITHDRAWN,
)  # fmt: skip


def answer(case: Case) -> tuple[str, Answer]:
    """The rule that answers, and its answer without the version."""
    for name, rule, _ in RULES:
        if found := rule(case):
            return name, found
    raise AssertionError("the last rule always answers")


def not_measurable(case: Case) -> Answer | None:
    reason = case.target.unmeasurable
    if not reason:
        return None
    line = f"报告只写“{case.target.quote}”：{REASONS[reason]}，不作判定"
    return Status.NOT_MEASURABLE, line, None


def withdrawn(case: Case) -> Answer | None:
    event = case.target.withdrawn
    if event is None or event.day.last > case.as_of:
        return None
    line = f"{day(event.day.last)}{event.authority}发文中止：《{event.document.title}》"
    return Status.WITHDRAWN, line, None


def made_of_parts(case: Case) -> Answer | None:
    """The worst part, plus counts; no averages."""
    parts = [case.others[name] for name in case.target.parts if name in case.others]
    if not parts:
        return None
    answers = [(part, answer(replace(case, target=part))[1]) for part in parts]
    counts = Counter(status for _, (status, _, _) in answers)
    worst = next(status for status in WORST_FIRST if status in counts)
    part, (_, line, update) = next(one for one in answers if one[1][0] is worst)
    counted = "，".join(f"“{s.label}”{counts[s]}" for s in WORST_FIRST if counts[s])
    whole = f"共{len(parts)}部分：{counted}；以最差的一部分为准：{part.title}，{line}"
    return worst, whole, update


def no_value(case: Case) -> Answer | None:
    if case.values:
        return None
    deadline, today = case.target.deadline, day(case.as_of)
    nothing = f"没有可用于判定的公开数值{unused(case)}"
    if deadline and case.released_by and case.lag_over:
        line = f"时限{day(deadline)}，加发布时滞{case.lag.days}天为{day(case.released_by)}，至{today}{nothing}"
        return Status.OVERDUE, line, None
    if case.as_of < case.first_release:
        return Status.NOT_DUE, f"首个统计期的数据预计不早于{day(case.first_release)}发布", None
    until = f"时限{day(deadline)}" if deadline else "报告未定日期"
    return Status.NO_DATA, f"{until}；至{today}{nothing}", None


def unused(case: Case) -> str:
    """What is at hand and cannot answer is not passed over in silence."""
    own = [update for update in case.known if update in case.target.updates]
    words = []
    if own:
        reasons = "、".join(sorted({case.useless(update) for update in own}))
        words.append(f"另有{len(own)}条资料{reasons}，列出但不用于判定")
    if items := case.target.items:
        told = [item.reached for item in items if item.as_of and item.as_of.last <= case.as_of]
        counts = (
            (told.count(True), "已做到"),
            (told.count(False), "此前写明没有做到"),
            (len(items) - told.count(True) - told.count(False), "没有来源说到"),
        )
        parts = "，".join(f"{number}项{state}" for number, state in counts if number)
        words.append(f"清单所列{len(items)}项中，{parts}")
    return f"（{'；'.join(words)}）" if words else ""


def reached_at_any_time(case: Case) -> Answer | None:
    if case.target.type not in ANY_TIME or case.target.bound in CEILED:
        return None
    first = next((update for update in case.values if case.met(update)), None)
    return (Status.ACHIEVED, standing(case, first), first) if first else None


def covers_the_deadline(case: Case) -> Answer | None:
    """The first value from the deadline on; a level or limit may still be met later, and late."""
    deadline = case.target.deadline
    covering = [v for v in case.values if deadline and v.as_of and v.as_of.last >= deadline]
    if not covering:
        return None
    can_turn = case.target.type in CAN_TURN
    met = next((v for v in (covering if can_turn else covering[:1]) if case.met(v)), None)
    if met:
        return Status.ACHIEVED, standing(case, met), met
    if can_turn and not tells_of_the_deadline(case, covering[0]):
        return None
    return Status.MISSED, standing(case, covering[0]), covering[0]


def tells_of_the_deadline(case: Case, update: Update) -> bool:
    """A level that is too low long after its deadline may have been high enough on the day."""
    return bool(update.as_of and case.released_by and update.as_of.last <= case.released_by)


def past_the_deadline(case: Case) -> Answer | None:
    latest, deadline = case.latest, case.target.deadline
    if not (case.lag_over and deadline and latest):
        return None
    if latest.as_of and latest.as_of.last > deadline:
        line = f"{words(case, latest)}；已过时限{day(deadline)}，不能说明那天没有达到"
    else:
        line = (
            f"{words(case, latest)}；没有覆盖时限{day(deadline)}，加发布时滞{case.lag.days}天已过"
        )
    return Status.OVERDUE, line, latest


def still_running(case: Case) -> Answer | None:
    latest = case.latest
    assert latest
    if latest.not_started:
        return Status.NOT_STARTED, words(case, latest), latest
    status, line, update = RUNNING[case.target.type](case, latest)
    return status, line + awaited(case), update


def awaited(case: Case) -> str:
    """Says so where the deadline has passed and its figures need not be out yet."""
    deadline = case.target.deadline
    if not (deadline and case.released_by and deadline < case.as_of):
        return ""
    return f"；时限{day(deadline)}已过，统计通常到{day(case.released_by)}才公布"


RULES: tuple[tuple[str, Rule, str], ...] = (
    ("无法量化", not_measurable, "报告没有给出可核对的标准：无法量化，并写明原因"),
    ("已中止", withdrawn, "有文件写明中止：已中止；没有文件不算"),
    ("合成目标", made_of_parts, "由几部分合成的目标：以最差的一部分为准，并列出各部分的状态；不作平均"),
    ("没有数值", no_value, "没有可用数值：首个统计期之前为未到统计期；时限加发布时滞之后为到期，未检索到公开结果；其间为暂无公开数据"),
    ("随时达到", reached_at_any_time, "累计量、清单或节点，任一时点的数值达到目标：已完成；目标是“左右”或恰好等于的除外，那要到时限再看"),
    ("覆盖时限", covers_the_deadline, "时限当天起的第一个数值：达到目标为已完成，否则为未达标，并写明差多少；时点值、控制值后来才达到的，是逾期完成；时限过去很久才有的偏低数值，不能说明时限那天没有达到，不判未达标"),
    ("时限已过", past_the_deadline, "时限加发布时滞已过，没有数值能说明时限那天怎样：到期，未检索到公开结果"),
    ("期间判断", still_running, "时限之前：来源写明尚未启动的为未启动；其余按类型判断，见下表"),
)  # fmt: skip
