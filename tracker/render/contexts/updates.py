"""What happened, day by day: on a page, in one feed for the site and one for each target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from tracker.model import Assessment, Cause, Event, Report, Status, Target
from tracker.render import addresses, wording
from tracker.render.cards import Card, every_card
from tracker.render.feeds import Entry, Feed, entry_id, feed_file
from tracker.render.labels import STATUS, STATUSES, StatusLabel
from tracker.render.templates import Templates

PAGE = "updates.html"
FEED = "updates.xml"
ENTRIES = 100  # in the site's feed; a target's has all of its own

CAUSES = {
    Cause.UPDATE: "进展",
    Cause.STATUS: "状态",
    Cause.REVISION: "调整",
    Cause.REDEFINITION: "口径",
    Cause.DISPUTE: "异议",
    Cause.WITHDRAWAL: "中止",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """Events of one day that are alike: by themselves, or many targets with one change."""

    cause: str
    day: str
    iso: str
    before: StatusLabel | None
    after: StatusLabel | None
    value: str
    words: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What became known on a day."""

    day: str
    iso: str
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The counts of the statuses as of a day."""

    day: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Updates:
    days: tuple[Known, ...]
    statuses: tuple[StatusLabel, ...]
    snapshots: tuple[Snapshot, ...]
    total: int
    first: str  # iso
    last: str
    feed_href: str
    data_href: str


def updates(assessment: Assessment) -> Updates:
    by_id = {card.id: card for card in every_card(assessment)}
    days = groupby(assessment.events, key=lambda event: event.known)
    snapshots, statuses = _snapshots(assessment, by_id)
    return Updates(
        days=tuple(
            Known(wording.day(day), day.isoformat(), tuple(_happenings(list(events), by_id)))
            for day, events in days
        ),
        statuses=statuses,
        snapshots=snapshots,
        total=len(assessment.events),
        first=min((event.day for event in assessment.events), default=assessment.as_of).isoformat(),
        last=assessment.as_of.isoformat(),
        feed_href=FEED,
        data_href="data/updates.json",
    )


def _happenings(events: list[Event], by_id: dict[str, Card]) -> Iterator[Happening]:
    """Those that no source but the calendar brought about are put together."""
    silent: dict[tuple[date, Status | None, Status | None], list[Event]] = {}
    for event in events:
        if event.cause is Cause.STATUS and event.update is None:
            silent.setdefault((event.day, event.before, event.after), []).append(event)
        else:
            yield _happening((event,), by_id)
    for together in silent.values():
        yield _happening(tuple(together), by_id)


def _happening(events: tuple[Event, ...], by_id: dict[str, Card]) -> Happening:
    event = events[0]
    return Happening(
        cause=CAUSES[event.cause],
        day=_when(event),
        iso=event.day.isoformat(),
        before=STATUS[event.before] if event.before else None,
        after=STATUS[event.after] if event.after else None,
        value=wording.update_value(event.update) if event.update and not event.after else "",
        words=event.words if len(events) == 1 else "",
        cards=tuple(by_id[one.target] for one in events),
    )


def _when(event: Event) -> str:
    if event.update and event.cause is Cause.UPDATE:
        return wording.update_when(event.update)
    return wording.day(event.day)


# --- as of several days -------------------------------------------------------------------------


def _snapshots(
    assessment: Assessment, by_id: dict[str, Card]
) -> tuple[tuple[Snapshot, ...], tuple[StatusLabel, ...]]:
    """The ends of the years since the first report, and today; statuses that occur on one."""
    counted = {name for name, card in by_id.items() if card.counts}
    statuses = {
        day: [status for name, status in _standing(assessment, day) if name in counted]
        for day in _days(assessment)
    }
    used = {status for found in statuses.values() for status in found}
    labels = tuple(label for label in STATUSES if label.status in used)
    return tuple(
        Snapshot(_as_of(day), tuple(found.count(label.status) for label in labels))
        for day, found in statuses.items()
    ), labels


def _as_of(day: date) -> str:
    return f"{day.year}年底" if (day.month, day.day) == (12, 31) else wording.day(day)


def _days(assessment: Assessment) -> list[date]:
    first = min(
        (ledger.report.year for ledger in assessment.tracked), default=assessment.as_of.year
    )
    ends = [date(year, 12, 31) for year in range(first, assessment.as_of.year)]
    return [*(day for day in ends if day < assessment.as_of), assessment.as_of]


def _standing(assessment: Assessment, day: date) -> Iterator[tuple[str, Status]]:
    """Each target's status as of a day; of reports read out later, none."""
    turns: dict[str, list[Event]] = {}
    for event in sorted(assessment.events, key=lambda event: event.day):
        if event.cause is Cause.STATUS:
            turns.setdefault(event.target, []).append(event)
    for ledger in assessment.tracked:
        if date(ledger.report.year, 1, 1) > day:
            continue
        for one in ledger.targets:
            status = one.judgement.status
            for event in reversed(turns.get(one.target.id, [])):
                if event.day > day and event.before:
                    status = event.before
            yield one.target.id, status


# --- feeds --------------------------------------------------------------------------------------


def feeds(assessment: Assessment, templates: Templates) -> dict[str, bytes]:
    """The site's, and each target's own; a former address has a copy of its successor's."""
    by_id = {card.id: card for card in every_card(assessment)}
    entries = [_entry(event, by_id) for event in assessment.events]
    site = assessment.site
    whole = Feed(
        entry_id(site.report, "site"),
        site.title,
        site.tagline,
        FEED,
        PAGE,
        _updated(entries, assessment.report),
        tuple(entries[:ENTRIES]),
    )
    files = {FEED: feed_file(whole, site, templates)}
    by_target: dict[str, list[Entry]] = {}
    for entry in entries:
        by_target.setdefault(entry.href, []).append(entry)
    for ledger in assessment.ledgers:
        for one in ledger.targets:
            own = by_target.get(addresses.target(one.target.id), [])
            feed = _own_feed(one.target, own, ledger.report)
            for name in (one.target.id, *one.target.formerly):
                path = addresses.feed(name)
                files[path] = feed_file(replace(feed, path=path), site, templates)
    return files


def _own_feed(target: Target, entries: list[Entry], report: Report) -> Feed:
    return Feed(
        entry_id(report.id, "target", target.first_id),
        f"{target.title}：进展与状态",
        f"报告原话：“{target.quote}”",
        addresses.feed(target.id),
        addresses.target(target.id),
        _updated(entries, report),
        tuple(entries),
    )


def _updated(entries: list[Entry], report: Report) -> date:
    published = report.published or date(report.year, 1, 1)
    return max((entry.day for entry in entries), default=published)


def _entry(event: Event, by_id: dict[str, Card]) -> Entry:
    card = by_id[event.target]
    return Entry(
        id=entry_id(card.report, event.key),
        title=f"{card.title}：{_headline(event)}",
        day=event.known,
        href=card.href,
        summary=f"{_when(event)}：{event.words or _headline(event)}",
        category=CAUSES[event.cause],
    )


def _headline(event: Event) -> str:
    if event.before and event.after:
        return f"{event.before.label} → {event.after.label}"
    if event.update and (value := wording.update_value(event.update)):
        return value
    return CAUSES[event.cause]
