"""A component is one name: its template, its macro, its style sheet and its classes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import ROOT

TEMPLATES = ROOT / "templates" / "components"
SHEETS = ROOT / "assets" / "css" / "components"
CLASS = re.compile(r"\.(?=[a-z])([a-z0-9_-]+)")


def rules(sheet: str) -> list[str]:
    """The selectors of a style sheet, without its at-rules."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    heads = re.findall(r"([^{}]+)\{", bare)
    return [one.strip() for head in heads if "@" not in head for one in head.split(",")]


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_a_component_s_template_holds_its_macro(path: Path) -> None:
    assert re.search(rf"macro {path.stem}\(", path.read_text("utf-8"))


@pytest.mark.parametrize("path", sorted(SHEETS.glob("*.css")), ids=lambda path: path.stem)
def test_a_component_s_style_sheet_styles_its_classes_only(path: Path) -> None:
    assert (TEMPLATES / f"{path.stem.replace('-', '_')}.html").exists()
    first = [CLASS.search(rule) for rule in rules(path.read_text("utf-8"))]
    foreign = {found[1] for found in first if found and not own(found[1], path.stem)}
    assert not foreign


def own(name: str, component: str) -> bool:
    """Its own name or one that begins with it; `.target-rows` holds the `.target-row`s."""
    return name.startswith(component)
