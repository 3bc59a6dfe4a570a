"""Lines → paragraphs and sentences, each knowing where its characters were printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.model import Passage, Piece

SENTENCE = re.compile(r".*?(?:[。！？]+[”’」』）)]*|$)", re.DOTALL)
STOPS = "。！？；：…”’」』）)】》—"
PAUSES = re.compile(r"[，。；：、]")
# 壮大特优农业。聚焦“粮、果、菜”…
LEAD = re.compile(r"(?P<title>[^，、；：。！？]{4,20})。(?=.)", re.DOTALL)


def passage_of(page: str, spans: Iterable[tuple[int, int]]) -> Passage:
    """The words at these places of the page, one after the other."""
    text, pieces = "", []
    for start, end in spans:
        pieces.append(Piece(len(text), start, end - start))
        text += page[start:end]
    return Passage(text, tuple(pieces))


def is_broken(text: str) -> bool:
    """Whether a paragraph stops in mid-sentence, as at the foot of a newspaper column."""
    return text[-1] not in STOPS and bool(PAUSES.search(text))


def sentences_of(passage: Passage) -> Iterator[Passage]:
    for match in SENTENCE.finditer(passage.text):
        if match[0].strip():
            yield passage.slice(*match.span())


def lead_length(text: str) -> int:
    """Length of the short sentence that opens the paragraph as its heading; 0 without one."""
    match = LEAD.match(text)
    return match.end() if match else 0
