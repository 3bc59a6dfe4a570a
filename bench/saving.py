"""From saving a file of targets to the page that shows it, in a browser."""

from __future__ import annotations

import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from bench.one_number import OneNumber
from bench.ours import Archive
from tests.previewing import previewing

SAVES = 15


def save_times(browser: Browser, archive: Archive) -> list[float]:
    """Seconds; the first save is not counted: it finds nothing of the editor's warmed up."""
    target, value = archive.one_value()
    with previewing(archive.folder, "--port", "0", *archive.inputs) as preview:
        preview.once()
        with browser.new_context(locale="zh-CN") as context:
            page = context.new_page()
            page.goto(f"{preview.address}targets/{target}.html")
            return list(saves(page, value))[1:]


def saves(page: Page, value: OneNumber) -> Iterator[float]:
    for _ in range(SAVES + 1):
        shown = page.inner_text("main")
        while str(value.number + 1) in shown:
            value.number += 1
        start = time.perf_counter()
        value.change()
        page.locator("main", has_text=str(value.number)).wait_for()
        yield time.perf_counter() - start
