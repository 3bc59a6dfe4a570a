"""What happened to a target, day by day: what sources said, and when its status changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.assess.case import ONE_DAY, Case
from tracker.assess.judge import judge
from tracker.model import Cause, Event, Judgement, Ledger, Target, Update


@dataclass(frozen=True, slots=True)
class Life:
    """A target in its report, up to a day."""

    target: Target
    year: int
    until: date
    others: Mapping[str, Target]

    @property
    def lasting_id(self) -> str:
        """The id under which it was first published."""
        return (*self.target.formerly, self.target.id)[0]

    def on(self, day: date) -> Judgement:
        return judge(self.target, self.year, day, self.others)


def events_of(ledger: Ledger, as_of: date) -> Iterator[Event]:
    others = {one.target.id: one.target for one in ledger.targets}
    for one in ledger.targets:
        life = Life(one.target, ledger.report.year, as_of, others)
        yield from said(life)
        yield from decreed(life)
        yield from turned(life)


def said(life: Life) -> Iterator[Event]:
    """One for each update; those of one day and source are told apart by their order."""
    seen: Counter[str] = Counter()
    for update in life.target.updates:
        day = update.as_of.last if update.as_of else known_on(update, life)
        if day > life.until:
            continue
        when = update.as_of.text if update.as_of else update.when
        key = f"{when}|{update.source.url or update.source.title}|{update.kind}"
        seen[key] += 1
        words = update.says or update.reported or update.note
        yield Event(
            day,
            max(day, known_on(update, life)),
            life.target.id,
            f"{life.lasting_id}|update|{key}|{seen[key]}",
            Cause.UPDATE,
            None,
            None,
            update,
            words,
        )


def known_on(update: Update, life: Life) -> date:
    """The day on which the source was read, else the day it speaks of."""
    read = update.source.accessed or update.as_of
    return read.last if read else life.target.searched or date(life.year, 12, 31)


def decreed(life: Life) -> Iterator[Event]:
    target = life.target
    changes = [(r.day, f"由“{r.before}”改为“{r.after}”", Cause.REVISION) for r in target.revisions]
    if target.withdrawn:
        words = f"{target.withdrawn.authority}：《{target.withdrawn.document.title}》"
        changes.append((target.withdrawn.day, words, Cause.WITHDRAWAL))
    for day, words, cause in changes:
        if day.last <= life.until:
            key = f"{life.lasting_id}|{cause}|{day.text}"
            yield Event(day.last, day.last, target.id, key, cause, None, None, None, words)


def turned(life: Life) -> Iterator[Event]:
    """Each day on which the rules began to answer otherwise."""
    before: Judgement | None = None
    for day in sorted({date(life.year, 1, 1), *turning_days(life)}):
        if day > life.until:
            return
        after = life.on(day)
        if before and after.status is not before.status:
            decided = after.decided_by
            known = max(day, known_on(decided, life)) if decided else day
            key = f"{life.lasting_id}|status|{day}|{after.status}"
            yield Event(
                day, known, life.target.id, key, Cause.STATUS, before.status, after.status, decided,
                after.arithmetic,
            )  # fmt: skip
        before = after


def turning_days(life: Life) -> Iterator[date]:
    """Days on which a status may change: its own, and those of the targets it refers to."""
    target = life.target
    for name in (target.id, *target.parts, target.relative_to):
        if one := life.others.get(name):
            case = Case(one, life.year, date.max, life.others)
            yield case.first_release
            yield from (value.as_of.last for value in case.values if value.as_of)
            if case.released_by:
                yield case.released_by + ONE_DAY
            if one.withdrawn:
                yield one.withdrawn.day.last
