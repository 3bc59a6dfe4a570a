"""The printed sheet of a target on a published site, with the code that leads back to it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image
from playwright.sync_api import Browser

from tests.projects import REAL, real_assessment
from tracker.pipeline import render_files
from tracker.publish import publish

ADDRESS = "https://example.org/tracker"
SHEETS = (
    "targets/investment-signed.html",
    "targets/provincial-specialty-towns-2023.html",
    "targets/qilong-phase-2.html",
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "_site"
    assessment = real_assessment()
    site = replace(assessment.site, address=ADDRESS)
    publish(render_files(replace(assessment, site=site), REAL), folder)
    return folder


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_target_with_its_code_prints_on_one_sheet(
    browser: Browser, published: Path, sheet: str
) -> None:
    page = browser.new_page()
    page.goto((published / sheet).as_uri())
    assert not page.locator(".qr").is_visible()
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")
    code = page.locator(".qr-code")
    box = code.bounding_box()
    seen = Image.open(BytesIO(code.screenshot()))
    page.close()

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert [found.text for found in zxingcpp.read_barcodes(seen)] == [f"{ADDRESS}/{sheet}"]
    assert box is not None
    assert box["width"] <= 25 / 25.4 * 96
