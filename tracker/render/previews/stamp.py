"""The seals of the statuses in ink, from the drawings that pages use too."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from xml.etree import ElementTree

from PIL import Image, ImageChops, ImageDraw

from tracker.lazy import regex
from tracker.model import Status
from tracker.render.previews.contours import Point, contours
from tracker.render.previews.plates import Ink

FINE = 4  # drawn so many times larger, then made smaller
HALF = 2  # of the way
COARSE = 8  # paces from point to point of a dash, whose ends would fray with fewer
TILT = 3  # degrees, as on the page of a target
NAMESPACE = regex(r' xmlns="[^"]*"')

# As in seal.css; the others are soft.
INKS: dict[Status, Ink] = {
    Status.ACHIEVED: Ink.VERMILION,
    Status.HOLDING: Ink.VERMILION,
    Status.ON_TRACK: Ink.GREEN,
    Status.BEHIND: Ink.OCHRE,
    Status.MISSED: Ink.TEXT,
    Status.OVERDUE: Ink.INDIGO,
}


def ink_of(status: Status) -> Ink:
    return INKS.get(status, Ink.SOFT)


@lru_cache(maxsize=256)
def stamp(symbol: str, side: int, tilt: int = 0) -> Image.Image:
    """How strong the ink is at each pixel; a tilted seal takes more room than its side."""
    full = side * FINE
    mask = Image.new("L", (full, full))
    drawing = ElementTree.fromstring(NAMESPACE.sub("", symbol))
    scale = full / float(drawing.attrib["viewBox"].split()[-1])
    for path in drawing.iter("path"):
        lines = [[(x * scale, y * scale) for x, y in line] for line in contours(path.attrib["d"])]
        if "stroke" in path.attrib:
            _stroke(ImageDraw.Draw(mask), lines, path.attrib, scale)
        else:
            mask = ImageChops.difference(mask, _filled(lines, full))
    half = mask.reduce(HALF)
    return half.rotate(tilt, Image.Resampling.BICUBIC, expand=True).reduce(FINE // HALF)


def _filled(lines: list[list[Point]], side: int) -> Image.Image:
    """By the even-odd rule: what lies within two of the lines is a hole."""
    mask = Image.new("L", (side, side))
    for line in lines:
        one = Image.new("L", (side, side))
        ImageDraw.Draw(one).polygon(line, 255)
        mask = ImageChops.difference(mask, one)
    return mask


def _stroke(
    pen: ImageDraw.ImageDraw, lines: list[list[Point]], style: dict[str, str], scale: float
) -> None:
    width = round(float(style["stroke-width"]) * scale)
    offset = float(style.get("stroke-dashoffset", 0)) * scale
    dashes = [float(length) * scale for length in style.get("stroke-dasharray", "").split()]
    for line in lines:
        if dashes:
            for dash in _dashes(list(_paces(line)), (dashes[0], dashes[1]), offset):
                pen.line(dash, 255, width, joint="curve")
        else:
            closed = line[0] == line[-1]
            pen.line(line + line[1:2] * closed, 255, width, joint="curve")


def _dashes(way: list[Point], lengths: tuple[float, float], offset: float) -> Iterator[list[Point]]:
    """`offset` is how much of the first dash stands before the way's beginning."""
    on, off = lengths
    start = -offset
    while start < len(way):
        dash = way[max(round(start), 0) : round(start + on)]
        if dash:  # of the last one, less than half a pixel may be left
            yield [*dash[:-1:COARSE], dash[-1]]
        start += on + off


def _paces(line: list[Point]) -> Iterator[Point]:
    """Points one pixel apart."""
    for (x, y), (to_x, to_y) in pairwise(line):
        length = max(round(math.hypot(to_x - x, to_y - y)), 1)
        for pace in range(length):
            yield x + (to_x - x) * pace / length, y + (to_y - y) * pace / length
