"""Rows → blocks: a paragraph or heading each, broken ones joined, ordinals told from titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median

from msgspec import Struct

from tracker.lazy import regex
from tracker.model import Passage
from tracker.read.ordinals import ANNEX_LINE, Mark, Ordinal, fold, ordinal_at
from tracker.read.rows import Row

STOPS = "。！？；：…”’」』）)】》—"
PAUSES = regex(r"[，。；：、]")
OPEN_END = regex(r"[，、《“（(〈]$")
GOES_ON = regex(r"[，。、；：）》”’！？,;)]")
ENDS = regex(r"[。！？；]")
# ——壮大特优农业。
DASH = regex(r"(?:——|――|──|—|--|－－|–|――)(?=[^—―─－–-])\s*")
# ◆心中有党，忠贞不渝
DIAMOND = regex(r"[◆●■▲★►▶•◇]\s*")
YEARLESS = regex(r"\d+(?:\.\d+)?(?![年\d])")
HEADING = 45  # characters of the longest heading without a mark
MOST_ROWS = 300  # of a paragraph
LONGEST_NUMBER = 9  # digits of one that can number an item

GLOSSARY_LINE = regex(r"[^，。；！？]{0,18}名词(术语)?(解释|注释|注解)[：:]?$")


class Block(Struct, frozen=True):
    """`mark` and `ordinal` tell how it opens; `title_at` is where its own words begin."""

    row: Row
    mark: Mark | None = None
    ordinal: Ordinal | None = None
    title_at: int = 0
    ordinal_row: Row | None = None  # where the ordinal stands alone on the line before
    joints: tuple[tuple[int, str], ...] = ()  # page offset and words of each joint

    @property
    def text(self) -> str:
        return self.row.text

    @property
    def title(self) -> str:
        return self.row.text[self.title_at :]

    @property
    def level(self) -> int:
        return self.row.level


class Width(Struct, frozen=True):
    """How the page is set: hard line breaks at a column, or one row a paragraph."""

    column: int  # 0 where rows are paragraphs

    @classmethod
    def of(cls, rows: list[Row]) -> Width:
        lengths = [len(row.text) for row in rows if len(row.text) > 12]
        if len(lengths) < 12:
            return cls(0)
        usual = max(set(lengths), key=Counter(lengths).__getitem__)
        near = sum(usual - 2 <= length <= usual + 2 for length in lengths)
        is_column = usual <= 80 and near * 2 >= len(lengths) and median(lengths) >= usual - 2
        return cls(usual if is_column else 0)

    def is_full(self, row_length: int) -> bool:
        return bool(self.column) and row_length >= self.column - 3


def blocks_of(rows: list[Row]) -> Iterator[Block]:
    """Every block in printed order."""
    width = Width.of(rows)
    last_item = 0
    waiting: Block | None = None  # an ordinal alone on its line
    for joined, joints in join(rows, width):
        block = classify(joined, joints, last_item)
        if block.ordinal and block.mark is Mark.ARABIC:
            last_item = block.ordinal.number
        elif block.mark in (Mark.HAN, Mark.HAN_BRACKET):
            last_item = 0
        if waiting:
            if block.ordinal or block.mark is not None:
                yield waiting
            else:
                yield Block(block.row, waiting.mark, waiting.ordinal, 0, waiting.row, joints)
                waiting = None
                continue
            waiting = None
        if block.ordinal and not block.title:
            waiting = block
        else:
            yield block
    if waiting:
        yield waiting


def classify(row: Row, joints: tuple[tuple[int, str], ...], last_item: int) -> Block:
    text = row.text
    if match := DIAMOND.match(text):
        return Block(row, Mark.DIAMOND, None, match.end(), None, joints)
    if (match := DASH.match(text)) and not text.endswith("——"):
        return Block(row, Mark.DASH, None, match.end(), None, joints)
    if (match := ANNEX_LINE.match(text)) and len(text) <= HEADING and not ENDS.search(text):
        ordinal = Ordinal(Mark.ANNEX, match["o"], 0, match.end())
        return Block(row, Mark.ANNEX, ordinal, match.end(), None, joints)
    if text.isdecimal() and len(text) <= LONGEST_NUMBER:
        return Block(row, Mark.ARABIC, Ordinal(Mark.ARABIC, text, int(text), len(text)), len(text))
    if found := ordinal_at(text, last_item):
        return Block(row, found.mark, found, found.end, None, joints)
    return Block(row, joints=joints)


def join(rows: Iterable[Row], width: Width) -> Iterator[tuple[Row, tuple[tuple[int, str], ...]]]:
    """Rows that a page or link broke in mid-sentence as one, with the places of the joints."""
    parts: list[Row] = []
    joints: list[tuple[int, str]] = []
    head = ""  # the first words of the paragraph so far: enough to tell a heading
    for row in rows:
        if (
            parts
            and len(parts) < MOST_ROWS
            and continues(parts[0], head, parts[-1].text, row, width)
        ):
            joints.append((row.start, f"{parts[-1].text[-4:]}|{row.text[:4]}"))
            parts.append(row)
            head = head if len(head) > 2 * HEADING else head + row.text
            continue
        if parts:
            yield whole(parts), tuple(joints)
        head, parts, joints = row.text, [row], []
    if parts:
        yield whole(parts), tuple(joints)


def whole(parts: list[Row]) -> Row:
    first = parts[0]
    if len(parts) == 1:
        return first
    return Row(Passage.joined(row.passage for row in parts), first.indented, first.level)


def continues(first: Row, head: str, last: str, row: Row, width: Width) -> bool:
    """Whether `row` goes on with the paragraph that began with `head` and ends with `last`."""
    if first.level or row.level or "\t" in last or "\t" in row.text:
        return False
    if GOES_ON.match(row.text):
        return True
    if opens(row.text):
        return False
    ordinal = ordinal_at(head)
    if ordinal and ordinal.end >= len(head):
        return False
    if last[-1] in STOPS:
        return width.is_full(len(last)) and not row.indented and last[-1] not in "：—"
    if OPEN_END.search(last):
        return True
    if width.is_full(len(last)):
        return not row.indented or not ordinal
    if width.column:
        return False
    if is_heading_like(head[ordinal.end :] if ordinal else head, row.text, bool(ordinal)):
        return False
    return bool(PAUSES.search(head)) or len(head) > HEADING


def opens(text: str) -> bool:
    if len(text) <= HEADING and (ANNEX_LINE.match(text) or GLOSSARY_LINE.match(text)):
        return True
    return bool(ordinal_at(text) or DASH.match(text) or DIAMOND.match(text))


def is_heading_like(head: str, following: str, has_ordinal: bool) -> bool:
    """Whether words without a full stop are a heading and not the first half of a sentence."""
    limit = HEADING + 20 if has_ordinal else HEADING
    if len(head) > limit or ENDS.search(head):
        return False
    if has_ordinal:
        return len(following) > 5 or not PAUSES.search(head)
    if not PAUSES.search(head):
        return True
    return not YEARLESS.search(fold(head)) and len(following) >= 2 * len(head)
