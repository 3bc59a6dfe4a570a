"""Where pictures are drawn; what is slow to import comes with the first of them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.model import Status
from tracker.render.previews.words import Card, TargetCard

if TYPE_CHECKING:
    from tracker.render.previews.card import Materials


class Studio:
    def __init__(self, assets: Path) -> None:
        self._assets = assets

    def open(self) -> None:
        """With one picture that nobody sees, after which the next are drawn at once."""
        self.drawn(TargetCard("目标", "目标", "", "", "", "目标", Status.NO_DATA, "", ""))

    def drawn(self, card: Card) -> bytes:
        from tracker.render.previews.card import picture

        return picture(card, self._materials)

    @cached_property
    def _materials(self) -> Materials:
        from tracker.render.previews.card import materials

        return materials(self._assets)
