"""What must hold of every input: it is explained in both languages, or published harmlessly."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from icalendar import Calendar
from lxml import etree

from tests.projects import ROOT, SITES, YEARS_DATE
from tracker.diagnostics import diagnose, to_github, to_rows, to_text
from tracker.errors import Problem
from tracker.inputs import Inputs
from tracker.messages import LANGUAGES
from tracker.pipeline import build_files
from tracker.read.files import lines_in

ADDRESSES = ("href", "src", "action", "formaction", "poster", "cite", "ping", "srcset", "data")
SCHEMES = ("", "http", "https", "mailto", "webcal")
# what the prose of `content/` may be made of, beside what the site's own pages have
PROSE = {
    "h2", "h3", "h4", "h5", "h6", "p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol",
    "li", "hr", "br", "img", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
PROSE_ATTRIBUTES = {
    ("a", "href"), ("a", "title"), ("a", "rel"), ("img", "src"), ("img", "alt"), ("img", "title"),
    ("ol", "start"), ("h2", "id"), ("h3", "id"), ("h4", "id"), ("h5", "id"), ("h6", "id"),
}  # fmt: skip


def explained(problems: Iterable[Problem], texts: Mapping[str, str]) -> None:
    """Each can be said in both languages, in every format."""
    lines = {path: lines_in(text) for path, text in texts.items()}
    for problem in list(problems)[:60]:
        for language in LANGUAGES:
            one = diagnose(problem, language, lambda path: lines.get(path, ()))
            words = to_text(one) + str(to_rows([one])) + to_github([one], language)
            words.encode("utf-8", errors="backslashreplace")
            assert one.found, problem
            assert one.advice, problem


@cache
def usual() -> tuple[set[str], set[tuple[str, str]]]:
    """The elements of a site's pages with every kind of target, and their attributes."""
    tags, attributes = set(PROSE), set(PROSE_ATTRIBUTES)
    years = SITES / "years"
    project = Inputs(years / "content", years / "targets.yaml", ROOT / "templates")
    for name, data in build_files(project, YEARS_DATE).items():
        if name.endswith(".html"):
            for element in elements_of(data):
                tags.add(str(element.tag))
                attributes.update((str(element.tag), str(key)) for key in element.attrib)
    return tags, attributes


def elements_of(page: bytes) -> Iterator[etree._Element]:
    if page.strip():
        root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
        yield from root.iter(etree.Element)


def harmless(files: Mapping[str, bytes]) -> None:
    """No page runs, loads or sends anything of the input's."""
    for name, data in files.items():
        if name.endswith(".html"):
            harmless_page(name, data, files)
        elif name.endswith((".xml", ".svg")):
            etree.fromstring(data)
        elif name.endswith(".ics"):
            Calendar.from_ical(data)


def harmless_page(name: str, data: bytes, files: Mapping[str, bytes]) -> None:
    tags, attributes = usual()
    for element in elements_of(data):
        tag = str(element.tag)
        assert tag in tags, f"{name}: <{tag}>"
        if tag == "script":
            assert is_own(name, element, files), f"{name}: {etree.tostring(element)[:200]!r}"
        for key, value in element.attrib.items():
            shown = f"{name}: <{tag} {key}={value[:100]!r}>"
            assert (tag, str(key)) in attributes or str(key).startswith(("data-", "aria-")), shown
            assert not str(key).startswith("on"), shown
            if key in ADDRESSES:
                assert scheme_of(str(value)) in SCHEMES, shown


def scheme_of(address: str) -> str:
    """As a browser finds it: blanks and controls do not count."""
    return urlsplit("".join(char for char in address if char > " ")).scheme


def is_own(name: str, script: etree._Element, files: Mapping[str, bytes]) -> bool:
    """A file of the site, or data that nobody runs."""
    if script.get("type") in ("application/json", "application/ld+json"):
        return True
    source = script.get("src", "").partition("?")[0]
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), source)).lstrip("/")
    return not (script.text or "").strip() and (path in files or name == "404.html")
