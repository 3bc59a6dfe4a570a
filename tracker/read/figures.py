"""A number or a range as people write it → as `targets.yaml` may have it for a target's unit."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from tracker.lazy import regex
from tracker.read.amounts import MAGNITUDE, SPOKEN
from tracker.read.numerals import signed
from tracker.read.units import split_unit
from tracker.read.value_slips import RANGE

BRACKETS = regex(r"\[(.+),(.+)\]")  # [3, 5]
THOUSANDS = regex(r"(?<=\d)[, '](?=\d{3}(?!\d))")  # 8,000 · 8 000
BLANKS = regex(r"(?<!\d)\s+|\s+(?!\d)")  # none between two digits: 3 5 is not 35


def figures_of(written: str, unit: str) -> tuple[str, ...]:
    """One, or the two of a range; none where it is neither, or is in another unit."""
    text = BLANKS.sub("", folded(written).replace("−", "-"))
    if number := figure_of(text, unit):
        return (number,)
    found = BRACKETS.fullmatch(text) or RANGE.fullmatch(text)
    ends = [figure_of(end, unit) for end in found.groups()] if found else []
    return tuple(end for end in ends if end) if all(ends) else ()


def figure_of(written: str, unit: str) -> str | None:
    """８２１２座 → 8212; 3.7万座, for a target in 万座 → 3.7. 3,5 is none: it may be a range."""
    factor, base = split_unit(unit)
    names = sorted({folded(unit), base, SPOKEN.get(base, base)} - {""}, key=len, reverse=True)
    name = next((name for name in names if written.endswith(name)), "")
    number = THOUSANDS.sub("", written.removesuffix(name))
    value = None if "," in number else signed(number)
    if value is None:
        return None
    whole = bool(MAGNITUDE.search(number)) or (name == base != folded(unit))
    if factor != 1 and whole:
        return digits(value / factor)
    return number if number.lstrip("-")[:1].isdecimal() else digits(value)


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def digits(value: Decimal) -> str:
    return format(value.normalize(), "f")
