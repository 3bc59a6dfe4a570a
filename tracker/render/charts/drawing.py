"""Finished geometry: what a template prints, attribute by attribute."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tracker.render.charts.lettering import Point, Text


class Size(Struct, frozen=True):
    """A drawing's width and the height of its plot, in units that are pixels at full width."""

    name: str
    width: float
    plot: float
    font: float

    @property
    def line(self) -> float:
        """From one line of lettering to the next."""
        return round(self.font * 1.55, 1)


# Two drawings of each chart: letters keep their size where one drawing would scale them.
NARROW = Size("narrow", 320, 190, 14)
WIDE = Size("wide", 608, 230, 14)
SIZES = (NARROW, WIDE)


class Shape(Struct, frozen=True):
    """`kind` ends its CSS class; `d` is the path."""

    kind: str
    d: str


class Drawing(Struct, frozen=True):
    """In the order of painting: `areas`, `strokes`, `marks`, `texts`."""

    size: str
    width: str
    height: str
    areas: tuple[Shape, ...]
    strokes: tuple[Shape, ...]
    marks: tuple[Shape, ...]
    texts: tuple[Text, ...]


class KeyItem(Struct, frozen=True):
    """A shape of the chart, 16 units square, and what it stands for; `layer` as in a drawing."""

    layer: str
    shape: Shape
    words: str


def coordinate(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def polyline(points: Iterable[Point]) -> str:
    return "M" + "L".join([f"{coordinate(x)} {coordinate(y)}" for x, y in points])


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    return polyline(((left, top), (right, top), (right, bottom), (left, bottom))) + "Z"


class Picture(Struct, frozen=True):
    """The same drawing in every size, with the words that stand for it."""

    title: str
    description: str
    drawings: tuple[Drawing, ...]
    key: tuple[KeyItem, ...]
