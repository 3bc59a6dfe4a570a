"""A report → the files that are its own; a region → those that its reports share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.model import Assessment, Target
from tracker.render import addresses, data, wording
from tracker.render.addresses import Link
from tracker.render.cards import cards
from tracker.render.contexts.coverage import coverage_page
from tracker.render.contexts.listing import section_pages
from tracker.render.contexts.previews import count_card, target_card
from tracker.render.contexts.printed import printed_page
from tracker.render.contexts.report import report_page
from tracker.render.contexts.target import target_pages
from tracker.render.contexts.updates import target_feeds
from tracker.render.facets import facet_draft
from tracker.render.frame import PageHead, edition
from tracker.render.press import Draft, Press, Printed
from tracker.render.whole import Digest


def report_files(own: Assessment, digest: Digest, several: bool, press: Press) -> Iterator[Printed]:
    """`own` has the ledgers of the region, and the report's at hand."""
    report, site = own.report, own.site
    yield from press.printed(_drafts(own, digest, several), own, edition(own, digest.searched))
    targets = [one.target for one in own.targets]
    for path, feed in target_feeds(digest, targets, site, press.templates):
        yield Printed(path, feed)
    yield Printed(addresses.printed_text(report), report.printed.encode())
    yield Printed(addresses.data_file("report", report, site), data.written(data.report(own)))
    if own.coverage:
        name = addresses.data_file("coverage", report, site)
        yield Printed(name, data.written(data.coverage(own)))


def region_files(region: Assessment, records: Sequence[data.Records]) -> Iterator[Printed]:
    """What is told of all reports of a region at once."""
    for name, content in data.region_files(region, records).items():
        yield Printed(addresses.region_file(name, region.report, region.site), content)


def _drafts(own: Assessment, digest: Digest, several: bool) -> Iterator[Draft]:
    yield from _report(own)
    if own.coverage:
        yield _coverage(own)
    yield from _targets(own)
    for page in section_pages(digest, several):
        yield facet_draft(page, own)


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
    for assessed in assessment.targets:
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
