"""Style sheets and scripts need nothing that Chromium 89 or Safari 13 lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser_support import Newer, css_features, script_features
from tests.projects import ROOT

NEWER = Newer.read()
SHEETS = sorted((ROOT / "assets" / "css").rglob("*.css"))
SCRIPTS = sorted((ROOT / "assets" / "js").rglob("*.js"))

DISPENSABLE = {
    "text-autospace": "the space between Han and digits stays as typed",
    "text-spacing-trim": "full-width punctuation keeps its width",
    "text-wrap": "lines are as long as they come",
    "scroll-margin-top": "a jump ends at the very edge",
    "text-size-adjust": "-webkit- stands beside it",
    "appearance": "-webkit- stands beside it",
    "print-color-adjust": "-webkit- stands beside it",
    "user-select": "-webkit- stands beside it, or a little is selected too much",
    "overflow-wrap: anywhere": "break-word of the body remains",
    "align-self: end": "the buttons stand at the top",
    "forced-colors": "a browser that forces colours knows it",
    "forced-color-adjust": "a browser that forces colours knows it",
    "scripting": "[data-ready] does the same once the script has run",
    "page": "the browser's own margins",
    "break-after: avoid": "a heading may end a page",
    "break-before: avoid": "a heading may end a page",
    "content-visibility": "for ::details-content",
    "details-content": "browsers without it print what is open",
    "clipboard": "asked for before it is used",
    "writeText": "only where the clipboard is",
    "accent-color": "radio buttons keep the system's colour",
    "prefers-contrast": "the reader's own choice does the same",
    "requestIdleCallback": "asked for before it is used",
    "trustedTypes": "asked for before it is used",
    "saveData": "only where the connection is",
}


def lacked(features: set[tuple[str, str]]) -> set[str]:
    newer = {name for kind, name in features if name in getattr(NEWER, kind)}
    return {
        name for name in newer if name not in DISPENSABLE and name.split(":")[0] not in DISPENSABLE
    }


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_style_sheet_is_understood(path: Path) -> None:
    assert lacked(set(css_features(path.read_text("utf-8")))) == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_understood(path: Path) -> None:
    assert lacked(set(script_features(path.read_text("utf-8")))) == set()


@pytest.mark.parametrize(
    ("sheet", "name"),
    [
        (".a { inset: 0 }", "inset"),
        (".a { display: flex; gap: 1rem }", "gap in flex"),
        (".a { display: flex } .b { top: 0 } .a { gap: 1rem }", "gap in flex"),
        (".a { width: clamp(1px, 2px, 3px) }", "clamp"),
        (".a:has(.b) { top: 0 }", "has"),
        ("@layer a { .a { top: 0 } }", "layer"),
        (".a { aspect-ratio: 1 }", "aspect-ratio"),
        ("@media print { .a:is(.b) { top: 0 } }", "is"),
    ],
)
def test_what_is_newer_in_a_sheet_is_seen(sheet: str, name: str) -> None:
    assert name in lacked(set(css_features(sheet)))


@pytest.mark.parametrize("sheet", [".a { display: grid; gap: 1rem }", ".a { display: flex }"])
def test_what_is_old_in_a_sheet_is_let_pass(sheet: str) -> None:
    assert lacked(set(css_features(sheet))) == set()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("a?.b", "optional_chain"),
        ("a ?? b", "??"),
        ("a ??= b", "??="),
        ("class A { b = 1 }", "field_definition"),
        ("x = 1_000", "numeric separator"),
        ("/(?<=a)b/.test(c)", "lookbehind"),
        ("const at = 1; words.at(-1)", "at"),
        ("a.replaceAll('b', 'c')", "replaceAll"),
        ("structuredClone(a)", "structuredClone"),
        ("node.replaceChildren(a)", "replaceChildren"),
    ],
)
def test_what_is_newer_in_a_script_is_seen(code: str, name: str) -> None:
    assert name in lacked(set(script_features(code)))


@pytest.mark.parametrize(
    "code",
    [
        "const at = 1; f(at)",
        "const kit = {any: () => 1}; kit.any()",
        "a.b.c; a || b; async () => 1",
    ],
)
def test_what_is_old_in_a_script_is_let_pass(code: str) -> None:
    assert lacked(set(script_features(code))) == set()


def test_what_may_be_missing_is_used() -> None:
    """A reason for what nothing uses any more is to be deleted."""
    text = "".join(path.read_text("utf-8") for path in (*SHEETS, *SCRIPTS))
    assert all(re.search(rf"\b{re.escape(name.split(': ')[-1])}\b", text) for name in DISPENSABLE)
