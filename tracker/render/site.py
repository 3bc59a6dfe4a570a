"""An assessment → every file of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from tracker.errors import InputError, Problem
from tracker.model import Assessment, Page, Target
from tracker.render import addresses, assets, data, offline, opensearch, prose, robots, wording
from tracker.render.cards import cards, every_card
from tracker.render.contexts import updates as updates_page
from tracker.render.contexts.about import about_page
from tracker.render.contexts.corrections import corrections_page
from tracker.render.contexts.coverage import coverage_page
from tracker.render.contexts.data import data_page
from tracker.render.contexts.deadlines import calendar, deadlines
from tracker.render.contexts.home import home
from tracker.render.contexts.listing import facet_pages, listing
from tracker.render.contexts.method import method_page
from tracker.render.contexts.overview import overview
from tracker.render.contexts.place import place_pages
from tracker.render.contexts.previews import count_card, target_card
from tracker.render.contexts.printed import printed_page
from tracker.render.contexts.quotation import Link
from tracker.render.contexts.report import report_page
from tracker.render.contexts.search import search_box, search_page
from tracker.render.contexts.target import target_pages
from tracker.render.contexts.updates import feeds
from tracker.render.frame import PageHead, edition, frame
from tracker.render.previews.card import materials, picture
from tracker.render.seals import Seals
from tracker.render.search.index import INDEX, search_index
from tracker.render.search.library import library
from tracker.render.templates import Templates

METHOD = "method"
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ProsePage:
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before its template is filled; `page` is the template's context."""

    head: PageHead
    template: str
    page: object
    absolute: bool = False


def render(
    assessment: Assessment, templates: Path, assets_folder: Path, step: Callable[[int, int], None]
) -> dict[str, bytes]:
    """Path relative to the site's root → content. Reads templates and assets, writes nothing.

    `step` is told the pages done and all there are.
    """
    index = search_index(library(assessment))
    data_files = data.files(assessment)
    browser_files = assets.files(assets_folder)
    loaded = assets.loaded(browser_files)
    values = {
        "loaded": loaded,
        "edition": edition(assessment),
        "seals": Seals.read(assets_folder),
        "search_box": search_box(INDEX, index.version, assessment.site),
    }
    jinja = Templates(templates)
    made_with = materials(assets_folder)
    previews: dict[str, bytes] = {}
    pages: dict[str, bytes] = {}
    drafts = list(_drafts(assessment, data_files))
    for done, draft in enumerate(drafts):
        step(done, len(drafts))
        _check_free(draft.head.path, pages, assessment.pages)
        root = addresses.base(assessment.site) if draft.absolute else None
        pages[draft.head.path] = jinja.fill(
            f"pages/{draft.template}.html",
            page=draft.page,
            frame=frame(draft.head, assessment, loaded, root),
            **values,
        )
        if draft.head.card:
            previews[addresses.preview(draft.head.path)] = picture(draft.head.card, made_with)
    targets = [one.target for ledger in assessment.ledgers for one in ledger.targets]
    former = {addresses.target(name) for target in targets for name in target.formerly}
    unlisted = {"404.html", offline.PAGE, *former}
    listed = [path for path in pages if path not in unlisted]
    files = {
        **pages,
        **previews,
        **data_files,
        **browser_files,
        **robots.files(assessment.site, listed),
        **opensearch.files(assessment.site, jinja),
        **index.files,
        **calendar(assessment),
        **feeds(assessment, jinja),
        **{
            addresses.printed_text(ledger.report): ledger.report.printed.encode()
            for ledger in assessment.ledgers
        },
    }
    kept = [*index.addresses, *assets.loaded_later(browser_files)]
    return {**files, **offline.worker(assets_folder, files, kept, assessment.report)}


def _check_free(path: str, taken: Collection[str], prose_pages: tuple[Page, ...]) -> None:
    """A page of `content/` may not take the address of a page that the program makes."""
    for page in prose_pages:
        if path in taken and path == f"{page.id}.html":
            raise InputError([Problem(page.where, "page-name-taken", {"name": page.id})])


def _drafts(assessment: Assessment, data_files: dict[str, bytes]) -> Iterator[Draft]:
    yield _home(assessment)
    for ledger in assessment.ledgers:
        own = assessment.of(ledger)
        yield from _report(own)
        if ledger.coverage:
            yield _coverage(own)
    yield from _targets(assessment)
    yield from _listings(assessment)
    yield from _pictures(assessment)
    yield _search(assessment)
    yield _corrections(assessment)
    yield from _prose(assessment)
    yield _data(assessment, data_files)
    yield _offline(assessment)
    yield _not_found()


def _home(assessment: Assessment) -> Draft:
    site, report = assessment.site, assessment.report
    head = PageHead(
        "index.html",
        "home",
        f"{site.title}：{site.region}{report.year}年政府工作报告的承诺兑现了吗",
        f"《{report.title}》的{len(assessment.targets)}项目标，逐项对照公开资料："
        "原话、进展、来源和判断方法。",
        scripts=("search.js",),
        own_search=True,
        card=count_card(
            f"{site.region}{report.year}年政府工作报告，说到的做到了吗？",
            cards(assessment),
            assessment,
        ),
    )
    return Draft(head, "home", home(assessment))


def _report(assessment: Assessment) -> Iterator[Draft]:
    report = assessment.report
    path = addresses.report(report)
    yield Draft(
        PageHead(
            path,
            "report",
            report.title,
            f"《{report.title}》全文，逐句可链接，{len(assessment.targets)}项目标在原文中标出。",
            scripts=("reading.js", "feedback.js", "copy.js"),
            card=count_card(wording.report_title(report), cards(assessment), assessment),
        ),
        "report",
        report_page(assessment),
    )
    yield Draft(
        PageHead(
            addresses.printed(report),
            "printed",
            f"报纸原样：{report.title}",
            f"《{report.title}》在报纸上逐行的样子，以及整理时对每一行做了什么。",
            area=path,
        ),
        "printed",
        printed_page(assessment),
    )


def _targets(assessment: Assessment) -> Iterator[Draft]:
    for page in target_pages(assessment):
        head = PageHead(
            page.href,
            "target",
            f"{page.title}：{page.verdict.status.label}",
            f"报告原话：“{page.quote}”。时限：{page.goal.deadline.title}。状态：{page.verdict.status.label}。",
            area="targets.html",
            scripts=("copy.js",),
            feed=page.feed_href,
            card=target_card(page, assessment),
        )
        yield Draft(head, "target", page)
    for ledger in assessment.ledgers:
        for assessed in ledger.targets:
            for former in assessed.target.formerly:
                yield _moved(former, assessed.target)


def _moved(former: str, target: Target) -> Draft:
    """Leaves a page at an address once published, with the way to its successor."""
    head = PageHead(
        addresses.target(former),
        "moved",
        f"{target.title}（原地址{former}）",
        f"这项目标现在的地址：{addresses.target(target.id)}。",
        area="targets.html",
    )
    return Draft(head, "moved", Link(target.title, addresses.target(target.id)))


def _listings(assessment: Assessment) -> Iterator[Draft]:
    every = listing(assessment)
    head = PageHead(
        "targets.html",
        "targets",
        "全部目标",
        f"报告中的{every.total}项目标，可按章节、状态、地区、主题、单位和时限筛选。",
        scripts=("filter.js", "print.js"),
        card=count_card("全部目标", every_card(assessment), assessment),
    )
    yield Draft(head, "targets", every)
    for page in facet_pages(assessment):
        head = PageHead(
            page.choice.href,
            "facet",
            f"{page.facet.label}：{page.choice.label}",
            f"{page.facet.label}为“{page.choice.label}”的目标，"
            f"共{page.choice.count}项（全部{page.total}项）。",
            area="targets.html",
            scripts=("print.js",),
            card=count_card(
                f"{page.facet.label}：{page.choice.label}", page.choice.cards, assessment
            ),
        )
        yield Draft(head, "facet", page)
    yield from _places(assessment)


def _places(assessment: Assessment) -> Iterator[Draft]:
    for page in place_pages(assessment):
        name = page.choice.label
        head = PageHead(
            page.choice.href,
            "place",
            f"地区：{name}",
            f"政府工作报告里关于{name}的："
            f"点名它的{page.choice.count}项目标，提到它的{len(page.lines)}句话，"
            f"以及没有点名地方、面向整个{page.region}的。",
            area="targets.html",
            scripts=("print.js",),
            card=count_card(f"地区：{name}", page.choice.cards, assessment),
        )
        yield Draft(head, "place", page)


def _pictures(assessment: Assessment) -> Iterator[Draft]:
    """The whole picture, what is due, what happened."""
    site = assessment.site
    head = PageHead(
        "overview.html",
        "overview",
        "全貌",
        f"{site.region}的目标现在怎样：按章节、地区、单位、时限分组计数，"
        "不知道的排在最前，不合成总分。",
    )
    yield Draft(head, "overview", overview(assessment))
    head = PageHead(
        "deadlines.html",
        "deadlines",
        "时限",
        "哪些目标在哪一天到期，可以加进手机日历。",
        area="overview.html",
    )
    yield Draft(head, "deadlines", deadlines(assessment))
    head = PageHead(
        updates_page.PAGE,
        "updates",
        "动态",
        "每一条进展、每一次状态变化，由近到远；可以订阅，也可以只看两个日期之间的变化。",
        scripts=("between.js",),
    )
    yield Draft(head, "updates", updates_page.updates(assessment))


def _coverage(assessment: Assessment) -> Draft:
    page, own = coverage_page(assessment), assessment.report.id == assessment.site.report
    head = PageHead(
        addresses.coverage(assessment.report, assessment.site),
        "coverage",
        "数字覆盖" if own else f"数字覆盖：{assessment.report.year}年",
        f"报告里的{page.total}处数字，每一处是目标还是别的什么，逐一交代。",
        area=addresses.report(assessment.report),
    )
    return Draft(head, "coverage", page)


def _search(assessment: Assessment) -> Draft:
    head = PageHead(
        "search.html",
        "search",
        "搜索",
        "搜索目标和报告原文；不用脚本时列出全部目标。",
        scripts=("search.js", "print.js"),
        own_search=True,
    )
    return Draft(head, "search", search_page(assessment))


def _corrections(assessment: Assessment) -> Draft:
    head = PageHead(
        "corrections.html",
        "corrections",
        "更正与报错",
        "本站写错过什么、哪天改成了什么；发现错误或有线索，怎样告诉我们。",
    )
    return Draft(head, "corrections", corrections_page(assessment))


def _prose(assessment: Assessment) -> Iterator[Draft]:
    pages = {page.id: page for page in assessment.pages}
    method = pages.pop(METHOD, None)
    title = method.title if method else "判断方法"
    body = prose.html(method.markdown) if method else Markup("")
    yield Draft(
        PageHead("method.html", "method", title, "目标怎样摘出、状态怎样算出，规则逐条写明。"),
        "method",
        method_page(assessment, title, body),
    )
    for page in pages.values():
        yield _prose_page(page, assessment)


def _prose_page(page: Page, assessment: Assessment) -> Draft:
    head = PageHead(f"{page.id}.html", "prose", page.title, _first_sentence(page.markdown))
    body = prose.html(page.markdown)
    if page.id == ABOUT:
        return Draft(head, "about", about_page(assessment, page.title, body))
    return Draft(head, "prose", ProsePage(page.title, body))


def _first_sentence(markdown: str) -> str:
    paragraphs = (p for p in markdown.split("\n\n") if p.strip() and p.lstrip()[0] not in "#|-*>`")
    words = prose.html(next(paragraphs, "")).striptags()
    return words.partition("。")[0] + "。" if words else ""


def _data(assessment: Assessment, files: dict[str, bytes]) -> Draft:
    head = PageHead(
        "data.html", "data", "数据", "可下载的数据文件：目标、报告和数字覆盖，逐字段说明。"
    )
    return Draft(head, "data", data_page(assessment, files))


def _offline(assessment: Assessment) -> Draft:
    head = PageHead(
        offline.PAGE, "offline", "离线阅读", "打开过一次本站，断网也能看主要的页面，也能搜索。"
    )
    return Draft(head, "offline", offline.page(assessment.report))


def _not_found() -> Draft:
    head = PageHead("404.html", "not-found", "没有这个页面", "这个地址上没有页面。")
    return Draft(head, "not_found", None, absolute=True)
