"""What happened, day by day: on a page, in one feed for the site and one for each target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from tracker.model import Assessed, Cause, Report, Site, Status, Target
from tracker.render import addresses, wording
from tracker.render.addresses import Link
from tracker.render.cards import Card
from tracker.render.digests import ends_of_years
from tracker.render.feeds import Entry, Feed, entry_id, feed_file
from tracker.render.labels import STATUS, STATUSES, StatusLabel
from tracker.render.paging import Position, paged
from tracker.render.templates import Templates
from tracker.render.whole import Digest, News, Region, Whole, newest

PAGE = "updates.html"
FEED = "updates.xml"
LATEST = 5  # on the home page
CHIPS = 5  # targets named together take as much room as one happening
ENTRIES = 100  # in the site's feed; a target's has all of its own

CAUSES = {
    Cause.UPDATE: "进展",
    Cause.STATUS: "状态",
    Cause.REVISION: "调整",
    Cause.REDEFINITION: "口径",
    Cause.DISPUTE: "异议",
    Cause.WITHDRAWAL: "中止",
}


class Happening(Struct, frozen=True):
    """Events of one day that are alike: by themselves, or many targets with one change."""

    cause: str
    day: str
    iso: str
    before: StatusLabel | None
    after: StatusLabel | None
    value: str
    words: str
    targets: tuple[Link, ...]
    report: Link | None  # of all of the targets, where the site has many reports


class Known(Struct, frozen=True):
    """What became known on a day."""

    day: str
    iso: str
    happenings: tuple[Happening, ...]


class Snapshot(Struct, frozen=True):
    """The counts of the statuses as of a day."""

    day: str
    counts: tuple[int, ...]


class Row(Struct, frozen=True):
    """What became known on a day: one piece of news, or several of a report that are alike."""

    day: date
    news: tuple[News, ...]
    targets: tuple[Link, ...]
    report: Link | None

    @property
    def weight(self) -> int:
        return 1 + len(self.targets) // CHIPS


class Updates(Struct, frozen=True):
    """A page; what is counted is told on the first."""

    rows: tuple[Row, ...]
    position: Position
    statuses: tuple[StatusLabel, ...]
    snapshots: tuple[Snapshot, ...]
    total: int
    first: str  # iso
    last: str
    feed_href: str = FEED
    data_href: str = "data/updates.json"

    @property
    def days(self) -> Iterator[Known]:
        """Written out when the page is filled, as most pages of a site are those of the last."""
        for day, own in groupby(self.rows, key=lambda row: row.day):
            yield Known(wording.day(day), day.isoformat(), tuple(map(_happening, own)))


def updates(whole: Whole) -> Iterator[Updates]:
    news = whole.news
    snapshots, statuses = _snapshots(whole)
    first = min((one.day for one in news), default=whole.as_of).isoformat()
    last = whole.as_of.isoformat()
    for position, rows in paged(PAGE, _rows(news, whole), weight=lambda row: row.weight):
        yield Updates(rows, position, statuses, snapshots, len(news), first, last)


def latest(whole: Whole) -> tuple[Happening, ...]:
    """What a source said last, for the home page."""
    told = islice((one for one in whole.news if one.told), LATEST)
    return tuple(map(_happening, _rows(told, whole)))


def _rows(news: Iterable[News], whole: Whole) -> Iterator[Row]:
    """Reports are named where there are many."""
    cards, reports = whole.by_id, whole.reports if whole.is_archive else {}
    report_of = {card.id: card.report for card in whole.cards} if reports else {}
    for day, known in groupby(news, key=lambda one: one.known):
        for alike in _alike(known, report_of):
            own = [cards[one.target] for one in alike]
            targets = tuple([Link(card.title, card.href) for card in own])
            yield Row(day, alike, targets, reports.get(own[0].report))


def _alike(news: Iterable[News], report_of: Mapping[str, str]) -> Iterator[tuple[News, ...]]:
    """Those that no source but the calendar brought about are put together, if of one report."""
    silent: dict[tuple[object, ...], list[News]] = {}
    for one in news:
        if one.cause is Cause.STATUS and not one.told:
            report = report_of.get(one.target)
            silent.setdefault((report, one.day, one.before, one.after), []).append(one)
        else:
            yield (one,)
    yield from map(tuple, silent.values())


def _happening(row: Row) -> Happening:
    first = row.news[0]
    return Happening(
        cause=CAUSES[first.cause],
        day=first.when,
        iso=first.day.isoformat(),
        before=STATUS[first.before] if first.before else None,
        after=STATUS[first.after] if first.after else None,
        value="" if first.after else first.value,
        words=first.words if len(row.news) == 1 else "",
        targets=row.targets,
        report=row.report,
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
    entries = [_entry(one, whole.by_id[one.target]) for one in whole.news[:ENTRIES]]
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


def region_feed(region: Region, site: Site, templates: Templates) -> tuple[str, bytes]:
    """The id is the region's, for it outlives its reports."""
    path = addresses.region_feed(region.name, site)
    cards = {card.id: card for card in region.cards}
    entries = [_entry(one, cards[one.target]) for one in newest(region.digests)[:ENTRIES]]
    feed = Feed(
        entry_id(site.report, "region", region.name),
        f"{region.name}：{site.title}",
        f"{region.name}各年政府工作报告的目标：进展与状态",
        path,
        addresses.region(region.name, site),
        _updated(entries, region.digests[0].report),
        tuple(entries),
    )
    return path, feed_file(feed, site, templates)


def target_feeds(
    digest: Digest, targets: Iterable[Assessed], site: Site, templates: Templates
) -> Iterator[tuple[Target, str, bytes]]:
    """Each target's own; a former address has a copy of its successor's."""
    cards = {card.id: card for card in digest.cards}
    by_target: dict[str, list[Entry]] = {}
    for one in digest.news:
        by_target.setdefault(one.target, []).append(_entry(one, cards[one.target]))
    for assessed in targets:
        target = assessed.target
        feed = _own_feed(target, by_target.get(target.id, []), digest.report)
        for path in feeds_of(target):
            yield target, path, feed_file(replace(feed, path=path), site, templates)


def feeds_of(target: Target) -> list[str]:
    """Their addresses."""
    return [addresses.feed(name) for name in (target.id, *target.formerly)]


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
