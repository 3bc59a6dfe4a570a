"""The whole → every file that is no report's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from tracker.errors import InputError, Problem
from tracker.model import Assessment, Page
from tracker.render import addresses, assets, offline, opensearch, robots
from tracker.render.contexts import updates as updates_page
from tracker.render.contexts.about import about_page
from tracker.render.contexts.archive import archive, is_archive
from tracker.render.contexts.corrections import corrections_page
from tracker.render.contexts.data import data_page
from tracker.render.contexts.deadlines import deadlines
from tracker.render.contexts.fate import shown_in
from tracker.render.contexts.home import home
from tracker.render.contexts.listing import facet_pages, index_pages, listings
from tracker.render.contexts.method import method_page
from tracker.render.contexts.overview import overview
from tracker.render.contexts.place import PlacePage, place_pages
from tracker.render.contexts.previews import count_card
from tracker.render.contexts.reports import report_pages
from tracker.render.contexts.search import search_box, search_page
from tracker.render.contexts.updates import latest, region_feed, site_feed
from tracker.render.data import records_of
from tracker.render.digests import digest_of
from tracker.render.facets import facet_draft
from tracker.render.frame import PageHead, edition
from tracker.render.grounds import Grounds
from tracker.render.offline import Worker
from tracker.render.press import FEW, Draft, Press, Printed
from tracker.render.report import region_files, report_files
from tracker.render.search.index import INDEX, SearchIndex, search_index
from tracker.render.search.library import library
from tracker.render.stamps import Stamp, stamps_of
from tracker.render.tally import tally
from tracker.render.templates import Templates
from tracker.render.whole import Digest, Whole, whole_of

METHOD = "method"
ABOUT = "about"


class ProsePage(Struct, frozen=True):
    title: str
    body: Markup


def render(
    assessment: Assessment, templates: Path, assets_folder: Path, step: Callable[[int, int], None]
) -> dict[str, bytes]:
    """Path relative to the site's root → content. Reads templates and assets, writes nothing.

    `step` is told the reports done and all there are.
    """
    browser_files = assets.files(assets_folder)
    several, pictured = len(assessment.ledgers) > 1, len(assessment.ledgers) <= FEW
    loaded = assets.loaded(assets_folder)
    press = Press(Templates(templates), assets_folder, loaded, pictured=pictured, several=several)
    files: dict[str, bytes] = dict(browser_files)
    digests: list[Digest] = []
    for region in regions_of(assessment):
        first, records, shown = len(digests), [], shown_in(region)
        for ledger in region.ledgers:
            step(len(digests), len(assessment.ledgers))
            own = region.of(ledger)
            digests.append(digest_of(own))
            records.append(records_of(own))
            files |= contents(report_files(own, digests[-1], several, press, Grounds(), shown))
        files |= contents(region_files(region, tuple(digests[first:]), records, press))
    whole, worker = whole_of(assessment, digests), Worker.read(assets_folder)
    index = search_index(library(whole.listed()))
    files |= index.files
    files |= contents(list_files(whole.listed(), press, index.version))
    files |= contents(site_files(whole, press, index.version, stamps_of(files)))
    return files | contents(closing_files(whole, worker, browser_files, index, stamps_of(files)))


def regions_of(assessment: Assessment) -> Iterator[Assessment]:
    """One for each region, the site's own first; at hand is the first report of it."""
    for _, group in groupby(assessment.ledgers, lambda ledger: ledger.report.region):
        ledgers = tuple(group)
        yield replace(assessment, ledger=ledgers[0], ledgers=ledgers)


def contents(printed: Iterable[Printed]) -> dict[str, bytes]:
    return {one.path: one.data for one in printed if one.data is not None}


def list_files(listed: Whole, press: Press, index: str) -> Iterator[Printed]:
    """The pages of what is `listed`; `index` is the version of the search index."""
    box = search_box(INDEX, index, listed.site)
    yield from press.printed(_lists(listed), listed, edition(listed, listed.searched), box)


def site_files(
    whole: Whole, press: Press, index: str, stamps: Mapping[str, Stamp]
) -> Iterator[Printed]:
    """`stamps` are those of the files of all reports, and of the lists."""
    box = search_box(INDEX, index, whole.site)
    drafts = _free(_drafts(whole, stamps), whole.pages, stamps)
    yield from press.printed(drafts, whole, edition(whole, whole.searched), box)
    for files in (
        site_feed(whole, press.templates),
        opensearch.files(whole.site, press.templates),
    ):
        for path, data in files.items():
            yield Printed(path, data)
    if len(whole.regions) > 1:
        yield Printed(*region_feed(whole.regions[0], whole.site, press.templates))


def closing_files(
    whole: Whole,
    worker: Worker,
    browser_files: Mapping[str, bytes],
    index: SearchIndex,
    stamps: Mapping[str, Stamp],
) -> Iterator[Printed]:
    """What tells of all the others, whose stamps these are."""
    former = {path for digest in whole.digests for path in digest.former}
    unlisted = {"404.html", offline.PAGE, *former}
    pages = sorted(path for path in stamps if path.endswith(".html") and path not in unlisted)
    for path, data in robots.files(whole.site, pages).items():
        yield Printed(path, data)
    kept = [*index.addresses, *assets.loaded_later(browser_files)]
    for path, data in worker.files(stamps, kept, whole.report).items():
        yield Printed(path, data)


def _free(
    drafts: Iterable[Draft], prose_pages: tuple[Page, ...], stamps: Mapping[str, Stamp]
) -> Iterator[Draft]:
    """A page of `content/` may not take the address of a page that the program makes."""
    where = {f"{page.id}.html": page.where for page in prose_pages}
    taken = set(stamps)
    for draft in drafts:
        path = draft.head.path
        if path in taken and path in where:
            name = path.removesuffix(".html")
            raise InputError([Problem(where[path], "page-name-taken", {"name": name})])
        taken.add(path)
        yield draft


def _lists(whole: Whole) -> Iterator[Draft]:
    yield from _listings(whole)
    if len(whole.digests) > 1:
        yield from _reports(whole)
    yield from _pictures(whole)
    yield _search(whole)


def _drafts(whole: Whole, stamps: Mapping[str, Stamp]) -> Iterator[Draft]:
    yield _archive(whole) if is_archive(whole) else _home(whole)
    yield from _updates(whole)
    yield _corrections(whole)
    yield from _prose(whole)
    yield _data(whole, stamps)
    yield _offline(whole)
    yield _not_found()


def _home(whole: Whole) -> Draft:
    site, report = whole.site, whole.report
    head = PageHead(
        "index.html",
        "home",
        f"{site.title}：{site.region}{report.year}年政府工作报告的承诺兑现了吗",
        f"《{report.title}》的{len(whole.own.cards)}项目标，逐项对照公开资料："
        "原话、进展、来源和判断方法。",
        scripts=("search.js",),
        own_search=True,
        card=count_card(
            f"{site.region}{report.year}年政府工作报告，说到的做到了吗？",
            tally(whole.own.cards),
            whole,
        ),
    )
    return Draft(head, "home", home(whole))


def _archive(whole: Whole) -> Draft:
    site = whole.site
    head = PageHead(
        "index.html",
        "home",
        f"{site.title}：政府工作报告的承诺兑现了吗",
        f"{len(whole.digests)}份政府工作报告的{len(whole.cards)}项目标，逐项对照公开资料："
        "原话、进展、来源和判断方法。",
        scripts=("search.js",),
        own_search=True,
        card=count_card("政府工作报告，说到的做到了吗？", whole.tally, whole),
    )
    said = (latest(whole), site, [digest.key for digest in whole.digests])
    return Draft(head, "archive", partial(archive, whole), said=said)


def _listings(whole: Whole) -> Iterator[Draft]:
    for every in listings(whole):
        position = every.position
        paged = position.count > 1
        way = "逐页列出，也可按报告" if paged else "可按章节"
        head = PageHead(
            position.href,
            "targets",
            f"全部目标{position.suffix}",
            f"报告中的{every.total}项目标，{way}、状态、地区、主题、单位和时限筛选。{position.suffix}",
            area="targets.html",
            scripts=("print.js",) if paged else ("filter.js", "print.js"),
            card=count_card("全部目标", whole.tally, whole) if position.is_first else None,
        )
        yield Draft(head, "targets", every)
    for page in facet_pages(whole):
        yield facet_draft(page, whole)
    for index in index_pages(whole):
        facet, position = index.facet, index.position
        head = PageHead(
            position.href,
            "index",
            f"各{facet.label}{position.suffix}",
            f"全部{index.count}个{facet.label}，各有几项目标。{position.suffix}",
            area="targets.html",
        )
        yield Draft(head, "index", index)
    yield from _places(whole)


def _reports(whole: Whole) -> Iterator[Draft]:
    for page in report_pages(whole):
        position = page.position
        head = PageHead(
            position.href,
            "reports",
            f"全部报告{position.suffix}",
            f"{page.count}份政府工作报告，按地区由近到远，各有几项目标、现在怎样。{position.suffix}",
            area=addresses.REPORTS,
        )
        yield Draft(head, "reports", page)


def _places(whole: Whole) -> Iterator[Draft]:
    for page in place_pages(whole):
        name, position = page.choice.label, page.position
        head = PageHead(
            position.href,
            "place",
            f"地区：{name}{position.suffix}",
            f"{_about(page)}{position.suffix}",
            area=addresses.REPORTS if page.part else "targets.html",
            scripts=("print.js",),
            card=count_card(f"地区：{name}", page.tally, whole) if position.is_first else None,
        )
        yield Draft(head, "place", page)


def _about(page: PlacePage) -> str:
    name = page.choice.label
    if page.part:
        return f"{name}历年的{page.part.count}份政府工作报告，{page.part.total}项目标，几年里怎样。"
    named = (
        f"政府工作报告里关于{name}的：点名它的{page.choice.count}项目标，"
        f"提到它的{page.lines_total}句话"
    )
    return f"{named}，以及没有点名地方、面向整个{page.region}的。" if page.shared else f"{named}。"


def _pictures(whole: Whole) -> Iterator[Draft]:
    """The whole picture, and what is due."""
    site = whole.site
    head = PageHead(
        "overview.html",
        "overview",
        "全貌",
        f"{site.region}的目标现在怎样：按章节、地区、单位、时限分组计数，"
        "不知道的排在最前，不合成总分。",
    )
    yield Draft(head, "overview", overview(whole))
    head = PageHead(
        "deadlines.html",
        "deadlines",
        "时限",
        "哪些目标在哪一天到期，可以加进手机日历。",
        area="overview.html",
    )
    yield Draft(head, "deadlines", deadlines(whole))


def _updates(whole: Whole) -> Iterator[Draft]:
    for page in updates_page.updates(whole):
        position = page.position
        head = PageHead(
            position.href,
            "updates",
            f"动态{position.suffix}",
            "每一条进展、每一次状态变化，由近到远；可以订阅，也可以只看两个日期之间的变化。"
            if position.count == 1
            else f"每一条进展、每一次状态变化，由近到远；可以订阅。{position.suffix}",
            area=updates_page.PAGE,
            scripts=("between.js",) if position.count == 1 else (),
        )
        yield Draft(head, "updates", page)


def _search(whole: Whole) -> Draft:
    head = PageHead(
        "search.html",
        "search",
        "搜索",
        "搜索目标和报告原文；不用脚本时列出全部目标。",
        scripts=("search.js", "print.js"),
        own_search=True,
    )
    return Draft(head, "search", search_page(whole))


def _corrections(whole: Whole) -> Draft:
    head = PageHead(
        "corrections.html",
        "corrections",
        "更正与报错",
        "本站写错过什么、哪天改成了什么；发现错误或有线索，怎样告诉我们。",
    )
    return Draft(head, "corrections", corrections_page(whole))


def _prose(whole: Whole) -> Iterator[Draft]:
    pages = {page.id: page for page in whole.pages}
    method = pages.pop(METHOD, None)
    title = method.title if method else "判断方法"
    body = whole.bodies[METHOD].html if method else Markup("")
    yield Draft(
        PageHead("method.html", "method", title, "目标怎样摘出、状态怎样算出，规则逐条写明。"),
        "method",
        method_page(whole, title, body),
    )
    for page in pages.values():
        yield _prose_page(page, whole)


def _prose_page(page: Page, whole: Whole) -> Draft:
    head = PageHead(f"{page.id}.html", "prose", page.title, whole.bodies[page.id].lead)
    body = whole.bodies[page.id].html
    if page.id == ABOUT:
        return Draft(head, "about", about_page(whole, page.title, body))
    return Draft(head, "prose", ProsePage(page.title, body))


def _data(whole: Whole, stamps: Mapping[str, Stamp]) -> Draft:
    head = PageHead(
        "data.html", "data", "数据", "可下载的数据文件：目标、报告和数字覆盖，逐字段说明。"
    )
    return Draft(head, "data", data_page(whole, stamps))


def _offline(whole: Whole) -> Draft:
    head = PageHead(
        offline.PAGE, "offline", "离线阅读", "打开过一次本站，断网也能看主要的页面，也能搜索。"
    )
    return Draft(head, "offline", offline.page(whole.report, several=len(whole.digests) > 1))


def _not_found() -> Draft:
    head = PageHead("404.html", "not-found", "没有这个页面", "这个地址上没有页面。")
    return Draft(head, "not_found", None, absolute=True)
