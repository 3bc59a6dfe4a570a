"""What the pages of targets are made from, as keys: a page of the same key is not made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.keys import key_of
from tracker.model import Assessed, Assessment, Event, Ledger
from tracker.render.contexts.fate import shown_of
from tracker.render.whole import Digest


class Kin:
    """What the pages of a report show of other years, by keys of what that is made from."""

    def __init__(self, region: Assessment) -> None:
        self._reports = [(one.report.id, one.report.title) for one in region.ledgers]
        self._keys = {
            one.target.id: key_of(shown_of(one, ledger.report))
            for ledger in region.ledgers
            for one in ledger.targets
        }

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


def page_keys(own: Assessment, digest: Digest, kin: Kin, site: str) -> dict[str, str]:
    """By target id; `site` is the key of what all pages of the site have in common."""
    around = key_of(site, digest.report, digest.searched)
    beside = Beside(digest)
    events = by_target(own.ledger.events)
    return {
        one.target.id: key_of(
            around,
            (one.target, one.match, one.judgement, one.revised, one.family),
            *kin.of_target(one),
            beside.of(one),
            events.get(one.target.id),
        )
        for one in own.targets
    }


class Beside:
    """The other targets of the report that a page shows."""

    def __init__(self, digest: Digest) -> None:
        self._by_id = {card.id: card for card in digest.cards}
        self._places = {card.id: place for place, card in enumerate(digest.cards)}
        self._ordered = (None, *digest.cards, None)
        self._chapters: dict[str, list[str]] = {}
        for card in digest.cards:
            self._chapters.setdefault(card.section_id, []).append(card.key)

    def of(self, one: Assessed) -> tuple[object, ...]:
        target, place = one.target, self._places[one.target.id]
        named = [self._by_id.get(name) for name in (*target.parts, target.relative_to)]
        chapter = self._chapters[self._by_id[target.id].section_id]
        return self._ordered[place], self._ordered[place + 2], chapter, named


def by_target(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.target, []).append(event)
    return found
