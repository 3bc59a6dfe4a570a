"""What the blocks of a report tell about its headings once all of them are known."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.read.blocks import Block
from tracker.read.leads import is_glossary, is_lead_line, is_title_line, lead_end
from tracker.read.levels import Ranks
from tracker.read.ordinals import Mark
from tracker.read.points import Chains, Point, is_line


class Headings:
    def __init__(self, blocks: Sequence[Block], points: bool) -> None:
        self.blocks = blocks
        self.titles = set(titles_of(blocks))
        lines = {place for place in range(len(blocks)) if is_lead_line(blocks, place)}
        self.lead_lines = lines if len(lines) > 1 else set()
        self.ranks = Ranks(blocks, self.titles)
        self.chains = Chains([block.text for block in blocks] if points else [])

    def is_marked(self, place: int) -> bool:
        block = self.blocks[place]
        return bool(block.level or block.mark is not None or place in self.titles)

    def is_own_line(self, place: int) -> bool:
        block = self.blocks[place]
        return bool(block.level or block.mark is Mark.ANNEX or place in self.titles)

    def points_of(self, place: int) -> list[Point]:
        return self.chains.of(place)

    def is_point_line(self, place: int) -> bool:
        """Whether the block is a point and nothing else, and what it heads stands below it."""
        points = self.points_of(place)
        if len(points) != 1 or points[0].start or not is_line(self.blocks[place].text):
            return False
        below = self.points_of(place + 1)
        return place + 1 < len(self.blocks) and not (below and below[0].start == 0)

    def lead_end(self, place: int) -> int:
        """Where the lead sentence ends with which the block opens; 0 without one."""
        text = self.blocks[place].text
        if place in self.lead_lines:
            return len(text)
        around = [
            self.blocks[near].text
            for near in (place - 1, place + 1)
            if 0 <= near < len(self.blocks) and self.blocks[near].mark is None
        ]
        return lead_end(text, around)


def titles_of(blocks: Sequence[Block]) -> list[int]:
    titles, in_annex = [], False
    for place, block in enumerate(blocks):
        glossary = is_glossary(block.text)
        in_annex = in_annex or block.mark is Mark.ANNEX or glossary
        if not block.level and (glossary or is_title_line(blocks, place, in_annex)):
            titles.append(place)
    return titles
