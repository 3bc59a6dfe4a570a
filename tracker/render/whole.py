"""What the pages of the whole site are made from: of each report as much as they show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import chain, groupby
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from tracker.keys import key_of
from tracker.model import (
    Assessment,
    Cause,
    Correction,
    Page,
    Report,
    Rules,
    Site,
    Status,
    Synonym,
)
from tracker.render import addresses
from tracker.render.addresses import Link
from tracker.render.cards import Card
from tracker.render.mentions import Run
from tracker.render.paging import PAGE
from tracker.render.search.volumes import Volume
from tracker.render.sources import Item
from tracker.render.tally import Tally, grouped, tally

if TYPE_CHECKING:
    from tracker.render.prose import Body

Groups = Mapping[str, tuple[Card, ...]]


class Imprint(Protocol):
    """What every page says of the site, whether it is made from an `Assessment` or a `Whole`."""

    @property
    def site(self) -> Site: ...
    @property
    def pages(self) -> tuple[Page, ...]: ...
    @property
    def corrections(self) -> tuple[Correction, ...]: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def as_of(self) -> date: ...


class Chapter(Struct, frozen=True):
    """Of a report; `key` is the one that the cards of its targets have as section."""

    key: str
    label: str
    href: str
    note: str


class News(Struct, frozen=True):
    """What happened to a target; `told` where a source said so."""

    known: date
    day: date
    key: str
    target: str
    cause: Cause
    before: Status | None
    after: Status | None
    when: str
    value: str
    words: str
    told: bool


class Named(Struct, frozen=True):
    """A sentence that names a place, and where it stands."""

    place: str  # id
    href: str
    runs: tuple[Run, ...]
    section: Link | None


class Evidence(Struct, frozen=True):
    card: Card
    item: Item


class Standing(Struct, frozen=True):
    """How many targets, composites left out, had which status as of a day."""

    day: date
    counts: tuple[tuple[Status, int], ...]


class Digest(Struct, frozen=True):
    """A report as other pages than its own know it."""

    report: Report  # without its text
    chapters: tuple[Chapter, ...]
    cards: tuple[Card, ...]
    former: tuple[str, ...]  # addresses that lead on to those of today
    searched: date | None  # the last day on which public data was looked for
    sentences: int
    numerals: int  # accounted for
    evidence: tuple[Evidence, ...]  # the latest
    with_evidence: int
    news: tuple[News, ...]  # newest first
    standings: tuple[Standing, ...]
    named: tuple[Named, ...]
    families: tuple[tuple[str, ...], ...]  # of targets through the years, oldest first
    volume: Volume
    key: str = ""  # of what lists know, once it has been `keyed`

    @property
    def id(self) -> str:
        return self.report.id

    def keyed(self) -> Digest:
        return replace(self, key=key_of(self.listed()))

    def listed(self) -> Digest:
        """As lists know it: what they say does not depend on what happened, and seldom changes."""
        return replace(self, evidence=(), news=())


def without_text(report: Report) -> Report:
    return replace(
        report, printed="", heading=None, preamble=(), parts=(), furniture=(), repairs=()
    )


class Region(Struct, frozen=True, dict=True):
    """All reports of a region, newest first."""

    name: str
    digests: tuple[Digest, ...]

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(chain.from_iterable(digest.cards for digest in self.digests))


class Whole(Struct, frozen=True, dict=True):
    """All reports; the site's own is the first."""

    site: Site
    pages: tuple[Page, ...]
    synonyms: tuple[Synonym, ...]
    corrections: tuple[Correction, ...]
    rules: Rules
    as_of: date
    inputs: dict[str, str]  # SHA-256 of the editors' files, by path
    digests: tuple[Digest, ...]
    bodies: Mapping[str, Body]  # of the pages, by their ids

    def listed(self) -> Whole:
        return replace(self, inputs={}, digests=tuple(one.listed() for one in self.digests))

    @property
    def own(self) -> Digest:
        return self.digests[0]

    @property
    def report(self) -> Report:
        return self.own.report

    @property
    def tracked(self) -> tuple[Digest, ...]:
        """Those with targets."""
        return tuple(digest for digest in self.digests if digest.cards)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The site's own first."""
        groups = groupby(self.digests, lambda digest: digest.report.region)
        return tuple(Region(name, tuple(own)) for name, own in groups)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        return tuple(chain.from_iterable(digest.cards for digest in self.digests))

    @cached_property
    def tally(self) -> Tally:
        return tally(self.cards)

    @cached_property
    def by_status(self) -> Groups:
        return grouped(self.cards, lambda card: (card.status.status,))

    @cached_property
    def by_type(self) -> Groups:
        return grouped(self.cards, lambda card: (card.type_key,))

    @cached_property
    def by_topic(self) -> Groups:
        return grouped(self.cards, lambda card: card.topics)

    @cached_property
    def by_place(self) -> Groups:
        """By its name."""
        return grouped(self.cards, lambda card: card.places)

    @cached_property
    def by_agency(self) -> Groups:
        """By its name."""
        return grouped(self.cards, lambda card: card.agencies)

    @cached_property
    def by_deadline(self) -> Groups:
        return grouped(self.cards, lambda card: (card.deadline_key,))

    @cached_property
    def reports(self) -> dict[str, Link]:
        """By their ids."""
        found = (digest.report for digest in self.digests)
        return {
            one.id: Link(f"{one.region}{one.year}年报告", addresses.landing(one)) for one in found
        }

    @property
    def is_long(self) -> bool:
        """Whether its targets take several pages."""
        return len(self.cards) > PAGE

    @property
    def is_archive(self) -> bool:
        """Whether they do so as there are many reports."""
        return self.is_long and len(self.digests) > 1

    @cached_property
    def by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    @cached_property
    def news(self) -> list[News]:
        return newest(self.digests)

    @property
    def searched(self) -> date | None:
        return max(filter(None, (digest.searched for digest in self.digests)), default=None)

    @cached_property
    def named(self) -> dict[str, tuple[tuple[Report, Named], ...]]:
        """A place's id → the sentences that name it, in the reports' order."""
        found: dict[str, list[tuple[Report, Named]]] = {place.id: [] for place in self.site.places}
        for digest in self.digests:
            for one in digest.named:
                found[one.place].append((digest.report, one))
        return {place: tuple(own) for place, own in found.items()}


def newest(digests: Iterable[Digest]) -> list[News]:
    every = chain.from_iterable(digest.news for digest in digests)
    return sorted(every, key=lambda one: (one.known, one.day, one.key), reverse=True)


def whole_of(assessment: Assessment, digests: Iterable[Digest]) -> Whole:
    from tracker.render.prose import bodies  # with the parser of Markdown

    return Whole(
        assessment.site,
        assessment.pages,
        assessment.synonyms,
        assessment.corrections,
        assessment.rules,
        assessment.as_of,
        dict(assessment.inputs),
        tuple(digests),
        bodies(assessment.pages),
    )
