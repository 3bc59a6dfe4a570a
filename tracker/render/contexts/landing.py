"""All there is about one report: how its targets stand, its text, its data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from tracker.model import Assessment, Report
from tracker.render import addresses, wording
from tracker.render.addresses import Link
from tracker.render.cards import UNDATED, Card
from tracker.render.contexts.glance import Glance, glance
from tracker.render.contexts.listing import Choice, Facet, chapters_of, facet_of
from tracker.render.labels import STATUSES, TYPES
from tracker.render.tally import Tally, grouped, tally
from tracker.render.whole import Digest


class Landing(Struct, frozen=True):
    title: str
    facts: tuple[tuple[str, str], ...]
    tally: Tally
    total: int
    composites: int  # counted by their parts
    glance: Glance
    chapters: tuple[Choice, ...]
    facets: tuple[Facet, ...]  # to filter by
    href: str
    links: tuple[Link, ...]
    files: tuple[Link, ...]


def landing(own: Assessment, digest: Digest) -> Landing:
    report, chapters = own.report, chapters_of(digest)
    return Landing(
        title=wording.report_title(report),
        facts=tuple(_facts(report, digest)),
        tally=tally(digest.cards),
        total=len(digest.cards),
        composites=sum(not card.counts for card in digest.cards),
        glance=glance(chapters if digest.cards else ()),
        chapters=chapters,
        facets=tuple(facet for facet in _facets(own, digest) if len(facet.choices) > 1),
        href=addresses.landing(report),
        links=tuple(_links(own)),
        files=tuple(_files(own)),
    )


def ways_to(own: Assessment, several: bool) -> tuple[Link, ...]:
    """From all reports by way of the region to the report, where there are several."""
    if not several:
        return ()
    report, site = own.report, own.site
    links = (
        Link("全部报告", addresses.REPORTS),
        Link(report.region, addresses.region(report.region, site)),
        Link(f"{report.year}年报告", addresses.landing(report)),
    )
    return tuple({link.href: link for link in reversed(links)}.values())[::-1]


def _facts(report: Report, digest: Digest) -> Iterator[tuple[str, str]]:
    yield "年份", f"{report.year}年"
    if report.body:
        yield "作报告的机关", report.body
    if report.published:
        where = "，".join(filter(None, (report.newspaper, wording.newspaper_page(report))))
        yield "见报", wording.day(report.published) + (f"，{where}" if where else "")
    yield "全文", f"{digest.sentences}句，{digest.numerals}处数字有交代"


def _links(own: Assessment) -> Iterator[Link]:
    report = own.report
    yield Link("报告全文", addresses.report(report))
    yield Link("报纸原样", addresses.printed(report))
    if own.coverage:
        yield Link("每一处数字", addresses.coverage(report, own.site))


def _files(own: Assessment) -> Iterator[Link]:
    report, site = own.report, own.site
    yield Link("报纸原文（纯文本）", addresses.printed_text(report))
    yield Link("报告全文（JSON）", addresses.data_file("report", report, site))
    if own.coverage:
        yield Link("数字覆盖（JSON）", addresses.data_file("coverage", report, site))
    targets = addresses.region_file("targets", report.region, site)
    yield Link(f"{report.region}各年的目标（JSON）", targets)


def _facets(own: Assessment, digest: Digest) -> Iterator[Facet]:
    """Of what occurs among the report's targets."""
    shown = digest.cards
    chapters = (one.bare() for one in chapters_of(digest) if one.cards)
    yield facet_of("section", "章节", chapters)
    by_status = grouped(shown, lambda card: (card.status.status,))
    statuses = ((one.status, one.label) for one in STATUSES if one.status in by_status)
    yield facet_of("status", "状态", (_choice(*one, by_status[one[0]]) for one in statuses))
    by_type = grouped(shown, lambda card: (card.type_key,))
    types = ((kind, label) for kind, label in TYPES.items() if kind in by_type)
    yield facet_of("type", "类型", (_choice(*one, by_type[one[0]]) for one in types))
    for key, label, names in (
        ("place", "地区", lambda card: card.places),
        ("topic", "主题", lambda card: card.topics),
        ("agency", "单位", lambda card: card.agencies),
    ):
        found = grouped(shown, names)
        yield facet_of(key, label, (_choice(name, name, cards) for name, cards in found.items()))
    by_day = grouped(shown, lambda card: (card.deadline_key,))
    days = ((day, _day(day)) for day in sorted(by_day))
    yield facet_of("deadline", "时限", (_choice(*one, by_day[one[0]]) for one in days))


def _day(key: str) -> str:
    return "报告未给出日期" if key == UNDATED else wording.day(date.fromisoformat(key))


def _choice(key: str, label: str, cards: tuple[Card, ...]) -> Choice:
    return Choice(key, label, "", "", len(cards))
