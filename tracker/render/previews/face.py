"""The font of the pictures, which is part of the repository: every machine draws the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from PIL import ImageFont

GETA = "〓"  # what printers set for a character they lack
NO_CHARACTER = "\uffff"
MIDDLE = 0.38  # em from the baseline up to the middle of a character
PROBE = 24  # px: large enough to tell a character from the font's empty box


class Face(Struct, frozen=True):
    path: Path

    def sized(self, size: int) -> ImageFont.FreeTypeFont:
        return _sized(self.path, size)

    def width(self, words: str, size: int) -> float:
        """Of all its characters together: the font moves none closer to another."""
        return sum(_advance(self.path, size, character) for character in self.known(words))

    def known(self, words: str) -> str:
        """The words with a geta mark for each character that the font lacks."""
        return "".join(_known(self.path, character) for character in words)


@lru_cache(maxsize=128)
def _sized(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65536)
def _advance(path: Path, size: int, character: str) -> float:
    return _sized(path, size).getlength(character)


@lru_cache(maxsize=16384)
def _known(path: Path, character: str) -> str:
    box = _shape(path, NO_CHARACTER)
    return GETA if _shape(path, character) == box else character


def _shape(path: Path, character: str) -> bytes:
    return bytes(_sized(path, PROBE).getmask(character))
