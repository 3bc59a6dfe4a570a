"""The places as tiles of a schematic map, each with what there is about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model import Assessment, Place
from tracker.render import addresses
from tracker.render.cards import Card, every_card
from tracker.render.mentions import Mention, mentions


@dataclass(frozen=True, slots=True)
class Tile:
    """`row` and `column` are 0 for a place that is not on the map."""

    name: str
    href: str
    targets: int  # that name it
    sentences: int  # of the reports, that name it
    row: int
    column: int
    current: bool  # the page at hand is its own


@dataclass(frozen=True, slots=True)
class TileMap:
    tiles: tuple[Tile, ...]  # row by row, as they are read
    others: tuple[Tile, ...]  # without a place on the map


def tile_map(assessment: Assessment) -> TileMap:
    return tiles_of(assessment.site.places, every_card(assessment), mentions(assessment))


def tiles_of(
    places: tuple[Place, ...],
    every: tuple[Card, ...],
    said: Mapping[str, tuple[Mention, ...]],
    current: str = "",
) -> TileMap:
    """`current` is the id of the place whose page it stands on."""
    found = [_tile(place, every, len(said[place.id]), place.id == current) for place in places]
    return TileMap(
        tuple(sorted((tile for tile in found if tile.row), key=lambda t: (t.row, t.column))),
        tuple(tile for tile in found if not tile.row),
    )


def _tile(place: Place, every: tuple[Card, ...], sentences: int, current: bool) -> Tile:
    row, column = place.tile or (0, 0)
    targets = sum(place.name in card.places for card in every)
    href = addresses.place(place.id)
    return Tile(place.short, href, targets, sentences, row, column, current)
