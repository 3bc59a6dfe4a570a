"""Printed words in pieces that a line's end may not part: 3.7万座, 12%, 5家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from tracker.lazy import regex
from tracker.render.marks import Part

AMOUNT = regex(r"\d[\d.]*(?:[%％‰]|[万亿]?[一-鿿])?")  # 3.7万座


class Piece(Struct, frozen=True):
    text: str
    kept: bool = False  # whole on one line
    misprint: bool = False


def pieces(parts: Sequence[Part]) -> tuple[Piece, ...]:
    return tuple(
        piece
        for misprint, group in groupby(parts, key=lambda part: part.misprint is not None)
        for piece in _split("".join(part.text for part in group), misprint)
    )


def pieces_with_tail(parts: Sequence[Part]) -> tuple[Piece, ...]:
    """The last of them stays with what follows: an amount, else a single character."""
    *before, last = pieces(parts)
    if last.kept:
        return (*before, last)
    head = [Piece(last.text[:-1], misprint=last.misprint)] if last.text[1:] else []
    return (*before, *head, Piece(last.text[-1:], kept=True, misprint=last.misprint))


def _split(text: str, misprint: bool) -> Iterator[Piece]:
    done = 0
    for amount in AMOUNT.finditer(text):
        if amount.start() > done:
            yield Piece(text[done : amount.start()], misprint=misprint)
        yield Piece(amount[0], kept=True, misprint=misprint)
        done = amount.end()
    if text[done:]:
        yield Piece(text[done:], misprint=misprint)
