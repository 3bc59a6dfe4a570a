"""The search page, which without JavaScript lists, or leads to, everything there is to find."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Site
from tracker.render import addresses
from tracker.render.contexts.listing import Facet, Volume, volumes, ways
from tracker.render.whole import Whole

LISTED = ("report", "section", "topic", "place", "agency")


class SearchBox(Struct, frozen=True):
    index_href: str
    version: str
    examples: tuple[str, ...]


class SearchPage(Struct, frozen=True):
    total: int
    sentences: int
    is_listed: bool
    volumes: tuple[Volume, ...]
    facets: tuple[Facet, ...]  # pages that list targets
    report_href: str


def search_box(index_href: str, version: str, site: Site) -> SearchBox:
    examples = (example.strip() for example in site.search_example.split("、"))
    return SearchBox(index_href, version, tuple(filter(None, examples)))


def search_page(whole: Whole) -> SearchPage:
    return SearchPage(
        total=len(whole.cards),
        sentences=sum(digest.sentences for digest in whole.digests),
        is_listed=not whole.is_long,
        volumes=() if whole.is_long else volumes(whole),
        facets=tuple(
            facet.linked() for facet in ways(whole) if facet.key in LISTED and facet.choices
        ),
        report_href=addresses.report(whole.report),
    )
