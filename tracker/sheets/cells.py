"""A cell as it came in → what it says in the words of its column."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct

from tracker.characters import ANY
from tracker.lazy import regex
from tracker.read.days import FIRST
from tracker.schema.choices import choice_meant
from tracker.sheets.columns import Column, Form
from tracker.sheets.days import day_of, is_whole
from tracker.sheets.rows import Row
from tracker.sheets.values import alike, value_of

CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # what a sheet cannot hold
ERRORS = regex(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d+|#+")
NAMES = regex(r"[、,，;；\n]")
PERCENT = regex(r"(-?\d+(?:\.\d+)?)%")
DIGITS = 15  # a double holds no more

Value = str | int | float | bool | datetime | date | time | None


class Cell(Struct, frozen=True):
    """`address` is A1 as Excel has it; `line` is that of a CSV file, 0 for a workbook."""

    address: str
    line: int
    value: Value
    percent: bool = False  # 0.12 that is shown as 12%
    flaw: str = ""  # the code of what keeps it from being read
    first: date = FIRST  # day 0 of its serial numbers


class Reading(Struct, frozen=True):
    """What a cell says; with a flaw, its bare text."""

    text: str
    flaw: str = ""


def text_of(value: Value) -> str:
    """Without what eyes do not see: no-break spaces, control characters, a number's noise."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return plain_number(value)
    if isinstance(value, (datetime, date, time)):
        return day_of(value) or value.isoformat()
    text = CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return text.replace("\u00a0", " ").replace("\u3000", " ").replace("\u200b", "").strip()


def plain_number(value: float) -> str:
    """As a person would type it: 8000 for 8000.0, 0.3 for 0.30000000000000004."""
    if isinstance(value, float) and not abs(value) < 1e300:
        return str(value)
    return format(Decimal(f"{value:.{DIGITS}g}").normalize() + 0, "f")


def is_blank(cell: Cell) -> bool:
    return not cell.flaw and not text_of(cell.value)


def read(cell: Cell, column: Column, row: Row) -> Reading:
    text = text_of(cell.value)
    if cell.flaw or ERRORS.fullmatch(text):
        return Reading(text, cell.flaw or "sheet-error")
    if not text:
        return Reading("")
    if ANY.search(text):
        return Reading(text, "sheet-character")
    match column.form:
        case Form.DAY | Form.WHEN:
            return read_day(cell, column, text)
        case Form.VALUE:
            return read_value(cell, text, row)
        case Form.NAMES:
            return Reading("、".join(filter(None, map(str.strip, NAMES.split(text)))))
        case Form.CHOICE:
            return read_choice(column, text)
        case Form.SHARE:
            return Reading(share_of(cell, text))
        case _:
            return Reading(text)


def read_day(cell: Cell, column: Column, text: str) -> Reading:
    day = day_of(text if isinstance(cell.value, str) else cell.value, cell.first)
    if day is None and column.form is Form.DAY:
        return Reading(text, "sheet-date")
    return Reading(day or text)


def read_value(cell: Cell, text: str, row: Row) -> Reading:
    shown = PERCENT.fullmatch(unicodedata.normalize("NFKC", text))
    if cell.percent and isinstance(cell.value, (int, float)):
        text, shown = plain_number(round(cell.value * 100, 12)), None
        if row.unit != "%":
            return Reading(f"{text}%", "sheet-percent")
    if shown and row.unit != "%":
        return Reading(text, "sheet-percent")
    if isinstance(cell.value, date):
        return Reading(text, "sheet-value-day")
    value = value_of(shown[1] if shown else text, row)
    return Reading(text, "sheet-value") if value is None else Reading(value)


def read_choice(column: Column, text: str) -> Reading:
    words = {str(one): word for one, word in column.words.items()}
    value = choice_meant(text, column.words)
    return Reading(words[value]) if value else Reading(text, "sheet-choice")


def share_of(cell: Cell, text: str) -> str:
    """In tenths of a percent, as it was exported."""
    if isinstance(cell.value, (int, float)):
        return f"{Decimal(plain_number(cell.value)) * 100:.1f}%"
    shown = PERCENT.fullmatch(text)
    return f"{Decimal(shown[1]):.1f}%" if shown else text


def same(reading: Reading, known: str, column: Column, row: Row) -> bool:
    """Whether a cell says what is known, however it is written."""
    text, known = reading.text, text_of(known)
    if text == known:
        return True
    if reading.flaw or not text or not known:
        return False
    match column.form:
        case Form.VALUE:
            return alike(text, known, row.unit)
        case Form.DAY | Form.WHEN:
            return is_whole(text) and f"{known}-01" == text  # Excel makes a day of a month
        case Form.SHARE:
            return share_of(Cell("", 0, known), known) == text
        case _:
            return " ".join(text.split()) == " ".join(known.split())


def spelt_in_gbk(text: str) -> str:
    """What is left of a text in a program that knows no other encoding."""
    return text.encode("gbk", errors="replace").decode("gbk")
