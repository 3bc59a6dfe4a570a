"""Lines of a printed page → the paragraphs that they were broken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.ordinals import ordinal_at

INDENT = 1.2  # ems from the left edge on which a line opens a paragraph
# what stays together at a line's end: 9.1%、11.8%， · 修“路
WORD = regex(
    r"[“‘《（(]*(?:[!-~][!-~”’，。、；：！？》）％]*|.)(?:[，。、；：！？》）)%％]|[“‘”’/]+(?:[!-~]+|.))*"
)
STOP = regex(r"[。！？：]”?$")
APART = 1.25  # of the usual distance between lines, from which on a paragraph ends
SLACK = 0.4  # ems by which a word may miss its place
LOOSE = 6.0  # the same in mid-sentence: 个。PM2.5 keeps together in some programs
LATIN = regex(r"[A-Za-z,.;:]$")
LATIN_NEXT = regex(r"[A-Za-z]")


class Line(Struct, frozen=True):
    """Distances in ems of its own type."""

    text: str
    page: int
    indent: float  # from the left edge of the column
    rest: float  # to its right edge
    size: float  # of its Chinese type in points, 0 where it has none
    gap: float  # from the line before, in lines of the page; 1 is usual
    is_row: bool = False  # of a table


def paragraphs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    open_: list[Line] = []
    for line in lines:
        if open_ and begins(line, open_[-1], len(open_) > 1):
            yield open_
            open_ = []
        open_.append(line)
    if open_:
        yield open_


def begins(line: Line, last: Line, in_midst: bool) -> bool:
    """Whether a line begins a paragraph of its own; `in_midst` of one that has several already."""
    if line.is_row or last.is_row:
        return True
    slack = LOOSE if in_midst and not STOP.search(last.text) else SLACK
    if line.indent > INDENT or last.rest > width_of(line.text) + slack:
        return True
    if line.size and last.size and abs(line.size - last.size) > 0.12 * last.size:
        return True
    if STOP.search(last.text) and ordinal_at(line.text):
        return True
    return line.page == last.page and line.gap > APART


def width_of(text: str) -> float:
    """Ems of the first word, which would have stood on the line before had there been room."""
    match = WORD.match(text)
    return sum(0.55 if letter.isascii() else 1.0 for letter in match[0]) if match else 0.0


def joined(lines: Sequence[Line]) -> str:
    """Chinese goes on without a space, Latin words stay apart."""
    text = ""
    for line in lines:
        apart = LATIN.search(text) and LATIN_NEXT.match(line.text)
        text += f" {line.text}" if apart else line.text
    return text
