"""Which words of a sentence tell of the past and which of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import Enum

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.numerals import value_of


class Tense(Enum):
    PAST = "past"
    STANDING = "standing"  # what is there: 现有, 目前
    PLAN = "plan"
    AHEAD = "ahead"  # a plan even where the past is told


Stretch = tuple[int, int, Tense]

_NOT_COMPARED = "(?<![比较超于同与从由])(?<!达到)(?<!相当于)(?<!保持)(?<!不低于)"
_WILL = "[^，。；;、0-9]{0,14}?(?:将(?!军)|要|计划|力争|力促|拟|争取(?!到)|预期|目标)"
_AIM = "(?:预期|奋斗|工作|发展|总体|具体|约束性?|主要)性?(?:指标|目标)"

_Row = tuple[Tense, str, str]

# The tense that opens with these words and holds to the end of its sentence.
_LASTING: tuple[_Row, ...] = (
    (Tense.AHEAD, "今年将", f"(?:今年|明年|今后|下一步|新的一年|下一阶段|下半年){_WILL}"),
    (Tense.AHEAD, "预期目标是", f"{_AIM}(?:建议|安排|确定|初步|拟)*(?:是|为|：|:)"),
    (
        Tense.PAST,
        "去年完成",
        f"{_NOT_COMPARED}(?:去年|上年|前年|上一年)(?!同期|度?水平|底前|度?的|以来|相比)",
    ),
    (Tense.PAST, "五年来", "[一二两三四五六七八九十几多0-9]年多?来(?!水|自)|近年来|年初以来"),
    (Tense.PAST, "改革开放以来", "(?<!近年)以来"),
    (Tense.PAST, "截至上月底", "截[至止]"),
    (Tense.PAST, "过去五年", "过去(?:[一二两三四五六七八九十0-9]+年|的?一年)|刚刚过去"),
    (
        Tense.PLAN,
        "今年",
        "今年|今后|明年|下一步|未来[一二三四五六七八九十几0-9]+年|新的一年|下一阶段",
    ),
    (Tense.PLAN, "力争", "力争|确保|(?<!努力)争取(?!到|了)|计划(?=[新完建实引投安])"),
    (
        Tense.PLAN,
        "到“十四五”末",
        '到[“"]?(?:十[一二三四五六七]?|[五六七八九])五[”"]?(?:规划)?(?:期)?末',
    ),
)
# The tense of one clause.
_PASSING: tuple[_Row, ...] = (
    (
        Tense.PAST,
        "已完成",
        "已经|均已|现已|业已|累计已|(?<![而不早])已(?=累计|建|完成|有|达|开|启|投|成|实|引|签|落|全|培|入|在|纳|连|覆)",
    ),
    (
        Tense.PAST,
        "完成了",
        "(?:完成|实现|建成|新增|新建|增长|达到|突破|超过|安排|培育|引进|解决|取得|下降|提高|增加|办理|改造|开工)了",
    ),
    (Tense.PAST, "实际完成", "实际(?:完成|达到|为)"),
    (Tense.STANDING, "现有", "现有|目前|当前(?!和今后)|原有|存在着?|面临着?"),
)
_LASTING_WORDS = regex("|".join(f"({words})" for _, _, words in _LASTING))
_PASSING_WORDS = regex("|".join(f"({words})" for _, _, words in _PASSING))
_YEAR = regex(
    f"{_NOT_COMPARED}(?P<to>[到至])?(?P<year>(?:19|20)[0-9]{{2}})年"
    f"(?!的|[—~-]|水平|基础|相比)(?P<will>{_WILL})?"
)
# “十三五”期间: past once it is over
_ERA = regex(
    f'{_NOT_COMPARED}[“"](十[一二三四五六七八九]?|[一二三四五六七八九])五[”"](?:规划)?(?:期间|时期)'
)
_CLAUSE = regex("[，。；;！!？?\n]")
_SENTENCE = regex("[。！!？?\n]")
# 在去年压减15%的基础上再压减5% · 去年启动的32个项目: 去年 holds no further than that
_BASIS = regex(
    f"在[^，。；;]{{0,30}}?基础上|{_NOT_COMPARED}(?:去年|上年)[^，。；;0-9]{{1,10}}的[0-9]"
)


class Tenses(Struct, frozen=True):
    """Layers of stretches without overlap, in order; the first that covers a place wins."""

    layers: tuple[list[Stretch], ...]

    def at(self, place: int) -> Tense | None:
        """What holds at a place of the text; None where its part of the report decides."""
        found = (_inside(layer, place) for layer in self.layers)
        return next((stretch[2] for stretch in found if stretch), None)


def _inside(layer: list[Stretch], place: int) -> Stretch | None:
    index = bisect_right(layer, place, key=lambda stretch: stretch[0]) - 1
    return layer[index] if index >= 0 and place < layer[index][1] else None


def find_tenses(text: str, year: int) -> Tenses:
    """`text` folded; `year` is the report's, 0 if it is unknown."""
    basis = [(*found.span(), Tense.PAST) for found in _BASIS.finditer(text)]
    passing = _until(_CLAUSE, text, _openings(_PASSING_WORDS, _PASSING, text))
    outside = (one for one in _lasting(text, year) if not _inside(basis, one[0]))
    lasting = _until(_SENTENCE, text, sorted(outside, key=lambda opening: opening[0]))
    return Tenses((basis, passing, lasting))


def _openings(words: re.Pattern[str], rows: tuple[_Row, ...], text: str) -> list[tuple[int, Tense]]:
    return [(found.start(), rows[(found.lastindex or 1) - 1][0]) for found in words.finditer(text)]


def _lasting(text: str, year: int) -> list[tuple[int, Tense]]:
    years = _YEAR.finditer(text if year else "")
    eras = _ERA.finditer(text if year else "")
    return [
        *_openings(_LASTING_WORDS, _LASTING, text),
        *((found.start(), _of_year(found, year)) for found in years),
        *((found.start(), _of_era(found[1], year)) for found in eras),
    ]


def _of_era(era: str, year: int) -> Tense:
    """十四 of “十四五” ends with 2025."""
    number = value_of(era)
    return Tense.PAST if number and 1955 + 5 * int(number) < year else Tense.PLAN


def _of_year(found: re.Match[str], year: int) -> Tense:
    if int(found["year"]) < year:
        return Tense.PAST
    return Tense.AHEAD if found["will"] else Tense.PLAN


def _until(marks: re.Pattern[str], text: str, openings: list[tuple[int, Tense]]) -> list[Stretch]:
    """From each opening to the next one or to the next mark."""
    ends = [mark.start() for mark in marks.finditer(text)] if openings else []
    stretches: list[Stretch] = []
    for index, (start, tense) in enumerate(openings):
        after = bisect_left(ends, start)
        end = ends[after] if after < len(ends) else len(text)
        following = openings[index + 1][0] if index + 1 < len(openings) else len(text)
        stretches.append((start, min(end, following), tense))
    return stretches
