"""Words of the page as passages, and passages as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.model import Passage, Piece

SENTENCE = re.compile(r".*?(?:[。！？]+[”’」』）)]*|$)", re.DOTALL)


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
        if match[0].strip():
            yield passage.slice(*match.span())
