"""Which rows are a second or third copy of the report in the same file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tracker.lazy import regex
from tracker.read.rows import Row

STOP = regex(r"[。！？；]")
BLANKS = regex(r"\s+")
SENTENCE = 12  # characters from which on a sentence is hardly said twice
COPY = 200  # characters from which on repeated rows are a copy
SHARE = 0.6  # of a row that was read before


def copies_in(rows: Sequence[Row]) -> set[int]:
    again, lengths = repeated_in(rows)
    read = [0, *accumulate(lengths)]
    first = {row.text: place for place, row in reversed(list(enumerate(rows)))}
    copies: set[int] = set()
    place = 0
    while place < len(rows):
        end = end_of_copy(again, lengths, place)
        repeated = sum(again[place:end])
        if repeated > COPY and repeated * 4 >= read[place]:
            start = place
            while start and not lengths[start - 1] and first[rows[start - 1].text] < start - 1:
                start -= 1
            copies.update(range(start, end))
        place = max(end, place + 1)
    return copies


def repeated_in(rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    """For each row, how many of the characters of its sentences were read before, and how many."""
    seen: set[str] = set()
    again: list[int] = []
    lengths: list[int] = []
    for row in rows:
        sentences = [BLANKS.sub("", words) for words in STOP.split(row.text)]
        long = [words for words in sentences if len(words) >= SENTENCE]
        again.append(sum(len(words) for words in long if words in seen))
        lengths.append(sum(map(len, long)))
        seen.update(long)
    return again, lengths


def end_of_copy(again: list[int], lengths: list[int], start: int) -> int:
    """Where the run of repeated rows that begins at `start` ends; short rows belong to it."""
    end = place = start
    while place < len(again) and (not lengths[place] or again[place] >= SHARE * lengths[place]):
        if not lengths[start]:
            return start
        place += 1
        if lengths[place - 1]:
            end = place
    return end
