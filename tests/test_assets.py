"""What a browser loads is made short, and stays what an old browser reads."""

from __future__ import annotations

from tests.projects import ROOT
from tracker.render import assets


def test_a_shortened_script_has_no_syntax_that_came_after_2019() -> None:
    source = "x(a == null ? b : a); y(a === null || a === undefined ? undefined : a.b);"

    assert assets.script(source) == b"x(a==null?b:a),y(a==null?0[0]:a.b)"


def test_a_shortened_style_sheet_keeps_its_conditions_and_its_order() -> None:
    source = "@supports (gap: 1px) { .b { gap: 1px; } }\n.a { color: red; }\n.b { color: red; }\n"

    short = assets.shortened("text/css", source)

    assert short == b"@supports(gap:1px){.b{gap:1px}}.a{color:red}.b{color:red}"


def test_what_is_loaded_is_the_same_each_time() -> None:
    assert assets.files(ROOT / "assets") == assets.files(ROOT / "assets")
