"""Every link of the site leads to a file of the site, every fragment to an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import Site
from tracker.render import addresses

if TYPE_CHECKING:
    from lxml import etree

LINKS = ("href", "src", "action", "data-worker", "data-index")

# What stands behind a `=` that may be that of such a name, whichever way they are written: the
# names are looked for backwards, as a pattern that begins with one certain letter is quick; most
# of the other names have another last letter.
NAMES = (r"href=", r"src=", r"action=", r"-worker=", r"-index=", r"[fcnrx]\s=", r"\s\s=")
BEHIND = "|".join(f"(?<={name})" for name in NAMES)
VALUE = r"""\s*("[^"]*"|'[^']*'|[^\s>]+)"""
MAYBE = regex(rf"=(?i:(?<=[fcnrx\s]=)(?:{BEHIND}))(?={VALUE})".encode())
# What stands in the tags whose absolute addresses are the site's own, and all values of a tag
OWN = (b"canonical", b"og:image")
ANY = regex(f"=(?={VALUE})".encode())
HERE = (b'"#', b'"?', b"'#", b"'?", b"#", b"?")  # of what leads to the page itself
ID = regex(rb' id=("[^"]*")')
PLAIN = regex(r"(?!/)([\w./-]+)(?:#([\w-]*))?")  # ../report/a.html#s12
MEASURES = regex(rb"og:image:")  # og:image:width


class Link(Struct, frozen=True):
    line: int
    address: str
    own: bool = False  # to the site itself, though it may be absolute


class Page(Struct, frozen=True):
    """The ids and the links of one page, feed or sitemap."""

    ids: frozenset[str]
    links: tuple[Link, ...]


class Word(NamedTuple):
    """What may be a link, as written on `page`, or on any page of that folder; see `Link.own`."""

    page: str
    written: bytes
    own: bool


def words_of(pages: Iterable[tuple[str, bytes]]) -> frozenset[Word]:
    """Without those that lead to a place on the page itself, and do."""
    found: set[Word] = set()
    written: dict[tuple[str, bool], set[bytes]] = {}
    for page, data in pages:
        folder, own = join(dirname(page), ""), page.endswith(".xml")
        words = dict.fromkeys(MAYBE.findall(data))
        here = [word for word in words if word.startswith(HERE)]
        found.update(Word(page, word, own) for word in strays(here, data))
        found.update(Word(folder, word, own=True) for word in own_values(data))
        written.setdefault((folder, own), set()).update(words.keys() - here)
    return frozenset(found).union(
        Word(folder, word, own) for (folder, own), words in written.items() for word in words
    )


def strays(words: Iterable[bytes], page: bytes) -> Iterator[bytes]:
    """Those that may not name a place on the page; most places stand in the order of the words."""
    before = 0
    for word in words:
        tag = b' id="' + word[2:]  # of `"#words"`
        at = place_of(tag, page, before)
        if at < 0:
            at = place_of(tag, page, 0)
        if at < 0:
            yield word
        before = max(at, 0)


def place_of(attribute: bytes, page: bytes, start: int) -> int:
    """Where it stands in a tag, or -1."""
    at = page.find(attribute, start)
    return at if is_in_tag(page, at) else -1


def is_in_tag(page: bytes, at: int) -> bool:
    return at >= 0 and page.rfind(b"<", 0, at) > page.rfind(b">", 0, at)


def broken_links(files: Mapping[str, bytes], site: Site) -> list[Problem]:
    check = Check(files, site)
    pages = (name for name in files if name.endswith(".html") and not check.surely_sound(name))
    feeds = (name for name in files if name.endswith(".xml"))
    return [
        Problem(Where(name, link.line), "broken-link", {"link": link.address})
        for name in (*pages, *feeds)
        for link in check.page(name).links
        if not check.leads_somewhere(name, link.address, link.own)
    ]


class Check:
    """Of one site. Only a page of which some words may be a broken link is read as browsers do."""

    def __init__(self, files: Mapping[str, bytes], site: Site) -> None:
        self._files = files
        self._roots = tuple(filter(None, (addresses.absolute("", site), addresses.base(site))))
        self._pages: dict[str, Page] = {}
        self._ids: dict[str, frozenset[str]] = {}
        self._sound: dict[tuple[str, bytes], bool] = {}

    def page(self, name: str) -> Page:
        if name not in self._pages:
            read = page_of if name.endswith(".html") else feed_of
            self._pages[name] = read(self._files[name])
        return self._pages[name]

    def is_sound(self, word: Word) -> bool:
        return self.leads_somewhere(word.page, as_read(word.written), word.own)

    def surely_sound(self, name: str) -> bool:
        folder, data = dirname(name), self._files[name]
        return all(
            self._is_sound(name, folder, written) for written in set(MAYBE.findall(data))
        ) and all(
            self.leads_somewhere(name, as_read(written), True) for written in own_values(data)
        )

    def _is_sound(self, name: str, folder: str, written: bytes) -> bool:
        """The same for all pages of a folder, unless it is their own place that is meant."""
        sound = self._sound.get((folder, written))
        if sound is None:
            address = as_read(written)
            sound = self.leads_somewhere(name, address)
            if not address.startswith(("#", "?")):
                self._sound[folder, written] = sound
        return sound

    def leads_somewhere(self, name: str, link: str, own: bool = False) -> bool:
        plain = PLAIN.fullmatch(link)
        if plain:
            return self._is_there(normpath(join(dirname(name), plain[1])), plain[2] or "")
        address = urlsplit(link)
        if (address.scheme or address.netloc) and not own:
            return True
        return self._is_there(path_of(name, link, self._roots), unquote(address.fragment))

    def _is_there(self, path: str, fragment: str) -> bool:
        if path not in self._files:
            return False
        return not fragment or not path.endswith(".html") or self._has_id(path, fragment)

    def _has_id(self, name: str, wanted: str) -> bool:
        if name not in self._ids:
            self._ids[name] = plain_ids(self._files[name])
        return wanted in self._ids[name] or wanted in self.page(name).ids


def own_values(data: bytes) -> Iterator[bytes]:
    """The values in tags that may say the page's own address, or its picture's."""
    for word in OWN:
        at = data.find(word)
        while at >= 0:
            end = data.find(b">", at)
            tag = data[data.rfind(b"<", 0, at) : end]
            if not MEASURES.search(tag):
                yield from (one for one in ANY.findall(tag) if one.strip(b"\"'") != word)
            at = data.find(word, end) if end > 0 else -1


def as_read(written: bytes) -> str:
    words = written.decode("utf-8", "replace")
    return unescape(words[1:-1] if words[0] in "\"'" else words)


def plain_ids(page: bytes) -> frozenset[str]:
    """Of a page without comments those ids of tags that are written as usual."""
    if b"<!--" in page:
        return frozenset()
    found = (as_read(one[1]) for one in ID.finditer(page) if is_in_tag(page, one.start()))
    return frozenset(found)


def page_of(data: bytes) -> Page:
    if not data.strip():
        return Page(frozenset(), ())
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root: etree._Element | None = etree.fromstring(data, parser)
    elements = () if root is None else list(root.iter(etree.Element))
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


def feed_of(data: bytes) -> Page:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    elements = etree.fromstring(data, parser).iter("{*}link", "{*}loc")
    links = (Link(e.sourceline or 0, e.get("href") or e.text or "", own=True) for e in elements)
    return Page(frozenset(), tuple(links))


def path_of(name: str, link: str, roots: Iterable[str]) -> str:
    """The file of the site that is meant on the page `name`; `roots` lead to its home page."""
    for root in roots:
        if link.startswith(root):
            return unquote(urlsplit(link.removeprefix(root)).path) or "index.html"
    path = unquote(urlsplit(link).path)
    return normpath(join(dirname(name), path)) if path else name
