"""A day, month or year in any of the ways a sheet has it → 2023-12-31, 2023-12 or 2023."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from tracker.read.fields import CALENDAR, last_day

# 2023-12-31 · 2023.12.31 · 2023/12/31 · 2023年12月31日, each also without its day or month
WRITTEN = re.compile(
    r"(\d{4})(?:[-./年](\d{1,2})?(?:[-./月](\d{1,2})?日?)?)?"
    r"(?:[ T]0?0:00(?::00)?)?"  # the time that programs add to a day
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")  # 20231231
SHORT = re.compile(r"([A-Z][a-z]{2})-(\d{2})")  # Dec-23: what Excel makes of 2023-12
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SERIALS = range(20_000, 110_000)  # days from 1954 to 2201, counted as Excel does
FIRST = date(1899, 12, 30)


def day_of(value: object, first: date = FIRST) -> str | None:
    """None for what is no day; `first` is the day 0 of the workbook's serial numbers."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return of_number(value, first)
    return of_text(value, first) if isinstance(value, str) else None


def of_number(value: float, first: date = FIRST) -> str | None:
    if not abs(value) < 1e9:  # infinite, or no number at all
        return None
    whole = int(value)
    if value == whole and whole in CALENDAR:
        return str(whole)
    if value == whole and (compact := COMPACT.fullmatch(str(whole))):
        return joined(*compact.groups())
    return (first + timedelta(days=whole)).isoformat() if whole in SERIALS else None


def of_text(written: str, first: date) -> str | None:
    if re.fullmatch(r"\d{5}(?:\.\d+)?", written):
        return of_number(float(Decimal(written)), first)
    if short := SHORT.fullmatch(written):
        return f"20{short[2]}-{MONTHS.index(short[1]) + 1:02}" if short[1] in MONTHS else None
    found = COMPACT.fullmatch(written) or WRITTEN.fullmatch(written)
    return joined(*found.groups()) if found else None


def joined(year: str, month: str | None, day: str | None) -> str | None:
    parts = [int(part) for part in (year, month, day) if part]
    return None if last_day(*parts) is None else "-".join(f"{part:02}" for part in parts)


def is_whole(day: str) -> bool:
    return day.count("-") == 2 and day[:4].isdecimal()
