"""The ordinals that open a section, 一、 （一） 1. ① 附件1, and what only looks like one."""

from __future__ import annotations

import re
from enum import IntEnum

from msgspec import Struct

from tracker.lazy import regex

HAN = "[一二三四五六七八九十]{1,3}"
FOLD = str.maketrans("０１２３４５６７８９．（）［］", "0123456789.()[]")
FOLDED = regex("[０-９．（）［］]")


class Mark(IntEnum):
    """Kinds of opening marks; the smaller stands above the greater unless a report differs."""

    ANNEX = 0
    TITLE = 1  # an unnumbered heading that holds numbered ones
    PART = 2
    CHAPTER_PART = 3  # 第一节
    HAN = 4
    HAN_BRACKET = 5
    PLAIN = 6  # an unnumbered heading below numbered ones
    ARABIC = 7
    ARABIC_BRACKET = 8
    CIRCLED = 9
    DIAMOND = 10
    LEAD = 11
    DASH = 12
    NESTED = 13  # a list that starts anew inside a section of the same style
    TERM = 15
    ROW = 16
    FIRSTLY = 20  # 第一，
    POINT = 21  # 一是
    DEMAND = 22  # 一要
    IN_BRACKET = 23  # （1） in running text
    IN_CIRCLE = 24


class Ordinal(Struct, frozen=True):
    mark: Mark
    text: str
    number: int
    end: int  # where the title begins


FORMS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    # 第一部分 过去一年的工作
    (
        Mark.PART,
        regex(rf"(?P<o>第(?P<n>{HAN}|\d{{1,2}})(?:部分|篇|章))(?=[：:、\s]|$)[：:、\s]*"),
    ),
    # 第一节 修路种树
    (
        Mark.CHAPTER_PART,
        regex(rf"(?P<o>第(?P<n>{HAN}|\d{{1,2}})节)(?=[：:、\s]|$)[：:、\s]*"),
    ),
    # （一）修路种树
    (Mark.HAN_BRACKET, regex(rf"(?P<o>[(〔【]\s*(?P<n>{HAN})\s*[)〕】])[、.\s]*")),
    # 一、修路种树
    (Mark.HAN, regex(rf"(?P<o>(?P<n>{HAN})\s*(?:、|\.(?!\d)|\.(?=(?:19|20)\d\d年)))\s*")),
    # （1）修路
    (
        Mark.ARABIC_BRACKET,
        regex(r"(?P<o>(?:\(\s*(?P<n>\d{1,2})\s*\)|(?P<m>\d{1,2})\)))[、.\s]*"),
    ),
    # ①修路
    (Mark.CIRCLED, regex(r"(?P<o>(?P<n>[①-⑳⑴-⒇]))[、.\s]*")),
    # [1]“双城”行动：…
    (Mark.ARABIC, regex(r"(?P<o>\[(?P<n>\d{1,3})\])[、.\s]*")),
    # 1.修路 · 1．2026年起修路 · 1、修路
    (Mark.ARABIC, regex(r"(?P<o>(?P<n>\d{1,3})\s*[.、])(?!\d)\s*")),
    (Mark.ARABIC, regex(r"(?P<o>(?P<n>\d{1,2})[.、])(?=(?:19|20)\d\d年)")),
)
# 9.6个…: item 9 when item 8 went before
DECIMAL_LIKE = regex(r"(?P<o>(?P<n>\d{1,2})[.、])(?=\d)(?!\d+[%‰])")
# 一　过去五年的工作, on a line of its own
SPACED = regex(rf"(?P<o>(?P<n>{HAN}))[ \u3000]{{1,4}}(?=[^\s。；，]{{4,}}$)")
# 一, the title on the next line
ALONE = regex(rf"(?P<o>(?P<n>{HAN}))$")
# 一、二、三产业 · 一、二级 · 十、百、千亿
NO_ORDINAL = regex(
    rf"{HAN}、(?:{HAN}|[百千万])(?:、|[产类级线轮期号季等批环月层次代三四])|\d{{1,2}}、\d{{1,2}}(?:月|号|期|级|线)"
)
ANNEX_LINE = regex(
    r"(?P<o>附(?=[：:])|附\s*(?:件|表|录)\s*(?:[一二三四五六七八九十]|\d{1,2})?)(?:[：:\s]+|(?=《)|$)"
)


def fold(text: str) -> str:
    """Full-width digits and brackets as half-width ones, every character in its place."""
    return text.translate(FOLD) if FOLDED.search(text) else text


def is_note(ordinal: Ordinal) -> bool:
    """[1] 首店经济：指…, the text of a footnote."""
    return ordinal.text.startswith(("[", "［"))


def number_of(words: str) -> int:
    if words.isdecimal():
        return int(words)
    if len(words) == 1 and words in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(words) - ord("①") + 1
    if len(words) == 1 and "⑴" <= words <= "⒇":
        return ord(words) - ord("⑴") + 1
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return "一二三四五六七八九".find(words) + 1 if len(words) == 1 else 0
    return 10 * ("一二三四五六七八九".find(tens) + 1 if tens else 1) + (
        "一二三四五六七八九".find(ones) + 1 if ones else 0
    )


def ordinal_at(text: str, last: int = -1) -> Ordinal | None:
    """The ordinal with which a row begins; `last` is the number of the Arabic item before it."""
    head = fold(text[:24])
    if NO_ORDINAL.match(head):
        return None
    for mark, form in FORMS:
        if match := form.match(head):
            groups = match.groupdict()
            number = number_of(groups["n"] or groups.get("m") or "")
            if number:
                return Ordinal(mark, text[: match.end("o")], number, match.end())
    if len(text) <= 3 and (match := ALONE.match(text)) and number_of(match["n"]):
        return Ordinal(Mark.HAN, match["o"], number_of(match["n"]), match.end())
    if len(text) <= 40 and (match := SPACED.match(text)):
        return Ordinal(Mark.HAN, match["o"], number_of(match["n"]), match.end())
    if match := DECIMAL_LIKE.match(head):
        number = int(match["n"])
        if last > 0 and number == last + 1:
            return Ordinal(Mark.ARABIC, text[: match.end()], number, match.end())
    return None
