"""Splits a sentence into runs where the quotes of targets, their numbers and misprints overlap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from tracker.model import Match, Misprint, Sentence

Kind = TypeVar("Kind")


class Part(Struct, frozen=True):
    """Words that are alike throughout."""

    text: str
    number: bool = False
    misprint: Misprint | None = None


class Run(Struct, frozen=True):
    """Words that belong to one target, or to none; `closes` names the targets that end here."""

    parts: tuple[Part, ...]
    target: str = ""
    closes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


def runs(
    sentence: Sentence,
    matches: Sequence[tuple[str, Match]],
    misprints: Sequence[Misprint],
    wholes: Collection[str] = (),
) -> tuple[Run, ...]:
    """`matches` are (target id, match); `wholes` among them leave their words to their parts."""
    wrong = list(_misprinted(sentence.text, misprints))
    if sentence.text and not (matches or wrong):
        return (Run((Part(sentence.text),)),)
    own = [(name, match) for name, match in matches if name not in wholes]
    cuts = [at for _, match in own for at in (match.start, match.end, _anchor(match))]
    owned = list(_stretches(0, len(sentence.text), cuts, partial(_owner, own)))
    numbers = [(one.start, one.end) for _, match in matches for one in match.numerals]
    result = []
    for at, (start, end, owner) in enumerate(owned):
        parts = tuple(_parts(sentence.text, start, end, numbers, wrong))
        later = {name for _, _, name in owned[at + 1 :]}
        closes = [owner] if owner and owner not in later else []
        closes += _inside(owned, matches, end)
        result.append(Run(parts, owner, tuple(closes)))
    return tuple(result)


def _stretches(
    start: int, end: int, cuts: Iterable[int], kind: Callable[[int], Kind]
) -> Iterator[tuple[int, int, Kind]]:
    """Where what is of one kind starts and ends; it changes at some of the cuts only."""
    places = sorted({start, end, *(at for at in cuts if start < at < end)})
    alike = [(next(group), of) for of, group in groupby(places[:-1], key=kind)]
    ends = [low for low, _ in alike[1:]]
    for (low, of), high in zip(alike, [*ends, end], strict=False):
        yield low, high, of


def _anchor(match: Match) -> int:
    return match.numerals[0].start if match.numerals else match.start


def _owner(matches: Sequence[tuple[str, Match]], at: int) -> str:
    """Where quotes overlap: the last number begun; before any, the first."""
    covering = [(name, match) for name, match in matches if match.start <= at < match.end]
    if not covering:
        return ""
    covering.sort(key=lambda pair: _anchor(pair[1]))
    begun = [name for name, match in covering if _anchor(match) <= at]
    return begun[-1] if begun else covering[0][0]


def _inside(
    owned: Sequence[tuple[int, int, str]], matches: Sequence[tuple[str, Match]], end: int
) -> list[str]:
    """Targets that end there and own no character at all."""
    owners = {owner for _, _, owner in owned}
    return [name for name, match in matches if name not in owners and match.end == end]


def _parts(
    text: str,
    start: int,
    end: int,
    numbers: Sequence[tuple[int, int]],
    wrong: Sequence[tuple[int, int, Misprint]],
) -> Iterator[Part]:
    def kind(at: int) -> tuple[bool, Misprint | None]:
        misprints = (one for low, high, one in reversed(wrong) if low <= at < high)
        return any(low <= at < high for low, high in numbers), next(misprints, None)

    spans = *numbers, *((low, high) for low, high, _ in wrong)
    cuts = [at for span in spans for at in span]
    for low, high, (number, misprint) in _stretches(start, end, cuts, kind):
        yield Part(text[low:high], number, misprint)


def _misprinted(text: str, misprints: Iterable[Misprint]) -> Iterator[tuple[int, int, Misprint]]:
    """Where they stand; of two in one place, the later is meant."""
    for misprint in misprints:
        start = text.find(misprint.printed)
        while start >= 0:
            end = start + len(misprint.printed)
            yield start, end, misprint
            start = text.find(misprint.printed, end)
