"""`value` and `unit` fields → an amount with 万 and 亿 multiplied out."""

from __future__ import annotations

from tracker.lazy import regex
from tracker.model import Amount
from tracker.read.fields import Fields
from tracker.read.units import split_unit

SPOKEN = {"工作日": "个工作日", "百分点": "个百分点"}  # behind a number
MAGNITUDE = regex(r"[十百千万亿]$")


def read_amount(fields: Fields, unit: str, key: str = "value") -> Amount | None:
    """In the base unit; a magnitude stands in the value or in the unit."""
    numbers = fields.numbers(key)
    if not numbers:
        return None
    if len(numbers) > 2 or numbers[0][1] > numbers[-1][1]:
        fields.wrong(key, "bad-range", found=tuple(written for written, _ in numbers))
        return None
    factor, base = split_unit(unit)
    if factor != 1 and any(MAGNITUDE.search(written) for written, _ in numbers):
        fields.wrong(key, "magnitude-twice", found=numbers[0][0], unit=unit)
    low, high = numbers[0][1] * factor, numbers[-1][1] * factor
    words = "～".join(dict.fromkeys(written for written, _ in numbers))
    return Amount(low, high, base, words + SPOKEN.get(unit, unit))
