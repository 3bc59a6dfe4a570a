"""A picture is printed from plates, one for each ink: few colours, so a small file quickly made."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
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


def plate() -> Image.Image:
    return Image.new("L", (WIDTH, HEIGHT))


def png(plates: Mapping[Ink, Image.Image], shades: Colours) -> bytes:
    """Where two inks meet, the one whose plate comes later is seen."""
    rgb = {ink: ImageColor.getrgb(shade)[:3] for ink, shade in shades}
    rows = Image.new("L", (1 + WIDTH, HEIGHT))  # each begins with a byte: it is not filtered
    palette = [*rgb[Ink.PAPER]]
    for at, (ink, mask) in enumerate(plates.items()):
        if box := mask.getbbox():
            left, top, right, bottom = box
            place = left + 1, top, right + 1, bottom
            printed = mask.crop(box).point(_places(at))
            rows.paste(ImageChops.lighter(rows.crop(place), printed), place)
        palette += _mixtures(rgb[Ink.PAPER], rgb[ink])
    return SIGNATURE + b"".join((
        _chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, INDEXED, 0, 0, 0)),
        _chunk(b"PLTE", bytes(palette)),
        _chunk(b"IDAT", bytes(zlib_compress(rows.tobytes(), EFFORT))),
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
