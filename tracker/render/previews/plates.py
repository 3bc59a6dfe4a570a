"""A picture is printed in a few inks: few colours, so a small file quickly made."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import chain
from zlib import crc32

from deflate import zlib_compress
from PIL import Image, ImageChops, ImageColor

from tracker.render.previews.words import HEIGHT, WIDTH

SIGNATURE, INDEXED = b"\x89PNG\r\n\x1a\n", 3
EFFORT = 4  # of 12: in half the time of Pillow's own compression no larger
LEVELS = 15  # of each ink, from paper to full


class Ink(StrEnum):
    """Named as in tokens.css."""

    PAPER = "paper-0"
    LINE = "paper-2"
    TEXT = "ink-0"
    SOFT = "ink-1"
    VERMILION = "vermilion"
    GREEN = "green"
    OCHRE = "ochre"
    INDIGO = "indigo"


Colours = tuple[tuple[Ink, str], ...]


def colours(tokens: str) -> Colours:
    """Of the light scheme, which stands first in the style sheet."""
    return tuple((ink, _colour(ink, tokens)) for ink in Ink)


def _colour(ink: Ink, tokens: str) -> str:
    found = re.search(rf"--{ink}:\s*(#[0-9a-f]{{6}})", tokens)
    assert found, f"tokens.css has no colour --{ink}"
    return found.group(1)


class Plate:
    """What has been printed: which ink how strongly, as places in the palette."""

    def __init__(self, rows: Image.Image, inks: Iterable[Ink] = ()) -> None:
        self._rows = rows
        self._inks = [*inks]

    @classmethod
    def blank(cls) -> Plate:
        return cls(Image.new("L", (1 + WIDTH, HEIGHT)))  # each row begins with a byte: not filtered

    def copy(self) -> Plate:
        return Plate(self._rows.copy(), self._inks)

    def press(self, mask: Image.Image, at: tuple[int, int], ink: Ink) -> None:
        """`mask` tells how strongly; where two inks meet, the one that came later is seen."""
        if ink not in self._inks:
            self._inks.append(ink)
        left, top = at[0] + 1, at[1]
        box = left, top, left + mask.width, top + mask.height
        printed = mask.point(_places(self._inks.index(ink)))
        self._rows.paste(ImageChops.lighter(self._rows.crop(box), printed), box)

    def png(self, shades: Colours) -> bytes:
        rgb = {ink: ImageColor.getrgb(shade)[:3] for ink, shade in shades}
        mixtures = (_mixtures(rgb[Ink.PAPER], rgb[ink]) for ink in self._inks)
        palette = [*rgb[Ink.PAPER], *chain.from_iterable(mixtures)]
        return SIGNATURE + b"".join((
            _chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, INDEXED, 0, 0, 0)),
            _chunk(b"PLTE", bytes(palette)),
            _chunk(b"IDAT", bytes(zlib_compress(self._rows.tobytes(), EFFORT))),
            _chunk(b"IEND", b""),
        ))  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))


@cache
def _places(ink: int) -> list[int]:
    """Where in the palette each strength of an ink stands; paper is 0 for all."""
    strengths = (round(value * LEVELS / 255) for value in range(256))
    return [ink * LEVELS + strength if strength else 0 for strength in strengths]


def _mixtures(paper: tuple[int, ...], ink: tuple[int, ...]) -> list[int]:
    return [
        round(p + (i - p) * level / LEVELS)
        for level in range(1, LEVELS + 1)
        for p, i in zip(paper, ink, strict=True)
    ]
