"""一是…二是…, 一要…二要…, 第一，第二，, （1）（2）, ①② within or at the head of paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.ordinals import HAN, Mark, number_of

# 财税工作，一是修路，二是种树。: what these open is no plain clause, a comma may go before
PAUSE = r"(?:(?<=，))"
BEGIN = r"(?:^|(?<=[。；：！？;]))\s*"
FORMS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    # 第一，修路。第二，种树。
    (Mark.FIRSTLY, regex(rf"{BEGIN}(?P<o>[第其](?P<n>{HAN})[，、：,])")),
    # 一是修路。二是种树。
    (Mark.POINT, regex(rf"(?:{PAUSE}|{BEGIN})(?P<o>(?P<n>{HAN})是)(?!否|{HAN}[，。；、])")),
    # 一要修路，二要种树。
    (Mark.DEMAND, regex(rf"(?:{PAUSE}|{BEGIN})(?P<o>(?P<n>{HAN})要)")),
    # （1）修路；（2）种树。
    (Mark.IN_BRACKET, regex(rf"{BEGIN}(?P<o>[（(](?P<n>[\d０-９]{{1,2}})[)）])")),
    # ①修路；②种树。
    (Mark.IN_CIRCLE, regex(rf"{BEGIN}(?P<o>(?P<n>[①-⑳]))")),
)
STOP = regex(r"[。！？；]")
LINE = 45  # characters of the longest point that is a heading
NEAR = 6  # paragraphs between two points of a chain
FAR = 60  # where they are headings


class Point(Struct, frozen=True):
    start: int
    title_at: int
    mark: Mark
    ordinal: str
    number: int


def all_points(text: str) -> list[Point]:
    return [
        Point(match.start("o"), match.end("o"), mark, match["o"].strip("，、：,"), number)
        for mark, form in FORMS
        for match in form.finditer(text)
        if (number := number_of(match["n"].translate(DIGITS)))
    ]


DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Chains:
    """Which points of which paragraph belong to a chain of at least two: 1, 2, 3 …"""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.kept: dict[int, list[Point]] = defaultdict(list)
        opened: dict[Mark, tuple[int, Point]] = {}  # the last point of an unfinished chain
        confirmed: set[tuple[int, int]] = set()
        for place, text in enumerate(paragraphs):
            for point in sorted(all_points(text), key=lambda p: p.start):
                before = opened.get(point.mark)
                reach = FAR if is_line(text) and before and is_line(paragraphs[before[0]]) else NEAR
                if (
                    before
                    and point.number == before[1].number + 1
                    and near(before, place, point, reach)
                ):
                    for where, one in (before, (place, point)):
                        if (where, one.start) not in confirmed:
                            confirmed.add((where, one.start))
                            self.kept[where].append(one)
                    opened[point.mark] = (place, point)
                elif point.number == 1:
                    opened[point.mark] = (place, point)

    def of(self, place: int) -> list[Point]:
        return sorted(self.kept.get(place, ()), key=lambda point: point.start)


def is_line(text: str) -> bool:
    """第一，突出项目带动，着力扩大投资。: one short sentence, with the text it heads below."""
    return len(text) <= LINE and not STOP.search(text, 0, len(text) - 1)


def near(before: tuple[int, Point], place: int, point: Point, reach: int) -> bool:
    """In the same paragraph, or each at the head of its own, not far apart."""
    return before[0] == place or (point.start == 0 and place - before[0] <= reach)
