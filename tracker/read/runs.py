"""One long row that holds a whole report → its headings and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.lazy import regex
from tracker.read.ordinals import HAN, NO_ORDINAL, number_of
from tracker.read.rows import Row

LONG = 200
LINE = 60  # characters of the longest heading on a line of its own
# 一、过去一年工作回顾 2031年，…
FIRST = regex(rf"{HAN}、\s*")
# …报告完毕。一、过去一年 · …取得成效。（二）修路种树。
INNER = regex(rf"(?:(?<=[。！？；：”）)\s])|^)(?P<o>(?P<top>{HAN})、|[（(](?P<sub>{HAN})[)）])")
# 一、过去一年工作回顾 2031年，… · 一、过去一年工作回顾2031年，…
TITLE_END = regex(
    r"(?P<title>[^。；！？\s]{2,40}?(?:\s[^。；！？\s]{2,20}?)?)(?:\s+(?=\S{12})|"
    r"(?<=回顾|安排|任务|建设|目标|要求|重点|打算|建议|部署|措施|成就|思路)(?=[12]\d{3}年|过去|今年|一年来|五年来|各位|我们|做好|“十|回顾|刚刚))"
)
# （一）坚持修路种树，建设美丽乡村 全年修路30公里，…
SUB_END = regex(r"\s*[^。；！？\s]{4,60}\s+(?=\S{8})")
# …取得成效。 壮大特色产业。…: what is left of a line end
PARAGRAPH = regex(r"(?<=[。！？])\s+(?=\S)")
WHOLE = 1000  # characters from which on a row holds more than one paragraph
# …作出新贡献！各位代表！
DASHES = regex(r"(?<=[。！？；：])\s*(?=——[^—])")
ADDRESS = regex(r"(?<=[。！？])\s*(?=各位代表[！，：])|(?<=[。！？；])\s*(?=——[^—])")


def split_runs(row: Row) -> Iterator[Row]:
    """The row itself, or what it falls into if it holds headings in their order."""
    text = row.text
    cuts = cuts_in(text) or dash_cuts(text)
    if not cuts:
        yield row
        return
    places = sorted({0, *cuts})
    for low, high in zip(places, [*places[1:], len(text)], strict=True):
        if (piece := row.cut(low, high)).text:
            yield piece


def dash_cuts(text: str) -> list[int]:
    """——修路。——种树。: a list that lost its line ends."""
    cuts = [match.end() for match in DASHES.finditer(text)]
    return cuts if len(cuts) + text.startswith("——") > 1 else []


def cuts_in(text: str) -> list[int]:
    if len(text) <= LINE:
        return []
    cuts = list(ordinal_cuts(text)) if len(text) >= LONG else []
    if not cuts and (match := FIRST.match(text)):
        title = TITLE_END.match(text, match.end())
        return [title.end()] if title else []
    if cuts:
        cuts.extend(match.end() for match in ADDRESS.finditer(text))
    if len(text) >= WHOLE:
        cuts.extend(match.end() for match in PARAGRAPH.finditer(text))
    return cuts


def ordinal_cuts(text: str) -> Iterator[int]:
    """Where 一、 二、 … and below them （一） （二） … begin, and where their titles end."""
    found: dict[str, list[re.Match[str]]] = {"top": [], "sub": []}
    expected = {"top": 0, "sub": 0}
    for match in INNER.finditer(text):
        kind = "top" if match["top"] else "sub"
        number = number_of(match[kind])
        if NO_ORDINAL.match(text, match.start("o")):
            continue
        if number != expected[kind] + 1 and not (kind == "sub" and number == 1):
            continue
        expected[kind] = number
        found[kind].append(match)
        if kind == "top":
            expected["sub"] = 0
    for kind, title_end in (("top", TITLE_END), ("sub", SUB_END)):
        for match in found[kind] if len(found[kind]) > 1 else ():
            yield match.start("o")
            if title := title_end.match(text, match.end()):
                yield title.end()
