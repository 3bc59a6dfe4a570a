"""What stands in 累计完成, in one way of writing, and what of it an update keeps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.model import Type
from tracker.read.figures import figures_of
from tracker.read.numerals import signed
from tracker.read.units import split_unit
from tracker.sheets.columns import AT_LEAST, NOT_REACHED, NOT_STARTED, REACHED
from tracker.sheets.rows import Row

SPOKEN = {
    **dict.fromkeys((REACHED, "做到", "已完成", "完成", "是", "true"), REACHED),
    **dict.fromkeys((NOT_REACHED, "没做到", "未完成", "否", "false"), NOT_REACHED),
    **dict.fromkeys((NOT_STARTED, "尚未启动", "未开工", "未动工"), NOT_STARTED),
}


def value_of(written: str, row: Row) -> str | None:
    """None for what cannot stand there."""
    if written in row.stages:
        return written
    if row.type is Type.MILESTONE or SPOKEN.get(written) == NOT_STARTED:
        return SPOKEN.get(written.lower())
    part = AT_LEAST if written.startswith(AT_LEAST) else ""
    ends = figures_of(written.removeprefix(AT_LEAST), row.unit)
    return f"{part}{'～'.join(ends)}" if ends else None


def amounts(value: str, unit: str) -> tuple[Decimal, ...]:
    """In the base unit; empty for words."""
    factor = split_unit(unit)[0] if unit else Decimal(1)
    ends = [signed(end) for end in value.removeprefix(AT_LEAST).split("～")]
    return tuple(end * factor for end in ends if end is not None)


def alike(value: str, other: str, unit: str) -> bool:
    """8000 and 8000.0, 3.7万 and 37000: the same said otherwise."""
    if value == other:
        return True
    if value.startswith(AT_LEAST) is not other.startswith(AT_LEAST):
        return False
    found = amounts(value, unit)
    return bool(found) and found == amounts(other, unit)


def fields_of(value: str, stages: Sequence[str]) -> dict[str, str | list[str]]:
    """The keys of an update that say it."""
    if value in stages:
        return {"stage": value}
    if value in (REACHED, NOT_REACHED):
        return {"reached": "true" if value == REACHED else "false"}
    if value == NOT_STARTED:
        return {"not_started": "true"}
    ends = value.removeprefix(AT_LEAST).split("～")
    part = {"at_least": "true"} if value.startswith(AT_LEAST) else {}
    return {"value": ends[0] if len(ends) == 1 else ends, **part}
