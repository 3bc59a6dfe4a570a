"""The value axis: round numbers around whatever is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from msgspec import Struct

from tracker.render import wording

MULTIPLES = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MOST_TICKS = 5
# Below this share of the largest value, differences would vanish on an axis from zero.
FAR_FROM_ZERO = Decimal("0.2")


class ValueAxis(Struct, frozen=True):
    ticks: tuple[Decimal, ...]

    @property
    def shows_zero(self) -> bool:
        return self.ticks[0] <= 0 <= self.ticks[-1]

    def share(self, value: Decimal) -> float:
        """0 at the first tick, 1 at the last."""
        low, high = self.ticks[0], self.ticks[-1]
        return float((value - low) / (high - low))


@lru_cache(8)  # a chart is drawn in two sizes
def value_axis(values: tuple[Decimal, ...]) -> ValueAxis:
    low, high = _reach(values)
    whole = all(value == value.to_integral_value() for value in values)
    step = next(s for s in _steps(high - low, whole) if len(_ticks(low, high, s)) <= MOST_TICKS)
    ticks = _ticks(low, high, step)
    while len(ticks) < 3:
        ticks = (ticks[0] - step, *ticks) if high <= 0 else (*ticks, ticks[-1] + step)
    return ValueAxis(ticks)


def _reach(values: Collection[Decimal]) -> tuple[Decimal, Decimal]:
    low, high = min(values), max(values)
    far = 0 < high - low < FAR_FROM_ZERO * max(abs(low), abs(high))
    if not far:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return (low, high) if low < high else (Decimal(0), Decimal(1))


def _steps(spread: Decimal, whole: bool) -> Iterator[Decimal]:
    power = spread.adjusted() - 1
    while True:
        for multiple in MULTIPLES:
            step = multiple.scaleb(power)
            if not whole or step == step.to_integral_value():
                yield step
        power += 1


def _ticks(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return tuple(step * at for at in range(first, last + 1))


def figure(value: Decimal) -> str:
    text = wording.plain(value)
    return "0" if text == "-0" else text
