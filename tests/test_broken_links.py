"""A link that leads nowhere is found wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.test_feeds import SITE as PUBLISHED
from tracker.render.links import broken_links

SITE = replace(PUBLISHED, address="https://example.org/city/", base="/city/")
FILES = {
    "index.html": b'<p id="top">',
    "targets/road.html": b'<p id="s1">',
    "previews/road.png": b"",
    "404.html": b"<p>",
    "updates.xml": b"<feed/>",
}


def broken(name: str, words: str) -> list[str]:
    files = {**FILES, name: words.encode()}
    return [str(problem.details["link"]) for problem in broken_links(files, SITE)]


@pytest.mark.parametrize(
    ("name", "words", "good"),
    [
        ("targets/a.html", '<a href="{}">',
         ["road.html", "road.html#s1", "../index.html#top", "#"]),
        ("a.html", '<script src="{}"></script>', ["previews/road.png?v=1"]),
        ("a.html", '<form action="{}">', ["index.html"]),
        ("a.html", '<script data-worker="{}"></script>', ["updates.xml"]),
        ("a.html", '<a href="{}">', ["https://example.org/elsewhere", "mailto:a@example.org"]),
        ("a.html", '<link rel="canonical" href="{}">', ["https://example.org/city/404.html"]),
        ("a.html", '<meta property="og:image" content="{}">', ["previews/road.png"]),
        ("404.html", '<a href="{}">', ["/city/index.html", "/city/"]),
        ("a.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><link href="{}"/></feed>',
         ["targets/road.html", "https://example.org/city/targets/road.html"]),
        ("a.xml", "<urlset><url><loc>{}</loc></url></urlset>", ["https://example.org/city/"]),
    ],
)  # fmt: skip
def test_what_leads_somewhere_is_sound(name: str, words: str, good: list[str]) -> None:
    for address in good:
        assert broken(name, words.format(address)) == []


@pytest.mark.parametrize(
    ("name", "words", "bad"),
    [
        ("targets/a.html", '<a href="{}">', ["gone.html", "road.html#s2", "index.html", "#s9"]),
        ("a.html", '<script src="{}"></script>', ["assets/gone.js"]),
        ("a.html", '<script data-worker="{}"></script>', ["gone.js"]),
        ("a.html", '<link rel="canonical" href="{}">',
         ["https://example.org/city/gone.html", "https://elsewhere.example/index.html"]),
        ("a.html", '<meta property="og:image" content="{}">', ["previews/gone.png"]),
        ("404.html", '<a href="{}">', ["/city/gone.html", "/elsewhere/index.html"]),
        ("a.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><link href="{}"/></feed>',
         ["targets/gone.html", "https://elsewhere.example/index.html"]),
        ("a.xml", "<urlset><url><loc>{}</loc></url></urlset>",
         ["https://example.org/city/gone.html"]),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_named(name: str, words: str, bad: list[str]) -> None:
    for address in bad:
        assert broken(name, words.format(address)) == [address]
