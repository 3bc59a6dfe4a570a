"""The rules as the code applies them, and the words for what they yield."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from tracker.render.labels import (
    BOUNDS,
    FLAGS,
    GROUPS,
    STATUSES,
    TIER_MEANINGS,
    TIERS,
    TYPE_MEANINGS,
    TYPES,
    StatusLabel,
)
from tracker.render.whole import Imprint


class Step(Struct, frozen=True):
    number: int
    name: str
    words: str


class MethodPage(Struct, frozen=True):
    title: str
    body: Markup
    version: str
    steps: tuple[Step, ...]
    defaults: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[StatusLabel, str], ...]  # with the name of the group
    flags: tuple[tuple[str, str], ...]
    bounds: tuple[tuple[str, str, str], ...]  # the report's words, the bound, how judged
    deadlines: tuple[tuple[str, str], ...]
    types: tuple[tuple[str, str, str], ...]  # with how each is judged while it runs
    tiers: tuple[tuple[str, str], ...]


def method_page(made: Imprint, title: str, body: Markup) -> MethodPage:
    rules = made.rules
    return MethodPage(
        title=title,
        body=body,
        version=rules.version,
        steps=tuple(Step(at, name, words) for at, (name, words) in enumerate(rules.steps, 1)),
        defaults=rules.defaults,
        statuses=tuple((label, GROUPS[label.group]) for label in STATUSES),
        flags=tuple((FLAGS[flag], words) for flag, words in rules.flags),
        bounds=tuple(
            (words, BOUNDS[bound] if bound else "—", judged)
            for words, bound, judged in rules.bounds
        ),
        deadlines=rules.deadlines,
        types=tuple((TYPES[kind], TYPE_MEANINGS[kind], words) for kind, words in rules.types),
        tiers=tuple((label, TIER_MEANINGS[tier]) for tier, label in TIERS.items()),
    )
