"""The day by which something is due, from a report's words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.numerals import plain, value_of


class Deadline(Struct, frozen=True):
    """Words that fix a day; offsets in the sentence's text."""

    start: int
    end: int
    date: date
    words: str = ""


def due_date(words: str, year: int) -> date | None:
    """The last day that the words allow, said in `year`; None if they fix none (早日, 尽快).

    2025年前 may mean before that year or within it: the later reading is taken.
    """
    return next((day for _, day in _found(plain(words), year, _LOOSE)), None)


def find_deadlines(text: str, year: int) -> tuple[Deadline, ...]:
    """Where a sentence says by when; a bare 2023年 or 6月 is a date but no deadline."""
    folded = plain(text)
    return tuple(
        Deadline(found.start(), found.end(), day, text[found.start() : found.end()])
        for found, day in _found(folded, year, _STRICT)
        if not _LOOKS_BACK.search(folded, max(0, found.start() - 5), found.start())
    )


def _found(text: str, year: int, words: re.Pattern[str]) -> list[tuple[re.Match[str], date]]:
    days = ((found, _day(found, year)) for found in words.finditer(text))
    return [(found, day) for found, day in days if day]


def _day(found: re.Match[str], year: int) -> date | None:
    name = found.lastgroup or ""
    # Only the row's own words: the groups of the other rows stay empty.
    return _DAYS[name](_Words(found[0]), year)


# --- the words' parts -------------------------------------------------------------------------


class _Words(str):
    """The words of one deadline."""

    __slots__ = ()

    def year(self, said: int) -> int:
        if stated := re.search(rf"({_YEAR})年", self):
            return _number(stated[1])
        return said + 1 if re.search("[明次]年", self) else said

    def number(self, before: str) -> int:
        """The number that stands before the given words."""
        found = re.search(rf"({_N})(?:个)?(?:{before})", self)
        return _number(found[1]) if found else 0


def _number(written: str) -> int:
    return int(value_of(written) or 0)


def _last_of(year: int, month: int) -> date | None:
    if not (1 <= month <= 12 and MINYEAR <= year <= MAXYEAR):
        return None
    return date(year, month, monthrange(year, month)[1])


def _on(year: int, month: int, day: int) -> date | None:
    last = _last_of(year, month)
    return last.replace(day=day) if last and 1 <= day <= last.day else None


# --- one function per kind of words -----------------------------------------------------------


def _day_of_month(words: _Words, year: int) -> date | None:
    return _on(words.year(year), words.number("月"), words.number("[日号]"))


def _third_of_month(words: _Words, year: int) -> date | None:
    day = 10 if "上旬" in words else 20
    if "下旬" in words:
        return _month(words, year)
    return _on(words.year(year), words.number("月"), day)


def _month(words: _Words, year: int) -> date | None:
    return _last_of(words.year(year), words.number("月"))


def _quarter(words: _Words, year: int) -> date | None:
    return _last_of(words.year(year), 3 * words.number("季度"))


def _half(words: _Words, year: int) -> date | None:
    return _last_of(words.year(year), 6 if "上" in words else 12)


def _plan(words: _Words, year: int) -> date | None:
    """The fifteenth five-year plan ends with 2030, the one before it with 2025."""
    plan = words.number("五")
    return _on(1955 + 5 * plan, 12, 31)


def _stated_year(words: _Words, year: int) -> date | None:
    return _on(words.year(year), 12, 31)


def _coming_year(words: _Words, year: int) -> date | None:
    """2027年 alone, said in 2024; a year that has begun is a date and no deadline."""
    return _on(words.year(year), 12, 31) if words.year(year) > year else None


def _span(words: _Words, year: int) -> date | None:
    """三年内, said in 2023: 2023, 2024, 2025; of 3—5年内 the longer."""
    return _on(year + words.number("年") - 1, 12, 31)


def _middle(words: _Words, year: int) -> date | None:
    return _on(words.year(year), 6, 30)


_FEASTS = {"元旦": (12, 31), "五一": (4, 30), "七一": (6, 30), "十一": (9, 30), "国庆": (9, 30)}


def _feast(words: _Words, year: int) -> date | None:
    month, day = next(day for name, day in _FEASTS.items() if name in words)
    return _on(words.year(year), month, day)


# --- the words --------------------------------------------------------------------------------

_N = "[零〇一二两三四五六七八九十]{1,4}|[0-9]{1,4}"
_YEAR = "(?:19|20|21)[0-9]{2}|(?:一九|二[零〇])[零〇一二三四五六七八九]{2}"
_WHOSE = rf"(?:(?:{_YEAR})年|明年|次年|今年|当年)?"
_NUM = "(?:[一二两三四五六七八九十]{1,3}|(?<![0-9.])[0-9]{1,2})"
_BY = "(?:之?前|以前)"
_PLAN = '[“"]?(?:十[一二三四五六七八九]?|[一二三四五六七八九])五[”"]?'
_ENDS = "(?:年?[底末]|年?内|全年)"

_Row = tuple[str, str, str, Callable[[_Words, int], date | None]]

# name, an example, the words, the day they name; the first row that matches at a place wins
_ROWS: tuple[_Row, ...] = (
    ("day", "12月20日前", rf"[到至]?{_WHOSE}{_NUM}月{_NUM}[日号]{_BY}", _day_of_month),
    ("third", "6月中旬前", rf"[到至]?{_WHOSE}{_NUM}月份?[上中下]旬{_BY}?", _third_of_month),
    ("month", "6月底前", rf"[到至]?{_WHOSE}{_NUM}月份?(?:[底末]{_BY}?|{_BY}|内)", _month),
    ("quarter", "一季度末", rf"{_WHOSE}前?[一二三四1-4]个?季度(?:[底末]|内)?{_BY}?", _quarter),
    ("half", "上半年", rf"{_WHOSE}[上下]半年(?:[底末]|内)?{_BY}?", _half),
    (
        "plan",
        "到“十四五”末",
        rf"[到至]?{_PLAN}(?:规划)?(?:时期|期)?(?:末|期间|期内|时期)",
        _plan,
    ),
    (
        "year",
        "到2027年",
        rf"(?:[到至](?:{_YEAR})年(?!代){_ENDS}?{_BY}?|(?:{_YEAR})年(?:{_ENDS}{_BY}?|{_BY}))",
        _stated_year,
    ),
    ("span", "用3年时间", rf"(?:未来|今后|用)?{_NUM}年(?:左右)?(?:的?时间|之?内|以内)", _span),
    ("coming", "今后五年", rf"(?:未来|今后){_NUM}年", _span),
    ("next", "明年底前", rf"[到至]?[明次]年{_ENDS}?{_BY}?", _stated_year),
    ("feast", "国庆节前", rf"{_WHOSE}(?:元旦|五一|七一|国庆|十一)节?{_BY}", _feast),
    ("middle", "年中前", rf"{_WHOSE}年中{_BY}", _middle),
    (
        "end",
        "年底前",
        rf"[到至]?(?:今年|当年)?(?:[年岁][底末]|[今当]年{_ENDS}){_BY}?",
        _stated_year,
    ),
    (
        "bare",
        "2027年",
        rf"(?<!面向)(?<!展望)(?<!承办)(?<!筹备)(?<!备战)(?<!迎接)(?<![-—~至])(?:{_YEAR})年(?![的版度代龄产—~-])",
        _coming_year,
    ),
    ("within", "年内", r"(?:年度?内|全年|本年度?|[今当]年(?!以?来|初))", _stated_year),
)

# Words that name a day when an editor writes them alone, though not in running text.
_LOOSE_ROWS: tuple[_Row, ...] = (
    ("bare_day", "12月20日", rf"{_WHOSE}{_NUM}月{_NUM}[日号]", _day_of_month),
    ("bare_month", "6月", rf"{_WHOSE}{_NUM}月", _month),
    ("bare_year", "2027年", rf"(?:{_YEAR})年", _stated_year),
    ("bare_plan", "“十四五”", r"[“\"]?十[一二三四五六七八九]五[”\"]?", _plan),
)

_DAYS = {name: day for name, _, _, day in _ROWS + _LOOSE_ROWS}


def _any_of(rows: tuple[_Row, ...]) -> re.Pattern[str]:
    return regex("|".join(f"(?P<{name}>{words})" for name, _, words, _ in rows))


_STRICT = _any_of(_ROWS)
_LOOSE = _any_of(_ROWS + _LOOSE_ROWS)

# 截至2022年底, 去年底, 每年底: these look back, or name no one day
_LOOKS_BACK = regex(r"(?:截[至止]?到?|[去上前每往近历]|比|较|自)$")
