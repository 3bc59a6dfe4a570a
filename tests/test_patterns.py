"""The pattern page has every component and every status, and is a page like those of the site."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.patterns.apart import apart
from tests.patterns.page import FOLDERS, SHAPES, TEMPLATES, files, opened
from tests.patterns.tokens import Pair, contrast, tokens
from tests.projects import ROOT
from tracker.model import Status
from tracker.render.labels import STATUS

NAMES = [f"{folder}-{path.stem}" for folder in FOLDERS for path in (TEMPLATES / folder).glob("*")]
TOKENS = tokens((ROOT / "assets" / "css" / "tokens.css").read_text("utf-8"))


@cache
def page() -> str:
    return files()["index.html"].decode()


@cache
def document() -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    parsed: Element = parser.parse(page())
    return parsed


def section(name: str) -> Element:
    (found,) = (one for one in document().iter("section") if one.get("id") == name)
    return found


def words(element: Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_component_has_a_section_that_says_what_it_is_and_shows_it(name: str) -> None:
    own = section(name)
    described = own.find("p/code")
    shown = [one for one in own.iter("div") if "patterns-state" in (one.get("class") or "")]

    assert name.partition("-")[2] in words(own.find("h2") or own)
    assert described is not None
    assert shown
    assert all(words(one).strip() for one in shown)


@pytest.mark.parametrize("name", ["seal", "status_tag", "target_row", "verdict"])
def test_every_status_is_shown_by(name: str) -> None:
    own = section(f"components-{name}")
    seals = {use.get("href") for use in own.iter() if (use.get("href") or "").startswith("#seal-")}

    assert seals == {f"#seal-{status}" for status in Status}
    assert all(label.label in words(own) for label in STATUS.values())


def test_every_status_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(Status)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_no_id_stands_twice_and_what_refers_to_one_finds_it() -> None:
    ids = Counter(one.get("id") for one in document().iter() if one.get("id"))
    asked = [
        name
        for one in document().iter()
        for key in ("for", "aria-labelledby", "aria-describedby")
        for name in (one.get(key) or "").split()
    ]

    assert set(ids.values()) == {1}
    assert set(asked) <= set(ids)


def test_the_contents_lead_to_every_section() -> None:
    (nav,) = (one for one in document().iter("nav") if one.get("id") == "contents")
    led = [link.get("href") for link in nav.iter("a")]

    assert led == [
        f"#{one.get('id')}" for one in document().iter("section")
        if "patterns-section" in (one.get("class") or "")
    ]  # fmt: skip


def test_nothing_in_the_page_is_styled_or_scripted_in_place() -> None:
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)| style=| on\w+=", page())


def test_what_the_page_loads_is_written_beside_it() -> None:
    written = files()
    loaded = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="([^"?]+)', page()
    )

    assert "assets/patterns.css" in loaded
    assert set(loaded) <= set(written)


@pytest.mark.parametrize("pair", TOKENS.pairs, ids=lambda pair: f"{pair.ink}-on-{pair.ground}")
def test_ink_is_told_from_its_ground(pair: Pair) -> None:
    assert min(pair.light, pair.dark) >= pair.least


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_a_component_that_stands_twice_keeps_its_ids_and_landmarks_apart() -> None:
    html = '<nav aria-label="位置"><a href="#x">甲</a><a href="#y">乙</a></nav><p id="x">甲</p>'

    assert apart(html, 2) == (
        '<nav aria-label="位置（式样2）"><a href="#p2-x">甲</a><a href="#y">乙</a></nav>'
        '<p id="p2-x">甲</p>'
    )


def test_a_template_is_shown_as_its_script_fills_it() -> None:
    html = '<template id="x"><p class="tool-said"></p><ul></ul></template>'

    assert opened(html, {"tool-said": "好", "ul": "<li>一</li>"}) == (
        '<p class="tool-said">好</p><ul><li>一</li></ul>'
    )
