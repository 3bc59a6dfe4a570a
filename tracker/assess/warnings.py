"""What does not stop a site from being published, and is worth an editor's time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tracker.assess.case import KINDS
from tracker.assess.wording import plain
from tracker.errors import Problem
from tracker.model import Assessed, Flag, Source, Target, Type, Update

FAR = 1000  # times the goal: no count goes so far beyond, and a 万 is more


def warnings(targets: Sequence[Assessed]) -> list[Problem]:
    """In file order."""
    found = [*alone(targets), *(problem for one in targets for problem in warnings_of(one))]
    sources = {source.where: source for one in targets for source in sources_of(one.target)}
    found += (problem for source in sources.values() for problem in unreachable(source))
    return sorted(found, key=lambda problem: problem.where)


def warnings_of(one: Assessed) -> Iterator[Problem]:
    target = one.target
    yield from falling(target)
    yield from out_of_scale(target)
    latest = one.judgement.decided_by
    if Flag.STALE in one.judgement.flags and latest and latest.as_of:
        details = {"id": target.id, "day": latest.as_of.last}
        yield Problem(latest.where, "evidence-stale", details)


def alone(targets: Sequence[Assessed]) -> Iterator[Problem]:
    """For each source, the values that nobody else gives."""
    values: dict[str, list[Update]] = {}
    for one in targets:
        for update in one.target.updates:
            if decides(update) and not is_confirmed(update, one.target):
                values.setdefault(update.source.title, []).append(update)
    for title, updates in values.items():
        lines = tuple(f"{one.where.path}:{one.where.line}" for one in updates)
        yield Problem(updates[0].where, "value-alone", {"source": title, "places": lines})


def decides(update: Update) -> bool:
    answers = update.amount is not None or update.reached is not None
    return answers and update.comparable and update.as_of is not None


def is_confirmed(update: Update, target: Target) -> bool:
    """Another source says the same of the same day."""
    return bool(update.confirmed_by) or any(
        other.source != update.source and gist(other) == gist(update) for other in target.updates
    )


def gist(update: Update) -> tuple[date | None, Decimal | None, Decimal | None, bool | None]:
    day, amount = update.as_of, update.amount
    low, high = (amount.low, amount.high) if amount else (None, None)
    return day.last if day else None, low, high, update.reached


def falling(target: Target) -> Iterator[Problem]:
    """What is counted up does not fall: a slip, or another scope."""
    if target.type not in (Type.CUMULATIVE, Type.LIST):
        return
    firmest = {
        update.as_of.last: (update.amount, update)
        for update in sorted(target.updates, key=lambda update: KINDS.index(update.kind))
        if update.as_of and update.amount and decides(update)
    }
    days = sorted(firmest)
    for (before, _), (after, update) in pairwise(firmest[day] for day in days):
        if after.low < before.low and not update.at_least:
            details = {"id": target.id, "value": after.written, "before": before.written}
            yield Problem(update.where, "value-falls", details)


def out_of_scale(target: Target) -> Iterator[Problem]:
    """A value with a 万 too many, or a percentage written as its fraction."""
    if target.goal is None:
        return
    goal = target.goal.high
    for update in target.updates:
        if not (decides(update) and update.amount):
            continue
        value = update.amount.high
        details = {"id": target.id, "value": update.amount.written, "goal": target.goal.written}
        if 0 < goal * FAR < value:
            yield Problem(update.where, "value-out-of-scale", details)
        elif target.unit == "%" and 0 < value < 1 and value * 10 < goal:
            meant = f"{plain(value * 100)}%"
            yield Problem(update.where, "value-as-fraction", {**details, "meant": meant})


def sources_of(target: Target) -> Iterator[Source]:
    """Every source that the target's page shows."""
    yield from (source for update in target.updates for source in update.sources)
    sources = [
        *(context.source for context in target.context),
        *(item.source for item in target.items),
        *(step.source for step in target.schedule),
        *(mention.source for mention in target.mentions),
        *(change.source for change in target.redefined),
        *(dispute.source for dispute in target.disputes),
        *(change.document for change in target.revisions),
        target.withdrawn.document if target.withdrawn else None,
        target.baseline.source if target.baseline else None,
    ]
    yield from (source for source in sources if source)


def unreachable(source: Source) -> Iterator[Problem]:
    if not source.url and not source.archived:
        yield Problem(source.where, "source-without-address", {"title": source.title})
    elif not source.archived:
        yield Problem(source.where, "not-archived", {"title": source.title})
