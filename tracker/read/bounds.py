"""What the words around a number make of it: at least, about, growth, a stretch, per whom."""

from __future__ import annotations

import re

from tracker.lazy import regex
from tracker.model import Bound, Change

# --- after the number -------------------------------------------------------------------------

# 8000座以上 · 5%左右 · 20个以内 · 5日内; 内 alone only where 以内 could stand: not 5家内资企业
_SUFFIXES: tuple[tuple[Bound, str], ...] = (
    (Bound.AT_LEAST, "及?以上"),
    (Bound.ABOUT, "左右|上下(?!游|班|水|联)"),
    (Bound.AT_MOST, '以内|之内|及?以下|内(?=[，。;、)”"]|$|办|完成|实现|拨|支付|送|审|到达)'),
)
_SUFFIX = regex("|".join(f"({words})" for _, words in _SUFFIXES))


def suffix_at(text: str, at: int, is_time: bool) -> tuple[Bound | None, int]:
    """The bound written behind a number, and where it ends."""
    if is_time and text.startswith("内", at) and not text.startswith(("外", "部"), at + 1):
        return Bound.AT_MOST, at + 1
    found = _SUFFIX.match(text, at)
    if found is None or found.lastindex is None:
        return None, at
    return _SUFFIXES[found.lastindex - 1][0], found.end()


# --- before the number ------------------------------------------------------------------------

_RISE = (
    "提高|提升|增加|增长|扩大|上升|发展|拓展|延长|壮大|扩展|攀升|跃升|扩充|推进|"
    "增|升|提|扩|恢复|做大|扩容"
)
_FALL = "下降|降低|减少|压减|压缩|缩短|缩减|精简|控制|回落|收窄|削减|压降|降|减|压|缩"
_FILL = "(?:了|在|年均|每年|全年|总计|累计|合计|同比|人民币|分别|到|至|其中|新增|每[人户亩天日月年]|人均|高达|[去上]年的|[0-9]{4}年[底末]?的?)*"

# Negated forms begin further left than what they negate, so the leftmost match finds them.
_PREFIXES: tuple[tuple[Bound, str], ...] = (
    # 至少建成6个: the verb may stand between
    (
        Bound.AT_LEAST,
        "(?:不(?:得|应|能)?(?:低于|少于|小于|短于)|至少|最少|最低|不下)[^，。;、0-9]{0,6}",
    ),
    # 不低于低保标准的1.3倍
    (Bound.AT_LEAST, "不(?:低于|少于)[^，。;、0-9]{0,20}的"),
    (
        Bound.AT_MOST,
        "(?:不(?:得|应|能)?(?:超过|高于|多于|大于|超)|至多|最多|最高)[^，。;、0-9]{0,4}",
    ),
    (Bound.MORE_THAN, f"(?:突破|超过|超出|超越|高于|多于|大于|逾|跨越|跨过|冲破|超|破){_FILL}"),
    (Bound.MORE_THAN, "(?<![通经不超越])过(?=⟨(?:[百千万亿]|[0-9.]+[万亿]元))"),
    (Bound.LESS_THAN, f"(?:少于|不到|不足|低于|小于|不满){_FILL}"),
    (
        Bound.ABOUT,
        "(?<![节签预集制公契条履续解合特])(?:大约|约)|(?:接近|将近|(?<![最附靠邻远相])近)",
    ),
    (Bound.AT_LEAST, "[上成数几](?=⟨[十百千万])"),
    (
        Bound.AT_LEAST,
        f"(?:达到|(?<![发直到抵送通])达|达成|(?:{_RISE})(?:到|至|为|成)|总[数量额]到|迈上|跃上|跨上|站上|登上|守住|"
        f"守牢|严守|力保){_FILL}",
    ),
    (Bound.AT_MOST, f"(?:控制在|限制在|(?:{_FALL})(?:到|至|为|在)){_FILL}"),
    # 提高覆盖率至93.5%, 压减时限至5天
    (Bound.AT_LEAST, f"(?:{_RISE})[^，。;、0-9到至]{{1,14}}[到至]"),
    # ; but not 减排量达到2万吨, 减排能力提高到85%
    (
        Bound.AT_MOST,
        f"(?:{_FALL})(?:(?!达|提高|提升|增加|扩大|上升)[^，。;、0-9到至]){{1,14}}[到至]",
    ),
)
_PREFIX = regex("|".join(f"(?:(?P<b{n}>{words})(?=⟨))" for n, (_, words) in enumerate(_PREFIXES)))
_REACH = 20  # how far before a number its bound may begin
_BREAKS = regex("[，。;:、()\n“”]")


def prefix_before(text: str, start: int, floor: int) -> Bound | None:
    """The bound in the words just before a number; `floor` is where the last number ended."""
    window = _window(text, max(floor, start - _REACH), start)
    found = _PREFIX.search(f"{window}⟨{text[start : start + 8]}")
    if found is None or found.lastgroup is None:
        return None
    return _PREFIXES[int(found.lastgroup[1:])][0]


def _window(text: str, low: int, high: int) -> str:
    """The words up to `high` that no punctuation cuts off."""
    words = text[max(0, low) : high]
    return words[max((mark.end() for mark in _BREAKS.finditer(words)), default=0) :]


# --- growth and decrease ----------------------------------------------------------------------

_GROW = "(?<!稳)增长|增加|提高|提升|上升|上涨|递增|上调|(?<![新净递])增|升高|扩大"
_SHRINK = "下降|降低|减少|压减|压缩|缩减|削减|缩短|下调|回落|收窄|压降|减低|减|降"
_AFTER_VERB = (
    "(?:了|分别|均|都|各|再|约|近|超过?|突破|逾|高于|大于|不低于|不少于|不超过|不高于|不小于|至少|力争|"
    "低于|小于|不足|年均|同比|也|将|幅度|在|可比)*"
)
_RATE = "增速|增幅|涨幅|增长率|增长速度|增长幅度"
_FALL_RATE = "降幅|下降率|降低率|下降幅度"
_AFTER_NOUN = (
    "(?:分别|均|约|近|超过?|突破|不低于|不少于|不小于|不超过|不高于|不大于|力争|达到?|为|在|控制在?|保持在?|稳定在?|年均|"
    "到|实现|预期|目标|高于|低于|回升|回落|至|提高|提升)*"
)
_CHANGE = regex(
    rf"(?:(?P<up>(?:{_GROW}){_AFTER_VERB}|(?:{_RATE}){_AFTER_NOUN})"
    rf"|(?P<down>(?:{_SHRINK}){_AFTER_VERB}|(?:{_FALL_RATE}){_AFTER_NOUN}))$"
)
# 8%左右的增速, 以15%的速度递增
_CHANGE_AFTER = regex("的?(?:年均)?(?:速度|幅度)?(?:增长(?!点|极)|增速|增幅|涨幅|递增)")


# 压减审批事项30%: the verb's object may come first where the number is a percentage
_OBJECT_FIRST = regex("(?:压减|压缩|减少|降低|缩减|削减)[^到至达为占在率]{1,8}$")


# 提升6万人次技能, 提高5家企业效益: people and things rise in number by 增, not by 提
_RAISED = regex("提升|提高|升高|扩大|缩短|压缩")


def change_at(
    text: str, start: int, end: int, floor: int, share: bool, things: bool
) -> Change | None:
    """`share`: a percentage; `things`: a count of people or things."""
    window = _window(text, max(floor, start - _REACH), start)
    found = _CHANGE.search(window)
    if found and not (things and _RAISED.match(found[0])):
        return Change.GROWTH if found["up"] else Change.DECREASE
    if share and _OBJECT_FIRST.search(window):
        return Change.DECREASE
    return Change.GROWTH if _CHANGE_AFTER.match(text, end) else None


# --- stretch ----------------------------------------------------------------------------------

# 力争达到; not 积极争取中央资金, 不懈努力
_EFFORT = regex(
    "力争|力促|争取(?!到|中央|上级|国家|省|资金|项目|更多|专项|各类|政策|支持|新增专项|地方)"
    "|(?<![同过续懈切力的])努力(?!下|方向|程度|奋斗|，|。)"
)
_RESOLVE = regex("确保|必须|坚决")
_FAR = 600  # longer than any clause
_OPENING = regex("(?:[^，。;]{0,12}[年月底末期内前]，?)?$")


def stretches(text: str) -> list[tuple[int, int]]:
    """Where 力争 and the like hold: the clause, or from a sentence's start to its ；."""
    found: list[tuple[int, int]] = []
    for effort in _EFFORT.finditer(text):
        if not found or effort.end() > found[-1][1]:
            found.append((effort.end(), _end_of_effort(text, effort)))
    return found


def _end_of_effort(text: str, effort: re.Match[str]) -> int:
    low = max(0, effort.start() - 16)
    opened = max(text.rfind(mark, low, effort.start()) for mark in "。;\n") + 1
    opens = _OPENING.fullmatch(text, opened, effort.start()) if opened or not low else None
    end = _first(text, "。;\n" if opens else "，。;\n", effort.end())
    resolve = _RESOLVE.search(text, effort.end(), end)
    return resolve.start() if resolve else end


def _first(text: str, marks: str, at: int) -> int:
    ends = [text.find(mark, at, at + _FAR) for mark in marks]
    return min((end for end in ends if end >= 0), default=min(at + _FAR, len(text)))


# --- per --------------------------------------------------------------------------------------

_HEADS = (
    "人口|常住人口|名老年人|老年人|人|户|亩|元|公里|平方公里|立方米|名|家|件|度|吨|年|月|天|周|季度|日|"
    "台|辆|次|班|床|学年"
)
_UNTIL = (
    "(?=至少|最少|拥有|建成|建设|新建|新增|完成|培育|不少于|不低于|不超过|达到|达|打造|确保|都|均|要|创建|配备|"
    "增加|提高|有|安排|补助|奖励|[0-9一二两三四五六七八九十⟨])"
)
# 每个乡镇至少建成6个 · 每万人6.5张 · 万元GDP能耗下降3%
_PER = regex(
    rf"每(?:[一十百千万]|[0-9]+[十百千万]*)?(?:{_HEADS})"
    rf"|每一?(?:[个名所座条家][^，。;0-9每⟨]{{1,10}}?|(?:县|市|区|乡|镇|乡镇|村|街道|社区)[^，。;0-9每⟨]{{0,6}}?){_UNTIL}"
    rf"|(?<![0-9亿百])(?:万元|单位)(?:GDP|地区生产总值|生产总值|工业增加值|产值)|万人(?=发明|有效|高价值|拥有)"
)
_CLAUSE = regex("[，。;\n]")


def per_before(text: str, start: int) -> tuple[int, int] | None:
    """Where the words stand that say per whom."""
    low = max(0, start - 40)
    cut = max((mark.end() for mark in _CLAUSE.finditer(text, low, start)), default=low)
    found = [words.span() for words in _PER.finditer(text[cut:start] + "⟨")]
    if not found:
        return None
    (low, high), earlier = found[-1], found[:-1]
    while earlier and earlier[-1][1] == low:  # 每人每月
        low = earlier.pop()[0]
    return cut + low, cut + high
