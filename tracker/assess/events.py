"""What happened to a target, day by day: what sources said, and when its status changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from tracker.assess.case import KINDS, ONE_DAY, Case
from tracker.assess.judge import answered
from tracker.assess.running import Answer
from tracker.model import Assessed, Cause, Event, Source, Status, Target, Update


class Life(Struct, frozen=True):
    """A target in its report, up to a day."""

    target: Target
    year: int
    until: date
    others: Mapping[str, Target]

    def on(self, day: date) -> Answer:
        return answered(Case(self.target, self.year, day, self.others))


def events_of(year: int, targets: Iterable[Assessed], as_of: date) -> Iterator[Event]:
    """Of the targets of one report, of whose year they are."""
    others = {one.target.id: one.target for one in targets}
    for target in others.values():
        life = Life(target, year, as_of, others)
        yield from said(life)
        yield from listed(life)
        yield from befell(life)
        yield from turned(life)


def said(life: Life) -> Iterator[Event]:
    """One for each update; those of one day and source are told apart by their firmness."""
    seen: Counter[str] = Counter()
    for update in sorted(life.target.updates, key=_firmness):
        day = update.known_from or life.target.searched or date(life.year, 12, 31)
        key = f"{day}|{name_of(update.source)}"
        seen[key] += 1
        yield Event(
            day=day,
            known=known_on(day, update.source),
            target=life.target.id,
            key=f"{life.target.first_id}|update|{key}|{seen[key]}",
            cause=Cause.UPDATE,
            before=None,
            after=None,
            update=update,
            words=update.words,
        )


def _firmness(update: Update) -> tuple[int, str, str]:
    written = update.amount.written if update.amount else ""
    return KINDS.index(update.kind), written, update.words


def name_of(source: Source) -> str:
    """Stays when title or address are corrected, where the source has a name in the file."""
    return source.key or source.url or source.title


def known_on(day: date, source: Source | None) -> date:
    """The day on which the source was read, but not before the day it speaks of."""
    return max(day, source.accessed.last) if source and source.accessed else day


def listed(life: Life) -> Iterator[Event]:
    """Things of a list that a source says are done, or not."""
    for item in life.target.items:
        if item.as_of and item.reached is not None:
            words = f"{item.title}：{'已做到' if item.reached else '没有做到'}"
            yield _happened(
                life, item.as_of.last, item.source, Cause.UPDATE, f"item|{item.title}", words
            )


def befell(life: Life) -> Iterator[Event]:
    """Changes of the target itself, of what is counted, and public disagreement."""
    target = life.target
    for change in target.revisions:
        words = f"由“{change.before}”改为“{change.after}”"
        yield _happened(life, change.day.last, change.document, Cause.REVISION, words, words)
    for redefinition in target.redefined:
        day, source = redefinition.day.last, redefinition.source
        yield _happened(life, day, source, Cause.REDEFINITION, "", redefinition.note)
    for dispute in target.disputes:
        words = f"{dispute.by}：{dispute.says}"
        yield _happened(life, dispute.day.last, dispute.source, Cause.DISPUTE, dispute.by, words)
    if end := target.withdrawn:
        words = f"{end.authority}：《{end.document.title}》"
        yield _happened(life, end.day.last, end.document, Cause.WITHDRAWAL, "", words)


def _happened(
    life: Life, day: date, source: Source | None, cause: Cause, key: str, words: str
) -> Event:
    return Event(
        day=day,
        known=known_on(day, source),
        target=life.target.id,
        key=f"{life.target.first_id}|{cause}|{day}|{key}",
        cause=cause,
        before=None,
        after=None,
        update=None,
        words=words,
    )


def turned(life: Life) -> Iterator[Event]:
    """Each day on which the rules began to answer otherwise."""
    before: Status | None = None
    for day in sorted({date(life.year, 1, 1), *turning_days(life)}):
        if day > life.until:
            return
        after, words, decided = life.on(day)
        if before and after is not before:
            yield Event(
                day=day,
                known=known_on(day, decided.source if decided else None),
                target=life.target.id,
                key=f"{life.target.first_id}|status|{day}|{after}",
                cause=Cause.STATUS,
                before=before,
                after=after,
                update=decided,
                words=words,
            )
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
