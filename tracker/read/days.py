"""A day, month or year: as the files have it, and as people and programs write it."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date, timedelta

from tracker.lazy import regex
from tracker.model import Day

CALENDAR = range(1900, 2200)  # years that a report or a source can mean
AS_KEPT = (
    regex(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?"),  # 2023-12
    regex(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?"),  # 2023年12月31日
)
IN_ORDER = (
    # 2023/12/31, 2023.12.31, 2023 12 31, each also with the time that programs add
    regex(r"(\d{4})\s*[-./年\s]\s*(\d{1,2})\s*[-./月\s]\s*(\d{1,2})\s*日?(?:[T ]\d{1,2}:\d\d.*)?"),
    regex(r"(\d{4})(\d\d)(\d\d)"),  # 20231231
    regex(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?"),
    regex(r"(\d{4})\s*年?"),
)
YEAR_LAST = regex(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")  # 31/12/2023
SHORT_YEAR = regex(r"(1[3-9]|[2-9]\d)[./年-](\d{1,2})[./月-](\d{1,2})日?")  # 23-12-31
DASHES = regex("[–—−]")  # what Word makes of a hyphen
SHORT = regex(r"([A-Z][a-z]{2})-(\d\d)")  # Dec-23: what Excel makes of 2023-12
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SERIAL = regex(r"(\d{5})(?:\.\d+)?")  # 45291: a day as spreadsheets count it
RECENT = range(2000, 2100)  # years that such a number can mean
FIRST = date(1899, 12, 30)  # day 0 of such numbers

Parts = tuple[int, ...]  # year, month and day, as far as they are given


def parts_in(written: str) -> Parts | None:
    """None where it is not written as the files have it."""
    found = next(filter(None, (form.fullmatch(written) for form in AS_KEPT)), None)
    return numbers(*found.groups()) if found else None


def parts_meant(written: str, first: date = FIRST) -> Parts | None:
    """What it can only mean, however it is written; the calendar may have no such day."""
    written = DASHES.sub("-", unicodedata.normalize("NFKC", written).strip())
    if found := SHORT_YEAR.fullmatch(written):
        written = f"20{'-'.join(found.groups())}"
    if found := SERIAL.fullmatch(written):
        day = first + timedelta(days=int(found[1]))
        return (day.year, day.month, day.day) if day.year in RECENT else None
    if found := SHORT.fullmatch(written):
        return (2000 + int(found[2]), MONTHS.index(found[1]) + 1) if found[1] in MONTHS else None
    if found := YEAR_LAST.fullmatch(written):
        a, b, year = numbers(*found.groups())
        orders = [parts for parts in ((year, b, a), (year, a, b)) if day_of(parts)]
        return orders[0] if len(orders) == 1 else None
    found = next(filter(None, (form.fullmatch(written) for form in IN_ORDER)), None)
    return numbers(*found.groups()) if found else None


def numbers(*digits: str | None) -> Parts:
    return tuple(int(part) for part in digits if part)


def day_of(parts: Parts) -> Day | None:
    """A month or year stands for its last day; None where the calendar has no such day."""
    last = last_day(*parts)
    return Day(last, "-".join(f"{part:02}" for part in parts)) if last else None


def last_day(year: int, month: int | None = None, day: int | None = None) -> date | None:
    if year not in CALENDAR:
        return None
    try:
        if month is not None and day is not None:
            return date(year, month, day)
        if month is not None:
            return date(year, month, monthrange(year, month)[1])
        return date(year, 12, 31)
    except ValueError:
        return None


def day_meant(written: str, first: date = FIRST) -> Day | None:
    parts = parts_meant(written, first)
    return day_of(parts) if parts else None
