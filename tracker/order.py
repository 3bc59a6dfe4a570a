"""The order of the reports."""

from __future__ import annotations

from typing import Protocol


def place_among(report: Placed, own: str) -> tuple[bool, str, int, str]:
    return report.region != own, report.region, -report.year, report.id


class Placed(Protocol):
    """A report, or as much of it as gives it a place among the others."""

    @property
    def id(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def year(self) -> int: ...
