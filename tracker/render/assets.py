"""The files that a browser loads: one style sheet, the scripts, the icon."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin

# Order matters: later sheets build on earlier ones; print comes last.
SHEETS = (
    "tokens.css",
    "base.css",
    "parts.css",
    "layout.css",
    "components/*.css",
    "pages/*.css",
    "chart.css",
    "print.css",
)
SCRIPTS = ("filter.js", "copy.js", "between.js", "feedback.js", "reading.js", "print.js")

# The search on a page.
SEARCH = (
    "numbers.js",
    "forms.js",
    "match.js",
    "wants.js",
    "query.js",
    "attempts.js",
    "documents.js",
    "suggesting.js",
    "narrowing.js",
    "loading.js",
    "corpus.js",
    "one_file.js",
    "engine.js",
    "results.js",
    "facets.js",
    "combobox.js",
    "page.js",
)

# Loaded by the former when a query, or a site, needs them.
LATER = {
    "near": ("near/spelling.js", "near/slips.js", "near/loose.js", "near/near.js"),
    "archive": ("archive/archive.js",),
}


def files(folder: Path) -> dict[str, bytes]:
    sheets = (path for name in SHEETS for path in sorted((folder / "css").glob(name)))
    css = b"".join(path.read_bytes() for path in sheets)
    scripts = {f"assets/{name}": (folder / "js" / name).read_bytes() for name in SCRIPTS}
    return {
        "assets/site.css": css,
        "assets/icon.svg": (folder / "icon.svg").read_bytes(),
        **scripts,
        **search_scripts(folder),
    }


def search_scripts(folder: Path) -> dict[str, bytes]:
    """One scope for each: what comes later in it uses what comes before."""
    later = {
        f"assets/search-{name}.js": f"duixianCode('{name}',{_lent(folder, parts)});"
        for name, parts in LATER.items()
    }
    # Asked for by it, so that a browser never joins an old part to a new whole.
    code = sha256("".join(later.values()).encode()).hexdigest()[:8]
    own = f"(function(){{const CODE='{code}';{_joined(folder, SEARCH)}}}());"
    scripts = {"assets/search.js": own, **later}
    return {path: str(jsmin(script)).encode() for path, script in scripts.items()}


def _lent(folder: Path, parts: Iterable[str]) -> str:
    return f"function(kit){{{_joined(folder, parts)}}}"


def _joined(folder: Path, parts: Iterable[str]) -> str:
    sources = (folder / "js" / "search" / part for part in parts)
    return "'use strict';\n" + "".join(source.read_text("utf-8") for source in sources)
