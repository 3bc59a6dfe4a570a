"""What the pictures of the pages say."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.model import Status
from tracker.render import wording
from tracker.render.cards import Card
from tracker.render.contexts.target import TargetPage
from tracker.render.labels import STATUSES
from tracker.render.previews.words import CountCard, TargetCard
from tracker.render.tally import tally
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


def count_card(title: str, cards: Iterable[Card], made: Imprint) -> CountCard:
    listed = list(cards)
    return CountCard(
        site=made.site.title,
        title=title,
        groups=tuple((group.label, group.count) for group in tally(listed).groups if group.count),
        seals=tuple(_in_order(card.status.status for card in listed)),
        as_of=wording.day(made.as_of),
    )


def _in_order(statuses: Iterable[Status]) -> list[Status]:
    order = [label.status for label in STATUSES]
    return sorted(statuses, key=order.index)
