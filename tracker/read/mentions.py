"""Quantities of a plan that promise nothing: 65万人民, 落实17条措施, 不到四成."""

from __future__ import annotations

from collections.abc import Callable

from tracker.lazy import regex
from tracker.model import Quantity

_Rule = Callable[[str, int, int, Quantity], bool]


def is_mention(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Whether the quantity from `start` to `end` of folded text is only spoken of."""
    return any(rule(text, start, end, quantity) for rule in _RULES)


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - 24) : start]
    return window[max(window.rfind(mark) for mark in "，。；;：:\n") + 1 :]


# --- people -----------------------------------------------------------------------------------

# 65万云溪人民, 1200万儿女
_A_PEOPLE = regex("[^，。；;、0-9]{0,6}?(?:人民|儿女|父老|同胞|各族|干部群众)")
_SOME_PEOPLE = regex("[^，。；;、0-9]{0,6}?(?:市民|群众|百姓|居民|人口|中等收入群体)")
_HELPED = regex(
    "(?:惠及|解决|覆盖|服务|帮扶|培训|补贴|救助|转移|搬迁|保障|改善|受益|安置|新增|完成)"
)
_LED = regex(
    "(?:让|使|为|带领|团结|依靠|与|和|辜负|肩负|承载|关乎|凝聚|满足|造福|(?:我国|我们|全国|我省|我市|我区|我县|世界|全球)[^，。]{0,6}有)"
    "(?:全[国省市县区州])?(?:近|约|超过?)?$"
)
_CLASS = regex("[^，。；;、0-9]{0,2}?中等收入群体")


def _people(text: str, start: int, end: int, quantity: Quantity) -> bool:
    if quantity.unit not in ("", "人", "名"):
        return False
    before = _clause_before(text, start)
    if _CLASS.match(text, end):
        return True
    if _A_PEOPLE.match(text, end):
        return not _HELPED.search(before)
    return bool(_SOME_PEOPLE.match(text, end) and _LED.search(before))


# --- what is there already, and what others decided ---------------------------------------------

_CARRIED_OUT = regex("落实|贯彻|执行|抓细抓实|用好|兑现|对照|按照|根据")
_MEASURES = regex("[^，。；;、0-9]{0,6}?(?:措施|政策|举措|意见|规定|办法|细则)|$|[，。；;、]")


def _decided_before(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """落实17条措施; but not 推出10项措施"""
    if quantity.unit not in ("条", "项", "个"):
        return False
    carried_out = _CARRIED_OUT.search(_clause_before(text, start))
    return bool(carried_out and _MEASURES.match(text, end))


_FIELDS = regex(
    "(?:重点|主要|关键|核心|优势|传统|特色)*(?:领域|行业(?=[，。；;、的等和开])|方面|环节|维度|层面|阶段|关系|指标|体系(?!建设))"
)
_AIMS = regex("(?:重点|主要|关键|方面的?)*(?:任务|工作|目标(?!任务)|问题|要求)")
_TOPICS = regex("抓好|做好|提出|突出|聚焦|围绕|着力|确定|明确|把握|处理|以下|针对")


def _topic(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """等17个领域, 抓好8项重点工作"""
    if quantity.unit not in ("个", "项", "条", "类", "种"):
        return False
    if _FIELDS.match(text, end):
        return True
    return bool(_AIMS.match(text, end) and _TOPICS.search(_clause_before(text, start)))


_ONLY = regex("(?:不到|不足|仅|仅有|仅为|只有|[仅只](?:占|相当于)[^，。;、0-9]{0,8})$")
_BELOW_MEAN = regex("低于全[国省市区县州](?:的?平均)(?:水平|数)?$")


def _too_few(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """占比不到四成, 低于全省平均2300元: nobody promises that"""
    if quantity.unit == "元" and _BELOW_MEAN.search(text, max(0, start - 12), start):
        return True
    return bool(_ONLY.search(text, max(0, start - 16), start))


_PROLONGED = regex("(?:承包|到期)[^，。；;]{0,8}延长$")


def _land_lease(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """第二轮土地承包到期后再延长30年"""
    return quantity.unit == "年" and bool(_PROLONGED.search(text, max(0, start - 16), start))


def _last_places(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """退出全省后10名"""
    return quantity.unit in ("名", "位") and text[start - 1 : start] in ("后", "倒")


_RULES: tuple[_Rule, ...] = (
    _people,
    _decided_before,
    _topic,
    _too_few,
    _land_lease,
    _last_places,
)
