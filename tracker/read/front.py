"""The front matter of a Markdown file, and whether it is a report's."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.lazy import regex
from tracker.read.files import read_bytes
from tracker.read.limits import LARGEST_TEXT

FENCE = regex(r"---[ \t]*\r?\n(?P<front>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
YEAR = regex(r"^year:", re.MULTILINE)


def is_report(path: Path) -> bool:
    """Whether the front matter of a Markdown file gives a year, as only a report's does."""
    data = read_bytes(path, "", [], LARGEST_TEXT)  # what is wrong with it, its reader says
    return is_report_text((data or b"").decode("utf-8", errors="replace"))


def is_report_text(text: str) -> bool:
    return bool(YEAR.search(split_front(text)[0]))


def split_front(text: str) -> tuple[str, str, int]:
    """Front matter, the rest, and the line on which the rest begins."""
    match = FENCE.match(text)
    if not match:
        return "", text, 1
    return match["front"], text[match.end() :], text.count("\n", 0, match.end()) + 1
