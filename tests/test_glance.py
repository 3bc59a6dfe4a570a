"""The report at a glance: every target has its mark, and every count is that of the marks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.projects import YEARS_DATE, inputs, whole, years_project
from tracker.pipeline import assess
from tracker.render.contexts.overview import overview


def test_every_target_but_composites_has_a_mark_in_the_report_s_order(tmp_path: Path) -> None:
    assessment = assess(inputs(years_project(tmp_path)), YEARS_DATE)
    picture = overview(whole(assessment)).glance
    assert picture

    marked = [card.id for chapter in picture.chapters for card in chapter.cards]
    order = [card.id for card in whole(assessment).cards if card.counts]
    assert Counter(marked) == Counter(order)
    assert sum(entry.count for entry in picture.key) == len(marked)
    assert sum(row.tally.total for row in picture.table.rows) == len(marked)
    assert picture.summary.startswith(f"{len(marked)}项目标：")
    for chapter in picture.chapters:
        own = [card.id for card in chapter.cards]
        assert own == [name for name in order if name in own]
