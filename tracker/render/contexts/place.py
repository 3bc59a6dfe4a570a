"""All there is about one place: what names it, and what it shares with the whole region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.model import Assessment
from tracker.render import addresses, outline, wording
from tracker.render.cards import Card, every_card
from tracker.render.contexts.listing import Choice, by_place, by_section
from tracker.render.contexts.quotation import Link
from tracker.render.contexts.tiles import TileMap, tiles_of
from tracker.render.mentions import Mention, Run, mentions
from tracker.render.tally import Tally, tally


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that names the place, and where it stands."""

    href: str
    runs: tuple[Run, ...]
    section: Link | None
    volume: str  # the report's title, where the site has several


@dataclass(frozen=True, slots=True)
class PlacePage:
    choice: Choice
    short: str
    region: str
    tally: Tally
    total: int
    lines: tuple[Line, ...]
    shared: tuple[Choice, ...]  # by chapter, the targets that name no place
    shared_total: int
    map: TileMap


def place_pages(assessment: Assessment) -> Iterator[PlacePage]:
    places, every, said = assessment.site.places, every_card(assessment), mentions(assessment)
    shared = tuple(_shared(assessment))
    lines = {name: tuple(_lines(own, assessment)) for name, own in said.items()}
    for place, choice in zip(places, by_place(assessment, every).choices, strict=True):
        yield PlacePage(
            choice=choice,
            short=place.short,
            region=assessment.site.region,
            tally=tally(choice.cards),
            total=len(every),
            lines=lines[place.id],
            shared=shared,
            shared_total=sum(chapter.count for chapter in shared),
            map=tiles_of(places, every, said, place.id),
        )


def _shared(assessment: Assessment) -> Iterator[Choice]:
    names = {place.name for place in assessment.site.places}
    for chapter in by_section(assessment).choices:
        if own := tuple(card for card in chapter.cards if not _names_one(card, names)):
            yield replace(chapter, cards=own)


def _names_one(card: Card, names: set[str]) -> bool:
    return any(place in names for place in card.places)


def _lines(own: tuple[Mention, ...], assessment: Assessment) -> Iterator[Line]:
    several = len(assessment.ledgers) > 1
    sections = {
        ledger.report.id: outline.sections_of(ledger.report) for ledger in assessment.ledgers
    }
    for mention in own:
        report, sentence = mention.report, mention.sentence
        section = sections[report.id].get(sentence.id)
        yield Line(
            addresses.sentence(report, sentence.id),
            mention.runs,
            Link(outline.spoken_title(section), addresses.sentence(report, section.id))
            if section
            else None,
            wording.report_title(report) if several else "",
        )
