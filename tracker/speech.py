"""How the streams write: what is said may hold any character. Imports next to nothing."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def prepare() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding_for(stream), errors="backslashreplace")


def encoding_for(stream: TextIO) -> str:
    """A terminal's own, as it may know no other; files and programs are given UTF-8."""
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        try:
            "中文".encode(stream.encoding)
        except (LookupError, UnicodeEncodeError):
            return "utf-8"
        return stream.encoding
    return "utf-8"
