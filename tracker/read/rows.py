"""A page of any make → rows of words: line ends found, damage set aside, offsets kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from tracker.lazy import regex
from tracker.model import Passage
from tracker.read.passages import passage_of

Span = tuple[int, int]

LINE_END = regex(r"\r\n?|\n")
# also the line ends that came through as words: 各位代表：\r\n现在
ANY_END = regex(
    r"\r\n?|\n|(?:\\r)?\\n(?![a-z])|\\r(?![a-z])|<br */?>|</?p>|[\x0b\x0c\x85\u2028\u2029]"
)
# 市长??梁某某 · 市长&nbsp;梁某某 · zero-width characters · U+FFFD
NOISE = regex(
    r"&(?:nbsp|ensp|emsp|#160);?|\?{2,}"
    r"|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffd"
    r"\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
# 修路(下转06版) · (上接04版)种树
JUMP_AT_END = regex(
    r"(?<=.)[（(]下转第?[\dA-Z一二三四五六七八九十]+版[)）]$|^[（(]上接第?[\dA-Z一二三四五六七八九十]+版[)）](?=.)"
)
MARKDOWN = regex(r"(#{1,6})(?:[ \t\u3000]+|$)")
# \# 1 is a line that begins with “# 1”, and no heading
ESCAPE = regex(r"\\(?=#)")
# a paragraph's indent in the middle of a long row
INDENT = regex(r"\u3000{2,}|[ \u00a0]{4,}|(?:&nbsp;){2,}")
# 政　府　工　作　报　告
SPACED_OUT = regex(r"(?:[\u4e00-\u9fff][ \u3000\u00a0]+){3,}[\u4e00-\u9fff]")
LONG = 300
MOST_JUMPS = 4  # of one row


class Row(Struct, frozen=True):
    """The words of one printed line, blanks at its ends left out."""

    passage: Passage
    indented: bool = False
    level: int = 0  # of a Markdown heading

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def start(self) -> int:
        return self.passage.pieces[0].start

    def cut(self, low: int, high: int) -> Row:
        words = self.text[low:high]
        low += len(words) - len(words.lstrip())
        high -= len(words) - len(words.rstrip())
        return Row(self.passage.slice(low, max(low, high)), self.indented, self.level)


class Page(Struct):
    """The decoded text and what was found damaged in it."""

    text: str
    noise: list[Span] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ends = [match.end() for match in LINE_END.finditer(self.text)]

    def line_of(self, offset: int) -> int:
        return bisect_right(self.ends, offset) + 1

    def rows(self) -> Iterator[Row]:
        start = 0
        for match in ANY_END.finditer(self.text):
            yield from self.rows_between(start, match.start())
            if not match[0].isspace():
                self.noise.append(match.span())
            start = match.end()
        yield from self.rows_between(start, len(self.text))

    def rows_between(self, start: int, end: int) -> Iterator[Row]:
        if end - start > LONG:
            for match in INDENT.finditer(self.text, start, end):
                if row := self.row(start, match.start()):
                    yield row
                start = match.start()
        if row := self.row(start, end):
            yield row

    def row(self, start: int, end: int) -> Row | None:
        words = self.text[start:end]
        kept = list(self.kept(words, start))
        row = Row(passage_of(self.text, kept))
        row = row.cut(0, len(row.text))
        level = 0
        if heading := MARKDOWN.match(row.text):
            level = len(heading[1])
            row = row.cut(heading.end(), len(row.text))
        elif ESCAPE.match(row.text):
            self.noise.extend(row.passage.slice(0, 1).spans)
            row = row.cut(1, len(row.text))
        row = self.without_jumps(row)
        if not row.text:
            return None
        passage = without_blanks(row) if SPACED_OUT.fullmatch(row.text) else row.passage
        indented = words[:1] in "\u3000\t" or words.startswith(("  ", "&nbsp;"))
        return Row(passage, indented, level)

    def without_jumps(self, row: Row) -> Row:
        for _ in range(MOST_JUMPS):
            match = JUMP_AT_END.search(row.text)
            if not match:
                break
            self.noise.extend(row.passage.slice(*match.span()).spans)
            low, high = match.span()
            row = row.cut(0, low) if low else row.cut(high, len(row.text))
        return row

    def kept(self, words: str, start: int) -> Iterator[Span]:
        low = 0
        for match in NOISE.finditer(words):
            if low < match.start():
                yield start + low, start + match.start()
            self.noise.append((start + match.start(), start + match.end()))
            low = match.end()
        if low < len(words):
            yield start + low, start + len(words)


def without_blanks(row: Row) -> Passage:
    letters = [place for place, letter in enumerate(row.text) if not letter.isspace()]
    return Passage.joined(row.passage.slice(place, place + 1) for place in letters)
