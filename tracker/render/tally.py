"""How many targets stand where: counts with their denominator, never an average."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from tracker.model import Status
from tracker.render.cards import Card
from tracker.render.labels import GROUPS, STATUSES, Group, StatusLabel


class StatusCount(Struct, frozen=True):
    status: StatusLabel
    count: int


class GroupCount(Struct, frozen=True):
    label: str
    key: Group
    count: int
    only: StatusLabel | None  # the status that the group's name says, where it has no other
    statuses: tuple[StatusCount, ...]


class Tally(Struct, frozen=True):
    total: int
    stretch: int  # of them, those that the report only strives for
    groups: tuple[GroupCount, ...]  # what nobody knows comes first
    seals: tuple[tuple[Status, int], ...]  # of all targets, composites too


def tally(cards: Iterable[Card]) -> Tally:
    """Composites are left to their parts."""
    every = Counter((card.status.status, card.counts, card.stretch) for card in cards)
    seals, found, stretch = Counter[Status](), Counter[Status](), 0
    for (status, counts, is_stretch), number in every.items():
        seals[status] += number
        if counts:
            found[status] += number
            stretch += number * is_stretch
    counted = {label: found[label.status] for label in STATUSES}
    return Tally(
        found.total(),
        stretch,
        tuple(_group(group, counted) for group in Group),
        tuple((label.status, seals[label.status]) for label in STATUSES if seals[label.status]),
    )


def _group(group: Group, counts: dict[StatusLabel, int]) -> GroupCount:
    own = tuple(StatusCount(label, n) for label, n in counts.items() if label.group is group)
    only = own[0].status if len(own) == 1 and own[0].status.label == GROUPS[group] else None
    shown = () if only else tuple(count for count in own if count.count)
    return GroupCount(GROUPS[group], group, sum(count.count for count in own), only, shown)


def grouped(
    cards: Iterable[Card], keys: Callable[[Card], Iterable[str]]
) -> dict[str, tuple[Card, ...]]:
    """Those of each key, in their order; a card may have several keys, and a key several times."""
    found: dict[str, list[Card]] = {}
    for card in cards:
        for key in dict.fromkeys(keys(card)):
            found.setdefault(key, []).append(card)
    return {key: tuple(own) for key, own in found.items()}
