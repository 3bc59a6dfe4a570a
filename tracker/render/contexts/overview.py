"""The whole picture: counts with their denominators, unknown first, never one score."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tracker.render import addresses
from tracker.render.cards import Card
from tracker.render.contexts.glance import Glance, Row, Table, counted, glance
from tracker.render.contexts.listing import MANY, Facet, by_report, by_section, facets
from tracker.render.labels import GROUPS
from tracker.render.tally import Tally, tally
from tracker.render.whole import Whole

SHOWN = ("section", "topic", "place", "agency", "deadline", "type")
NOTES = {
    "place": "只数报告原文点名的目标；多数目标面向全市，不在其中。",
    "topic": "一项目标可以有几个主题，所以各行相加多于总数。",
    "agency": "单位有的是文件写明分工的，有的只是被来源提到，各页上分开列出。",
}
EFFORT = "报告写“力争”“努力”“争取”的，照样计算，单列一行。"


class Overview(Struct, frozen=True):
    tally: Tally
    composites: int
    glance: Glance | None
    tables: tuple[Table, ...]
    indexes: tuple[Facet, ...]  # of too many values for a table


def overview(whole: Whole) -> Overview:
    every = whole.cards
    return Overview(
        tally=whole.tally,
        composites=sum(not card.counts for card in every),
        glance=None if whole.is_archive else glance(by_section(whole).choices),
        tables=tuple(_tables(whole)),
        indexes=tuple(facet.linked() for facet in shown(whole) if facet.index),
    )


def _tables(whole: Whole) -> Iterator[Table]:
    groups = tuple(GROUPS.values())
    if len(whole.regions) > 1 and len(whole.regions) <= MANY:
        yield Table("region", "报告的地区", "", groups, tuple(_by_region(whole)))
    elif 1 < len(whole.tracked) <= MANY:
        yield Table("report", "报告", "", groups, tuple(_by_report(whole)))
    yield Table("effort", "力度", EFFORT, groups, _by_effort(whole.cards))
    for facet in shown(whole):
        if not facet.index:
            yield counted(facet.key, facet.label, facet.choices, NOTES.get(facet.key, ""))


def shown(whole: Whole) -> Iterator[Facet]:
    """Chapters only as far as they are those of one report."""
    for facet in facets(whole):
        if facet.key == "section" and whole.is_archive:
            yield from (one for one in [by_report(whole)] if one.index)
        elif facet.key in SHOWN:
            yield facet


def _by_region(whole: Whole) -> Iterator[Row]:
    for region in whole.regions:
        yield Row(region.name, addresses.region(region.name, whole.site), tally(region.cards))


def _by_report(whole: Whole) -> Iterator[Row]:
    for digest in whole.tracked:
        yield Row(f"{digest.report.year}年报告", "", tally(digest.cards))


def _by_effort(every: tuple[Card, ...]) -> tuple[Row, ...]:
    return (
        Row("力争", "", tally(card for card in every if card.stretch)),
        Row("其余", "", tally(card for card in every if not card.stretch)),
    )
