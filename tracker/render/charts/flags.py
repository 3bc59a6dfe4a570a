"""Words on poles: labels of days, in as few rows as keep every pole out of the others' words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from msgspec import Struct

from tracker.render.charts.lettering import measure

GAP = 4.0


class Flag(Struct, frozen=True):
    """A label of the pole at `x`; without a pole it only stands beside that place."""

    kind: str
    x: float
    words: str
    pole: bool = True


class Hoisted(Struct, frozen=True):
    """`row` 0 is next to the plot; `x` and `anchor` are those of the words."""

    flag: Flag
    row: int
    x: float
    anchor: str
    left: float
    right: float


def hoist(flags: Sequence[Flag], font: float, width: float) -> tuple[Hoisted, ...]:
    """Words lean to one side of their poles, to the other where they would leave the drawing."""
    both = (
        _stack([_lean(flag, sides, font, width) for flag in flags])
        for sides in (("end", "start"), ("start", "end"))
    )
    return min(both, key=lambda hoisted: (crossings(hoisted), height(hoisted)))


def height(hoisted: Sequence[Hoisted]) -> int:
    return max((one.row + 1 for one in hoisted), default=0)


def crossings(hoisted: Sequence[Hoisted]) -> int:
    """How often a pole runs through words."""
    pairs = permutations(hoisted, 2)
    return sum(_crosses(words, pole) and pole.row > words.row for words, pole in pairs)


def _lean(flag: Flag, sides: tuple[str, str], font: float, width: float) -> Hoisted:
    length = measure(flag.words, font)
    gap = GAP if flag.pole else 0
    for side in sides:
        x = flag.x - gap if side == "end" else flag.x + gap
        left = x - length if side == "end" else x
        if left >= 0 and left + length <= width:
            return Hoisted(flag, 0, x, side, left, left + length)
    left = max(0.0, min(flag.x - length / 2, width - length))
    return Hoisted(flag, 0, left, "start", left, left + length)


def _stack(leaning: Sequence[Hoisted]) -> tuple[Hoisted, ...]:
    """Words that cross another's pole go above it; where that is circular, order decides."""
    placed: list[Hoisted] = []
    waiting = list(leaning)
    while waiting:
        one = next((w for w in waiting if not _crossed(w, waiting)), waiting[0])
        waiting.remove(one)
        placed.append(_raised(one, placed))
    return tuple(placed)


def _crossed(one: Hoisted, others: Sequence[Hoisted]) -> bool:
    return any(_crosses(one, other) for other in others if other is not one)


def _crosses(words: Hoisted, pole: Hoisted) -> bool:
    return pole.flag.pole and words.left - GAP < pole.flag.x < words.right + GAP


def _raised(one: Hoisted, placed: Sequence[Hoisted]) -> Hoisted:
    below = (other.row + 1 for other in placed if _crosses(one, other))
    row = max(below, default=0)
    while any(o.row == row and _touches(o, one) for o in placed):
        row += 1
    return Hoisted(one.flag, row, one.x, one.anchor, one.left, one.right)


def _touches(a: Hoisted, b: Hoisted) -> bool:
    return a.left - 2 * GAP < b.right and b.left < a.right + 2 * GAP
