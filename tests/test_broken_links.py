"""A link that leads nowhere is found wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.test_feeds import SITE as PUBLISHED
from tracker.render.links import Check, broken_links

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


ADDRESSES = ("road.html", "gone.html", "#here", "#away", "../index.html#top", "../index.html#x")
OWN_ADDRESSES = ("https://example.org/city/index.html", "https://example.org/city/gone.html")
WRITTEN = (
    '<a href="{}">', "<a href='{}'>", "<a href={}>", "<A HREF = {}>", '<a href\n =\n"{}">',
    '<img class="x"src="{}">', "<form/action={}>", "<script data-worker='{}'></script>",
    '<link rel="canonical" href="{}">', "<link href={} rel=canonical>",
    '<meta property="og:image" content="{}">', "<meta content={} property=og:image >",
    '<!-- <a href="{}"> -->', "href={}", '<p id="here">', "<p id=away>", '<!-- <p id="away"> -->',
    ' id="away" ', '<p title="a > b" id="here">', "= 3",
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(WRITTEN), st.sampled_from((*ADDRESSES, *OWN_ADDRESSES))),
        max_size=6,
    )
)
def test_a_page_that_need_not_be_read_has_no_broken_link(parts: list[tuple[str, str]]) -> None:
    page = "".join(written.format(address) for written, address in parts)
    check = Check({**FILES, "targets/a.html": page.encode()}, SITE)

    if check.surely_sound("targets/a.html"):
        read = check.page("targets/a.html")
        for link in read.links:
            assert check.leads_somewhere("targets/a.html", link.address, link.own)
        assert {one.address[1:] for one in read.links if one.address[0] == "#"} <= read.ids
