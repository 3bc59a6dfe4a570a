"""A picture is printed from plates, one for each ink: few colours, so a small file quickly made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from io import BytesIO

from PIL import Image, ImageChops, ImageColor

WIDTH, HEIGHT = 1200, 630
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
    picture = plate()
    palette = [*rgb[Ink.PAPER]]
    for at, (ink, mask) in enumerate(plates.items()):
        picture = ImageChops.lighter(picture, mask.point(_places(at)))
        palette += _mixtures(rgb[Ink.PAPER], rgb[ink])
    indexed = Image.frombytes("P", picture.size, picture.tobytes())
    indexed.putpalette(palette)
    file = BytesIO()
    indexed.save(file, "PNG")
    return file.getvalue()


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
