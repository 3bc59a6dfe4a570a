"""`python -m release.licences`: the licence of every pinned package, into docs/licences.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, metadata

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from release.pinned import ROOT, Pin, pinned

LISTING = ROOT / "docs" / "licences.md"
# What the site's packages may be under: whoever keeps the notices may do with them what he likes.
# GPL and LGPL are not among them.
ALLOWED = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MIT-0",  # MIT without the notice
    "MIT-CMU",  # Pillow's: MIT, and no advertising with the authors' names
    "MPL-2.0",  # asks for the source of its own files only, if they are changed
    "OFL-1.1",  # fonts
    "PSF-2.0",  # Python's own
}
# What a package's metadata leaves open, as its licence file has it
READ = {
    "atheris": "Apache-2.0",  # not installed where the tests run
    "axe-playwright-python": "MIT AND MPL-2.0",  # brings axe-core, which is MPL
    "colorama": "BSD-3-Clause",  # Windows only
    "hugo": "Apache-2.0",  # not installed where the tests run
    "jinja2": "BSD-3-Clause",
    "opencc": "Apache-2.0",  # and so its dictionaries
    "partd": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "segno": "BSD-3-Clause",
    "sgmllib3k": "PSF-2.0",  # says BSD, is a copy of a module of Python's own
    "tinycss2": "BSD-3-Clause",
    "webencodings": "BSD-3-Clause",
    "zict": "BSD-3-Clause",
}
SPELLED = {
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
CLASSIFIER = "License :: OSI Approved :: "


def main() -> None:
    LISTING.write_text(listing(), "utf-8")


def listing() -> str:
    """Keeps what is written by hand, above the first table."""
    by_hand, _, _ = LISTING.read_text("utf-8").partition("\n## Packages")
    return "\n".join([by_hand.rstrip(), "", *sections(), ""])


def sections() -> Iterator[str]:
    seen: set[str] = set()
    for heading, name in (
        ("Packages of the site", "site"),
        ("Packages of the tests alone", "test"),
        ("Packages of a release alone", "release"),
        ("Packages of the fuzzer alone", "fuzz"),
        ("Packages of the benchmarks alone", "bench"),
    ):
        pins = [pin for pin in pinned(name) if pin.name not in seen]
        seen |= {pin.name for pin in pins}
        yield from [f"## {heading}", "", f"`requirements/{name}.txt`", "", *table(pins), ""]


def table(pins: Iterable[Pin]) -> Iterator[str]:
    yield from ["| package | version | licence |", "|---|---|---|"]
    for pin in pins:
        yield f"| {pin.name} | {pin.version} | {licence_of(pin.name)} |"


def licence_of(name: str) -> str:
    """As SPDX writes it; raises `LookupError` where somebody has to read the licence file."""
    try:
        found = [READ.get(name), *said_by(name)]
    except PackageNotFoundError:
        found = [READ.get(name)]
    for words in found:
        if words and (expression := in_spdx(words)):
            return expression
    raise LookupError(f"{name}: no licence in its metadata; add to READ what its licence file says")


def said_by(name: str) -> list[str]:
    """The standard's field first, then those of old."""
    told = metadata(name)
    classifiers = told.get_all("Classifier") or []
    approved = [one.removeprefix(CLASSIFIER) for one in classifiers if one.startswith(CLASSIFIER)]
    return [*(told.get_all("License-Expression") or told.get_all("License") or []), *approved]


def in_spdx(words: str) -> str:
    try:
        return canonicalize_license_expression(SPELLED.get(words, words))
    except InvalidLicenseExpression:
        return ""


def licences_in(expression: str) -> frozenset[str]:
    """Each by itself, whether one may choose or has to keep all."""
    return frozenset(re.findall(r"[\w.+-]+", expression)) - {"AND", "OR", "WITH"}


if __name__ == "__main__":
    main()
