"""What does not stop a site from being published, and is worth an editor's time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.errors import Problem
from tracker.model import Assessed, Flag, Source, Target, Type, Update


def warnings(targets: Sequence[Assessed]) -> list[Problem]:
    """In file order."""
    found = [problem for one in targets for problem in warnings_of(one)]
    sources = {source.where: source for one in targets for source in sources_of(one.target)}
    found += (problem for source in sources.values() for problem in unarchived(source))
    return sorted(found, key=lambda problem: problem.where)


def warnings_of(one: Assessed) -> Iterator[Problem]:
    target = one.target
    yield from (
        Problem(update.where, "value-alone", {"id": target.id, "source": update.source.title})
        for update in target.updates
        if decides(update) and not is_confirmed(update, target)
    )
    yield from falling(target)
    if Flag.STALE in one.judgement.flags:
        days = [update.as_of.last for update in target.updates if update.as_of]
        yield Problem(target.at("updates"), "evidence-stale", {"id": target.id, "day": max(days)})


def decides(update: Update) -> bool:
    answers = update.amount is not None or update.reached is not None
    return answers and update.comparable and update.as_of is not None


def is_confirmed(update: Update, target: Target) -> bool:
    """Another source says the same of the same day."""
    others = (other for other in target.updates if other is not update)
    return bool(update.confirmed_by) or any(
        (other.as_of, other.amount, other.reached) == (update.as_of, update.amount, update.reached)
        and other.source != update.source
        for other in others
    )


def falling(target: Target) -> Iterator[Problem]:
    """What is counted up does not fall: a slip, or another scope."""
    if target.type not in (Type.CUMULATIVE, Type.LIST):
        return
    values = [(u.as_of, u.amount, u) for u in target.updates if decides(u) and u.amount and u.as_of]
    for (_, before, _), (_, after, update) in pairwise(sorted(values, key=lambda value: value[0])):
        if after.low < before.low and not update.at_least:
            details = {"id": target.id, "value": after.written, "before": before.written}
            yield Problem(update.where, "value-falls", details)


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


def unarchived(source: Source) -> Iterator[Problem]:
    if source.url and not source.archived:
        yield Problem(source.where, "not-archived", {"title": source.title})
