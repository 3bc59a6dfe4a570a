"""A target's values and days as its chart wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from tracker.model import (
    Amount,
    Assessed,
    Assessment,
    Bound,
    Revision,
    Target,
    Type,
    Update,
)
from tracker.render import wording
from tracker.render.charts.goals import Goal, Revised
from tracker.render.charts.marks import Mark, MarkKind
from tracker.render.charts.milestone import Milestone, Stage, StageKind
from tracker.render.charts.plot import Plot
from tracker.render.charts.progress import Chart, progress
from tracker.render.charts.timeline import Timeline, timeline

KINDS = {
    Revision.ESTIMATE: MarkKind.ESTIMATE,
    Revision.PRELIMINARY: MarkKind.PRELIMINARY,
    Revision.FINAL: MarkKind.FINAL,
}
MAGNITUDES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def progress_of(assessed: Assessed, assessment: Assessment) -> Chart | None:
    """Drawn where the target has an amount, and a value in its unit with a day."""
    target = assessed.target
    marks = tuple(_marks(target))
    goal = goal_of(assessed)
    if goal is None or not any(mark.kind is not MarkKind.BASELINE for mark in marks):
        return None
    amounts = [target.goal, *(u.amount for u in target.updates if u.amount)]
    unit, factor = scale_of([a for a in amounts if a], target.measured_in)
    return progress(
        Plot(
            title=f"{target.title}：进展",
            unit=unit,
            factor=factor,
            goal=goal,
            start=_start(assessed, assessment),
            deadline=target.deadline,
            as_of=assessment.as_of,
            marks=marks,
            pace=assessed.judgement.path,
            revised=tuple(_revised(assessed)),
            breaks=tuple(change.day.last for change in target.redefined),
        )
    )


def timeline_of(assessed: Assessed, assessment: Assessment) -> Timeline | None:
    """Drawn for a milestone of which anything dated is known."""
    target = assessed.target
    stages = tuple(
        Stage(u.reached_on or u.as_of.last, _stage_when(u), _stage_words(u), _stage_kind(u, target))
        for u in target.updates
        if u.as_of
    )
    if target.type is not Type.MILESTONE or not stages:
        return None
    start = target.start or date(assessment.report.year, 1, 1)
    return timeline(
        Milestone(
            f"{target.title}：经过",
            wording.goal(target),
            start,
            target.deadline,
            assessment.as_of,
            stages,
        )
    )


def _start(assessed: Assessed, assessment: Assessment) -> date:
    """The day after that from which the pace sets out."""
    path = assessed.judgement.path
    year = date(assessment.report.year, 1, 1)
    return path[0][0] + timedelta(days=1) if path else assessed.target.start or year


def goal_of(assessed: Assessed) -> Goal | None:
    """With 左右 as wide as the rules take it."""
    target = assessed.target
    if target.goal is None:
        return None
    low, high = assessed.judgement.allowed or (target.goal.low, target.goal.high)
    words = wording.goal(target)
    if target.multiplies:
        words = f"{words}，即{wording.quantity(target.goal.low)}{target.measured_in}"
    return Goal(low, high, target.bound or Bound.AT_LEAST, words)


def result_of(assessed: Assessed) -> Mark | None:
    """The value that decided the status."""
    decided = assessed.judgement.decided_by
    return next(_mark(decided), None) if decided else None


def scale_of(amounts: Iterable[Amount], unit: str) -> tuple[str, Decimal]:
    """万亩 and 10000 where all values have 万 or more."""
    largest = max((abs(amount.high) for amount in amounts), default=Decimal(0))
    for factor, word in MAGNITUDES:
        if largest >= factor:
            return f"{word}{unit}", factor
    return unit, Decimal(1)


def _marks(target: Target) -> Iterator[Mark]:
    if target.baseline and target.baseline.amount.unit == target.measured_in:
        base = target.baseline
        yield Mark(
            base.as_of.last, wording.period(base.as_of.text), base.amount.low, base.amount.written,
            MarkKind.BASELINE,
        )  # fmt: skip
    for update in target.updates:
        # A value in another unit has no place on the axis.
        if update.amount and update.amount.unit == target.measured_in:
            yield from _mark(update)


def _mark(update: Update) -> Iterator[Mark]:
    if update.as_of and update.amount:
        kind = KINDS[update.kind] if update.comparable else MarkKind.ASIDE
        when, written = wording.period(update.as_of.text), wording.update_value(update)
        yield Mark(update.as_of.last, when, update.amount.low, written, kind)


def _revised(assessed: Assessed) -> Iterator[Revised]:
    for change in assessed.revised:
        made = change.adjustment
        if made.amount:
            bound = made.bound or assessed.target.bound or Bound.AT_LEAST
            goal = Goal(made.amount.low, made.amount.high, bound, made.after)
            yield Revised(made.day.last, goal, made.deadline or assessed.target.deadline)


def _stage_kind(update: Update, target: Target) -> StageKind:
    if update.reached is True or (target.stages and update.stage == target.stages[-1].name):
        return StageKind.REACHED
    if update.stage:
        return StageKind.STEP
    if update.reached is False or update.not_started:
        return StageKind.NOT_REACHED
    return StageKind.STATEMENT


def _stage_when(update: Update) -> str:
    if update.reached_on:
        return wording.day(update.reached_on)
    return wording.period(update.as_of.text) if update.as_of else ""


def _stage_words(update: Update) -> str:
    return f"{update.stage}：{update.words}" if update.stage else update.words
