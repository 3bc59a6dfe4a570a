"""By when what is due, and the same as a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from tracker.model import Assessed, Assessment
from tracker.render import addresses, wording
from tracker.render.addresses import Link
from tracker.render.calendar import Event, calendar_file
from tracker.render.cards import UNDATED, Card
from tracker.render.charts.agenda import Agenda, Counts, Due
from tracker.render.charts.deadlines import DeadlineChart, deadline_chart
from tracker.render.contexts.listing import MANY
from tracker.render.feeds import entry_id
from tracker.render.labels import STATUS
from tracker.render.tally import Tally, tally
from tracker.render.whole import Whole

PAGE = "deadlines.html"
LONG = 12  # a list of more is closed where its day is past: the later ones stay in reach


class DueList(Struct, frozen=True):
    """What falls due on one day; `sample` names the first of a list that is closed."""

    label: str
    href: str
    is_past: bool
    is_open: bool
    sample: str
    tally: Tally
    cards: tuple[Card, ...]


class DueYear(Struct, frozen=True):
    year: int
    days: tuple[tuple[Link, int], ...]  # with the number of targets


class Deadlines(Struct, frozen=True, dict=True):
    """The targets themselves, where they all fit on the page."""

    agenda: Agenda | None
    due: tuple[DueList, ...]
    undated: tuple[Card, ...]
    years: tuple[DueYear, ...]  # days that are too many for the chart's table
    undated_href: str
    composites: int
    calendar_href: str
    events: int

    @cached_property
    def chart(self) -> DeadlineChart | None:
        """Drawn when it is looked at: the page is known by what it is drawn from."""
        return deadline_chart(self.agenda) if self.agenda else None


def deadlines(whole: Whole) -> Deadlines:
    every, by_day = whole.cards, whole.by_deadline
    undated = by_day.get(UNDATED, ())
    due = {date.fromisoformat(key): by_day[key] for key in sorted(by_day.keys() - {UNDATED})}
    own, listed = whole.regions[0], not whole.is_long
    return Deadlines(
        agenda=_agenda(due, undated, whole) if every else None,
        due=tuple(_due_list(day, cards, whole.as_of) for day, cards in due.items() if listed),
        undated=undated if listed else (),
        years=tuple(_years(due)) if len(due) > MANY else (),
        undated_href=addresses.deadline(None),
        composites=sum(not card.counts for card in every),
        calendar_href=addresses.region_calendar(own.name, whole.site),
        events=sum(card.deadline_key != UNDATED for card in own.cards),
    )


def _agenda(
    days: Mapping[date, tuple[Card, ...]], undated: tuple[Card, ...], whole: Whole
) -> Agenda:
    due = _halves(days) if len(days) > MANY else _days(days)
    return Agenda(
        title="各项目标什么时候到期",
        start=date(min(digest.report.year for digest in whole.tracked), 1, 1),
        as_of=whole.as_of,
        due=tuple(one for one in due if one.counts),
        undated=_counts(undated),
        undated_href=addresses.deadline(None),
    )


def _days(days: Mapping[date, tuple[Card, ...]]) -> Iterator[Due]:
    for day, own in days.items():
        yield Due(day, addresses.deadline(day), _counts(own))


def _halves(days: Mapping[date, tuple[Card, ...]]) -> Iterator[Due]:
    """What falls due within half a year, as of the last day that has something."""
    for (year, _), group in groupby(days, key=lambda day: (day.year, day.month > 6)):
        half = list(group)
        own = tuple(card for day in half for card in days[day])
        yield Due(half[-1], f"{PAGE}#due-{year}", _counts(own))


def _years(days: Mapping[date, tuple[Card, ...]]) -> Iterator[DueYear]:
    for year, group in groupby(days, key=lambda day: day.year):
        yield DueYear(
            year,
            tuple(
                (Link(wording.day(day), addresses.deadline(day)), len(days[day])) for day in group
            ),
        )


def _counts(cards: tuple[Card, ...]) -> Counts:
    return {group.key: group.count for group in tally(cards).groups if group.count}


def _due_list(day: date, own: tuple[Card, ...], as_of: date) -> DueList:
    is_past = day < as_of
    return DueList(
        label=wording.day(day),
        href=addresses.deadline(day),
        is_past=is_past,
        is_open=not is_past or len(own) <= LONG,
        sample="、".join(card.title for card in own[:3]),
        tally=tally(own),
        cards=own,
    )


def calendar(region: Assessment) -> Iterator[tuple[str, bytes]]:
    """No file while no target has a day: a calendar must hold something."""
    site, name = region.site, region.report.region
    assessments = (region.of(ledger) for ledger in region.ledgers)
    found = [event for own in assessments for one in own.targets for event in due_of(one, own)]
    if found:
        title = site.title if name == site.region else f"{name}：{site.title}"
        path = addresses.region_calendar(name, site)
        yield path, calendar_file(f"{title}：时限", found, region.as_of)


def due_of(one: Assessed, assessment: Assessment) -> Iterator[Event]:
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
        uid=entry_id("deadline", assessment.report.id, target.first_id),
        day=day,
        summary=f"时限：{target.title}",
        description="\n".join(lines),
        url=addresses.absolute(href, assessment.site) if assessment.site.address else "",
        categories=(f"{assessment.report.year}年报告", *target.topics),
        sequence=len(target.revisions),
    )
