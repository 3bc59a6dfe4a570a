"""What of a heading's words is its title, and where a run-in heading ends."""

from __future__ import annotations

import re

from tracker.lazy import regex

# 壮大特优农业。聚焦… · 经济增长！
FIRST_SENTENCE = regex(r"[^。！？]*[。！？]+[”’」』）)]*")
# 规划衔接：指…
TERM = regex(r"(?P<term>[^。；！？：:]{1,40})[：:](?=.)")
# an entry without an ordinal: “双城”行动：是指…
LOOSE_TERM = regex(
    r"(?P<term>[^。；！？：:，]{2,30})[：:](?=.{4})|(?P<quoted>[“《【][^”》】]{1,24}[”》】])(?=是?指|即)"
)
MARKS = regex(r"^(?:[◆●■▲★►▶•◇]|——|――|──|—|--|－－|–)\s*")
TAIL = "。；;：:，,—"
LONG_TITLE = 50


def heading_end(text: str, annex: bool) -> int:
    """Where the words that stand as heading end: at the first sentence, in notes at the colon."""
    if annex and (match := TERM.match(text)):
        return match.end()
    if "\t" in text:
        return text.index("\t")
    match = FIRST_SENTENCE.match(text)
    return match.end() if match else len(text)


def term_end(text: str) -> int:
    match = LOOSE_TERM.match(text)
    return match.end() if match else 0


# 坚持城乡统筹：新建公路30公里，改造危桥9座
HEADED = regex(r"(?P<title>[^，；：“]{4,24})：.*[，；]", re.DOTALL)


def title_of(heading: str, whole: bool = False) -> str:
    """The title without its mark and final stop; of a long sentence its first clause.

    `whole` keeps all of a line that is nothing but heading.
    """
    words = MARKS.sub("", heading.strip()).rstrip().rstrip(TAIL)
    if not whole and (match := HEADED.match(words)):
        return match["title"]
    if len(words) <= LONG_TITLE or whole:
        return words
    for stop in "：；，":
        place = words.find(stop)
        if 4 <= place <= LONG_TITLE:
            return words[:place]
    return words


def is_table(text: str) -> bool:
    return "\t" in text
