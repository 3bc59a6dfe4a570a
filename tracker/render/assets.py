"""The files that a browser loads: one style sheet, the scripts, the icon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

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
SCRIPTS = {
    "display.js": "display.js",
    "offline.js": "offline/register.js",
    "filter.js": "filter.js",
    "copy.js": "copy.js",
    "between.js": "between.js",
    "feedback.js": "feedback.js",
    "reading.js": "reading.js",
    "print.js": "print.js",
}

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
    return {
        "assets/site.css": shortened("text/css", style_sheet(folder)),
        "assets/icon.svg": (folder / "icon.svg").read_bytes(),
        **{
            f"assets/{name}": script((folder / "js" / source).read_text("utf-8"))
            for name, source in SCRIPTS.items()
        },
        **search_scripts(folder),
    }


def loaded(folder: Path) -> dict[str, str]:
    """Name → the address by which pages load it: what it is made from has a say in it.

    So a browser that keeps one never shows a page with what belongs to another version of it.
    """
    parts = (*SEARCH, *chain.from_iterable(LATER.values()))
    sources = {
        "site.css": style_sheet(folder),
        "icon.svg": (folder / "icon.svg").read_text("utf-8"),
        **{name: (folder / "js" / source).read_text("utf-8") for name, source in SCRIPTS.items()},
        "search.js": _joined(folder, parts),
    }
    return {
        name: f"assets/{name}?v={version_of([source.encode()])}" for name, source in sources.items()
    }


def loaded_later(files: Mapping[str, bytes]) -> list[str]:
    """The addresses by which the search asks for the rest of its code."""
    code = code_version(files)
    return [f"assets/search-{name}.js?v={code}" for name in LATER]


def code_version(files: Mapping[str, bytes]) -> str:
    return version_of(files[f"assets/search-{name}.js"] for name in LATER)


def style_sheet(folder: Path) -> str:
    css = folder / "css"
    sheets = (path for name in SHEETS for path in sorted(css.glob(name)) or [css / name])
    return "".join(path.read_text("utf-8") for path in sheets)


def search_scripts(folder: Path) -> dict[str, bytes]:
    """One scope for each: what comes later in it uses what comes before."""
    later = {
        f"assets/search-{name}.js": script(f"duixianCode('{name}',{_lent(folder, parts)});")
        for name, parts in LATER.items()
    }
    # Asked for by it, so that a browser never joins an old part to a new whole.
    code = code_version(later)
    own = f"(function(){{'use strict';const CODE='{code}';{_joined(folder, SEARCH)}}}());"
    return {"assets/search.js": script(own), **later}


def _lent(folder: Path, parts: Iterable[str]) -> str:
    return f"function(kit){{'use strict';{_joined(folder, parts)}}}"


def _joined(folder: Path, parts: Iterable[str]) -> str:
    return "".join((folder / "js" / "search" / part).read_text("utf-8") for part in parts)


def script(source: str) -> bytes:
    return shortened("text/javascript", source)


def shortened(kind: str, source: str) -> bytes:
    import minify  # at its import a runtime with threads of its own starts

    minify.config({"js-version": 2019})  # nothing that Safari 13 does not read
    return str(minify.string(kind, source)).encode()


def version_of(contents: Iterable[bytes]) -> str:
    return sha256(b"".join(contents)).hexdigest()[:8]
