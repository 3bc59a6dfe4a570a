"""The search page, which without JavaScript lists everything there is to find."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Site
from tracker.render import addresses
from tracker.render.contexts.listing import Facet, Volume, listing
from tracker.render.whole import Whole

LISTED = ("section", "topic", "place", "agency")


@dataclass(frozen=True, slots=True)
class SearchBox:
    index_href: str
    version: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    total: int
    sentences: int
    volumes: tuple[Volume, ...]
    facets: tuple[Facet, ...]  # pages that list targets
    report_href: str


def search_box(index_href: str, version: str, site: Site) -> SearchBox:
    examples = (example.strip() for example in site.search_example.split("、"))
    return SearchBox(index_href, version, tuple(filter(None, examples)))


def search_page(whole: Whole) -> SearchPage:
    every = listing(whole)
    return SearchPage(
        total=every.total,
        sentences=sum(digest.sentences for digest in whole.digests),
        volumes=every.volumes,
        facets=tuple(facet for facet in every.facets if facet.key in LISTED and facet.choices),
        report_href=addresses.report(whole.report),
    )
