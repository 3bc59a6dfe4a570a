"""The seals of the statuses, drawn once in `assets/seals.svg`, lent to the pages showing them."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from tracker.lazy import regex

SYMBOL = regex(r'<symbol id="(seal-\w+)".*?</symbol>')  # <symbol id="seal-missed" …>…</symbol>
USE = 'href="#'  # href="#seal-missed"


class Seals(Struct, frozen=True):
    symbols: dict[str, str]  # id → its drawing

    @staticmethod
    def read(assets_folder: Path) -> Seals:
        drawn = (assets_folder / "seals.svg").read_text("utf-8")
        return Seals({found[1]: found[0] for found in SYMBOL.finditer(drawn)})

    def used_in(self, html: str) -> Markup:
        """What the page refers to: opened from disk, a page may not use another file's drawings."""
        used = {after[: after.find('"')] for after in str.split(html, USE)}
        return Markup("".join([svg for name, svg in self.symbols.items() if name in used]))

    def all(self) -> Markup:
        """For pages on which a script sets seals."""
        return Markup("".join(self.symbols.values()))
