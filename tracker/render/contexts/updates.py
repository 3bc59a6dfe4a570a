"""What happened, day by day: on a page, in one feed for the site and one for each target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby

from tracker.model import Cause, Report, Site, Status, Target
from tracker.render import addresses, wording
from tracker.render.cards import Card
from tracker.render.digests import ends_of_years
from tracker.render.feeds import Entry, Feed, entry_id, feed_file
from tracker.render.labels import STATUS, STATUSES, StatusLabel
from tracker.render.templates import Templates
from tracker.render.whole import Digest, News, Whole

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


def updates(whole: Whole) -> Updates:
    news = newest(whole.digests)
    snapshots, statuses = _snapshots(whole)
    return Updates(
        days=tuple(
            Known(wording.day(day), day.isoformat(), tuple(_happenings(list(own), whole.by_id)))
            for day, own in groupby(news, key=lambda one: one.known)
        ),
        statuses=statuses,
        snapshots=snapshots,
        total=len(news),
        first=min((one.day for one in news), default=whole.as_of).isoformat(),
        last=whole.as_of.isoformat(),
        feed_href=FEED,
        data_href="data/updates.json",
    )


def newest(digests: Iterable[Digest]) -> list[News]:
    every = chain.from_iterable(digest.news for digest in digests)
    return sorted(every, key=lambda one: (one.known, one.day, one.key), reverse=True)


def _happenings(news: list[News], by_id: Mapping[str, Card]) -> Iterator[Happening]:
    """Those that no source but the calendar brought about are put together."""
    silent: dict[tuple[date, Status | None, Status | None], list[News]] = {}
    for one in news:
        if one.cause is Cause.STATUS and not one.told:
            silent.setdefault((one.day, one.before, one.after), []).append(one)
        else:
            yield _happening((one,), by_id)
    for together in silent.values():
        yield _happening(tuple(together), by_id)


def _happening(news: tuple[News, ...], by_id: Mapping[str, Card]) -> Happening:
    first = news[0]
    return Happening(
        cause=CAUSES[first.cause],
        day=first.when,
        iso=first.day.isoformat(),
        before=STATUS[first.before] if first.before else None,
        after=STATUS[first.after] if first.after else None,
        value="" if first.after else first.value,
        words=first.words if len(news) == 1 else "",
        cards=tuple(by_id[one.target] for one in news),
    )


# --- as of several days -------------------------------------------------------------------------


def _snapshots(whole: Whole) -> tuple[tuple[Snapshot, ...], tuple[StatusLabel, ...]]:
    """The ends of the years since the first report, and today; statuses that occur on one."""
    first = min((digest.report.year for digest in whole.tracked), default=whole.as_of.year)
    counts = {day: Counter[Status]() for day in ends_of_years(first, whole.as_of)}
    for digest in whole.tracked:
        for standing in digest.standings:
            counts[standing.day].update(dict(standing.counts))
    used = set().union(*counts.values())
    labels = tuple(label for label in STATUSES if label.status in used)
    return tuple(
        Snapshot(_as_of(day), tuple(own[label.status] for label in labels))
        for day, own in counts.items()
    ), labels


def _as_of(day: date) -> str:
    return f"{day.year}年底" if (day.month, day.day) == (12, 31) else wording.day(day)


# --- feeds --------------------------------------------------------------------------------------


def site_feed(whole: Whole, templates: Templates) -> dict[str, bytes]:
    site = whole.site
    entries = [_entry(one, whole.by_id[one.target]) for one in newest(whole.digests)[:ENTRIES]]
    feed = Feed(
        entry_id(site.report, "site"),
        site.title,
        site.tagline,
        FEED,
        PAGE,
        _updated(entries, whole.report),
        tuple(entries),
    )
    return {FEED: feed_file(feed, site, templates)}


def target_feeds(
    digest: Digest, targets: Iterable[Target], site: Site, templates: Templates
) -> Iterator[tuple[str, bytes]]:
    """Each target's own; a former address has a copy of its successor's."""
    cards = {card.id: card for card in digest.cards}
    by_target: dict[str, list[Entry]] = {}
    for one in digest.news:
        by_target.setdefault(one.target, []).append(_entry(one, cards[one.target]))
    for target in targets:
        feed = _own_feed(target, by_target.get(target.id, []), digest.report)
        for name in (target.id, *target.formerly):
            path = addresses.feed(name)
            yield path, feed_file(replace(feed, path=path), site, templates)


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


def _entry(news: News, card: Card) -> Entry:
    return Entry(
        id=entry_id(card.report, news.key),
        title=f"{card.title}：{_headline(news)}",
        day=news.known,
        href=card.href,
        summary=f"{news.when}：{news.words or _headline(news)}",
        category=CAUSES[news.cause],
    )


def _headline(news: News) -> str:
    if news.before and news.after:
        return f"{news.before.label} → {news.after.label}"
    return news.value or CAUSES[news.cause]
