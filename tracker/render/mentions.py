"""Where the words of a report name a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tracker.model import Place


class Run(Struct, frozen=True):
    """A stretch of a sentence; `named` where it is the name that is looked for."""

    text: str
    named: bool


class Names:
    """What the places are called, in full and in short."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._owners: dict[str, Place] = {}
        for place in places:
            for name in filter(None, (place.name, place.short)):
                self._owners.setdefault(name, place)
        # The longest first: 新绛县 does not name 绛县.
        longest = sorted(self._owners, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest)) or "(?!)")

    def find(self, text: str) -> Iterator[tuple[int, int, Place]]:
        """Start, end and place of every name."""
        for found in self._pattern.finditer(text):
            yield found.start(), found.end(), self._owners[found[0]]


def runs_of(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Run]:
    done = 0
    for start, end in spans:
        if done < start:
            yield Run(text[done:start], named=False)
        yield Run(text[start:end], named=True)
        done = end
    if done < len(text):
        yield Run(text[done:], named=False)
