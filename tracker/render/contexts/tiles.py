"""The places as tiles of a schematic map, each with what there is about it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tracker.model import Place
from tracker.render import addresses
from tracker.render.cards import Card
from tracker.render.whole import Whole


class Tile(Struct, frozen=True):
    """`row` and `column` are 0 for a place that is not on the map."""

    name: str
    href: str
    targets: int  # that name it
    sentences: int  # of the reports, that name it
    row: int
    column: int
    current: bool  # the page at hand is its own


class TileMap(Struct, frozen=True):
    tiles: tuple[Tile, ...]  # row by row, as they are read
    others: tuple[Tile, ...]  # without a place on the map


def tile_map(whole: Whole, current: str = "") -> TileMap:
    """`current` is the id of the place whose page it stands on."""
    said = {place: len(lines) for place, lines in whole.named.items()}
    return tiles_of(whole.site.places, whole.by_place, said, current)


def tiles_of(
    places: tuple[Place, ...],
    about: Mapping[str, tuple[Card, ...]],
    said: Mapping[str, int],
    current: str,
) -> TileMap:
    found = [
        Tile(
            place.short,
            addresses.place(place.id),
            len(about.get(place.name, ())),
            said[place.id],
            *(place.tile or (0, 0)),
            place.id == current,
        )
        for place in places
    ]
    return TileMap(
        tuple(sorted((tile for tile in found if tile.row), key=lambda t: (t.row, t.column))),
        tuple(tile for tile in found if not tile.row),
    )
