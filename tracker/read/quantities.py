"""The quantities of a sentence: number, unit, bound, change, effort, per whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from sys import maxsize

from msgspec import Struct
from msgspec.structs import replace

from tracker.lazy import regex
from tracker.model import Bound, Change, Kind, Numeral, Quantity
from tracker.read.bounds import change_at, per_before, prefix_before, stretches, suffix_at
from tracker.read.folding import Folded, fold
from tracker.read.measures import Measure
from tracker.read.names import kind_of_name, quoted_names
from tracker.read.neighbours import find_measures
from tracker.read.roles import describes
from tracker.read.units import UNITS, split_unit

__all__ = ["UNITS", "find_quantities", "kind_of", "split_unit"]


@lru_cache(maxsize=256)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Quantities and what describes them (Kind.QUALIFIER), in the order of the text."""
    folded = fold(text)
    found = _readings(folded.text)
    efforts = stretches(folded.text) if found else []
    return tuple(_quantity(text, reading, folded, efforts) for reading in found)


def kind_of(text: str, numeral: Numeral) -> Kind:
    """What a numeral of the text most likely is; for suggestions."""
    for quantity in find_quantities(text):
        if quantity.start < numeral.end and numeral.start < quantity.end:
            return quantity.kind
    return next(kind for _, kind in kinds_of(text, (numeral,)))


def kinds_of(text: str, numerals: Iterable[Numeral]) -> Iterator[tuple[Numeral, Kind]]:
    """Numerals that belong to no quantity, in order, each with what it is."""
    folded = fold(text)
    quoted = quoted_names(folded.text)
    for numeral in numerals:
        start = folded.position(numeral.start)
        kind = kind_of_name(folded.text, start)
        if kind is None and (_within(quoted, start) or folded.text[start].isdecimal()):
            kind = Kind.NAME
        yield numeral, kind or Kind.WORD


class _Reading(Struct, frozen=True):
    """A measure and what is known of it so far."""

    measure: Measure
    end: int
    suffix: Bound | None
    prefix: Bound | None
    change: Change | None
    per: tuple[int, int] | None
    kind: Kind

    @property
    def bound(self) -> Bound:
        if self.measure.is_range and self.suffix is None:
            return Bound.RANGE
        bound = self.suffix or self.prefix
        if bound is None:
            return Bound.AT_LEAST if self.measure.more else Bound.EXACTLY
        return Bound.RANGE if self.measure.is_range else bound


def _readings(text: str) -> list[_Reading]:
    found: list[_Reading] = []
    floor = 0
    for measure in find_measures(text):
        found.append(_reading(text, measure, floor))
        floor = found[-1].end
    groups = _with_baselines(_groups(_bettered(found, text), text), text)
    listed = _listed([_shared(each) for each in groups], text)
    return [reading for group in listed for reading in group]


def _reading(text: str, measure: Measure, floor: int) -> _Reading:
    is_time = measure.dimension == "time"
    suffix, end = suffix_at(text, measure.end, is_time)
    prefix = prefix_before(text, measure.start, floor)
    ranked = measure.unit in ("名", "位", "%") and text[measure.start - 1 : measure.start] == "前"
    if ranked or _RANK.search(text, max(0, measure.start - 12), measure.start):
        prefix = Bound.AT_MOST
    per = None if is_time else per_before(text, measure.start)
    if per and measure.dimension in ("share", "points") and text[slice(*per)] in ("每年", "每月"):
        per = None
    kind = Kind.QUALIFIER if describes(text, measure, end, floor) else Kind.QUANTITY
    change = (
        None
        if measure.multiplied
        else change_at(
            text,
            measure.start,
            end,
            floor,
            share=measure.unit == "%",
            things=measure.dimension in ("count", "people"),
        )
    )
    if measure.unit == "%" and text[measure.start] in "两零":
        change = Change.GROWTH
    return _Reading(measure, end, suffix, prefix, change, per, kind)


# 全国前8位
_RANK = regex("(?:全国|全省|全市|全球|世界|排名|进入|跻身|稳居|保持)[^，。;0-9]{0,6}前$")

# --- lists ------------------------------------------------------------------------------------

_AND = regex("、|和|及|与|以及")
# A 10家、B 20家以上: only a noun stands between
_NEXT = regex("(?:、|和|以及|及)(?!其中)[^，。;:、()0-9]{1,14}")
_NO_NOUN = regex(
    "新增|新建|新开|完成|建成|建设|改造|实现|打造|培育|引进|创建|推进|推动|争取|力争|确保|不|至少|超|突破|达|约|近|"
    "占|率|比|增(?!加值)|升|降|减|压|控制|保持|稳定|由|从|到|至|扩|供应|发放|培训|安排|投资|提|含|共计|总计|动工|竣工|开工|每"
)
# 7%以上、力争8%
_BETTER = regex("[、，](?:并|且)?(?:力争|争取|努力|确保)(?:达到|实现|完成)?")


def _groups(found: list[_Reading], text: str) -> list[list[_Reading]]:
    """Numbers that nothing but 、 or 和 parts: 增长6.5%、8%左右, 每月760元和每年6500元."""
    groups: list[list[_Reading]] = []
    for reading in found:
        if groups and _AND.fullmatch(text, groups[-1][-1].end, _with_per(reading)):
            groups[-1].append(reading)
        else:
            groups.append([reading])
    return groups


def _with_per(reading: _Reading) -> int:
    """Where the number begins, with the words right before it: 每人每年6500元."""
    start = reading.measure.start
    return reading.per[0] if reading.per and reading.per[1] == start else start


def _listed(groups: list[list[_Reading]], text: str) -> list[list[_Reading]]:
    """Where nouns part the numbers, growth and the last 以上 or 左右 hold for all of one unit."""
    chains: list[list[list[_Reading]]] = []
    for group in groups:
        if chains and _continues(chains[-1][-1][-1], group[0], text):
            chains[-1].append(group)
        else:
            chains.append([group])
    return [_spread(reading, chain) for chain in chains for reading in chain]


def _continues(last: _Reading, first: _Reading, text: str) -> bool:
    low, high = last.end, first.measure.start
    if high - low > 18 or last.measure.unit != first.measure.unit or first.prefix or first.change:
        return False
    if last.kind is not Kind.QUANTITY or first.kind is not Kind.QUANTITY or last.suffix:
        return False
    return bool(_NEXT.fullmatch(text, low, high)) and not _NO_NOUN.search(text, low, high)


def _spread(group: list[_Reading], chain: list[list[_Reading]]) -> list[_Reading]:
    if len(chain) == 1:
        return group
    change = chain[0][-1].change if chain[0][0].measure.unit == "%" else None
    suffix = chain[-1][-1].suffix
    return [
        replace(
            reading,
            change=reading.change or change,
            suffix=reading.suffix or (None if reading.prefix else suffix),
        )
        for reading in group
    ]


def _bettered(found: list[_Reading], text: str) -> list[_Reading]:
    """7%以上、力争8%: the second is growth like the first."""
    for index in range(1, len(found)):
        first, last = found[index - 1], found[index]
        better = _BETTER.fullmatch(text, first.end, last.measure.start)
        if better and first.measure.unit == last.measure.unit:
            found[index] = replace(last, change=last.change or first.change)
    return found


def _shared(group: list[_Reading]) -> list[_Reading]:
    """The first number's verb and the last number's 左右 hold for the whole list."""
    if len(group) == 1:
        return group
    first, last = group[0], group[-1]
    return [_with_neighbours(reading, first, last) for reading in group]


def _with_neighbours(reading: _Reading, first: _Reading, last: _Reading) -> _Reading:
    alike = reading.measure.unit == last.measure.unit
    if reading.suffix is None and alike and reading.prefix in (None, first.prefix):
        reading = replace(reading, suffix=last.suffix if last.suffix else None)
    prefix = reading.prefix or first.prefix
    return replace(reading, prefix=prefix, change=reading.change or first.change)


# --- from … to … ------------------------------------------------------------------------------

_TO = regex(
    "(?:以上|以下|左右|的)?[^，。;0-9]{0,10}?，?"
    "(?:提高|调高|提升|增加|增长|扩大|上升|下降|降低|减少|缩短|压减|压缩|缩减|精简|调整|优化|延长|上调|下调|"
    "跃升|发展|拓展|攀升|回落|恢复|增|降|升|减|压|缩|扩|变)(?:到|至|为|成)"
    "(?:[0-9]{4}年[底末]?的?|目前的?|现在的?)?[^，。;0-9一二两三四五六七八九十]{0,6}"
)
# 由640元再提高30元
_BY = regex("(?:的基础上)?，?再?(?:提高|增加|上调|提标|增长|减少|下降|降低)")
_FROM = regex("(?:由|从)[^，。;]*$")
_DIRECTLY = regex("提高|提升|增加|上升|下降|降低|减少|缩短|压减|压缩|扩大|调整|增|降|升")
_FROM_TO = regex("到|至")


def _with_baselines(groups: list[list[_Reading]], text: str) -> list[list[_Reading]]:
    for index, (group, follower) in enumerate(pairwise(groups)):
        if _is_baseline(group, follower, text):
            groups[index] = [
                replace(r, kind=Kind.BASELINE, prefix=None, change=None) for r in group
            ]
    return groups


def _is_baseline(group: list[_Reading], follower: list[_Reading], text: str) -> bool:
    low, high = group[-1].end, follower[0].measure.start
    start = group[0].measure.start
    floor = max(0, start - 40)
    opened = max(floor - 1, *(text.rfind(mark, floor, start) for mark in "，。;\n")) + 1
    named = _FROM.search(text, opened, start)
    if named and (_FROM_TO.fullmatch(text, low, high) or _BY.fullmatch(text, low, high)):
        return True
    turn = _TO.fullmatch(text, low, high) if high - low < 40 else None
    return bool(turn and (named or _DIRECTLY.match(text, low)))


# --- the value --------------------------------------------------------------------------------


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(spans, (at, maxsize)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def _quantity(
    text: str, reading: _Reading, folded: Folded, efforts: list[tuple[int, int]]
) -> Quantity:
    measure = reading.measure
    start, end = folded.origin(measure.start, reading.end)
    return Quantity(
        start=start,
        end=end,
        low=measure.low,
        high=measure.high,
        unit=measure.unit,
        bound=reading.bound,
        change=reading.change,
        stretch=_within(efforts, measure.start),
        per=text[slice(*folded.origin(*reading.per))] if reading.per else "",
        kind=reading.kind,
    )
