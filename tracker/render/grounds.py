"""What the files of a report are made from, as keys: those of the same key are not made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from tracker.keys import key_of, key_of_shown
from tracker.model import Assessed, Assessment, Event, Ledger, Target
from tracker.render.contexts.fate import shown_in
from tracker.render.whole import Digest


class Kin:
    """What the pages of a report show of other years, by keys of what that is made from."""

    def __init__(self, region: Assessment) -> None:
        self.shown = shown_in(region)
        self._reports = [(one.report.id, one.report.title) for one in region.ledgers]
        self._keys = {name: key_of_shown(one) for name, one in self.shown.items()}

    def of(self, ledger: Ledger) -> Iterator[object]:
        yield self._reports
        for one in ledger.targets:
            yield from self.of_target(one)

    def of_target(self, one: Assessed) -> Iterator[object]:
        yield [self._keys[name] for name in one.family if name != one.target.id]
        if (sequel := one.sequel) is not None:
            echo, report = sequel.echo, sequel.report
            yield report.id, report.title, report.year, sequel.carried, sequel.successors
            yield [self._keys[name] for name in sequel.successors]
            yield (echo.sentence.id, echo.words) if echo else None


class Grounds(Struct, frozen=True):
    """The key of the report's text with its targets marked, and those of the targets by id."""

    text: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)


def grounds_of(own: Assessment, digest: Digest, kin: Kin, site: str) -> Grounds:
    """`site` is the key of what all pages of the site have in common."""
    around = key_of(site, digest.report, digest.searched)
    return Grounds(
        key_of_shown(around, *marked(own, digest)), target_keys(own, digest, kin, around)
    )


def marked(own: Assessment, digest: Digest) -> Iterator[object]:
    """What the text shows of the targets, and what became of its numbers."""
    yield [card.key for card in digest.cards]
    yield [
        (one.target.parts, match.sentence.id, match.start, match.end, match.numerals)
        for one in own.targets
        for match in [one.match]
    ]
    yield [
        (one.sentence.id, one.numeral, one.target, one.not_target, one.structure)
        for one in own.coverage
    ]


def target_keys(own: Assessment, digest: Digest, kin: Kin, around: str) -> dict[str, str]:
    beside = Beside(digest)
    events = by_target(own.ledger.events)
    return {
        one.target.id: key_of_shown(
            around,
            (one.target, one.match, one.judgement, one.revised, one.family),
            *kin.of_target(one),
            beside.of(one.target),
            events.get(one.target.id),
        )
        for one in own.targets
    }


class Beside:
    """The other targets of the report that a page shows, by the keys of their cards."""

    def __init__(self, digest: Digest) -> None:
        self._keys = {card.id: card.key for card in digest.cards}
        ordered = ("", *self._keys.values(), "")
        self._around = {id_: ordered[at : at + 3] for at, id_ in enumerate(self._keys)}
        self._sections = {card.id: card.section_id for card in digest.cards}
        self._chapters: dict[str, list[str]] = {}
        for card in digest.cards:
            self._chapters.setdefault(card.section_id, []).append(card.key)

    def of(self, target: Target) -> tuple[object, ...]:
        named = [self._keys.get(name) for name in (*target.parts, target.relative_to)]
        return self._around[target.id], self._chapters[self._sections[target.id]], named


def by_target(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.target, []).append(event)
    return found
