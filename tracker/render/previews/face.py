"""The font of the pictures, which is part of the repository: every machine draws the same."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFont

GETA = "〓"  # what printers set for a character they lack
NO_CHARACTER = "\uffff"
MIDDLE = 0.38  # em from the baseline up to the middle of a character
PROBE = 24  # px: large enough to tell a character from the font's empty box


class Face(Struct, frozen=True):
    file: str

    def width(self, words: str, size: int) -> float:
        """Of all its characters together: the font moves none closer to another."""
        return sum(_advance(self.file, size, character) for character in self.known(words))

    def known(self, words: str) -> str:
        """The words with a geta mark for each character that the font lacks."""
        return _all_known(self.file, words)

    def line(self, words: str, size: int, spaced: int = 0) -> Print:
        """`spaced` is what is added after each character."""
        return _line(self.file, self.known(words), size, spaced)


class Print(NamedTuple):
    """How strong the ink is at each pixel, and where the corner lies from a line's beginning."""

    mask: Image.Image
    x: int
    y: int


@lru_cache(maxsize=128)
def _sized(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65536)
def _advance(file: str, size: int, character: str) -> float:
    return _sized(file, size).getlength(character)


@lru_cache(maxsize=4096)  # the same words are tried in many sizes
def _all_known(file: str, words: str) -> str:
    return "".join(_known(file, character) for character in words)


@lru_cache(maxsize=16384)
def _known(file: str, character: str) -> str:
    box = _shape(file, NO_CHARACTER)
    return GETA if _shape(file, character) == box else character


@lru_cache(maxsize=8)  # the empty box is asked for with each character
def _shape(file: str, character: str) -> bytes:
    return bytes(_sized(file, PROBE).getmask(character))


@lru_cache(maxsize=512)  # many pictures have words in common
def _line(file: str, words: str, size: int, spaced: int) -> Print:
    starts = [0.0, *accumulate(_advance(file, size, one) + spaced for one in words)]
    room = Image.new("L", (ceil(starts[-1]) + 2 * size, 3 * size))
    for start, character in zip(starts, words, strict=False):
        one = _glyph(file, size, character)
        left, top = round(start) + size + one.x, 2 * size + one.y
        box = left, top, left + one.mask.width, top + one.mask.height
        room.paste(ImageChops.lighter(room.crop(box), one.mask), box)
    return _trimmed(room, size)


@lru_cache(maxsize=4096)
def _glyph(file: str, size: int, character: str) -> Print:
    room = Image.new("L", (3 * size, 3 * size))
    ImageDraw.Draw(room).text((size, 2 * size), character, 255, _sized(file, size), anchor="ls")
    return _trimmed(room, size)


def _trimmed(room: Image.Image, size: int) -> Print:
    """Of a room in which the line begins `size` from the left, twice that from the top."""
    left, top, right, bottom = room.getbbox() or (size, 2 * size, size, 2 * size)
    return Print(room.crop((left, top, right, bottom)), left - size, top - 2 * size)
