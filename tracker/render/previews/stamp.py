"""The seals of the statuses, in the shapes and inks of seal.css."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw

from tracker.model import Status
from tracker.render.labels import StatusLabel
from tracker.render.previews.face import MIDDLE, Face
from tracker.render.previews.plates import Ink

FINE = 4  # drawn so many times larger, then made smaller
TILT = 3  # degrees, as on the page of a target
GLYPH = 1.5  # of it fit into the side
RULE = 18  # of a border fit into the side
STEPS = 24  # of the curve of one corner

Point = tuple[float, float]
Corner = tuple[float, float]  # how far it is cut along and down, as shares of the side


class Border(Enum):
    SOLID = auto()
    DOUBLE = auto()
    DASHED = auto()
    DOTTED = auto()
    BARS = auto()  # above and below only
    FILLED = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """Its corners from the top left one on, clockwise."""

    ink: Ink
    border: Border
    corners: tuple[Corner, Corner, Corner, Corner]


SQUARE = ((0.0, 0.0),) * 4
ROUND = ((0.5, 0.5),) * 4
ARCH = ((0.5, 0.5), (0.5, 0.5), (0.0, 0.0), (0.0, 0.0))
SMOOTH = ((0.05, 0.05),) * 4
WORN = ((0.1, 0.067), (0.033, 0.133), (0.133, 0.033), (0.067, 0.1))

FORMS: dict[Status, Form] = {
    Status.ACHIEVED: Form(Ink.VERMILION, Border.FILLED, WORN),
    Status.HOLDING: Form(Ink.VERMILION, Border.SOLID, WORN),
    Status.ON_TRACK: Form(Ink.GREEN, Border.SOLID, ROUND),
    Status.BEHIND: Form(Ink.OCHRE, Border.DOUBLE, ROUND),
    Status.NOT_STARTED: Form(Ink.SOFT, Border.DASHED, ROUND),
    Status.MISSED: Form(Ink.TEXT, Border.FILLED, SQUARE),
    Status.OVERDUE: Form(Ink.INDIGO, Border.DOUBLE, SQUARE),
    Status.NOT_DUE: Form(Ink.SOFT, Border.SOLID, ARCH),
    Status.NO_DATA: Form(Ink.SOFT, Border.DASHED, SMOOTH),
    Status.NOT_MEASURABLE: Form(Ink.SOFT, Border.BARS, SQUARE),
    Status.WITHDRAWN: Form(Ink.SOFT, Border.DOTTED, SQUARE),
}


@lru_cache(maxsize=128)
def stamp(label: StatusLabel, face: Face, side: int, tilt: int) -> tuple[Ink, Image.Image]:
    """Its ink, and how strong it is at each pixel; a tilted one is larger than its side."""
    form = FORMS[label.status]
    full = side * FINE
    mask = Image.new("L", (full, full))
    pen = ImageDraw.Draw(mask)
    _draw_border(pen, form, full)
    size = round(full / GLYPH)
    at = (full - face.width(label.seal, size)) / 2, full / 2 + MIDDLE * size
    cut = 0 if form.border is Border.FILLED else 255
    pen.text(at, label.seal, cut, face.sized(size), anchor="ls")
    return form.ink, mask.rotate(tilt, Image.Resampling.BICUBIC, expand=True).reduce(FINE)


def _draw_border(pen: ImageDraw.ImageDraw, form: Form, side: int) -> None:
    width = side / RULE
    match form.border:
        case Border.FILLED:
            pen.polygon(_outline(form, side, 0), 255)
        case Border.SOLID:
            _ring(pen, form, side, (0, width))
        case Border.DOUBLE:
            _ring(pen, form, side, (0, width * 0.7))
            _ring(pen, form, side, (width * 1.4, width * 2.1))
        case Border.BARS:
            pen.rectangle((0, 0, side, width), 255)
            pen.rectangle((0, side - width, side, side), 255)
        case Border.DASHED:
            for dash in _dashes(_outline(form, side, width / 2), width * 2.6, width * 1.9):
                pen.line(dash, 255, round(width))
        case Border.DOTTED:
            for (x, y), *_ in _dashes(_outline(form, side, width / 2), width, width * 0.9):
                pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 255)


def _ring(
    pen: ImageDraw.ImageDraw, form: Form, side: int, insets: tuple[float, float]
) -> None:
    outer, inner = insets
    pen.polygon(_outline(form, side, outer), 255)
    pen.polygon(_outline(form, side, inner), 0)


def _outline(form: Form, side: int, inset: float) -> list[Point]:
    """Of the form, drawn in by `inset`, clockwise from the left side's upper end."""
    low, high = inset, side - 1 - inset
    origins = ((low, low), (high, low), (high, high), (low, high))
    points: list[Point] = []
    for turn, ((x, y), corner) in enumerate(zip(origins, form.corners, strict=True)):
        across, down = (max(share * side - inset, 0) for share in corner)
        centre = x + (across if x == low else -across), y + (down if y == low else -down)
        points += _curve(centre, across, down, turn)
    return points


def _curve(centre: Point, across: float, down: float, turn: int) -> Iterator[Point]:
    """A quarter of an ellipse, the first one from the left to the top."""
    for step in range(STEPS + 1):
        angle = math.pi * (1 + turn / 2 + step / STEPS / 2)
        yield centre[0] + across * math.cos(angle), centre[1] + down * math.sin(angle)


def _dashes(outline: list[Point], on: float, off: float) -> Iterator[list[Point]]:
    """Evenly around, one in the middle of each corner."""
    way = list(_paces([*outline, outline[0]]))
    count = 4 * round(len(way) / (on + off) / 4)
    for number in range(count):
        start = round(number * len(way) / count - on / 2)
        yield [way[at % len(way)] for at in range(start, start + round(on))]


def _paces(outline: list[Point]) -> Iterator[Point]:
    """Points one pixel apart."""
    for (x, y), (to_x, to_y) in pairwise(outline):
        length = max(round(math.hypot(to_x - x, to_y - y)), 1)
        for pace in range(length):
            yield x + (to_x - x) * pace / length, y + (to_y - y) * pace / length
