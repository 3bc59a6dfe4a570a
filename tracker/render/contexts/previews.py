"""What the pictures of the pages say."""

from __future__ import annotations

from tracker.render import wording
from tracker.render.contexts.target import TargetPage
from tracker.render.previews.words import CountCard, TargetCard
from tracker.render.tally import Tally
from tracker.render.whole import Imprint

PER_CENT = ("%", "％")


def target_card(page: TargetPage, made: Imprint) -> TargetCard:
    figure, unit = _figure(page.goal.figure, page.goal.unit)
    return TargetCard(
        site=made.site.title,
        title=page.title,
        before=f"{page.goal.per}{page.goal.before}",
        figure=figure,
        unit=unit,
        quote=page.quote,
        status=page.verdict.status.status,
        deadline=page.goal.deadline.title,
        as_of=wording.day(made.as_of),
    )


def _figure(figure: str, unit: str) -> tuple[str, str]:
    """A per cent sign is as large as its figure."""
    return (figure + unit[0], unit[1:]) if unit.startswith(PER_CENT) else (figure, unit)


def count_card(title: str, of: Tally, made: Imprint) -> CountCard:
    return CountCard(
        site=made.site.title,
        title=title,
        groups=tuple((group.label, group.count) for group in of.groups if group.count),
        seals=tuple(status for status, count in of.seals for _ in range(count)),
        as_of=wording.day(made.as_of),
    )
