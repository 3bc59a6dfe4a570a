"""A printed page → classified lines: what each one is, before anything is joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from markdown_it import MarkdownIt

LINE_END = re.compile(r"\r\n?|\n")
BLANKS = " \t\u3000\ufeff"


class LineKind(StrEnum):
    MASTHEAD = "masthead"
    JUMP = "jump"
    ORDINAL = "ordinal"  # an ordinal alone on its line
    HEADING = "heading"
    DIAMOND = "diamond"
    DASH = "dash"
    TEXT = "text"


KINDS: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    # 2023年4月18日/星期二 责任编辑 关凝森/美编 荆星星
    (
        LineKind.MASTHEAD,
        re.compile(r"(?=.{0,40}\d{4}年\d{1,2}月\d{1,2}日).{0,80}(责任编辑|美编|校对)"),
    ),
    # (上接04版)
    (LineKind.JUMP, re.compile(r"[（(](上接|下转)第?[\dA-Z]+版[)）]$")),
    # (二)
    (
        LineKind.ORDINAL,
        re.compile(r"([（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)$"),
    ),
    # ◆心中有党，忠贞不渝
    (LineKind.DIAMOND, re.compile(r"[◆●■]")),
    # ——壮大特优农业。
    (LineKind.DASH, re.compile(r"(——|――|──|—|--|－－)(?=[^—―─－-])")),
)

# 一、2023年工作回顾 · （一）聚力转型升级 · 第二部分 ……, on a line of its own
NUMBERED = re.compile(
    r"(?P<ordinal>[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+部分)"
    r"[ \u3000]*(?P<title>[^。；]{2,40})$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """`start` and `end` bound the line's words on the printed page, blanks and marks left out."""

    kind: LineKind
    number: int
    start: int
    end: int
    level: int = 0  # of a heading, 1 is the report's title


def classify(page: str) -> Iterator[Line]:
    """Every line of the page that holds a word, in printed order."""
    levels = heading_levels(page)
    start = 0
    for number, row in enumerate(LINE_END.split(page), 1):
        low, high = bounds(row, number in levels)
        if low < high:
            words = row[low:high]
            kind, level = kind_of(words, levels.get(number, 0))
            yield Line(kind, number, start + low, start + high, level)
        end = LINE_END.match(page, start + len(row))
        start = end.end() if end else len(page)


def heading_levels(page: str) -> dict[int, int]:
    """Line number → level, for the lines that Markdown sets as headings."""
    parser = MarkdownIt("zero").enable("heading")
    return {
        token.map[0] + 1: int(token.tag[1:])
        for token in parser.parse(page)
        if token.type == "heading_open" and token.map
    }


def bounds(row: str, heading: bool) -> tuple[int, int]:
    low, high = 0, len(row)
    while low < high and row[low] in BLANKS:
        low += 1
    while heading and low < high and row[low] in "#" + BLANKS:
        low += 1
    while low < high and row[high - 1] in BLANKS:
        high -= 1
    return low, high


def kind_of(words: str, level: int) -> tuple[LineKind, int]:
    for kind, pattern in KINDS:
        if pattern.match(words):
            return kind, level
    if level:
        return LineKind.HEADING, level
    if match := NUMBERED.match(words):
        return LineKind.HEADING, 3 if match["ordinal"][0] in "（(" else 2
    return LineKind.TEXT, 0
