"""What the picture of a page says; drawn in `card`, with what is slow to import."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Status

WIDTH, HEIGHT = 1200, 630


class TargetCard(Struct, frozen=True):
    site: str
    title: str
    before: str  # the figure
    figure: str
    unit: str
    quote: str  # shown where there is no figure
    status: Status
    deadline: str
    as_of: str

    @property
    def description(self) -> str:
        goal = f"{self.before}{self.figure}{self.unit}" if self.figure else f"“{self.quote}”"
        return f"{self.title}：{goal}，{self.status.label}"


class CountCard(Struct, frozen=True):
    """For a page that lists targets: how many stand where."""

    site: str
    title: str
    groups: tuple[tuple[str, int], ...]  # a composite is counted by its parts
    seals: tuple[Status, ...]  # one for each target
    as_of: str

    @property
    def description(self) -> str:
        counts = "，".join(f"{label}{count}项" for label, count in self.groups)
        return f"{self.title}：{len(self.seals)}项目标，{counts}"


Card = TargetCard | CountCard
