"""Numbers side by side: ranges, and plain numbers that borrow the unit of the next."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tracker.lazy import regex
from tracker.read.measures import Measure, single_measures


def find_measures(text: str) -> list[Measure]:
    found = list(_joined(single_measures(text), text))
    return [measure for measure in _companions(found, text) if not measure.needs_company]


_RANGE_SIGN = regex(r"\s?(?:-{1,2}|[—–―]{1,2}|~|至|到)\s?")
_LIST_SIGN = regex("、|和|及|与")


def _joined(singles: list[Measure], text: str) -> list[Measure]:
    """3个~5个, 6-6.5%, 3至5家 as one measure."""
    found: list[Measure] = []
    for measure in singles:
        pair = _range(found[-1], measure, text) if found else None
        if pair:
            found[-1] = pair
        else:
            found.append(measure)
    return found


def _range(first: Measure, last: Measure, text: str) -> Measure | None:
    sign = _RANGE_SIGN.fullmatch(text, first.end, last.start)
    if sign is None or first.is_range or last.is_range or first.unit not in ("", last.unit):
        return None
    if sign[0] in "至到" and re.search("[由从]", text[max(0, first.start - 12) : first.start]):
        return None
    low = first.low
    if not first.unit and first.times == 1 and low * last.times < last.high:  # 3-5万人
        low *= last.times
    if low >= last.low:
        return None
    return replace(last, start=first.start, low=low, is_range=True)


_TURNS = regex("(?:提高|提升|增加|扩大|上升|下降|降低|减少|缩短|压减|压缩|增|降|升|调整)[到至为]")
_REACHES = regex(
    "(?:达到?|突破|超过?|不低于|不超过|不高于|控制在|[高升加大长降少短减缩][到至]|稳定在|保持在|以内)$"
)
_STOPS = regex("[，。;、)]|以上|以下|以内|左右|$")


def _companions(found: list[Measure], text: str) -> list[Measure]:
    """Lends its neighbour's unit to a plain number: 由26.1提高到37.5%, 增长5和7个百分点."""
    for index in range(len(found) - 1, -1, -1):
        measure = found[index]
        if not measure.needs_company:
            continue
        follower = found[index + 1] if index + 1 < len(found) else None
        if follower and not follower.needs_company and _lends(measure, follower, text):
            found[index] = replace(measure, unit=follower.unit, needs_company=False)
        elif measure.times != 1 or _stands_alone(measure, text):
            found[index] = replace(measure, needs_company=False)
    return found


def _lends(measure: Measure, follower: Measure, text: str) -> bool:
    if _LIST_SIGN.fullmatch(text, measure.end, follower.start):
        return bool(follower.unit)
    return bool(_TURNS.fullmatch(text, measure.end, follower.start))


def _stands_alone(measure: Measure, text: str) -> bool:
    """万人发明专利拥有量达到25, with nothing after it."""
    before = text[max(0, measure.start - 6) : measure.start]
    return bool(_REACHES.search(before) and _STOPS.match(text, measure.end))
