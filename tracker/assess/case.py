"""A target as of a day: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from tracker.assess.bounds import agrees, satisfies, settles, shortfall
from tracker.assess.defaults import PERIODS, RELEASE_LAG, STALE_AFTER
from tracker.model import (
    Amount,
    Day,
    ListItem,
    Revision,
    Target,
    Tier,
    Type,
    Update,
)

KINDS = tuple(Revision)
TIERS = tuple(Tier)
RATES = (Type.GROWTH, Type.REDUCTION, Type.RELATIVE)
ONE_DAY = timedelta(days=1)


class Case(Struct, frozen=True, dict=True):
    target: Target
    year: int  # of its report
    as_of: date
    others: Mapping[str, Target]  # of the same report, by id

    @property
    def start(self) -> date:
        """The first day of the time in which the target is to be reached."""
        target = self.target
        if target.start:
            return target.start
        if target.type is Type.LEVEL and target.baseline:
            return target.baseline.as_of.last + ONE_DAY
        return date(self.year, 1, 1)

    @property
    def period(self) -> timedelta:
        return PERIODS[self.target.period]

    @property
    def lag(self) -> timedelta:
        own = self.target.release_lag
        return timedelta(days=RELEASE_LAG if own is None else own)

    @property
    def first_release(self) -> date:
        return max(self.start, date(self.year, 1, 1)) + self.period + self.lag

    @property
    def released_by(self) -> date | None:
        """The day by which a value at the deadline should have been published."""
        deadline = self.target.deadline
        return deadline + self.lag if deadline else None

    @property
    def lag_over(self) -> bool:
        return self.released_by is not None and self.as_of > self.released_by

    @cached_property
    def values(self) -> tuple[Update, ...]:
        """Those that may decide, oldest first, one for each day.

        Of one day: the firmest kind, then the strongest source, then the less favourable value.
        """
        days: dict[date, list[Update]] = {}
        for update in self.known:
            if update.as_of and not self.useless(update):
                days.setdefault(update.as_of.last, []).append(update)
        return tuple(self._best(days[day]) for day in sorted(days))

    def _best(self, updates: list[Update]) -> Update:
        """Of several of one day; of equal ones the last."""
        return sorted(updates, key=self._rank)[-1] if updates[1:] else updates[0]

    @property
    def latest(self) -> Update | None:
        values = self.values
        return values[-1] if values else None

    @property
    def is_stale(self) -> bool:
        """Whether the latest value is older than one and a half reporting periods."""
        latest = self.latest
        if not (latest and latest.as_of):
            return False
        return Decimal((self.as_of - latest.as_of.last).days) > STALE_AFTER * self.period.days

    def goal(self, update: Update) -> Amount | None:
        """What the value is measured against: of a `relative` one, another's value."""
        if self.target.type is not Type.RELATIVE:
            return self.target.goal
        other = self.others.get(self.target.relative_to)
        if other is None or update.as_of is None:
            return None
        values = Case(other, self.year, self.as_of, {}).values
        same_day = (v for v in values if v.as_of and v.as_of.last == update.as_of.last)
        return next((value.amount for value in same_day), None)

    def met(self, update: Update) -> bool:
        if update.not_started:
            return False
        goal = self.goal(update)
        if goal is None or update.amount is None:
            return self.reached(update) is True
        return satisfies(update.amount, goal, self.target)

    def reached(self, update: Update) -> bool | None:
        """Of a milestone: what the source says, or its last stage."""
        if update.reached is None and update.stage:
            return update.stage == self.target.stages[-1].name
        return update.reached

    @cached_property
    def known(self) -> tuple[Update, ...]:
        """What sources had said by the day, and what can be counted from a list."""
        told = (u for u in self.target.updates if (u.known_from or date.min) <= self.as_of)
        counts = (u for u in counted(self.target) if (u.known_from or date.min) <= self.as_of)
        return (*told, *counts)

    def useless(self, update: Update) -> str:
        """Why an update cannot decide, in words; empty where it can."""
        if not update.comparable:
            return "口径不同"
        if update.as_of is None:
            return "没有年份"
        if self._is_of_another_time(update.as_of.last):
            return "不在目标的期间内"
        if update.not_started:
            return ""
        if self.target.type is Type.MILESTONE:
            return "没有说到结果" if self.reached(update) is None else ""
        goal = self.goal(update)
        if goal is None:
            return "没有同期的参照数值"
        if update.amount is None:
            return "没有数值"
        if update.at_least and not settles(update.amount, goal, self.target):
            return "不完整"
        return "" if agrees(update.amount, goal, self.target) else "是一个范围，两端结论不同"

    def _is_of_another_time(self, day: date) -> bool:
        """A rate of after the deadline is of another period; a count of before the start, too."""
        deadline = self.target.deadline
        if self.target.type in RATES and deadline and day > deadline:
            return True
        return self.target.type not in (Type.LEVEL, Type.MILESTONE) and day < self.start

    def _rank(self, update: Update) -> tuple[int, int, bool, Decimal, str]:
        tier = max((TIERS.index(s.tier) for s in update.sources if s.tier), default=-1)
        goal, amount = self.goal(update), update.amount
        gap = shortfall(amount, goal, self.target) if goal and amount else Decimal(0)
        words = f"{amount.written if amount else ''}{update.words}{update.source.title}"
        return KINDS.index(update.kind), tier, not self.met(update), gap, words


def counted(target: Target) -> Iterator[Update]:
    """The items of a list as values: how many are done by each day that one of them names.

    While some of the things promised are not listed or not told of, the count is a part only.
    """
    if not target.items:
        return
    told = [(item.as_of, item) for item in target.items if item.as_of and item.reached is not None]
    for as_of in sorted({as_of for as_of, _ in told}):
        yield _count(target, as_of, [item for day, item in told if day.last <= as_of.last])


def _count(target: Target, as_of: Day, told: list[ListItem]) -> Update:
    item = max(told, key=lambda one: one.as_of.last if one.as_of else date.min)
    assert target.amount and item.source
    done = sum(bool(one.reached) for one in told)
    fresh = all(one.reached or one.as_of == as_of for one in told)  # a “not yet” ages
    whole = fresh and len(told) == len(target.items) and len(told) >= target.amount.low
    return Update(
        where=item.where,
        as_of=as_of,
        when="",
        amount=Amount(Decimal(done), Decimal(done), target.unit, f"{done}{target.unit}"),
        reached=None,
        reached_on=None,
        stage="",
        not_started=False,
        says=f"清单所列{len(target.items)}项中，{done}项已做到",
        at_least=not whole,
        comparable=True,
        kind=Revision.FINAL,
        reported="",
        note="",
        confidence=None,
        source=item.source,
        confirmed_by=(),
    )
