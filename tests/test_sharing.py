"""What a chat, and a phone before the printed sheet, learn of a page."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath

import html5lib
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from tests.projects import SMALL_DATE, inputs, small_project
from tracker.pipeline import build_files
from tracker.render.qr import QUIET

ADDRESS = "https://example.org/tracker"
ROADS = "targets/new-roads.html"
MODULE = 4  # px


def built(folder: Path, address: str) -> dict[str, bytes]:
    settings = small_project(folder) / "content" / "site.yaml"
    text = re.sub(r"^address:.*$", f"address: '{address}'", settings.read_text("utf-8"), flags=re.M)
    settings.write_text(text, "utf-8")
    return build_files(inputs(folder), SMALL_DATE)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("published"), f"{ADDRESS}/")


@pytest.fixture(scope="module")
def unpublished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("unpublished"), "")


def shared(page: bytes) -> dict[str, str]:
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    return {
        str(meta.get("property", meta.get("name"))): meta.get("content", "")
        for meta in tree.iter("meta")
    }


def code_in(page: bytes) -> Image.Image | None:
    """The QR code as a phone sees it."""
    found = re.search(r'class="qr-code" viewBox="0 0 (\d+) \d+".*?d="([^"]+)"', page.decode())
    if not found:
        return None
    side = int(found[1]) * MODULE
    seen = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(seen)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", found[2]):
        left, top = int(x) * MODULE, int(y) * MODULE
        pen.rectangle((left, top, left + int(length) * MODULE - 1, top + MODULE - 1), 0)
    return seen


def test_a_chat_learns_the_page_s_title_address_and_picture(published: dict[str, bytes]) -> None:
    said = shared(published[ROADS])

    assert said["og:title"].startswith("新建公路：")
    assert said["og:description"] == said["description"]
    assert said["og:url"] == f"{ADDRESS}/{ROADS}"
    assert said["og:image"] == f"{ADDRESS}/previews/targets/new-roads.png"
    assert said["og:site_name"] == "兑现·虚构市"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["twitter:card"] == "summary_large_image"


def test_no_address_is_invented(unpublished: dict[str, bytes]) -> None:
    said = shared(unpublished[ROADS])

    assert "og:url" not in said
    assert said["og:image"] == "../previews/targets/new-roads.png"
    assert code_in(unpublished[ROADS]) is None


def test_every_page_has_a_picture_and_says_what_it_shows(unpublished: dict[str, bytes]) -> None:
    for name, page in unpublished.items():
        if name.endswith(".html") and name != "404.html":  # whose links begin at the root
            said = shared(page)
            picture = unpublished[normpath(join(dirname(name), said["og:image"]))]
            assert Image.open(BytesIO(picture)).size == (1200, 630)
            assert said["og:image:alt"]


def test_every_picture_stands_for_a_page(unpublished: dict[str, bytes]) -> None:
    pictures = {name for name in unpublished if name.startswith("previews/")}

    assert pictures
    for name in pictures:
        assert name.removeprefix("previews/").replace(".png", ".html") in unpublished


def test_the_font_of_the_pictures_is_not_published(unpublished: dict[str, bytes]) -> None:
    assert not [name for name in unpublished if name.endswith((".otf", ".ttf"))]


def test_the_code_on_the_sheet_is_the_page_s_address(published: dict[str, bytes]) -> None:
    seen = code_in(published[ROADS])

    assert seen is not None
    assert [code.text for code in zxingcpp.read_barcodes(seen)] == [f"{ADDRESS}/{ROADS}"]
    assert f"{ADDRESS}/{ROADS}</p>".encode() in published[ROADS]
    quiet = QUIET * MODULE
    assert seen.point(lambda light: 255 - light).getbbox() == (
        quiet,
        quiet,
        seen.width - quiet,
        seen.height - quiet,
    )
