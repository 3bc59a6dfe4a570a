"""Words broken into lines, between phrases: no punctuation opens a line, no bracket ends one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import budoux

OPENING = "（《〈「『【〔［“‘"
CLOSED = "）》〉」』】〕］”’"
CLOSING = f"{CLOSED}，。、；：？！…—～·%％℃"
PARTICLES = "的了着吗呢"
ELLIPSIS = "……"
LONGEST = 240  # characters that are measured: no picture holds half of them

Width = Callable[[str], float]
Split = Callable[[str], Iterable[str]]


class Setting(Struct, frozen=True):
    """A size of type, how wide its lines may be, and how many."""

    size: int
    width: int
    lines: int


class Passage(Struct, frozen=True):
    size: int
    lines: tuple[str, ...]


def fitted(words: str, settings: Sequence[Setting], width: Callable[[str, int], float]) -> Passage:
    """In the first setting that holds all of it, else cut in the last."""
    words = words[:LONGEST]
    for setting in settings:
        lines = broken(words, setting.width, partial(_width, width, setting.size))
        if len(lines) <= setting.lines:
            return Passage(setting.size, lines)
    last = settings[-1]
    return Passage(last.size, _cut(words, last, partial(_width, width, last.size)))


def _width(width: Callable[[str, int], float], size: int, words: str) -> float:
    return width(words, size)


def broken(words: str, limit: float, width: Width) -> tuple[str, ...]:
    """Into as few lines as the limit allows, all about equally long."""
    pieces = list(_pieces(words, limit, width, SPLITS))
    widths = [width(piece) for piece in pieces]
    lines = len(_ends(widths, limit))
    low, high = sum(widths) / max(lines, 1), limit
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_ends(widths, middle)) == lines else (middle, high)
    ends = [0, *_ends(widths, high)]
    return tuple("".join(pieces[start:end]) for start, end in pairwise(ends))


def _ends(widths: Sequence[float], limit: float) -> list[int]:
    """After how many pieces each line ends, each filled before the next begins."""
    ends: list[int] = []
    used = 0.0
    for at, piece in enumerate(widths):
        if at and used + piece > limit:
            ends.append(at)
            used = 0.0
        used += piece
    return [*ends, len(widths)] if widths else ends


def _pieces(words: str, limit: float, width: Width, splits: Sequence[Split]) -> Iterator[str]:
    """What stays on one line: as much as can, less where no line would hold it."""
    split, *finer = splits
    for piece in split(words):
        if finer and width(piece) > limit:
            yield from _pieces(piece, limit, width, finer)
        else:
            yield piece


def _bracketed(words: str) -> Iterator[str]:
    """Phrases, and what stands in brackets or quotation marks whole."""
    held = ""
    for phrase in _phrases(words):
        held += phrase
        if sum(held.count(mark) for mark in OPENING) <= sum(held.count(mark) for mark in CLOSED):
            yield held
            held = ""
    if held:
        yield held


@lru_cache(maxsize=1024)
def _phrases(words: str) -> tuple[str, ...]:
    return tuple(_joined(_accompanied(_parser().parse(words))))


def _accompanied(phrases: Iterable[str]) -> list[str]:
    """A lone character goes with what follows, a particle with what it follows."""
    pieces: list[str] = []
    for phrase in phrases:
        if pieces and (phrase[0] in PARTICLES or len(pieces[-1]) == 1):
            pieces[-1] += phrase
        else:
            pieces.append(phrase)
    return pieces


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """With those put together between which no line may end."""
    held = ""
    for piece in pieces:
        if held and _breakable(held[-1], piece[0]):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _breakable(before: str, after: str) -> bool:
    if before in OPENING or after in CLOSING:
        return False
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())


@cache
def _parser() -> budoux.Parser:
    import budoux  # only when a picture is drawn

    return budoux.load_default_simplified_chinese_parser()


def _cut(words: str, setting: Setting, width: Width) -> tuple[str, ...]:
    """As much as the setting holds, with an ellipsis for the rest; a quotation stays one."""
    end = f"{ELLIPSIS}”" if words[0] == "“" and words[-1] == "”" else ELLIPSIS
    *lines, last = broken(words, setting.width, width)[: setting.lines]
    while width(last + end) > setting.width:
        last = last[:-1]
    return (*lines, last.rstrip(CLOSING) + end)


SPLITS: tuple[Split, ...] = (_bracketed, _phrases, _joined, iter)
