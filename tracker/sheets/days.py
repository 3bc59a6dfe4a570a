"""The day that a cell holds, as `targets.yaml` has it: 2023-12-31, 2023-12 or 2023."""

from __future__ import annotations

from datetime import date, datetime

from tracker.read.days import FIRST, day_meant


def day_of(value: object, first: date = FIRST) -> str | None:
    """None for what is no day; `first` is the day 0 of the workbook's serial numbers."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    day = day_meant(value if isinstance(value, str) else f"{value:.15g}", first)
    return day.text if day else None


def is_whole(day: str) -> bool:
    return day.count("-") == 2 and day[:4].isdecimal()
