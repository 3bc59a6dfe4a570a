"""A time axis that names years and quarters between their ends, where a deadline may stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.render.charts import ground
from tracker.render.charts.days import DayAxis
from tracker.render.charts.drawing import Shape, Size, coordinate, polyline
from tracker.render.charts.ground import UNDER_AXIS
from tracker.render.charts.lettering import ASCENT, DESCENT, Spot, Text, box, measure

MOST_YEARS = 16
BETWEEN_WORDS = 6
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
SHORT, NARROWEST = 5.0, 5.0

Stretch = tuple[date, date, str]  # first and last day, name


def year_ticks(days: DayAxis, size: Size, y: float) -> Iterator[Shape]:
    """A long stroke where a year begins, a short one where a quarter does."""
    years = _years(days)
    if len(years) > MOST_YEARS:
        yield from ground.day_ticks(days, size, y)
        return
    if (days.right - days.left) / len(years) / 4 >= NARROWEST:
        yield from _strokes("quarter", _quarters(years), days, y, SHORT)
    long = below_axis(days, size) - DESCENT * size.font
    yield from _strokes("tick", _whole(years), days, y, long)


def year_words(days: DayAxis, size: Size, y: float) -> Iterator[Text]:
    years = _years(days)
    if len(years) > MOST_YEARS:
        yield from ground.day_words(days, size, y)
        return
    first = y + UNDER_AXIS + ASCENT * size.font
    if _names_quarters(days, size):
        yield from _names(_quarters(years), days, size, first)
        first += size.line
    yield from _names(_whole(years), days, size, first)


def below_axis(days: DayAxis, size: Size) -> float:
    return ground.below_axis(size) + (size.line if _names_quarters(days, size) else 0)


def names_each_year(days: DayAxis, size: Size) -> bool:
    return _has_room(days, size, 365, "2099年")


def _names_quarters(days: DayAxis, size: Size) -> bool:
    return _has_room(days, size, 89, QUARTERS[0])


def _has_room(days: DayAxis, size: Size, length: int, words: str) -> bool:
    """For such words below as many days."""
    room = length / (days.span.last - days.span.first) * (days.right - days.left)
    return room >= measure(words, size.font) + BETWEEN_WORDS


def _years(days: DayAxis) -> range:
    first = date.fromordinal(max(days.span.first, 1)).year
    return range(first, date.fromordinal(min(days.span.last, date.max.toordinal())).year + 1)


def _whole(years: range) -> Iterator[Stretch]:
    for year in years:
        yield date(year, 1, 1), date(year, 12, 31), f"{year}年"


def _quarters(years: range) -> Iterator[Stretch]:
    for year in years:
        for name, month, last in zip(QUARTERS, (1, 4, 7, 10), (31, 30, 30, 31), strict=True):
            yield date(year, month, 1), date(year, month + 2, last), name


def _strokes(
    kind: str, stretches: Iterator[Stretch], days: DayAxis, y: float, length: float
) -> Iterator[Shape]:
    for first, _, _ in stretches:
        if days.span.holds(first):
            yield Shape(kind, polyline(((days.x(first), y), (days.x(first), y + length))))


def _names(stretches: Iterator[Stretch], days: DayAxis, size: Size, y: float) -> Iterator[Text]:
    """In the middle of what the axis shows of each, as far as there is room."""
    until = 0.0
    for first, last, words in stretches:
        left, right = max(days.x(first), days.left), min(days.x(last), days.right)
        if right <= left:
            continue
        half = measure(words, size.font) / 2
        x = min(max((left + right) / 2, half), days.width - half)
        place = box(words, Spot(x, y, "middle"), size.font)
        is_whole = days.span.holds(first) and days.span.holds(last)
        if place.left >= until and (is_whole or right - left >= 2 * half):
            yield Text("tick", coordinate(x), coordinate(y), "middle", words)
            until = place.right + BETWEEN_WORDS
