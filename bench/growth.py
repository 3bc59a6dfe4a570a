"""Middles, and how cost grows with size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log
from statistics import linear_regression, median


def middle(values: Iterable[float]) -> float | None:
    """None of none."""
    every = list(values)
    return median(every) if every else None


def exponent(costs: Mapping[int, float]) -> float | None:
    """By size: 1 where twice the size costs twice as much; None for fewer than two sizes."""
    if len(costs) < 2:
        return None
    return linear_regression(list(map(log, costs)), list(map(log, costs.values()))).slope
