"""Every number of a sentence, and which of them are promised."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tracker.lazy import regex
from tracker.model import Bound, Kind, Meaning, Number, Numeral, Quantity
from tracker.read.deadlines import Deadline, find_deadlines
from tracker.read.folding import Folded, fold
from tracker.read.goals import Goal, find_goals
from tracker.read.mentions import is_mention
from tracker.read.numerals import find_numerals, plain, value_of
from tracker.read.quantities import find_quantities, kinds_of
from tracker.read.tenses import Tense, Tenses, find_tenses
from tracker.read.timetable import Timetable

FORWARD = ("plan", "longer")
EXPLAINING = ("annex", "chrome")


def numbers_of(
    sentence: str, part: str, year: int, carried: Deadline | None = None
) -> tuple[Number, ...]:
    """Numbers in the order of the sentence; `part` is the value of the report's Part around it.

    `carried` is a deadline said earlier that still holds; `year` 0 stands for an unknown year.
    """
    if item := _ITEM.match(plain(sentence)):
        rest = numbers_of(sentence[item.end() :], part, year, carried)
        return _ordinal(item), *(_moved(number, item.end()) for number in rest)
    folded = fold(sentence)
    numerals = find_numerals(sentence)
    quantities = find_quantities(sentence)
    goals = find_goals(folded.text)
    if not numerals and not goals:
        return ()
    around = _Around(
        folded,
        part,
        find_tenses(folded.text, year),
        Timetable(sentence, find_deadlines(sentence, year) if year else (), carried),
    )
    found = [_counted(quantity, around) for quantity in quantities]
    spans = [(quantity.start, quantity.end) for quantity in quantities]
    named = [_unnumbered(goal, around) for goal in goals]
    named = [each for each in named if not _covered(spans, each.start, each.end)]
    found += named
    spans = sorted([*spans, *((each.start, each.end) for each in named)])
    left = [each for each in numerals if not _covered(spans, each.start, each.end)]
    found += [_named(each, kind) for each, kind in kinds_of(sentence, left)]
    return tuple(sorted(found, key=lambda number: number.start))


class _Around(Struct, frozen=True):
    """What surrounds the numbers of one sentence and tells what they are for."""

    folded: Folded
    part: str
    tenses: Tenses
    timetable: Timetable

    def time_of(self, at: int) -> Meaning:
        tense = self.tenses.at(at)
        if self.part in FORWARD:
            return Meaning.TARGET if tense is None else _OF_TENSE.get(tense, Meaning.TARGET)
        if self.part in EXPLAINING:
            return Meaning.CONTEXT
        if tense is Tense.AHEAD:
            return Meaning.TARGET
        return Meaning.PAST if self.part == "review" else Meaning.CONTEXT

    def due(self, start: int, end: int, meaning: Meaning) -> tuple[str, date | None]:
        """What is no target is due on no day."""
        return self.timetable.at(start, end) if meaning is Meaning.TARGET else ("", None)


_OF_TENSE = {Tense.PAST: Meaning.PAST, Tense.STANDING: Meaning.CONTEXT}


# 9.6个乡镇: the ninth item, and six of them
_ITEM = regex(r"\s*([0-9]{1,2})\.(?=[0-9]+(?:个(?!百分点)|[家座所项件户处]))")


def _ordinal(item: re.Match[str]) -> Number:
    return _named(Numeral(*item.span(1), item[1]), Kind.ORDINAL)


def _moved(number: Number, by: int) -> Number:
    return replace(number, start=number.start + by, end=number.end + by)


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span of the ordered list overlaps."""
    index = bisect_left(spans, end, key=lambda span: span[0]) - 1
    return index >= 0 and start < spans[index][1]


# --- what a quantity is for -------------------------------------------------------------------

_OWN = {Kind.QUALIFIER: Meaning.QUALIFIER, Kind.BASELINE: Meaning.BASELINE}


def _meaning(quantity: Quantity, around: _Around) -> Meaning:
    if quantity.kind in _OWN:
        return _OWN[quantity.kind]
    folded = around.folded
    start, end = folded.position(quantity.start), folded.position(quantity.end)
    meaning = around.time_of(start)
    if meaning is Meaning.TARGET and is_mention(folded.text, start, end, quantity):
        return Meaning.CONTEXT
    return meaning


def _counted(quantity: Quantity, around: _Around) -> Number:
    meaning = _meaning(quantity, around)
    words, due = around.due(quantity.start, quantity.end, meaning)
    return Number(
        start=quantity.start,
        end=quantity.end,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or _elided_unit(quantity, around.folded),
        bound=quantity.bound,
        change=quantity.change,
        per=quantity.per,
        stretch=quantity.stretch,
        deadline=words,
        due=due,
        kind=meaning,
    )


# 产值突破百亿, 收入超10亿
_MONEY = regex(
    "(?:产值|收入|营收|投资|总额|生产总值|GDP|增加值|税收|交易额|贷款|存款|财政|经济总量|销售额|零售额|规模)"
    "[^，。;0-9]{0,8}$"
)


# 320万农村人口, 20万农民工, 500万农村用户; but not 15万学生学位
_PEOPLE = regex(
    "(?:农村|城镇|城乡|农业|贫困|低收入|转移|流动|常住|户籍|困难|搬迁|易地|库区|建档立卡|脱贫|在校|退休|留守|适龄|相对)*"
    "(?:人口|农民工?|居民|群众|学生|职工|老年人|老人|儿童|妇女|劳动力|移民|市民|农牧民|教师|党员)"
    "(?!学位|住房|用户|家庭)"
)
_HOUSEHOLDS = regex(
    "(?:农村|城镇|贫困|困难|低保|沼气|宽带|天然气|燃气|居民|有线|数字|电视|光纤)*(?:用户|农户|家庭)"
)


def _elided_unit(quantity: Quantity, folded: Folded) -> str:
    """The unit that large numbers do without: 元 of sums of money, 人 and 户 before their noun."""
    if quantity.low < 10**4:
        return ""
    end = folded.position(quantity.end)
    if _PEOPLE.match(folded.text, end):
        return "人"
    if _HOUSEHOLDS.match(folded.text, end):
        return "户"
    if quantity.low < 10**8:
        return ""
    start = folded.position(quantity.start)
    return "元" if _MONEY.search(folded.text, max(0, start - 20), start) else ""


def _unnumbered(goal: Goal, around: _Around) -> Number:
    start, end = around.folded.origin(goal.start, goal.end)
    meaning = around.time_of(goal.start)
    words, due = around.due(start, end, meaning)
    return Number(
        start=start,
        end=end,
        low=goal.value,
        high=goal.value,
        unit=goal.unit,
        bound=goal.bound,
        change=None,
        per="",
        stretch=False,
        deadline=words,
        due=due,
        kind=meaning,
    )


def _named(numeral: Numeral, kind: Kind) -> Number:
    value = value_of(numeral.text)
    return Number(
        start=numeral.start,
        end=numeral.end,
        low=value,
        high=value,
        unit="",
        bound=Bound.EXACTLY,
        change=None,
        per="",
        stretch=False,
        deadline="",
        due=None,
        kind=Meaning.CONTEXT if kind is Kind.QUANTITY else Meaning(kind.value),
    )
