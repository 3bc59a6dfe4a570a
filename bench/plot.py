"""Seconds by targets, both by powers of ten, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 190, 20, 48  # the words of the lines stand at the right
GAP = 15  # from one line's words to the next, at least


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    colour: str
    points: Mapping[float, float]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Powers of ten from `low` to `high`, drawn from `start` to `end`."""

    low: int
    high: int
    start: float
    end: float

    @classmethod
    def around(cls, values: Sequence[float], start: float, end: float) -> Axis:
        low, high = floor(log10(min(values))), ceil(log10(max(values)))
        return cls(low, max(high, low + 1), start, end)

    def place(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def plot(lines: Sequence[Line]) -> str:
    drawn = [line for line in lines if line.points]
    across = Axis.around([x for line in drawn for x in line.points], LEFT, WIDTH - RIGHT)
    up = Axis.around([y for line in drawn for y in line.points.values()], HEIGHT - BOTTOM, TOP)
    parts = [*grid(across, up), *curves(drawn, across, up), *names(drawn, up)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12" role="img">\n'
        f"<title>Seconds of a build by targets</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def grid(across: Axis, up: Axis) -> Iterator[str]:
    for tick in up.ticks:
        y = up.place(tick)
        yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{tick:g} s</text>'
    for tick in across.ticks:
        x = across.place(tick)
        yield f'<path d="M{x} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{tick:,.0f}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">targets</text>'


def curves(lines: Sequence[Line], across: Axis, up: Axis) -> Iterator[str]:
    for line in lines:
        places = [(across.place(x), up.place(y)) for x, y in sorted(line.points.items())]
        path = "L".join(f"{x} {y}" for x, y in places)
        dashes = ' stroke-dasharray="5 4"' if line.dashed else ""
        yield f'<path d="M{path}" fill="none" stroke="{line.colour}" stroke-width="2"{dashes}/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{line.colour}"/>' for x, y in places)


def names(lines: Sequence[Line], up: Axis) -> Iterator[str]:
    """Beside the ends of the lines, from above, none over another."""
    places = ((up.place(line.points[max(line.points)]), line) for line in lines)
    ends = sorted(places, key=lambda pair: pair[0])
    lowest = 0.0
    for end, line in ends:
        lowest = max(end, lowest + GAP)
        yield (
            f'<text x="{WIDTH - RIGHT + 10}" y="{lowest + 4}" fill="{line.colour}">'
            f"{line.name}</text>"
        )
