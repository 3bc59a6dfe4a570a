"""A value on its day, and the shape that says how firm it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from tracker.render.charts.drawing import Shape, coordinate, polyline, rectangle
from tracker.render.charts.lettering import Box

RADIUS = 4.5


class MarkKind(StrEnum):
    FINAL = "final"
    PRELIMINARY = "preliminary"
    ESTIMATE = "estimate"
    BASELINE = "baseline"
    ASIDE = "aside"  # of another scope: shown, never compared


# The firmest last: it stands for its day where a day has several.
KINDS: dict[MarkKind, str] = {
    MarkKind.ASIDE: "口径不同",
    MarkKind.BASELINE: "基期值",
    MarkKind.ESTIMATE: "估计数",
    MarkKind.PRELIMINARY: "初步数",
    MarkKind.FINAL: "最终数",
}
FIRMNESS = tuple(KINDS)


class Mark(Struct, frozen=True):
    """`when` and `written` are the source's words: 2099年12月, 至少3.7万座."""

    day: date
    when: str
    value: Decimal
    written: str
    kind: MarkKind

    @property
    def comparable(self) -> bool:
        return self.kind is not MarkKind.ASIDE


def mark(kind: MarkKind, x: float, y: float) -> Shape:
    return Shape(kind, _path(kind, x, y))


def ground(x: float, y: float) -> Box:
    reach = RADIUS + 2
    return Box(x - reach, y - reach, x + reach, y + reach)


def _path(kind: MarkKind, x: float, y: float) -> str:
    r = RADIUS
    if kind is MarkKind.ASIDE:
        cross = ((x - r, y - r), (x + r, y + r)), ((x - r, y + r), (x + r, y - r))
        return "".join(polyline(stroke) for stroke in cross)
    if kind is MarkKind.BASELINE:
        return rectangle(x - r + 0.5, y - r + 0.5, x + r - 0.5, y + r - 0.5)
    if kind is MarkKind.ESTIMATE:
        return polyline(((x, y - r - 1), (x + r + 0.5, y + r - 1), (x - r - 0.5, y + r - 1))) + "Z"
    return circle(x, y, r)


def circle(x: float, y: float, r: float) -> str:
    start, across = f"M{coordinate(x - r)} {coordinate(y)}", coordinate(2 * r)
    return f"{start}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z"
