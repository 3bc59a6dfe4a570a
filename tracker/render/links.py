"""Every link of the site leads to a file of the site, every fragment to an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from tracker.errors import Problem, Where

ROOTED = "404.html"  # served at any depth, so its links are absolute
LINKS = ("href", "src", "action")


@dataclass(frozen=True, slots=True)
class Page:
    """The ids and the links of one page, these with their lines."""

    ids: frozenset[str]
    links: tuple[tuple[int, str], ...]


@lru_cache(maxsize=2048)
def page_of(data: bytes) -> Page:
    """Kept, so that building again in one process does not parse again what is as it was."""
    if not data.strip():
        return Page(frozenset(), ())
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    elements = list(etree.fromstring(data, parser).iter(etree.Element))
    return Page(
        frozenset(name for one in elements if (name := one.get("id"))),
        tuple(
            (one.sourceline or 0, link)
            for one in elements
            for name, link in one.attrib.items()
            if name in LINKS
        ),
    )


def broken_links(files: Mapping[str, bytes]) -> list[Problem]:
    pages = {name: page_of(data) for name, data in files.items() if name.endswith(".html")}
    return [
        Problem(Where(name, line), "broken-link", {"link": link})
        for name, page in pages.items()
        if name != ROOTED
        for line, link in page.links
        if not leads_somewhere(name, link, files, pages)
    ]


def leads_somewhere(
    name: str, link: str, files: Mapping[str, bytes], pages: Mapping[str, Page]
) -> bool:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return True
    path = normpath(join(dirname(name), unquote(address.path))) if address.path else name
    if path not in files:
        return False
    fragment = unquote(address.fragment)
    return not fragment or path not in pages or fragment in pages[path].ids
