"""The files that a browser loads: one style sheet, the scripts, the icon."""

from __future__ import annotations

from pathlib import Path

# Order matters: later sheets build on earlier ones; print comes last.
SHEETS = (
    "tokens.css",
    "base.css",
    "layout.css",
    "seal.css",
    "components.css",
    "report.css",
    "chart.css",
    "print.css",
)
SCRIPTS = ("filter.js", "copy.js", "between.js")

# One script of one scope: what comes later uses what comes before.
SEARCH = (
    "numbers.js",
    "forms.js",
    "match.js",
    "wants.js",
    "query.js",
    "loose.js",
    "spelling.js",
    "attempts.js",
    "documents.js",
    "suggesting.js",
    "narrowing.js",
    "loading.js",
    "corpus.js",
    "one_file.js",
    "archive.js",
    "engine.js",
)


def files(folder: Path) -> dict[str, bytes]:
    css = b"".join((folder / "css" / name).read_bytes() for name in SHEETS)
    scripts = {f"assets/{name}": (folder / "js" / name).read_bytes() for name in SCRIPTS}
    return {
        "assets/site.css": css,
        "assets/icon.svg": (folder / "icon.svg").read_bytes(),
        **scripts,
        "assets/search.js": search_script(folder),
    }


def search_script(folder: Path) -> bytes:
    parts = b"".join((folder / "js" / "search" / name).read_bytes() for name in SEARCH)
    return b"(function () {\n'use strict';\n" + parts + b"}());\n"
