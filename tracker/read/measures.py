"""Numbers with their units, as they stand in a sentence, before anything is made of them."""

from __future__ import annotations

import re
from decimal import Decimal
from sys import maxsize

from msgspec import Struct

from tracker.lazy import regex
from tracker.read.names import kind_of_name, quoted_names
from tracker.read.numerals import ARABIC, HAN, NUMERAL, value_of
from tracker.read.units import DIMENSIONS, UNIT, unit_of


class Measure(Struct, frozen=True):
    """A number and its unit; offsets in folded text. `times` is the 万 or 亿 written after it."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str = ""
    times: Decimal = Decimal(1)
    more: bool = False  # 3000多个
    is_range: bool = False
    needs_company: bool = False  # a plain number: 26.1 in 由26.1提高到37.5%
    multiplied: bool = False  # 翻一番: 2 × what it was

    @property
    def dimension(self) -> str:
        return DIMENSIONS.get(self.unit.split("/")[0], "")


def single_measures(text: str) -> list[Measure]:
    if not _NUMERAL.search(text):
        return []
    names = iter(quoted_names(text))
    found: list[Measure] = []
    at, (low, high) = 0, next(names, _NONE)
    for numeral in _NUMERAL.finditer(text):
        start = numeral.start()
        while high <= start:
            low, high = next(names, _NONE)
        if start < at or start >= low:
            continue
        measure = _special(text, start) or _plain_measure(text, start)
        if measure:
            found.append(measure)
            at = measure.end
    return found


_NONE = (maxsize, maxsize)
_NUMERAL = regex(rf"{NUMERAL}|翻番")

# --- one measure ------------------------------------------------------------------------------

_THOUSAND = "千(?![瓦伏克米卡])"  # 千 in 千瓦 is the unit's
_A = f"(?>{ARABIC})(?:[十百万亿]|{_THOUSAND})*"
_H = f"(?:[零〇一二两三四五六七八九十百万亿半]|{_THOUSAND})+"
_NUMBER = regex(
    # 3.7万 · 二十三点五亿 · 二十八; then 余, and the 万 of 20余万
    rf"(?:(?P<arabic>{_A})|(?P<chinese>{_H}(?:点[零一二三四五六七八九]+[万亿]*)?))"
    rf"(?:(?P<more>[余多])(?P<times>[百千万亿]*)(?={UNIT}|人|，|。))?"
)
_UNIT = regex(UNIT)
# A unit's characters that begin a word instead: 5家庭, 30名单, 2个人
_NO_UNIT = regex(
    "路(?=公交|段|线|网|口|车|灯|况|面|由|径)|人员|人口|人民|人才|人群|人大|家庭|名单|处理|处置|件套|名校(?!长)|所有|日常|天然|位于|项目部|道路|分别|分公司|里程"
)
_OPENS_RANGE = regex(f"[至到—~-](?:{_H})(?:{UNIT})")  # 三至五所
_APART = regex("[十百千万亿]*$")


def _plain_measure(text: str, start: int) -> Measure | None:
    if kind_of_name(text, start):
        return None
    number = _NUMBER.match(text, start)
    if number is None:
        return None
    written = number["arabic"] or number["chinese"]
    unit = _unit_at(text, number.end())
    low, high = _values(written, number["times"] or "")
    if low is None or high is None:
        return None
    opens_range = bool(number["chinese"] and _OPENS_RANGE.match(text, number.end()))
    multiple = _APART.search(written + (number["times"] or ""))
    measure = Measure(
        start=start,
        end=number.end() + len(unit),
        low=low,
        high=high,
        unit=unit_of(unit),
        times=(value_of(multiple[0]) if multiple and multiple[0] else None) or Decimal(1),
        more=bool(number["more"]),
        is_range=low != high,
        needs_company=not unit and (written[-1:].isdecimal() or opens_range),
    )
    if number["arabic"]:
        return measure if unit or not _latin(text, measure.end) else None
    return measure if _is_counted(text, measure, written) else None


def _unit_at(text: str, at: int) -> str:
    unit = _UNIT.match(text, at)
    return unit[0] if unit and not _NO_UNIT.match(text, at) else ""


def _latin(text: str, at: int) -> bool:
    return text[at : at + 1].isascii() and text[at : at + 1].isalpha()


_PAIR = regex("[一两二三四五六七八][两二三四五六七八九]")


def _values(written: str, times: str) -> tuple[Decimal | None, Decimal | None]:
    """Low and high: 两三 is 2 to 3."""
    factor = value_of(times) if times else Decimal(1)
    if _PAIR.fullmatch(written):
        low, high = value_of(written[0]), value_of(written[1])
        if low is not None and high is not None and low < high:
            return low, high
    value = value_of(written)
    if value is None or factor is None:
        return None, None
    return value * factor, value * factor


_SPELT = f"{HAN}+(?:点{HAN}+)?"
# 2.2:1 · 百分之十七点六 · 百分之八至九 · 百分之百 · 三分之一 · 2/3 · 15/10万 · 翻两番 · 两位数增长
_SPECIALS = regex(
    rf"(?P<base>[百千])分之(?P<share>{_SPELT}|{ARABIC})(?:[至到](?:百分之)?(?P<high>{_SPELT})(?!个))?"
    rf"|(?P<whole>{HAN}+)分之(?P<part>{HAN}+)"
    rf"|(?P<over>(?>\d+(?:\.\d+)?))/(?P<under>10万|\d\d?(?![\d/.]|[年月]))"
    r"|(?P<to>(?>\d+(?:\.\d+)?)):1(?![\d.:])"
    r"|(?P<half>一半|半数)(?=以上|左右)"
    rf"|(?P<zero>零)(?=增长(?![点极]))"
    rf"|(?<![指人总户多少分基系级倍件个次家岁])[数几](?P<vague>[十百千万亿]+)(?P<many>{UNIT})"
    rf"|(?P<teens>[二三四五六七八九]?十)[几多](?P<few>{UNIT})"
    rf"|翻(?P<doubled>[一两二三四12]?)番"
    rf"|(?P<digits>两)位数(?=以?上?的?(?:增长|增速|以上|左右|[，。;]|$))"
)
# What stands before the numeral is part of it.
_BEGUN = regex("翻[一1两二2三四]|[数几][十百千万亿]")
_DOUBLED = {"": 2, "一": 2, "1": 2, "两": 4, "二": 4, "2": 4, "三": 8, "四": 16}


def _special(text: str, start: int) -> Measure | None:
    if start and _BEGUN.match(text, start - 1):
        start -= 1
    found = _SPECIALS.match(text, start)
    if found is None or (found["over"] and kind_of_name(text, start)):
        return None
    if found["vague"] or found["teens"]:
        return _vague(found)
    if found["zero"]:
        return Measure(start, found.end() + 2, Decimal(0), Decimal(0), "%")
    value, unit = _special_value(found)
    if value is None:
        return None
    end = found.end()
    high = value_of(found["high"]) if found["high"] else None
    if high and high > value:
        return Measure(start, end, value, high, unit, is_range=True)
    doubled = found["doubled"] is not None
    more = doubled or bool(found["digits"])
    return Measure(start, end, value, value, unit, more=more, multiplied=doubled)


def _vague(found: re.Match[str]) -> Measure | None:
    """数十家 is 10 to 100, 十几家 10 to 20."""
    low = value_of(found["vague"] or found["teens"])
    if low is None:
        return None
    high = low * 10 if found["vague"] else low + 10
    unit = unit_of(found["many"] or found["few"])
    return Measure(found.start(), found.end(), low, high, unit, is_range=True)


def _special_value(found: re.Match[str]) -> tuple[Decimal | None, str]:
    if found["base"]:
        return value_of(found["share"]), "%" if found["base"] == "百" else "‰"
    if found["whole"]:
        return _ratio(value_of(found["part"]), value_of(found["whole"])), ""
    if found["under"] == "10万":
        return value_of(found["over"]), "/10万"
    if found["to"]:
        return value_of(found["to"]), ":1"
    if found["over"]:
        return _ratio(value_of(found["over"]), value_of(found["under"])), ""
    if found["half"]:
        return Decimal("0.5"), ""
    if found["digits"]:
        return Decimal(10), "%"
    return Decimal(_DOUBLED[found["doubled"]]), "倍"


def _ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Only proper fractions: 2/3, not 3/2."""
    if part is None or not whole or part >= whole:
        return None
    return part / whole


# --- does a Chinese numeral count anything? ---------------------------------------------------

# 突破百亿; and the second of 突破百亿、千亿
_EXCEEDS = regex(
    "(?:[破超过达][百千万亿]+[、和]|突破|超过?|(?<![通经不])过|达到?|跨越?|破|迈上|跃上|站上)(?:了|双)?$"
)
_NEARS = regex(
    "(?:[破超过达][百千万亿]+[元户家人亩吨]?[、和]"
    "|突破|超过?|(?<![通经不])过|达到?|跨越?|破|近|约|上|逾|不足|数|成)$"
)
_ENDS = regex('[，。;、的)”"以左大台元级]|$')
_ROUGHLY = regex("[余多]|以上|以下|左右|以内")
_VERB = (
    "新增|新建|新设|新开|新培育|新引进|新认定|新创|新改建|改建|扩建|改扩建|建成|建设|建好|打造|培育|创建|"
    "引进|引入|改造|完成|开工|申报|争创|设立|建立|认定|启用|投用|配备|购置|修建|治理|落地|投产|达到|达|"
    "不少于|至少|不低于|不超过|开通|开设|组建|举办|力争|再|以上|招引|签约|规划|布局|成立|增加|新上|实施"
)
_COUNTING = regex(rf"(?:{_VERB})(?:了|好|省级|市级|国家级|国家|全国)?$")
_COUNTING_NEARBY = regex(rf"(?:{_VERB})[^，。;：:]{{0,14}}$")
_COUNTERS = frozenset("家所座户名台辆套条处个支艘架场间栋列枚孔眼宗")
_SINGLE = frozenset("家所座条处栋辆台套")
# 两家…和一家
_LISTED = regex("(?:[两三四五六七八九十]|[0-9])[家所座条栋辆台套][^，。;、0-9]{1,14}[和、及]$")
_TALK = regex(
    '[“"]|的?(?:方面|重点|关键|意识|自信|维护|确立|坚持|毫不|务必|结合|阶段|层面|环节|确保|统筹|'
    "文明|转变|百年|专项|突破口|抓手|问题|体系|原则|导向|必须|更加|着力|不|一|时代|领域|目标|任务|"
    "攻坚战|计划|行动|中心|战略|主题|大局|台阶|关系|新台阶|轮子|翅膀|效益|主体|全面|先行|就业|率先|有|新|好|优先|走在|地)"
)


def _is_counted(text: str, measure: Measure, written: str) -> bool:
    before = text[max(0, measure.start - 20) : measure.start]
    if not set(written) - set("百千万亿"):
        return _bare_multiple_counts(text, measure, before)
    if written == "半":
        return measure.unit in ("日", "天", "小时")
    if not measure.unit:
        return measure.needs_company
    return _counted_unit(text, measure, written, before)


def _bare_multiple_counts(text: str, measure: Measure, before: str) -> bool:
    """突破百亿, 近千元, 百余户: but not 百姓, 万荣, 千方百计."""
    if not measure.unit:
        return bool(_EXCEEDS.search(before) and _ENDS.match(text, measure.end))
    if text[measure.end : measure.end + 1] == "级":
        return False
    near = _NEARS.search(before) or measure.more
    return bool(near or _ROUGHLY.match(text, measure.end))


# 十万亩大枣基地, 万亩花海: part of a name, unless something is done to them
_NAMED_AFTER = regex(
    "[^，。;、0-9]{0,12}?(?:基地|工程|示范|生态|花海|茶园|果园|林海|产业带|长廊|园区|湿地)"
)


def _counted_unit(text: str, measure: Measure, written: str, before: str) -> bool:
    named = measure.dimension == "area" and _NAMED_AFTER.match(text, measure.end)
    if named and not _COUNTING.search(before):
        return False
    large = len(written) > 1 and bool(set(written) & set("百千万亿点"))
    if _TALK.match(text, measure.end) and not large:
        return measure.dimension in ("share", "points", "multiple") and measure.unit != "成"
    if large or measure.is_range:
        return True
    if _LISTED.search(before) and measure.unit in _SINGLE:
        return True
    if written == "一" and measure.unit not in _SINGLE and measure.unit in _COUNTERS:
        return bool(re.search("(?:新增|新建|建成)$", before))
    if measure.unit in _COUNTERS or measure.unit in ("人", "位"):
        near = _COUNTING if written in ("一", "十") else _COUNTING_NEARBY
        return bool(near.search(before))
    return _own_dimension(measure, written, before)


_SOUND = ("share", "points", "multiple", "area", "mass", "power", "energy")


def _own_dimension(measure: Measure, written: str, before: str) -> bool:
    if measure.unit in ("方", "成", "分", "度", "平米") and not before.endswith(("达到", "达")):
        return measure.unit == "成" and written != "一"
    if measure.dimension in _SOUND or measure.unit in ("公里", "千米", "工作日", "个月", "人次"):
        return written != "一" or bool(_COUNTING.search(before)) or measure.unit == "倍"
    return measure.unit in ("小时", "分钟", "天", "岁", "周岁") and written != "一"
