"""The picture that stands for a page in a chat: red letterhead, ink on paper, a seal.

Chats show it small, or only the square in its middle: what matters is large and within that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from PIL import Image

from tracker.errors import reading
from tracker.model import Status
from tracker.render.previews.face import Face
from tracker.render.previews.lines import Setting, fitted
from tracker.render.previews.plates import Colours, Ink, Plate, colours
from tracker.render.previews.sheet import (
    Block,
    Counts,
    Line,
    Paragraph,
    Run,
    Sheet,
    Strip,
    Verdict,
    stack,
)
from tracker.render.previews.words import WIDTH, Card, CountCard, TargetCard
from tracker.render.seals import Seals

FONT = Path("fonts", "NotoSerifCJKsc-Bold-subset.otf")
TOKENS = Path("css", "tokens.css")

COLUMN = 590  # px: the square in the middle less its margins
MARGIN = 48
RULES = (102, 108), (113, 115)  # where the two lines below the letterhead begin and end
TOP, BOTTOM = 117, 576

BRANDS = tuple(Setting(size, COLUMN - 60, 1) for size in (52, 44, 36, 28))
TITLES = (
    *(Setting(size, COLUMN, 1) for size in (76, 70, 64, 58, 54)),
    *(Setting(size, COLUMN, 2) for size in (60, 54, 48)),
    Setting(46, COLUMN, 3),
    Setting(46, WIDTH - 2 * MARGIN, 3),
)
HEADINGS = (
    *(Setting(size, COLUMN, 1) for size in (84, 76, 68, 60, 53)),
    *(Setting(size, COLUMN, 2) for size in (60, 54)),
    *(Setting(size, COLUMN, 3) for size in (54, 46)),
    Setting(46, WIDTH - 2 * MARGIN, 3),
)
FIGURES = (116, 104, 92, 80, 68, 56, 46)
QUOTES = (
    *(Setting(size, COLUMN, 1) for size in (46, 42)),
    *(Setting(size, COLUMN, 2) for size in (44, 40, 38)),
)
VERDICTS = tuple(Setting(size, COLUMN - 160, 1) for size in (64, 56, 48, 39, 32))


def blocks(card: Card, face: Face) -> Iterator[Block]:
    return of_target(card, face) if isinstance(card, TargetCard) else of_count(card, face)


def of_target(card: TargetCard, face: Face) -> Iterator[Block]:
    yield Paragraph(fitted(card.title, TITLES, face.width))
    if card.figure:
        yield _figure((card.before, card.figure, card.unit), face)
    else:
        yield Paragraph(fitted(f"“{card.quote}”", QUOTES, face.width), 1.4)
    word = fitted(card.status.label, VERDICTS, face.width)
    below = Run(f"时限：{card.deadline}", 34, Ink.SOFT)
    yield Verdict(card.status, Run(word.lines[0], word.size), below)


def of_count(card: CountCard, face: Face) -> Iterator[Block]:
    yield Paragraph(fitted(card.title, HEADINGS, face.width))
    yield _figure(("", str(len(card.seals)), "项目标"), face, FIGURES[4:])
    yield Counts(card.groups, COLUMN)
    yield Strip(card.seals, COLUMN)


class Materials(Struct, frozen=True):
    """What a picture is made with."""

    face: Face
    colours: Colours
    seals: tuple[tuple[Status, str], ...]


def materials(assets: Path) -> Materials:
    symbols = Seals.read(assets).symbols
    with reading(assets / FONT):  # whose reader does not name it
        face = Face(str(assets / FONT))
    return Materials(
        face,
        colours((assets / TOKENS).read_text("utf-8")),
        tuple((status, symbols[f"seal-{status}"]) for status in Status),
    )


@lru_cache(maxsize=2048)
def picture(card: Card, made_with: Materials) -> bytes:
    """A PNG; kept, so that building again in one process does not draw again."""
    head = _letterhead(card.site, made_with.face)
    sheet = Sheet(made_with.face, dict(made_with.seals), head.copy())
    stack(sheet, tuple(blocks(card, sheet.face)), TOP, BOTTOM)
    foot = Line((Run(f"状态计算至{card.as_of}", 26, Ink.SOFT),))
    foot.draw(sheet, BOTTOM + 4)
    return sheet.plate.png(made_with.colours)


@lru_cache(maxsize=8)
def _letterhead(site: str, face: Face) -> Plate:
    sheet = Sheet(face, {}, Plate.blank())
    brand = fitted(site, BRANDS, face.width)
    run = Run(brand.lines[0], brand.size, Ink.VERMILION, spaced=brand.size // 8)
    Line((run,)).draw(sheet, 64 - brand.size / 2)
    for top, bottom in RULES:
        rule = Image.new("L", (WIDTH - 2 * MARGIN, bottom - top), 255)
        sheet.plate.press(rule, (MARGIN, top), Ink.VERMILION)
    return sheet.plate


def _figure(words: tuple[str, str, str], face: Face, sizes: tuple[int, ...] = FIGURES) -> Line:
    lines = [_figure_sized(words, size) for size in sizes]
    return next((line for line in lines if line.width(face) <= COLUMN), lines[-1])


def _figure_sized(words: tuple[str, str, str], size: int) -> Line:
    before, figure, unit = words
    runs = Run(before, size * 2 // 5), Run(figure, size), Run(unit, size // 2)
    return Line(tuple(run for run in runs if run.words), gap=size // 8)
