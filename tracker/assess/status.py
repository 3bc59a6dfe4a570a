"""The published rules that turn a target and its dated values into a status. First answer wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tracker.model import (
    Amount,
    Bound,
    Judgement,
    Revision,
    Rules,
    Status,
    Target,
    Tier,
    Type,
    Update,
)

VERSION = "1"
RELEASE_LAG = timedelta(days=45)
FIRST_PERIOD = timedelta(days=90)
RATE_TOLERANCE = Decimal("0.5")  # percentage points, for 左右 on a rate
COUNT_TOLERANCE = Decimal("0.10")  # share of the target, for 左右 on a count
RATES = ("%", "‰", "百分点", "个百分点")

REASONS = {
    "no_indicator": "无指标",
    "vague": "措辞含混",
    "no_source": "无公开数据源",
    "direction": "仅有方向",
}
RELEASES = (Revision.ESTIMATE, Revision.PRELIMINARY, Revision.FINAL)


@dataclass(frozen=True, slots=True)
class Case:
    """A target as of a day: what the rules look at."""

    target: Target
    as_of: date
    start: date
    values: tuple[Update, ...]  # dated, comparable, known by then; oldest first

    @property
    def latest(self) -> Update | None:
        return self.values[-1] if self.values else None

    @property
    def lag_over(self) -> bool:
        deadline = self.target.deadline
        return deadline is not None and self.as_of > deadline + RELEASE_LAG


Answer = tuple[Status, str, Update | None]
Rule = Callable[[Case], Answer | None]


def judge(target: Target, year: int, as_of: date) -> Judgement:
    case = Case(target, as_of, target.start or date(year, 1, 1), usable(target, as_of))
    for name, rule, _ in RULES:
        if answer := rule(case):
            status, arithmetic, update = answer
            return Judgement(status, name, arithmetic, evidence(case), update)
    raise AssertionError("the last rule always answers")


def usable(target: Target, as_of: date) -> tuple[Update, ...]:
    """Values that may decide; of a part only (`at_least`) those that suffice by themselves."""
    values = [
        update
        for update in target.updates
        if update.comparable
        and update.as_of
        and update.as_of.last <= as_of
        and (update.amount is not None or update.reached is not None)
        and (not update.at_least or met(target, update))
    ]
    return tuple(sorted(values, key=order))


def order(update: Update) -> tuple[date, int, Decimal, str]:
    assert update.as_of
    low = update.amount.low if update.amount else Decimal(0)
    return update.as_of.last, RELEASES.index(update.kind), low, update.says


def evidence(case: Case) -> Tier | None:
    tiers = [update.source.tier for update in case.values if update.source.tier]
    return max(tiers, key=list(Tier).index, default=None)


# --- the rules, in order ------------------------------------------------------------------------


def not_measurable(case: Case) -> Answer | None:
    reason = case.target.unmeasurable
    if not reason:
        return None
    return (
        Status.NOT_MEASURABLE,
        f"报告只写“{case.target.quote}”：{REASONS[reason]}，不作判定",
        None,
    )


def no_value(case: Case) -> Answer | None:
    if case.values:
        return None
    deadline = case.target.deadline
    nothing = "没有可用于判定的公开数值"
    if case.lag_over:
        assert deadline
        return (
            Status.OVERDUE,
            f"时限{day(deadline)}，加发布时滞{RELEASE_LAG.days}天为{day(deadline + RELEASE_LAG)}，"
            f"至{day(case.as_of)}{nothing}",
            None,
        )
    first = case.start + FIRST_PERIOD + RELEASE_LAG
    if deadline and case.as_of < first:
        return Status.NOT_DUE, f"首个统计期的数据预计不早于{day(first)}发布", None
    until = f"时限{day(deadline)}" if deadline else "报告未定日期"
    return Status.NO_DATA, f"{until}；至{day(case.as_of)}{nothing}", None


def reached_at_any_time(case: Case) -> Answer | None:
    if case.target.type not in (Type.CUMULATIVE, Type.MILESTONE):
        return None
    for update in case.values:
        if met(case.target, update):
            return Status.ACHIEVED, comparison(case.target, update), update
    return None


def covers_the_deadline(case: Case) -> Answer | None:
    latest, deadline = case.latest, case.target.deadline
    if not (latest and latest.as_of and deadline and latest.as_of.last >= deadline):
        return None
    status = Status.ACHIEVED if met(case.target, latest) else Status.MISSED
    return status, comparison(case.target, latest), latest


def past_the_deadline(case: Case) -> Answer | None:
    deadline, latest = case.target.deadline, case.latest
    if not case.lag_over:
        return None
    assert deadline and latest and latest.as_of
    return (
        Status.OVERDUE,
        f"最近的数值截至{day(latest.as_of.last)}，没有覆盖时限{day(deadline)}"
        f"（加发布时滞{RELEASE_LAG.days}天已过）",
        latest,
    )


def still_running(case: Case) -> Answer | None:
    latest = case.latest
    assert latest
    return RUNNING[case.target.type](case, latest)


# --- while the period runs, by type -------------------------------------------------------------


def pace_of_count(case: Case, latest: Update) -> Answer:
    assert latest.amount and case.target.amount
    if latest.amount.low == 0:
        return Status.NOT_STARTED, comparison(case.target, latest), latest
    return against_pace(case, latest, latest.amount.low, case.target.amount.low)


def pace_of_level(case: Case, latest: Update) -> Answer:
    assert latest.amount and case.target.amount
    if met(case.target, latest):
        return Status.HOLDING, comparison(case.target, latest), latest
    baseline = case.target.baseline
    if baseline is None or baseline.amount.low == case.target.amount.low:
        return (
            Status.NOT_DUE,
            f"{comparison(case.target, latest)}；缺基期值，时限前不判快慢",
            latest,
        )
    return against_pace(
        case,
        latest,
        latest.amount.low - baseline.amount.low,
        case.target.amount.low - baseline.amount.low,
    )


def within_or_not(case: Case, latest: Update) -> Answer:
    status = Status.HOLDING if met(case.target, latest) else Status.BEHIND
    return status, comparison(case.target, latest), latest


def stage(case: Case, latest: Update) -> Answer:
    assert latest.as_of
    return Status.NOT_DUE, f"截至{day(latest.as_of.last)}：{words(latest)}；时限未到", latest


RUNNING: dict[Type, Callable[[Case, Update], Answer]] = {
    Type.CUMULATIVE: pace_of_count,
    Type.LEVEL: pace_of_level,
    Type.GROWTH: within_or_not,
    Type.LIMIT: within_or_not,
    Type.REDUCTION: within_or_not,
    Type.MILESTONE: stage,
}


def against_pace(case: Case, latest: Update, done: Decimal, whole: Decimal) -> Answer:
    """Share done against the share of days gone by on the value's own date; zero tolerance."""
    assert latest.as_of
    deadline = case.target.deadline
    share = done / whole
    line = f"{comparison(case.target, latest)} = {percent(share)}"
    if deadline is None:
        return Status.NOT_DUE, f"{line}；报告未定日期，不判快慢", latest
    days = Decimal((latest.as_of.last - case.start).days + 1)
    expected = days / Decimal((deadline - case.start).days + 1)
    gap = (share - expected) * 100
    word = "超前" if gap >= 0 else "欠"
    line += (
        f"；截至{day(latest.as_of.last)}应达{percent(expected)}；{word}{tenth(abs(gap))}个百分点"
    )
    return (Status.ON_TRACK if gap >= 0 else Status.BEHIND), line, latest


# --- arithmetic and its words -------------------------------------------------------------------


def met(target: Target, update: Update) -> bool:
    if target.amount is None:
        return bool(update.reached)
    return update.amount is not None and satisfies(update.amount, target)


def satisfies(value: Amount, target: Target) -> bool:
    assert target.amount
    wanted, found = target.amount, value.low
    match target.bound:
        case Bound.MORE_THAN:
            return found > wanted.low
        case Bound.AT_MOST:
            return found <= wanted.high
        case Bound.LESS_THAN:
            return found < wanted.high
        case Bound.ABOUT:
            return abs(found - wanted.low) <= tolerance(target)
        case Bound.EXACTLY:
            return found == wanted.low
        case _:
            return found >= wanted.low


def tolerance(target: Target) -> Decimal:
    assert target.amount
    return RATE_TOLERANCE if target.unit in RATES else target.amount.low * COUNT_TOLERANCE


SIGNS = {
    Bound.AT_LEAST: "≥", Bound.MORE_THAN: "＞", Bound.AT_MOST: "≤", Bound.LESS_THAN: "＜",
    Bound.ABOUT: "≈", Bound.EXACTLY: "=", Bound.RANGE: "≥",
}  # fmt: skip


def comparison(target: Target, update: Update) -> str:
    """The value against the target, the time it speaks of, and the size of a miss."""
    assert update.as_of
    when = f"截至{day(update.as_of.last)}"
    if target.amount is None or update.amount is None:
        return f"{when}：{words(update)}"
    part = "至少" if update.at_least else ""
    sign = SIGNS[target.bound or Bound.AT_LEAST]
    line = f"{when}：{part}{update.amount.written} / 目标{sign}{target.amount.written}"
    if target.bound is Bound.ABOUT:
        line += f"（允许偏差{difference(tolerance(target), target.unit)}）"
    if not met(target, update) and target.deadline and update.as_of.last >= target.deadline:
        gap = abs(target.amount.low - update.amount.low)
        line += f"，差{difference(gap, target.unit)}"
    return line


def words(update: Update) -> str:
    return update.says or update.reported or update.note


def difference(number: Decimal, unit: str) -> str:
    """A distance between two values, with 万 and 亿 as a reader would say it."""
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= size:
            return f"{plain(number / size)}{word}{unit}"
    return f"{plain(number)}{'个百分点' if unit == '%' else unit}"


def day(moment: date) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日"


def percent(share: Decimal) -> str:
    return f"{tenth(share * 100)}%"


def tenth(number: Decimal) -> str:
    return str(number.quantize(Decimal("0.1"), ROUND_HALF_UP))


def plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


RULES: tuple[tuple[str, Rule, str], ...] = (
    ("无法量化", not_measurable, "报告没有给出可核对的标准：无法量化，并写明原因"),
    ("没有数值", no_value, "没有可用数值：首个统计期之前为未到统计期；时限加发布时滞之后为到期，未检索到公开结果；其间为暂无公开数据"),
    ("随时达到", reached_at_any_time, "累计量或节点，任一时点的数值达到目标：已完成"),
    ("覆盖时限", covers_the_deadline, "最近的数值覆盖时限：达到目标为已完成，否则为未达标，并写明差多少"),
    ("时限已过", past_the_deadline, "时限加发布时滞已过，数值仍停在时限之前：到期，未检索到公开结果"),
    ("期间判断", still_running, "时限之前按类型判断：累计量与时点值比照时间进度，增速、下降与控制值看当前是否达标，节点看是否到达"),
)  # fmt: skip

PUBLISHED = Rules(
    VERSION,
    tuple((name, words) for name, _, words in RULES),
    (
        ("发布时滞", f"时限后{RELEASE_LAG.days}天"),
        ("首个统计期", f"起算日后{FIRST_PERIOD.days}天"),
        ("起算日", "报告年份1月1日，另有写明的除外"),
        ("报告未写明时限", "报告年份12月31日，并标明“报告未写明时限”"),
        ("进度容差", "0，差距照实写出"),
        ("“左右”的容差：比率", f"{RATE_TOLERANCE}个百分点（本站约定）"),
        ("“左右”的容差：数量", f"目标值的{plain(COUNT_TOLERANCE * 100)}%（本站约定）"),
        ("“以上”“以内”", "含本数（民法典第1259条）"),
        ("“超过”“突破”", "不含本数（民法典第1259条）"),
    ),
)
