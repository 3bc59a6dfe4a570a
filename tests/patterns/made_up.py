"""What the components show on the pattern page: values of a made-up project, by the real code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from msgspec.structs import replace

from tests.patterns.standings import in_every_status, under_every_flag
from tests.projects import whole
from tracker.errors import Where
from tracker.model import (
    Assessment,
    Bound,
    Channel,
    Confidence,
    Contact,
    Context,
    Day,
    Misprint,
    Place,
    Revision,
    Source,
    Tier,
    Update,
)
from tracker.render import data
from tracker.render.addresses import Link
from tracker.render.cards import cards
from tracker.render.charts.family import Family, family
from tracker.render.charts.goals import Goal
from tracker.render.charts.lineage import Lineage, Pledge
from tracker.render.charts.marks import Mark, MarkKind
from tracker.render.contexts.corrections import CorrectionView
from tracker.render.contexts.deadlines import deadlines
from tracker.render.contexts.fate import shown_in
from tracker.render.contexts.glance import glance
from tracker.render.contexts.home import home
from tracker.render.contexts.listing import facets, listings
from tracker.render.contexts.overview import overview
from tracker.render.contexts.place import Recurring
from tracker.render.contexts.report import Entry, report_page
from tracker.render.contexts.target import TargetPage, target_pages
from tracker.render.contexts.tiles import TileMap, tile_map
from tracker.render.contexts.updates import Happening, updates
from tracker.render.feedback import About, Feedback, feedback
from tracker.render.labels import STATUSES
from tracker.render.paging import Position
from tracker.render.qr import qr_code
from tracker.render.section_tally import section_tallies
from tracker.render.sentences import MarkedSentence
from tracker.render.sources import Item, baseline_item, context_item, update_item, view_of
from tracker.render.tally import tally

NOWHERE = Where("")
ADDRESS = "https://example.org/tracker/targets/roads-2099.html"
CONTACTS = (
    Contact(Channel.MAIL, "editors@example.org"),
    Contact(Channel.TRACKER, "https://example.org/issues/new?title={title}&body={body}"),
    Contact(Channel.TEXT, ""),
)
PLACES = (
    Place("jia", "甲县", "甲县", (1, 2)),
    Place("yi", "乙县", "乙县", (2, 1)),
    Place("bing", "丙市", "丙市", (2, 2)),
    Place("ding", "丁区", "丁区", (2, 3)),
    Place("wu", "戊县", "戊县", (3, 2)),
    Place("zone", "虚构开发区", "开发区"),
)
MISPRINTS = (
    Misprint("数字产业", "数码产业", "同一页另一处印作“数码产业”。", None, NOWHERE),
    Misprint("办事时限", "或为“办结时限”，或无误", "两种写法都讲得通。", None, NOWHERE),
)

MARKED = (
    ("没有目标", "现在，我代表"),
    ("一项目标，它的数字和印在一行里", "其中上半年完成70公里"),
    ("一句里几项", "地区生产总值增长"),
    ("合成的目标，和它的两部分", "新增省级幼儿园"),
    ("疑似误植，有注", "数字产业"),
)


def made_up(assessment: Assessment) -> dict[str, object]:
    """By the names that the templates of the pattern page know them by."""
    pages, every = (
        {page.id: page for page in pages_of(assessment)},
        whole(assessment),
    )
    return {
        "statuses": STATUSES,
        "pages": pages,
        "home": home(every),
        "overview": overview(every),
        "listing": next(listings(every)),
        "facets": {facet.key: facet for facet in facets(every)},
        "deadlines": deadlines(every),
        "positions": (
            Position("targets.html", 1, 2),
            Position("targets.html", 7, 12),
            Position("targets.html", 9, 9),
        ),
        "no_tally": tally(()),
        "no_glance": glance(()),
        "fields": [(field.name, field.meaning) for field in data.HEAD_FIELDS],
        "qr": qr_code(ADDRESS),
        **_standings(assessment),
        **_report(assessment),
        "happenings": _happenings(assessment),
        "evidence": tuple(_items(assessment)),
        "sources": tuple(_sources(assessment)),
        "corrections": tuple(_corrections()),
        "feedback": tuple(_feedback()),
        "tiles": _tiles(assessment, PLACES),
        "tiles_of_one": _tiles(assessment, PLACES, "bing"),
        "tiles_unplaced": _tiles(assessment, tuple(replace(one, tile=None) for one in PLACES)),
        "silent_family": _silent_family(),
    }


def pages_of(assessment: Assessment) -> Iterator[TargetPage]:
    return target_pages(assessment, assessment.targets, shown_in(assessment))


def _standings(assessment: Assessment) -> dict[str, object]:
    every, flagged = in_every_status(assessment), under_every_flag(assessment)
    return {
        "cards": cards(every),
        "verdicts": tuple(page.verdict for page in pages_of(every)),
        "flagged_cards": cards(flagged),
        "recurring": (
            Recurring("植树", cards(every)[:2]),
            Recurring(cards(flagged)[0].title, cards(every)),
        ),
        "flagged_verdict": next(pages_of(flagged)).verdict,
    }


# --- the report -----------------------------------------------------------------------------------


def _report(assessment: Assessment) -> dict[str, object]:
    report = replace(
        assessment.report, misprints=(_sourced(MISPRINTS[0], assessment), MISPRINTS[1])
    )
    ledger = replace(assessment.ledger, report=report)
    misprinted = replace(assessment, ledger=ledger, ledgers=(ledger, *assessment.ledgers[1:]))
    page = report_page(misprinted)
    tallies = section_tallies(misprinted)
    return {
        "report": page,
        "marked": tuple(_marked([s for block in page.blocks for s in block.sentences])),
        "contents": _contents(page.contents),
        "tallies": tuple(tallies.values()),
        "misprinted": {p.id: p.quotation for p in pages_of(misprinted)},
    }


def _marked(sentences: list[MarkedSentence]) -> Iterator[tuple[str, tuple[MarkedSentence, ...]]]:
    for label, words in MARKED:
        yield label, tuple(s for s in sentences if words in _text(s))


def _text(sentence: MarkedSentence) -> str:
    return "".join(part.text for run in sentence.runs for part in run.parts)


def _sourced(misprint: Misprint, assessment: Assessment) -> Misprint:
    return replace(misprint, source=next(_every_source(assessment)))


def _contents(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Two levels, with a title of more than one line and one without targets."""
    long = Entry("#long", "（四）加快建设内陆地区对外开放新高地，持续优化营商环境", 0, ())
    return (
        Entry("#part", "一、2099年工作安排", sum(e.count for e in entries), (*entries, long)),
        Entry("#next", "二、政府自身建设", 0, ()),
    )


# --- what became of it ----------------------------------------------------------------------------


def _happenings(assessment: Assessment) -> dict[str, Happening]:
    every = [
        one for page in updates(whole(assessment)) for day in page.days for one in day.happenings
    ]
    single = [one for one in every if len(one.targets) == 1]
    return {
        "value": next(one for one in single if one.value),
        "turn": next(one for one in single if one.before and one.after),
        "dispute": next(one for one in single if one.cause == "异议"),
        "many": next(one for one in every if len(one.targets) > 1),
    }


def _items(assessment: Assessment) -> Iterator[tuple[str, Item]]:
    """Every tier, kind and confidence, then what decides nothing, and why."""
    roads = next(one.target for one in assessment.targets if one.target.id == "roads-2099")
    update, source = roads.updates[-1], roads.updates[-1].source
    for tier, kind, confidence in zip_longest(reversed(Tier), Revision, Confidence):
        graded = replace(source, tier=tier)
        own = replace(update, kind=kind or Revision.FINAL, confidence=confidence, source=graded)
        yield f"{tier}，{kind or Revision.FINAL}，{confidence or '—'}", update_item(own)
    yield from _words(update, source)
    yield from _asides(assessment, update)


def _words(update: Update, source: Source) -> Iterator[tuple[str, Item]]:
    said = replace(
        update,
        amount=None,
        says="已有三段通车，其余各段正在铺筑路面，预计下一年第一季度全部完成",
        note="来源没有给出公里数。",
    )
    yield "只有话，没有数", update_item(said)
    other = replace(source, title="虚构的市长讲话", publisher="虚构市人民政府", archived="")
    yield "另有来源说法相同", update_item(replace(update, confirmed_by=(other, other)))


def _asides(assessment: Assessment, update: Update) -> Iterator[tuple[str, Item]]:
    scoped = replace(update, comparable=False, note="新口径含乡村道路，不能比较。")
    yield "口径不同", update_item(scoped)
    yield "来源未载年份", update_item(replace(update, as_of=None, when="去年底"))
    digital = next(one.target for one in assessment.targets if one.target.baseline)
    assert digital.baseline
    yield "基期值", baseline_item(digital.baseline)
    said = "邻近的虚构省公布了相近的计划。"
    yield "背景", context_item(Context(NOWHERE, said, "2099-05", "", None, update.source))


def _every_source(assessment: Assessment) -> Iterator[Source]:
    for one in assessment.targets:
        for update in one.target.updates:
            yield update.source


def _sources(assessment: Assessment) -> Iterator[tuple[str, object]]:
    source = next(s for s in _every_source(assessment) if s.archived)
    long = "虚构市人民政府办公室关于印发2099年政府工作报告重点任务分工方案的通知（含附件三份）"
    yield "有网址、发布日、级别和存档副本", view_of(source)
    yield "没有网址", view_of(replace(source, url="", archived=""))
    bare = Source(NOWHERE, "", "虚构的公报", "", "", "", None, None, "")
    yield "只有题目", view_of(bare)
    yield "题目很长", view_of(replace(source, title=long))
    seen = replace(source, published="去年底", accessed=Day(date(2100, 1, 21), "2100-01-21"))
    yield "发布日是来源的话", view_of(seen)


def _corrections() -> Iterator[tuple[str, CorrectionView]]:
    about = Link("新建公路", "targets/roads-2099.html")
    one = CorrectionView(
        "2100年1月20日", "2100-01-20", about, "已完成118公里", "已完成110公里",
        "误把估计数当作最终数。", "一位读者",
    )  # fmt: skip
    yield "有原因和致谢", one
    yield "只有改了什么", replace(one, why="", thanks="")


def _feedback() -> Iterator[tuple[Channel, Feedback]]:
    about = About("新建公路", "新建公路120公里", ADDRESS)
    for contact in CONTACTS:
        yield contact.channel, feedback(contact, about)


# --- pictures -------------------------------------------------------------------------------------


def _tiles(assessment: Assessment, places: tuple[Place, ...], current: str = "") -> TileMap:
    site = replace(assessment.site, places=places)
    return tile_map(whole(replace(assessment, site=site)), current)


def _silent_family() -> Family:
    """A range, a value, and a last report that does not come back to it."""
    band = Goal(Decimal(20), Decimal(25), Bound.RANGE, "20～25万株")
    least = Goal(Decimal(30), Decimal(30), Bound.AT_LEAST, "不少于30万株")
    reached = Mark(date(2097, 12, 31), "2097年12月31日", Decimal(27), "27万株", MarkKind.FINAL)
    pledges = (
        Pledge("2097年报告", band, "", reached),
        Pledge("2098年报告", least, "", None),
        Pledge("2099年报告", None, "未提及", None),
    )
    return family(Lineage("植树：历年报告", "万株", Decimal(1), pledges))
