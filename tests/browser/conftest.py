"""A Chromium for the tests that need a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import chromium, flags
from tests.browser.serving import served
from tests.projects import real_files
from tracker.publish import publish

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=flags())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site's folder: nobody may change it."""
    folder = tmp_path_factory.mktemp("built") / "_site"
    publish(real_files(), folder)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served, with a slash at its end."""
    with served(site) as url:
        yield url
