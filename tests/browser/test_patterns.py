"""The pattern page in a real browser: whatever a component looks like, everybody can use it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.patterns.page import files
from tracker.publish import publish


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("patterns") / "_patterns"
    publish(files(), folder)
    return (folder / "index.html").as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    found = violations(page)
    page.close()

    assert found == []


def test_nothing_scrolls_sideways_on_a_narrow_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert width <= 320
