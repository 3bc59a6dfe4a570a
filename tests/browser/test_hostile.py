"""Hostile texts in every file of a project: no page runs them, or asks another site for anything.

Every page is opened twice: as it is, and with its policy switched off, which proves the escaping.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import chdir, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import icalendar
import pytest
from lxml import etree, html
from msgspec import Struct
from msgspec.structs import fields
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

from tests.browser.serving import served
from tests.ledger_planting import import_planted_ledger
from tests.payloads import NAMES, PAYLOADS
from tests.planting import Planter, plant
from tests.projects import SMALL_DATE, inputs, project
from tracker.pipeline import assess, build_files
from tracker.publish import publish

# `RUNS=all` has every payload behind every text; else a text has 40 of them, each text others.
MOST = len(PAYLOADS) if os.environ.get("RUNS") == "all" else 40
WATCH = """
window.ran = (name) => { window.heard(`ran ${name}`); };
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
  window[name] = () => { window.heard(name); };
}
document.addEventListener('securitypolicyviolation', (event) => {
  window.heard(`refused ${event.violatedDirective} ${event.blockedURI}`);
});
if (location.protocol !== 'about:') localStorage.setItem('duixian-display', JSON.stringify({
  size: '"><img src=x onerror=ran(/stored/)>', contrast: '</script><script>ran(/stored/)</script>',
}));
"""
SETTLED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 15)));
})"""
ASKED = ("<script>ran(/asked/)</script>", '"><img src=x onerror=ran(/asked/)>', "公路")
# Of the model: ids, addresses, the rules' own words, and what must stand in the report as it is.
OF_FORM = {
    "Accounted.target", "Agency.id", "Amount.unit", "Amount.written", "Assessed.family",
    "Contact.address", "Correction.page", "Correction.report", "Correction.sentence",
    "Correction.target", "Day.text", "Event.target", "Fact.field", "Judgement.rule",
    "Judgement.version", "Misprint.printed", "NotTarget.number", "NotTarget.quote",
    "Numeral.text", "Page.id", "Place.id", "Quantity.per", "Quantity.unit", "RepairNote.text",
    "Report.id", "Report.sha256", "Rules.bounds", "Rules.deadlines", "Rules.defaults",
    "Rules.flags", "Rules.steps", "Rules.types", "Rules.version", "Section.ordinal",
    "Sentence.id", "Sequel.successors", "Site.address", "Site.base", "Site.report",
    "Source.archived", "Source.key", "Source.url", "Synonym.meant", "Target.continues",
    "Target.deadline_words", "Target.formerly", "Target.id", "Target.number", "Target.per",
    "Target.relative_to", "Target.silent_in", "Target.unit", "Target.unmeasurable",
    "Where.path",
}  # fmt: skip
# What the browser says of a page that is not there, and of `print` in a test.
HARMLESS = ("status of 404",)


@dataclass
class Watch:
    """All that happens in one context that should not."""

    origin: str
    heard: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.expose_binding("heard", lambda source, words: self.add(source["page"], words))
        context.add_init_script(WATCH)
        context.on("request", lambda request: self.request(request.url))
        context.on("console", self.console)
        context.on("dialog", lambda dialog: self.heard.append(f"dialog {dialog.message}"))
        context.on("weberror", lambda error: self.heard.append(f"error {error.error}"))

    def add(self, page: Page, words: str) -> None:
        self.heard.append(f"{page.url}: {words}")

    def request(self, url: str) -> None:
        if not url.startswith((self.origin, "file:///")):
            self.heard.append(f"request {url}")

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(one in message.text for one in HARMLESS):
            self.heard.append(f"console {message.text}")

    def opened(self, page: Page, url: str) -> None:
        page.goto(url, wait_until="load")
        settle(page)


def settle(page: Page) -> None:
    """Until what begins by itself has begun; the page of a former id leads on at once."""
    with suppress(Error):
        page.evaluate(SETTLED)
        return
    page.wait_for_load_state()
    page.evaluate(SETTLED)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which every text is hostile, part of them filled in a spreadsheet."""
    folder = tmp_path_factory.mktemp("hostile")
    with chdir(project("hostile", folder / "project")):
        import_planted_ledger()
        plant(Path(), Planter(MOST))
        publish(build_files(inputs(Path()), SMALL_DATE), folder / "_site")
    return folder / "_site"


@pytest.fixture(scope="module")
def host(hostile: Path) -> Iterator[str]:
    with served(hostile) as url:
        yield url


@pytest.fixture(params=[False, True], ids=["with its policy", "without its policy"])
def watched(
    request: pytest.FixtureRequest, browser: Browser, host: str
) -> Iterator[tuple[Page, Watch]]:
    context = browser.new_context(
        bypass_csp=request.param, service_workers="block", viewport={"width": 320, "height": 200}
    )
    watch = Watch("{0.scheme}://{0.netloc}/".format(urlsplit(host)))
    watch.over(context)
    yield context.new_page(), watch
    context.close()


def pages(site: Path) -> list[str]:
    found = (path for kind in ("*.html", "*.xml", "*.svg") for path in site.rglob(kind))
    return sorted(path.relative_to(site).as_posix() for path in found)


def test_no_text_runs_on_any_page(
    watched: tuple[Page, Watch], hostile: Path, host: str, request: pytest.FixtureRequest
) -> None:
    """What runs nowhere without the policy need not be held back by it: a fourth is a sample."""
    page, watch = watched
    is_without_policy = request.node.callspec.params["watched"]
    for name in pages(hostile)[:: 1 if is_without_policy else 4]:
        watch.opened(page, f"{host}{name}")
    for name in ("targets.html", "updates.html", "index.html", "report/xugou-2099.html"):
        spoilt = quote(ASKED[1])
        watch.opened(page, f"{host}{name}?status={spoilt}&from={spoilt}&q={spoilt}#{spoilt}")

    assert watch.heard == []
    assert len(pages(hostile)) > 60


def test_every_page_is_made_of_what_the_templates_say(hostile: Path) -> None:
    for name, root in parsed(hostile, "*.html").items():
        for element in root.iter():
            assert not any(key.startswith("on") or key == "style" for key in element.attrib), name
            assert is_expected(element), f"{name}: {element.tag} {dict(element.attrib)}"


def parsed(site: Path, kind: str) -> dict[str, Any]:
    return {path.name: html.document_fromstring(path.read_bytes()) for path in site.rglob(kind)}


def is_expected(element: Any) -> bool:
    tag, link = element.tag, element.get("href") or element.get("src") or element.get("action")
    if tag in ("style", "iframe", "object", "embed", "base", "math", "template") and not (
        tag == "template" and element.get("id") == "sentence-tools"
    ):
        return False
    if tag == "script":
        return not element.text and urlsplit(link).path.rpartition("/")[0].endswith("assets")
    scheme, host = urlsplit(link or "")[:2]
    return scheme in ("", "https", "mailto") and host in ("", "example.org")


def test_every_file_for_programs_is_sound(hostile: Path) -> None:
    for path in [*hostile.rglob("*.xml"), *hostile.rglob("*.svg")]:
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False))
        assert not any(str(one.tag).endswith("}script") for one in root.iter()), path.name
    for path in hostile.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    days = icalendar.Calendar.from_ical((hostile / "calendar.ics").read_bytes())
    assert {one.name for one in days.walk()} == {"VCALENDAR", "VEVENT"}
    assert not any("ATTACH" in one for one in days.walk())


def test_every_text_of_the_model_is_planted(hostile: Path) -> None:
    made = assess(inputs(hostile.parent / "project"), SMALL_DATE)
    texts = dict(texts_in(made))
    bare = {name for name, words in texts.items() if not any(f"/{one}" in words for one in NAMES)}

    assert bare == OF_FORM


def texts_in(value: object) -> Iterator[tuple[str, str]]:
    """Each text of a value, all those of one field together."""
    found: dict[str, list[str]] = {}
    waiting: list[tuple[str, object]] = [("", value)]
    met: set[int] = set()
    while waiting:
        name, one = waiting.pop()
        if isinstance(one, StrEnum):
            continue
        if isinstance(one, str):
            found.setdefault(name, []).append(one)
        elif isinstance(one, (list, tuple, frozenset)):
            waiting += [(name, inner) for inner in one]
        elif isinstance(one, Struct) and id(one) not in met:
            met.add(id(one))
            kind = type(one).__name__
            waiting += [(f"{kind}.{f.name}", getattr(one, f.name)) for f in fields(one)]
    yield from ((name, " ".join(words)) for name, words in found.items())


def test_no_text_runs_where_the_search_finds_it(
    watched: tuple[Page, Watch], hostile: Path, host: str
) -> None:
    page, watch = watched
    for start, asked in ((host, ASKED), (f"{hostile.as_uri()}/", ASKED[:1])):
        for words in asked:
            page.goto(f"{start}search.html?q={quote(words)}&place={quote(ASKED[1])}#{quote(words)}")
            page.goto(f"{start}search.html?q={quote(words)}")
            page.wait_for_selector(".search-hit")
            page.locator("[type=search]").press_sequentially("<")
            settle(page)

    assert watch.heard == []


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.innerHTML = '<b>text</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>text</b>')",
        "Object.assign(document.createElement('script'), { src: '/assets/search.js' })",
        "navigator.serviceWorker.register('/sw.js')",
        "trustedTypes.createPolicy('another', { createHTML: (text) => text })",
    ],
)
def test_no_script_makes_a_script_of_a_text(browser: Browser, host: str, attempt: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}search.html")
    with pytest.raises(Error, match="TypeError"):
        page.evaluate(f"async () => {{ await ({attempt}); }}")
    page.close()


def test_no_text_runs_in_the_tools_of_a_sentence(watched: tuple[Page, Watch], host: str) -> None:
    page, watch = watched
    page.goto(f"{host}report/xugou-2099.html")
    for sentence in page.locator(".report .sentence:has(.tracked)").all():
        sentence.locator(".sentence-link").first.click()
        settle(page)
        link = page.locator(".feedback-tool").get_attribute("href") or ""
        assert urlsplit(link)[:2] == ("https", "example.org")

    assert watch.heard == []
