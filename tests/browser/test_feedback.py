"""Saying what is wrong with one sentence, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import served
from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.publish import publish

QUOTED = "原话：“全年植树2.5万株，力争森林覆盖率达到31%。”"  # without its number and its seals
CHOOSE = """() => {
  const sentence = [...document.querySelectorAll('.report .sentence')]
    .find(one => one.textContent.includes('力争森林覆盖率达到31%'));
  const tools = document.body.appendChild(document.createElement('div'));
  tools.id = 'tools';
  for (let times = 0; times < 2; times += 1) {
    document.dispatchEvent(new CustomEvent('duixian:sentence', {detail: {sentence, tools}}));
  }
  return sentence.id;
}"""


def open_report(browser: Browser, folder: Path, contact: str) -> Iterator[Page]:
    project = small_project(folder)
    site = project / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("contact:", f"contact: {contact}"), "utf-8")
    publish(build_files(inputs(project), SMALL_DATE), folder / "_site")
    with served(folder / "_site") as url:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{url}report/xugou-2099.html")
        yield page
        context.close()


@pytest.mark.parametrize(
    ("contact", "key", "start"),
    [
        ("editors@example.org", "body", "mailto:editors@example.org?subject="),
        ("https://example.org/new?text={body}", "text", "https://example.org/new?text="),
    ],
)
def test_a_sentence_is_written_about_with_its_words_and_its_address(
    browser: Browser, tmp_path: Path, contact: str, key: str, start: str
) -> None:
    for page in open_report(browser, tmp_path, contact):
        chosen = page.evaluate(CHOOSE)
        links = page.locator("#tools a")

        assert links.count() == 1
        href = links.get_attribute("href") or ""
        assert href.startswith(start)
        [body] = parse_qs(urlsplit(href).query)[key]
        assert QUOTED in body
        assert f"第{chosen.removeprefix('s')}句" in body
        assert f"{page.url}#{chosen}" in body


def test_without_a_contact_the_words_and_the_address_are_copied(
    browser: Browser, tmp_path: Path
) -> None:
    for page in open_report(browser, tmp_path, ""):
        chosen = page.evaluate(CHOOSE)
        page.locator("#tools button").click()
        page.get_by_text("已复制").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert QUOTED in copied
        assert f"{page.url}#{chosen}" in copied

        page.locator(".feedback summary").click()
        page.locator(".feedback button").click()
        page.locator(".feedback").get_by_text("已复制").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert f"网址：{page.url}\n" in copied.replace("\r", "")
