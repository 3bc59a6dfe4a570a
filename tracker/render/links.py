"""Every link of the site leads to a file of the site, every fragment to an id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from tracker.errors import Problem, Where
from tracker.model import Site
from tracker.render import addresses

LINKS = ("href", "src", "action", "data-worker", "data-index")


@dataclass(frozen=True, slots=True)
class Link:
    line: int
    address: str
    own: bool = False  # to the site itself, though it may be absolute


@dataclass(frozen=True, slots=True)
class Page:
    """The ids and the links of one page, feed or sitemap."""

    ids: frozenset[str]
    links: tuple[Link, ...]


def broken_links(files: Mapping[str, bytes], site: Site) -> list[Problem]:
    pages = {name: page_of(data) for name, data in files.items() if name.endswith(".html")}
    feeds = {name: feed_of(data) for name, data in files.items() if name.endswith(".xml")}
    return [
        Problem(Where(name, link.line), "broken-link", {"link": link.address})
        for name, page in {**pages, **feeds}.items()
        for link in page.links
        if not leads_somewhere(name, link, files, pages, site)
    ]


@lru_cache(maxsize=2048)
def page_of(data: bytes) -> Page:
    """Kept, so that building again in one process does not parse again what is as it was."""
    if not data.strip():
        return Page(frozenset(), ())
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    elements = list(etree.fromstring(data, parser).iter(etree.Element))
    return Page(
        frozenset(name for one in elements if (name := one.get("id"))),
        tuple(link for one in elements for link in links_of(one)),
    )


def links_of(element: etree._Element) -> Iterator[Link]:
    line = element.sourceline or 0
    if element.get("property") == "og:image":
        yield Link(line, element.get("content", ""), own=True)
    own = element.get("rel") == "canonical"
    for name, address in element.attrib.items():
        if name in LINKS:
            yield Link(line, address, own)


@lru_cache(maxsize=2048)
def feed_of(data: bytes) -> Page:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    elements = etree.fromstring(data, parser).iter("{*}link", "{*}loc")
    links = (Link(e.sourceline or 0, e.get("href") or e.text or "", own=True) for e in elements)
    return Page(frozenset(), tuple(links))


def leads_somewhere(
    name: str, link: Link, files: Mapping[str, bytes], pages: Mapping[str, Page], site: Site
) -> bool:
    address = urlsplit(link.address)
    if (address.scheme or address.netloc) and not link.own:
        return True
    path = path_of(name, link.address, site)
    if path not in files:
        return False
    fragment = unquote(address.fragment)
    return not fragment or path not in pages or fragment in pages[path].ids


def path_of(name: str, link: str, site: Site) -> str:
    """The file of the site that is meant on the page `name`."""
    for root in (addresses.absolute("", site), addresses.base(site)):
        if root and link.startswith(root):
            return unquote(urlsplit(link.removeprefix(root)).path) or "index.html"
    path = unquote(urlsplit(link).path)
    return normpath(join(dirname(name), path)) if path else name
