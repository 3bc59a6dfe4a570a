"""What a query finds, in a real browser: on one file, and on the same texts as an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.projects import ROOT, real_assessment, whole
from tests.search_library import CASES, made_up_library
from tracker.render.assets import search_scripts
from tracker.render.search.forms import MARKS, SCALES, UNITS, Normaliser
from tracker.render.search.index import INDEX, search_index
from tracker.render.search.library import Library, library
from tracker.render.search.signs import fold_of, fold_table

AS_ARCHIVE = 0  # bytes that are loaded whole

SEARCH = """async (query) => {
    const { how, groups } = await engine.search(query, {});
    return { how, groups: Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits])) };
}"""

# The script's own functions, which pages have no need of.
FORMS = """(printed) => {
    const { text, counted } = new Normaliser(table).form(printed);
    return [text, counted.text];
}"""


@dataclass(frozen=True)
class Finder:
    """An index opened from disk."""

    page: Page

    def find(self, query: str) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(SEARCH, query)
        return found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def opened(browser: Browser, folder: Path, kept: Library, largest: int) -> Finder:
    index = search_index(kept, largest)
    files = {**index.files, **search_scripts(ROOT / "assets")}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text(
        "<!DOCTYPE html><meta charset='utf-8'><script src='assets/search.js'></script>"
    )
    page = browser.new_context().new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate(f"Duixian.open('{INDEX}', '{index.version}').then((one) => {{ engine = one; }})")
    return Finder(page)


@pytest.fixture(scope="module", params=["one file", "archive"])
def made_up(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Finder]:
    largest = AS_ARCHIVE if request.param == "archive" else 1_000_000
    finder = opened(browser, tmp_path_factory.mktemp("made-up"), made_up_library(), largest)
    yield finder
    finder.page.context.close()


@pytest.fixture(scope="module")
def real(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    folder = tmp_path_factory.mktemp("real")
    finder = opened(browser, folder, library(whole(real_assessment())), 1_000_000)
    yield finder
    finder.page.context.close()


def name(case: dict[str, Any]) -> str:
    return str(case["query"])


def check(case: dict[str, Any], found: dict[str, Any]) -> None:
    targets, sentences = (found["groups"].get(kind, []) for kind in ("target", "sentence"))
    hits = targets + sentences
    texts = [text for hit in hits for text in hit["texts"]]
    everything = [text["text"] for text in texts]

    assert found["how"] == case.get("how", "found")
    assert "first" not in case or everything[:1] == [case["first"]]
    for words in case.get("finds", []):
        assert any(words in text for text in everything), f"{words} not in {everything}"
    for words in case.get("not", []):
        assert not any(words in text for text in everything), f"{words} in {everything}"
    assert "marks" not in case or [mark for mark in marked(texts) if mark] == case["marks"]
    assert "why" not in case or hits[0]["why"] == case["why"]
    assert bool(everything) == (found["how"] != "none")


def marked(texts: list[dict[str, Any]]) -> list[str]:
    """Offsets count UTF-16 units, which is the same as characters in these texts."""
    return [text["text"][start:end] for text in texts for start, end in text["marks"]]


@pytest.mark.parametrize("case", CASES["cases"], ids=name)
def test_a_query_finds_what_it_means(case: dict[str, Any], made_up: Finder) -> None:
    check(case, made_up.find(case["query"]))


@pytest.mark.parametrize("case", CASES["real"], ids=name)
def test_a_query_finds_what_it_means_on_the_real_site(case: dict[str, Any], real: Finder) -> None:
    check(case, real.find(case["query"]))


@pytest.mark.parametrize(
    ("chosen", "kinds"),
    [
        ({"kind": "target"}, ["target"]),
        ({"status": "achieved"}, ["target"]),
        ({"status": "missed"}, []),
        ({"year": "2099"}, ["target", "sentence"]),
        ({"year": "2098"}, []),
        ({"kind": "__proto__"}, []),
    ],
)
def test_what_is_chosen_narrows_but_changes_no_meaning(
    chosen: dict[str, str], kinds: list[str], made_up: Finder
) -> None:
    found = made_up.page.evaluate(
        """async (chosen) => {
            const { how, groups, facets } = await engine.search('基站', chosen);
            return [how, groups.map(({ kind }) => kind), facets.length > 0];
        }""",
        chosen,
    )

    assert found == ["found", kinds, True]


# --- both sides compare alike -------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser_forms(page: Page) -> Page:
    """A page that has the normaliser, with the table that an index would hold."""
    table = {
        "marks": MARKS,
        "units": UNITS,
        "scales": SCALES,
        "fold": fold_table(set().union(*printed_forms())),
    }
    names = ("numbers.js", "forms.js")
    scripts = "\n".join((ROOT / "assets/js/search" / one).read_text("utf-8") for one in names)
    page.add_script_tag(content=scripts)
    page.evaluate("(table) => { window.table = table; }", table)
    return page


def printed_forms() -> list[str]:
    return [row["text"] for row in CASES["forms"]]


@pytest.mark.parametrize("row", CASES["forms"], ids=lambda row: row["printed"])
def test_the_browser_compares_words_by_these_forms(
    row: dict[str, Any], browser_forms: Page
) -> None:
    text, counted = browser_forms.evaluate(FORMS, row["printed"])

    assert (text, fenced(counted)) == (row["text"], row.get("counted", row["text"]))


def fenced(counted: str) -> str:
    return counted.replace("\ue000", "<").replace("\ue001", ">")


def test_the_index_and_the_browser_agree_on_every_sentence(browser_forms: Page) -> None:
    texts = [sentence.text for sentence in real_assessment().report.sentences]
    normaliser = Normaliser(fold_table(set().union(*printed_forms())))
    made = [[form.text, form.counted] for form in map(normaliser.form, texts)]

    assert browser_forms.evaluate(f"(texts) => texts.map({FORMS})", texts) == made
    assert fold_of(set().union(*texts)) == ""  # the report has no traditional characters
