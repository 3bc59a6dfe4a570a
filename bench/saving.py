"""From saving a file of targets to the page that shows it, in a browser."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page

from bench.one_number import OneNumber
from bench.ours import Archive
from tests.previewing import Preview, previewing

SAVES = 15
PATIENCE = 600_000.0  # milliseconds: the first build of an archive is a cold one

# As `shown`, asked at each frame: a locator looks again after 0.27 s, and then not before 0.77 s.
SHOWN = r"""number => {
  const words = new RegExp(`(?<![\d.])${number}(?!\d)`);
  return Array.from(document.querySelectorAll('.evidence-item-value')).some(
    (value) => words.test(value.textContent) && value.checkVisibility({ visibilityProperty: true })
  );
}"""


def save_times(browser: Browser, archive: Archive) -> list[float]:
    """Seconds; the first save is not counted: it finds nothing of the editor's warmed up."""
    target, value = archive.one_value()
    with (
        previewing(archive.folder, "--port", "0", *archive.inputs) as preview,
        browser.new_context(locale="zh-CN") as context,
    ):
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{preview.address}targets/{target}.html")
        shown(page, value.number).first.wait_for()
        return list(saves(preview, page, value))[1:]


def saves(preview: Preview, page: Page, value: OneNumber) -> Iterator[float]:
    """Each when the whole site has followed the one before: its page comes ahead of the others."""
    edition = preview.once()
    for _ in range(SAVES + 1):
        while shown(page, value.number + 1).count():
            value.number += 1
        start = time.perf_counter()
        value.change()
        page.wait_for_function(SHOWN, arg=value.number)
        yield time.perf_counter() - start
        edition = preview.once(unlike=edition)


def shown(page: Page, number: int) -> Locator:
    """The number among the values of the evidence: 118 of 118公里."""
    return page.locator(".evidence-item-value", has_text=re.compile(rf"(?<![\d.]){number}(?!\d)"))
