"""By when what is due, and the same as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.model import Assessed, Assessment, Ledger
from tracker.render import addresses, wording
from tracker.render.calendar import Event, calendar_file
from tracker.render.cards import UNDATED, Card, every_card
from tracker.render.feeds import entry_id
from tracker.render.labels import STATUS
from tracker.render.tally import Tally, tally

CALENDAR = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Due:
    label: str
    href: str
    is_past: bool
    tally: Tally
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Deadlines:
    due: tuple[Due, ...]
    undated: tuple[Card, ...]
    undated_href: str
    calendar_href: str
    events: int


def deadlines(assessment: Assessment) -> Deadlines:
    every = every_card(assessment)
    days = {a.target.deadline for ledger in assessment.ledgers for a in ledger.targets}
    due = tuple(_due(day, every, assessment.as_of) for day in sorted(d for d in days if d))
    undated = tuple(card for card in every if card.deadline_key == UNDATED)
    return Deadlines(due, undated, addresses.deadline(None), CALENDAR, len(every) - len(undated))


def _due(day: date, every: tuple[Card, ...], as_of: date) -> Due:
    own = tuple(card for card in every if card.deadline_key == day.isoformat())
    return Due(wording.day(day), addresses.deadline(day), day < as_of, tally(own), own)


def calendar(assessment: Assessment) -> dict[str, bytes]:
    """No file while no target has a day: a calendar must hold something."""
    found = [
        event
        for ledger in assessment.ledgers
        for one in ledger.targets
        for event in _event(one, ledger, assessment)
    ]
    if not found:
        return {}
    title = f"{assessment.site.title}：时限"
    return {CALENDAR: calendar_file(title, found, assessment.as_of)}


def _event(one: Assessed, ledger: Ledger, assessment: Assessment) -> Iterator[Event]:
    """On the day that holds now: a deadline put off moves the event and raises its sequence."""
    target = one.target
    moved = [change.deadline for change in target.revisions if change.deadline]
    day = moved[-1] if moved else target.deadline
    if day is None:
        return
    status = STATUS[one.judgement.status].label
    lines = [
        f"报告原话：“{target.quote}”",
        f"目标：{wording.goal(target)}",
        f"状态（计算至{wording.day(assessment.as_of)}）：{status}",
    ]
    if moved:
        lines.insert(2, f"时限已由{wording.deadline(target)}调整为{wording.day(day)}")
    href = addresses.target(target.id)
    yield Event(
        uid=entry_id("deadline", ledger.report.id, target.first_id),
        day=day,
        summary=f"时限：{target.title}",
        description="\n".join(lines),
        url=addresses.absolute(href, assessment.site) if assessment.site.address else "",
        categories=(f"{ledger.report.year}年报告", *target.topics),
        sequence=len(target.revisions),
    )
