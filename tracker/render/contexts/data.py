"""The page that describes the data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from tracker.render import addresses, data, wording
from tracker.render.data import Field
from tracker.render.stamps import Stamp
from tracker.render.whole import Whole


class DataFile(Struct, frozen=True):
    id: str
    href: str
    title: str
    holds: str
    size: str
    fields: tuple[tuple[str, str], ...]


class DataPage(Struct, frozen=True):
    files: tuple[DataFile, ...]
    head: tuple[tuple[str, str], ...]
    text_href: str
    sha256: str
    others: tuple[tuple[str, str], ...]  # title, address
    reports: int  # whose files their own pages name, where they are too many for this one


def data_page(whole: Whole, stamps: Mapping[str, Stamp]) -> DataPage:
    news = sum(len(digest.news) for digest in whole.digests)
    described = (
        ("targets", "目标", f"全部{len(whole.cards)}项目标", data.TARGET_FIELDS),
        (
            "updates",
            "动态",
            f"进展与状态变化，共{news}条，由近到远",
            data.EVENT_FIELDS,
        ),
        ("report", "报告", "报告的出处、章节和每一句", data.REPORT_FIELDS),
        (
            "coverage",
            "覆盖",
            f"报告里的全部{whole.own.numerals}处数字",
            data.COVERAGE_FIELDS,
        ),
    )
    return DataPage(
        files=tuple(_file(stamps, *entry) for entry in described),
        head=_described(data.HEAD_FIELDS),
        text_href=addresses.printed_text(whole.report),
        sha256=whole.report.sha256,
        others=() if whole.is_archive else tuple(_others(whole, stamps)),
        reports=len(whole.digests) if whole.is_archive else 0,
    )


def _others(whole: Whole, stamps: Mapping[str, Stamp]) -> Iterator[tuple[str, str]]:
    """The files of the other reports, with the fields of the site's own."""
    for report in (digest.report for digest in whole.digests[1:]):
        for name, title in (("report", "全文"), ("coverage", "数字覆盖")):
            href = addresses.data_file(name, report, whole.site)
            if href in stamps:
                yield f"{wording.report_title(report)}：{title}", href


def _file(
    stamps: Mapping[str, Stamp], name: str, title: str, holds: str, fields: tuple[Field[Any], ...]
) -> DataFile:
    href = f"data/{name}.json"
    size = f"{stamps[href].size / 1000:.0f}kB"
    return DataFile(name, href, title, holds, size, _described(fields))


def _described(fields: tuple[Field[Any], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.meaning) for field in fields)
