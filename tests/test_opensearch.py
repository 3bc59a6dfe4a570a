"""The description for browsers is XML that follows OpenSearch 1.1, whatever the site is called."""

from __future__ import annotations

from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.projects import ROOT
from tests.test_feeds import SITE as PUBLISHED
from tracker.model import Site
from tracker.render.opensearch import PATH, files
from tracker.render.templates import Templates

SPACE = {"os": "http://a9.com/-/spec/opensearch/1.1/"}
TEMPLATES = Templates(ROOT / "templates")
SITE = replace(PUBLISHED, tagline="逐项记录虚构市的承诺。", address="")


def description(site: Site) -> ElementTree.Element:
    return ElementTree.fromstring(files(site, TEMPLATES)[PATH])


def text(site: Site, name: str) -> str:
    return description(site).findtext(f"os:{name}", namespaces=SPACE) or ""


def template(site: Site) -> str:
    url = description(site).find("os:Url[@type='text/html']", SPACE)
    assert url is not None
    return url.attrib["template"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "search.html?q={searchTerms}"),
        ("https://example.org/x/", "https://example.org/x/search.html?q={searchTerms}"),
    ],
)
def test_the_query_goes_to_the_search_page(address: str, expected: str) -> None:
    assert template(replace(SITE, address=address)) == expected
    assert urljoin("https://example.org/x/opensearch.xml", expected).endswith(
        "/x/" + expected[-27:]
    )


@given(st.text(), st.text())
def test_any_title_gives_a_valid_description(title: str, tagline: str) -> None:
    site = replace(SITE, title=title, tagline=tagline)

    assert len(text(site, "ShortName")) <= 16
    assert len(text(site, "Description")) <= 1024


def test_the_site_names_itself() -> None:
    assert text(SITE, "ShortName") == "兑现·虚构市"
    assert text(SITE, "Description") == "逐项记录虚构市的承诺。"
