"""The search page, which without JavaScript lists everything there is to find."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Assessment
from tracker.render import addresses
from tracker.render.contexts.listing import Choice, by_section


@dataclass(frozen=True, slots=True)
class SearchBox:
    index_href: str
    version: str
    example: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    total: int
    sentences: int
    chapters: tuple[Choice, ...]
    report_href: str


def search_page(assessment: Assessment) -> SearchPage:
    return SearchPage(
        total=len(assessment.targets),
        sentences=sum(1 for _ in assessment.report.sentences),
        chapters=by_section(assessment).choices,
        report_href=addresses.report(assessment.report),
    )
