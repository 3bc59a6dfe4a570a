"""A card while it is drawn: words and seals in their inks, one block below another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Protocol

from msgspec import Struct

from tracker.model import Status
from tracker.render.previews.contours import Point
from tracker.render.previews.face import MIDDLE, Face
from tracker.render.previews.lines import CLOSING, OPENING, Passage
from tracker.render.previews.plates import Ink, Plate
from tracker.render.previews.stamp import TILT, ink_of, stamp
from tracker.render.previews.words import WIDTH

A_LINE = 3  # groups


class Sheet:
    def __init__(self, face: Face, seals: Mapping[Status, str], plate: Plate) -> None:
        self.face, self.seals, self.plate = face, seals, plate

    def write(self, run: Run, left: float, baseline: float) -> None:
        line = self.face.line(run.words, run.size, run.spaced)
        at = round(left) + line.x, round(baseline) + line.y
        self.plate.press(line.mask, at, run.ink)

    def press(self, status: Status, side: int, middle: Point, tilt: int = 0) -> None:
        mask = stamp(self.seals[status], side, tilt)
        at = round(middle[0] - mask.width / 2), round(middle[1] - mask.height / 2)
        self.plate.press(mask, at, ink_of(status))


class Run(Struct, frozen=True):
    """Words in one size and ink; `spaced` is what is added after each character."""

    words: str
    size: int
    ink: Ink = Ink.TEXT
    spaced: int = 0

    def width(self, face: Face) -> float:
        return face.width(self.words, self.size) + self.spaced * (len(self.words) - 1)


class Block(Protocol):
    @property
    def height(self) -> float: ...

    def draw(self, sheet: Sheet, top: float) -> None: ...


class Line(Struct, frozen=True):
    """Runs on one baseline, in the middle of the card."""

    runs: tuple[Run, ...]
    gap: int = 0

    @property
    def height(self) -> float:
        return max(run.size for run in self.runs)

    def width(self, face: Face) -> float:
        return sum(run.width(face) for run in self.runs) + self.gap * (len(self.runs) - 1)

    def draw(self, sheet: Sheet, top: float) -> None:
        left = (WIDTH - self.width(sheet.face)) / 2
        baseline = top + self.height * (0.5 + MIDDLE)
        for run in self.runs:
            sheet.write(run, left, baseline)
            left += run.width(sheet.face) + self.gap


class Paragraph(Struct, frozen=True):
    passage: Passage
    leading: float = 1.25  # of its size, from line to line
    ink: Ink = Ink.TEXT

    @property
    def height(self) -> float:
        return self.passage.size * (1 + (len(self.passage.lines) - 1) * self.leading)

    def draw(self, sheet: Sheet, top: float) -> None:
        for words in self.passage.lines:
            run = Run(words, self.passage.size, self.ink)
            left = (WIDTH - run.width(sheet.face) + _blank(words) * run.size) / 2
            sheet.write(run, left, top + run.size * (0.5 + MIDDLE))
            top += self.passage.size * self.leading


def _blank(words: str) -> float:
    """How much more of a line's end than of its beginning is the blank half of a mark, in em."""
    return ((words[-1] in CLOSING) - (words[0] in OPENING)) / 2


class Verdict(Struct, frozen=True):
    """The seal, and beside it what it says."""

    status: Status
    word: Run
    below: Run
    side: int = 132
    gap: int = 28

    @property
    def height(self) -> float:
        return self.side * 1.06  # it stands a little askew

    def draw(self, sheet: Sheet, top: float) -> None:
        beside = max(self.word.width(sheet.face), self.below.width(sheet.face))
        left = (WIDTH - self.side - self.gap - beside) / 2
        middle = top + self.height / 2
        sheet.press(self.status, self.side, (left + self.side / 2, middle), TILT)
        left += self.side + self.gap
        sheet.write(self.word, left, middle - 6)
        sheet.write(self.below, left, middle + 18 + self.below.size * 0.88)


class Counts(Struct, frozen=True):
    """How many of each group, on as many lines as they need."""

    groups: tuple[tuple[str, int], ...]
    width: int
    size: int = 36

    @property
    def height(self) -> float:
        return self.size * 1.3 * (1 + (len(self.groups) > A_LINE))

    def draw(self, sheet: Sheet, top: float) -> None:
        first = (len(self.groups) + 1) // 2 if len(self.groups) > A_LINE else A_LINE
        for groups in filter(None, (self.groups[:first], self.groups[first:])):
            runs = [run for label, count in groups for run in self._runs(label, count)]
            Line(tuple(runs[:-1]), self.size // 6).draw(sheet, top)
            top += self.size * 1.3

    def _runs(self, label: str, count: int) -> tuple[Run, ...]:
        return Run(label, self.size, Ink.SOFT), Run(str(count), self.size), Run(" ", self.size)


class Strip(Struct, frozen=True):
    """One small seal for each target, or for equally many where there are too many to be seen."""

    statuses: tuple[Status, ...]
    width: int
    height: float = 78
    largest: int = 78
    smallest: int = 6

    def draw(self, sheet: Sheet, top: float) -> None:
        if not self.statuses:
            return
        seals = self.statuses[:: ceil(len(self.statuses) / self._room(self.smallest))]
        pitch = next(
            pitch for pitch in range(self.largest, 0, -1) if self._room(pitch) >= len(seals)
        )
        a_row = ceil(len(seals) / ceil(len(seals) / (self.width // pitch)))
        rows = [seals[at : at + a_row] for at in range(0, len(seals), a_row)]
        top += (self.height - pitch * len(rows)) / 2
        for down, row in enumerate(rows):
            left = (WIDTH - pitch * len(row)) / 2
            for across, status in enumerate(row):
                middle = left + pitch * (across + 0.5), top + pitch * (down + 0.5)
                sheet.press(status, round(pitch * 0.85), middle)

    def _room(self, pitch: int) -> int:
        """How many of this size there is room for."""
        return int(self.width // pitch * (self.height // pitch))


def stack(sheet: Sheet, blocks: Sequence[Block], top: float, bottom: float) -> None:
    """One below another, with the room that is left shared out between them."""
    gap = (bottom - top - sum(block.height for block in blocks)) / (len(blocks) + 1)
    for block in blocks:
        top += gap
        block.draw(sheet, top)
        top += block.height
