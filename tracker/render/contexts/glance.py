"""The report at a glance: one seal for each target, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tracker.render.cards import Card
from tracker.render.contexts.listing import Choice
from tracker.render.labels import GROUPS, STATUSES
from tracker.render.tally import StatusCount, Tally, tally


class Row(Struct, frozen=True):
    label: str
    href: str
    tally: Tally


class Table(Struct, frozen=True):
    """Counts of each group of statuses; a row for each value of what `label` names."""

    key: str
    label: str
    note: str
    groups: tuple[str, ...]
    rows: tuple[Row, ...]


class Chapter(Struct, frozen=True):
    label: str
    href: str
    cards: tuple[Card, ...]


class Glance(Struct, frozen=True):
    """Composites are left to their parts, as everywhere where targets are counted."""

    summary: str
    chapters: tuple[Chapter, ...]
    key: tuple[StatusCount, ...]  # of the statuses that occur
    table: Table


def glance(chapters: Iterable[Choice]) -> Glance:
    own = tuple(
        Chapter(one.label, one.href, tuple(card for card in one.cards if card.counts))
        for one in chapters
    )
    every = [card for chapter in own for card in chapter.cards]
    counts = (StatusCount(label, sum(c.status is label for c in every)) for label in STATUSES)
    return Glance(
        summary=summary(tally(every)),
        chapters=own,
        key=tuple(count for count in counts if count.count),
        table=counted("chapter", "章节", own),
    )


def counted(key: str, label: str, values: Iterable[Chapter | Choice], note: str = "") -> Table:
    """Without what has no target."""
    rows = (Row(one.label, one.href, tally(one.cards)) for one in values)
    own = tuple(row for row in rows if row.tally.total)
    return Table(key, label, note, tuple(GROUPS.values()), own)


def summary(of: Tally) -> str:
    """48项目标：暂不能判断42项，已完成3项，不计入3项。"""
    said = "，".join(f"{group.label}{group.count}项" for group in of.groups if group.count)
    return f"{of.total}项目标：{said}。" if said else "没有可以核对的目标。"
