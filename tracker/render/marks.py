"""Splits a sentence into runs where the quotes of targets, their numbers and misprints overlap."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracker.model import Match, Misprint, Sentence


@dataclass(frozen=True, slots=True)
class Part:
    """Words that are alike throughout."""

    text: str
    number: bool = False
    misprint: Misprint | None = None


@dataclass(frozen=True, slots=True)
class Run:
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
    own = [(name, match) for name, match in matches if name not in wholes]
    owners = tuple(_owner(own, at) for at in range(len(sentence.text)))
    result = []
    for owner, group in groupby(range(len(owners)), key=owners.__getitem__):
        places = list(group)
        start, end = places[0], places[-1] + 1
        parts = tuple(_parts(sentence, start, end, matches, misprints))
        result.append(Run(parts, owner, _closing(owners, matches, owner, end)))
    return tuple(result)


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


def _closing(
    owners: Sequence[str], matches: Sequence[tuple[str, Match]], owner: str, end: int
) -> tuple[str, ...]:
    """Its own target, if no later run belongs to it, and targets that own no character at all."""
    closes = [owner] if owner and owner not in owners[end:] else []
    closes += [name for name, match in matches if name not in owners and match.end == end]
    return tuple(closes)


def _parts(
    sentence: Sentence,
    start: int,
    end: int,
    matches: Sequence[tuple[str, Match]],
    misprints: Sequence[Misprint],
) -> Iterator[Part]:
    numbers = {
        at
        for _, match in matches
        for numeral in match.numerals
        for at in range(numeral.start, numeral.end)
    }
    wrong = _misprinted(sentence.text, misprints)

    def kind(at: int) -> tuple[bool, Misprint | None]:
        return at in numbers, wrong.get(at)

    for (number, misprint), group in groupby(range(start, end), key=kind):
        places = list(group)
        yield Part(sentence.text[places[0] : places[-1] + 1], number, misprint)


def _misprinted(text: str, misprints: Sequence[Misprint]) -> dict[int, Misprint]:
    found: dict[int, Misprint] = {}
    for misprint in misprints:
        start = text.find(misprint.printed)
        while start >= 0:
            found |= dict.fromkeys(range(start, start + len(misprint.printed)), misprint)
            start = text.find(misprint.printed, start + len(misprint.printed))
    return found
