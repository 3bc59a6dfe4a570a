"""The paths of our seals as lines from point to point; of SVG's commands those that they use."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import cache

from tracker.lazy import regex

Point = tuple[float, float]

COMMAND = regex(r"([A-Za-z])([^A-Za-z]*)")  # a110 110 0 1 0 220 0
NUMBER = regex(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
STEPS = 12  # of a curve
TURN = 48  # steps of a whole turn


@cache  # a seal is drawn in several sizes
def contours(path: str) -> list[list[Point]]:
    """One for each M; a closed one ends where it began."""
    found: list[list[Point]] = []
    for letter, arguments in COMMAND.findall(path):
        numbers = [float(number) for number in NUMBER.findall(arguments)]
        if letter == "M":
            found.append([(numbers[0], numbers[1])])
            letter, numbers = "L", numbers[2:]
        DRAWN[letter](found[-1], numbers)
    return found


def _line(points: list[Point], numbers: list[float]) -> None:
    points += zip(numbers[::2], numbers[1::2], strict=True)


def _across(points: list[Point], numbers: list[float]) -> None:
    points += [(x, points[-1][1]) for x in numbers]


def _down(points: list[Point], numbers: list[float]) -> None:
    points += [(points[-1][0], y) for y in numbers]


def _close(points: list[Point], _: list[float]) -> None:
    points.append(points[0])


def _curve(points: list[Point], numbers: list[float]) -> None:
    for at in range(0, len(numbers), 6):
        x1, y1, x2, y2, x, y = numbers[at : at + 6]
        points += _bezier((points[-1], (x1, y1), (x2, y2), (x, y)))


def _bezier(corners: tuple[Point, Point, Point, Point]) -> Iterator[Point]:
    for step in range(1, STEPS + 1):
        t = step / STEPS
        u = 1 - t
        weights = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
        )


def _arc(points: list[Point], numbers: list[float]) -> None:
    """Half an ellipse from left to right or back, as all of ours are."""
    for at in range(0, len(numbers), 7):
        across, down, _, _, sweep, x, y = numbers[at : at + 7]
        assert (abs(x), y) == (2 * across, 0), "not half an ellipse"
        left, level = points[-1]
        way = 1 if sweep else -1
        first = math.pi if x > 0 else 0
        for step in range(1, TURN // 2 + 1):
            angle = first + way * math.tau * step / TURN
            points.append((left + x / 2 + across * math.cos(angle), level + down * math.sin(angle)))


DRAWN: dict[str, Callable[[list[Point], list[float]], None]] = {
    "L": _line,
    "H": _across,
    "V": _down,
    "C": _curve,
    "a": _arc,
    "Z": _close,
}
