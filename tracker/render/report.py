"""A report → the files that are its own; a region → those that its reports share."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence

from tracker.model import Assessed, Assessment, Target
from tracker.render import addresses, data, wording
from tracker.render.addresses import Link
from tracker.render.contexts.coverage import coverage_page
from tracker.render.contexts.deadlines import calendar
from tracker.render.contexts.fate import Shown
from tracker.render.contexts.landing import landing, ways_to
from tracker.render.contexts.listing import section_pages
from tracker.render.contexts.previews import count_card, target_card
from tracker.render.contexts.printed import printed_page
from tracker.render.contexts.report import report_page
from tracker.render.contexts.target import target_pages
from tracker.render.contexts.updates import feeds_of, region_feed, target_feeds
from tracker.render.facets import facet_draft
from tracker.render.frame import PageHead, edition
from tracker.render.grounds import Grounds
from tracker.render.press import Draft, Press, Printed
from tracker.render.tally import tally
from tracker.render.whole import Digest, Region


def report_files(
    own: Assessment,
    digest: Digest,
    several: bool,
    press: Press,
    grounds: Grounds,
    region: Mapping[str, Shown],
) -> Iterator[Printed]:
    """`own` has the report's ledger at hand, `region` the targets of all its reports."""
    around = edition(own, digest.searched)
    yield from press.printed(_drafts(own, digest, several), own, around)
    if left := press.as_left(_text_paths(own), grounds.text):
        yield from left
    else:
        yield from press.printed(_text(own, digest, several, grounds.text), own, around)
        yield from _text_files(own, grounds.text)
    anew = yield from _targets_left(own, press, grounds.targets)
    yield from press.printed(_targets(own, anew, several, grounds.targets, region), own, around)
    for target, path, feed in target_feeds(digest, anew, own.site, press.templates):
        yield Printed(path, feed, grounds.targets.get(target.id, ""))


def _text_paths(own: Assessment) -> list[str]:
    """Of the page of the report, and of what else is made from its text."""
    report, site = own.report, own.site
    pages = [addresses.report(report), addresses.printed(report), addresses.printed_text(report)]
    files = [addresses.data_file("report", report, site)]
    if own.coverage:
        files.append(addresses.coverage(report, site))
        files.append(addresses.data_file("coverage", report, site))
    return pages + files


def _text_files(own: Assessment, key: str) -> Iterator[Printed]:
    report, site = own.report, own.site
    yield Printed(addresses.printed_text(report), report.printed.encode(), key)
    yield Printed(addresses.data_file("report", report, site), data.written(data.report(own)), key)
    if own.coverage:
        name = addresses.data_file("coverage", report, site)
        yield Printed(name, data.written(data.coverage(own)), key)


def _targets_left(
    own: Assessment, press: Press, keys: Mapping[str, str]
) -> Generator[Printed, None, list[Assessed]]:
    """What the last build has left of the targets' files; returns those to be made anew."""
    anew = []
    for one in own.targets:
        paths = [addresses.target(one.target.id), *feeds_of(one.target)]
        left = press.as_left(paths, keys.get(one.target.id, ""))
        yield from left
        if not left:
            anew.append(one)
    return anew


def region_files(
    region: Assessment,
    digests: tuple[Digest, ...],
    records: Sequence[data.Records],
    press: Press,
) -> Iterator[Printed]:
    """What is told of all reports of a region at once."""
    name, site = region.report.region, region.site
    for kind, content in data.region_files(region, records).items():
        yield Printed(addresses.region_file(kind, name, site), content)
    for path, written in calendar(region):
        yield Printed(path, written)
    if name != site.region:
        yield Printed(*region_feed(Region(name, digests), site, press.templates))


def _drafts(own: Assessment, digest: Digest, several: bool) -> Iterator[Draft]:
    if several:
        yield _landing(own, digest)
    yield from _moved(own)
    crumbs = ways_to(own, several)
    for page in section_pages(digest, several):
        yield facet_draft(page, own, crumbs)


def _text(own: Assessment, digest: Digest, several: bool, key: str) -> Iterator[Draft]:
    yield from _report(own, digest, several, key)
    if own.coverage:
        yield _coverage(own, several, key)


def _landing(own: Assessment, digest: Digest) -> Draft:
    page = landing(own, digest)
    head = PageHead(
        page.href,
        "landing",
        f"{page.title}：目标",
        f"《{own.report.title}》的{page.total}项目标，按章节列出，各是什么状态；全文、报纸原样和数据。",
        area=addresses.REPORTS,
        scripts=("filter.js", "print.js"),
        card=count_card(page.title, page.tally, own),
        crumbs=ways_to(own, several=True)[:-1],
    )
    return Draft(head, "landing", page)


def _report(assessment: Assessment, digest: Digest, several: bool, key: str) -> Iterator[Draft]:
    report = assessment.report
    path, crumbs = addresses.report(report), ways_to(assessment, several)
    yield Draft(
        PageHead(
            path,
            "report",
            report.title,
            f"《{report.title}》全文，逐句可链接，{len(assessment.targets)}项目标在原文中标出。",
            area=addresses.REPORTS if several else path,
            crumbs=crumbs,
            scripts=("reading.js", "feedback.js", "copy.js"),
            card=count_card(wording.report_title(report), tally(digest.cards), assessment),
        ),
        "report",
        report_page(assessment),
        key=key,
    )
    yield Draft(
        PageHead(
            addresses.printed(report),
            "printed",
            f"报纸原样：{report.title}",
            f"《{report.title}》在报纸上逐行的样子，以及整理时对每一行做了什么。",
            area=addresses.REPORTS if several else path,
            crumbs=crumbs,
        ),
        "printed",
        printed_page(assessment),
        key=key,
    )


def _coverage(assessment: Assessment, several: bool, key: str) -> Draft:
    page, own = coverage_page(assessment), assessment.report.id == assessment.site.report
    head = PageHead(
        addresses.coverage(assessment.report, assessment.site),
        "coverage",
        "数字覆盖" if own else f"数字覆盖：{assessment.report.year}年",
        f"报告里的{page.total}处数字，每一处是目标还是别的什么，逐一交代。",
        area=addresses.REPORTS if several else addresses.report(assessment.report),
        crumbs=ways_to(assessment, several),
    )
    return Draft(head, "coverage", page, key=key)


def _targets(
    assessment: Assessment,
    anew: Sequence[Assessed],
    several: bool,
    keys: Mapping[str, str],
    region: Mapping[str, Shown],
) -> Iterator[Draft]:
    crumbs = ways_to(assessment, several)
    for page in target_pages(assessment, anew, region):
        head = PageHead(
            page.href,
            "target",
            f"{page.title}：{page.verdict.status.label}",
            f"报告原话：“{page.quote}”。时限：{page.goal.deadline.title}。状态：{page.verdict.status.label}。",
            area="targets.html",
            scripts=("copy.js",),
            feed=page.feed_href,
            card=target_card(page, assessment),
            crumbs=crumbs,
        )
        yield Draft(head, "target", page, key=keys.get(page.id, ""))


def _moved(own: Assessment) -> Iterator[Draft]:
    for assessed in own.targets:
        for former in assessed.target.formerly:
            yield _moved_page(former, assessed.target)


def _moved_page(former: str, target: Target) -> Draft:
    """Leaves a page at an address once published, with the way to its successor."""
    head = PageHead(
        addresses.target(former),
        "moved",
        f"{target.title}（原地址{former}）",
        f"这项目标现在的地址：{addresses.target(target.id)}。",
        area="targets.html",
    )
    return Draft(head, "moved", Link(target.title, addresses.target(target.id)))
