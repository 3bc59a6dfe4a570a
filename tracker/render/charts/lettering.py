"""Words on a drawing: how wide they are, and where there is room for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter
from unicodedata import east_asian_width

from msgspec import Struct, field

# Of the tallest font of the stack (Noto Sans CJK), in em.
ASCENT, DESCENT = 1.16, 0.29
AUTOSPACE = 0.125
INK, MARK = 3, 60  # what it costs to cover a point of a line, a mark

Point = tuple[float, float]


class Text(Struct, frozen=True):
    """`anchor` is the SVG attribute; `kind` ends the CSS class."""

    kind: str
    x: str
    y: str
    anchor: str
    words: str


class Box(Struct, frozen=True):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Spot(Struct, frozen=True):
    """Where words could stand: `y` is their baseline."""

    x: float
    y: float
    anchor: str


@lru_cache(4096)  # on an axis mostly months, and on all axes the same ones
def measure(words: str, font: float) -> float:
    """Their width at most, whatever the system's fonts."""
    wide = [east_asian_width(c) in "WFA" for c in words]
    ems = sum(1 if is_wide else _latin(c) for c, is_wide in zip(words, wide, strict=True))
    return font * (ems + AUTOSPACE * sum(a != b for a, b in pairwise(wide)))


def _latin(character: str) -> float:
    return 0.92 if character in "%WMmw" or character.isupper() else 0.61


def box(words: str, spot: Spot, font: float) -> Box:
    width = measure(words, font)
    left = spot.x - {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
    return Box(left, spot.y - ASCENT * font, left + width, spot.y + DESCENT * font)


class Stroke(Struct, frozen=True, dict=True):
    """A line of the drawing through some points, better not covered."""

    line: tuple[Point, ...]

    @cached_property
    def reach(self) -> Box:
        across, down = zip(*self.line, strict=True)
        return Box(min(across), min(down), max(across), max(down))

    @cached_property
    def points(self) -> list[Point]:
        """From left to right."""
        return sorted(sampled(self.line))

    def covered(self, place: Box) -> int:
        """How many points of it lie there."""
        if not place.meets(self.reach):
            return 0
        first = bisect_right(self.points, place.left, key=itemgetter(0))
        after = bisect_left(self.points, place.right, first, key=itemgetter(0))
        return sum([place.top < y < place.bottom for _, y in self.points[first:after]])


def sampled(line: Sequence[Point], step: float = 5) -> list[Point]:
    """Points along it, near enough to each other that no letter slips between."""
    points = [line[0]]
    for (x, y), (to_x, to_y) in pairwise(line):
        across, down = to_x - x, to_y - y
        count = int(max(abs(across), abs(down)) / step) + 1
        shares = [at / count for at in range(count)]
        points += [(x + across * share, y + down * share) for share in shares]
        points.append((to_x, to_y))
    return points


class Lettering(Struct):
    """Sets one text after the other, each where it covers least; never one over another."""

    font: float
    frame: Box
    ink: Sequence[Stroke]
    marks: Sequence[Box]  # never covered but by a label that must be
    texts: list[Text] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def put(self, kind: str, words: str, spots: Iterable[Spot], most: float = MARK) -> bool:
        """At the best of `spots`, or not at all if none is free or costs less than `most`."""
        best: Spot | None = None
        for at, spot in enumerate(spots):
            if at >= most:  # what a later spot costs at least
                break
            cost = self._cost(words, spot) + at
            if cost < most:
                best, most = spot, cost
        if best is None:
            return False
        self.fix(kind, words, best)
        return True

    def need(self, kind: str, words: str, spots: Sequence[Spot]) -> bool:
        """As `put`, but anywhere on the frame before giving up."""
        elsewhere = self._everywhere()
        return self.put(kind, words, spots) or self.put(kind, words, elsewhere, float("inf"))

    def fix(self, kind: str, words: str, spot: Spot) -> None:
        self.taken.append(box(words, spot, self.font))
        x, y = f"{spot.x:.1f}".removesuffix(".0"), f"{spot.y:.1f}".removesuffix(".0")
        self.texts.append(Text(kind, x, y, spot.anchor, words))

    def _cost(self, words: str, spot: Spot) -> float:
        place = box(words, spot, self.font)
        if not place.within(self.frame) or any(map(place.meets, self.taken)):
            return float("inf")
        covered = sum([stroke.covered(place) for stroke in self.ink])
        return INK * covered + MARK * sum(map(place.meets, self.marks))

    def _everywhere(self) -> Iterator[Spot]:
        frame = self.frame
        y = frame.bottom - DESCENT * self.font
        while y - ASCENT * self.font >= frame.top:
            yield Spot(frame.right, y, "end")
            yield Spot(frame.left, y, "start")
            yield Spot((frame.left + frame.right) / 2, y, "middle")
            y -= 4
