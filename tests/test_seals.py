"""Every status has a seal of its own shape, and a page holds the seals that it shows."""

from __future__ import annotations

import re

from tests.projects import ROOT, real_files
from tracker.model import Status
from tracker.render.previews.stamp import stamp
from tracker.render.seals import Seals

SEALS = Seals.read(ROOT / "assets")


def test_every_status_has_a_drawing_of_its_own() -> None:
    assert set(SEALS.symbols) == {f"seal-{status}" for status in Status}
    drawings = [re.sub(r' id="[^"]*"', "", svg) for svg in SEALS.symbols.values()]
    assert len(set(drawings)) == len(drawings)


def test_a_page_holds_what_it_shows() -> None:
    assert SEALS.used_in('<use href="#seal-missed"/>') == SEALS.symbols["seal-missed"]
    assert SEALS.used_in("<p>没有印</p>") == ""


def test_each_built_page_holds_each_seal_that_it_refers_to_once() -> None:
    for name, data in real_files().items():
        if name.endswith(".html"):
            html = data.decode()
            used = set(re.findall(r'href="#(seal-\w+)"', html))
            held = re.findall(r'<symbol id="(seal-\w+)"', html)
            assert len(held) == len(set(held))
            assert used <= set(held), name


def test_a_dashed_seal_is_drawn_where_a_dash_ends_with_its_line() -> None:
    assert stamp(SEALS.symbols["seal-not_started"], 46).getbbox()
