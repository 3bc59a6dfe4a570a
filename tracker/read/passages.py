"""Words of the page as passages, and passages as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.lazy import regex
from tracker.model import Passage, Piece

SENTENCE = regex(r".*?(?:[。！？]+[”’」』）)]*|$)", re.DOTALL)
# characters, four times those of the longest in a report: what reads sentences compares each of
# their numbers with the words around it, and would not come to an end with a page without a stop
LONGEST = 2000


def passage_of(page: str, spans: Iterable[tuple[int, int]]) -> Passage:
    """The words at these places of the page, one after the other."""
    texts, pieces, at = [], [], 0
    for start, end in spans:
        pieces.append(Piece(at, start, end - start))
        texts.append(page[start:end])
        at += end - start
    return Passage("".join(texts), tuple(pieces))


def sentences_of(passage: Passage) -> Iterator[Passage]:
    for match in SENTENCE.finditer(passage.text):
        for low in range(match.start(), match.end(), LONGEST):
            high = min(low + LONGEST, match.end())
            if passage.text[low:high].strip():
                yield passage.slice(low, high)
