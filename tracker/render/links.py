"""Every link of the site leads to a file of the site, every fragment to an id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from tracker.errors import Problem, Where

ROOTED = "404.html"  # served at any depth, so its links are absolute
LINKS = ("href", "src", "action")


class Page(HTMLParser):
    """The ids and the links of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[int, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in LINKS and value is not None:
                self.links.append((self.getpos()[0], value))


@lru_cache(maxsize=2048)
def page_of(data: bytes) -> Page:
    """Kept, so that building again in one process does not parse again what is as it was."""
    return Page(data.decode())


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
