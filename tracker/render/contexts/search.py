"""The search page, which without JavaScript lists everything there is to find."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Assessment
from tracker.render import addresses
from tracker.render.contexts.listing import Choice, facets


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
    chapters = next(facet for facet in facets(assessment) if facet.key == "section")
    return SearchPage(
        total=len(assessment.targets),
        sentences=sum(1 for _ in assessment.report.sentences),
        chapters=chapters.choices,
        report_href=addresses.report(assessment.report),
    )
