"""Which kind of opening stands above which in this report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tracker.read.blocks import Block
from tracker.read.leads import TOPS, is_glossary, is_top
from tracker.read.ordinals import Mark, is_note

NUMBERED = (
    Mark.PART, Mark.CHAPTER_PART, Mark.HAN, Mark.HAN_BRACKET, Mark.ARABIC, Mark.ARABIC_BRACKET,
)  # fmt: skip
HIGH = NUMBERED[:4]  # what may number the first level
FEW = 8  # unnumbered headings of a report that has no 一、
LIST_BELOW = ("：", ":")


class Ranks:
    """The smaller rank stands above the greater; equal ranks stand side by side."""

    def __init__(self, blocks: Sequence[Block], titles: set[int]) -> None:
        self.blocks = blocks
        self.titles = titles
        self.of_mark = {mark: float(mark) for mark in Mark}
        self.reorder()
        self.nested = set(nested_lists(blocks, titles))
        self.next_numbered = self.following()
        marks = {block.mark for block in blocks if not block.level}
        self.top = min((self.of_mark[m] for m in HIGH if m in marks), default=0.0)
        self.has_top = bool(marks & {Mark.PART, Mark.HAN})
        self.lone_titles = len(titles) <= FEW
        self.last_title = max(titles, default=-1)
        self.last_high = max(
            (place for place, block in enumerate(blocks) if block.mark in HIGH), default=-1
        )

    def reorder(self) -> None:
        """（一） above 一、 where 一、 starts anew below each （一）."""
        numbers = [
            (block.mark, block.ordinal.number)
            for block in self.blocks
            if block.ordinal and block.mark in NUMBERED and not block.level
        ]
        for upper, lower in combinations(NUMBERED, 2):
            if restarts(numbers, upper, lower) > restarts(numbers, lower, upper):
                ranks = self.of_mark
                ranks[upper], ranks[lower] = ranks[lower], ranks[upper]

    def following(self) -> list[int]:
        """For each block the place of the next numbered one before another title, else -1."""
        places, ahead = [-1] * len(self.blocks), -1
        for place in range(len(self.blocks) - 1, -1, -1):
            places[place] = ahead
            if self.blocks[place].mark in NUMBERED:
                ahead = place
            elif place in self.titles or self.blocks[place].level:
                ahead = -1
        return places

    def of(self, place: int) -> float:
        block = self.blocks[place]
        if block.level:
            return 1 + block.level / 10
        if place in self.titles:
            return self.of_title(place)
        if place in self.nested:
            return float(Mark.NESTED)
        if block.ordinal and is_note(block.ordinal) and place > self.last_high:
            return Mark.ANNEX + 0.5
        return self.of_mark[block.mark] if block.mark is not None else float(Mark.PLAIN)

    def of_title(self, place: int) -> float:
        if is_glossary(self.blocks[place].text):
            return float(Mark.ANNEX)
        ahead = self.next_numbered[place]
        below = self.blocks[ahead] if ahead >= 0 else None
        if below and below.ordinal and below.mark is not None and below.ordinal.number == 1:
            return self.of_mark[below.mark] - 0.5
        if self.has_top:
            last = place == self.last_title and self.next_numbered[place] < 0
            return self.top if last and TOPS.search(self.blocks[place].text) else float(Mark.PLAIN)
        if is_top(self.blocks[place].text) or (self.top and self.lone_titles):
            return self.top - 0.5 if self.top else float(Mark.TITLE)
        return float(Mark.PLAIN)


def restarts(numbers: Sequence[tuple[Mark | None, int]], inner: Mark, outer: Mark) -> int:
    """How often `inner` starts anew between two neighbouring numbers of `outer`."""
    count, last, began = 0, 0, False
    for mark, number in numbers:
        if mark is outer:
            count += began and number == last + 1
            last, began = number, False
        elif mark is inner and number == 1 and last:
            began = True
    return count


def nested_lists(blocks: Sequence[Block], titles: set[int]) -> Iterator[int]:
    """Places of a 一、…十、 list that starts anew inside a section numbered 一、 itself."""
    places = [
        place
        for place, block in enumerate(blocks)
        if block.mark is Mark.HAN and block.ordinal and not block.level
    ]
    numbers = [ordinal.number for place in places if (ordinal := blocks[place].ordinal)]
    if is_inner_list(blocks, places, numbers):
        yield from places
        return
    before = 0
    index = 0
    while index < len(places):
        if numbers[index] != 1 or not before:
            before = numbers[index]
            index += 1
            continue
        end = index + 1
        while end < len(places) and numbers[end] == numbers[end - 1] + 1:
            if numbers[end] == before + 1 and resumes(numbers, end, before):
                break
            end += 1
        goes_on = end < len(places) and numbers[end] == before + 1
        place = places[index]
        if any(is_chapter(blocks, titles, p) for p in range(places[index - 1] + 1, place)):
            before, index = numbers[end - 1], end
            continue
        announced = blocks[place - 1].text.endswith(LIST_BELOW)
        if goes_on or (end == len(places) and announced):
            yield from places[index:end]
        else:
            before = numbers[end - 1]
        index = end


def is_inner_list(blocks: Sequence[Block], places: list[int], numbers: list[int]) -> bool:
    """Whether the only 一、… list is announced inside a section numbered otherwise."""
    if not places or numbers != list(range(1, len(places) + 1)):
        return False
    first, last = places[0], places[-1]
    around = [b.ordinal.number for b in blocks[:first] if b.mark is Mark.HAN_BRACKET and b.ordinal]
    within = any(block.mark in (Mark.HAN_BRACKET, Mark.PART) for block in blocks[first:last])
    announced = first > 0 and blocks[first - 1].text.endswith(LIST_BELOW)
    return len(around) > 1 and announced and not within


def is_chapter(blocks: Sequence[Block], titles: set[int], place: int) -> bool:
    block = blocks[place]
    return place in titles or bool(block.level) or block.mark in (Mark.PART, Mark.ANNEX)


def resumes(numbers: Sequence[int], end: int, before: int) -> bool:
    """Whether the outer list rather than the inner one goes on at `end`: the inner stops short."""
    after = end + 1
    return after < len(numbers) and numbers[after] == before + 1
