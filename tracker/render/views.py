"""The two ways in which a report is shown: repaired for reading, and as printed."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Report
from tracker.render import addresses


class View(Struct, frozen=True):
    title: str
    note: str
    href: str


def views(report: Report) -> tuple[View, ...]:
    return (
        View("整理后", "接回断行，逐句可引用", addresses.report(report)),
        View("报纸原样", "逐行照印，附处理说明", addresses.printed(report)),
    )
