"""Whether a quantity is counted itself or describes what is counted."""

from __future__ import annotations

from tracker.lazy import regex
from tracker.read.measures import Measure

_DOING = (
    "新增|新建|新改建|改建|扩建|改扩建|建成|建设|完成|实现|打造|争取|安排|筹集|达到|达|提供|整备|拓展|新开工|开工|"
    "投产|并网|投入|培育|引进|发展|改造|治理|修复|整治|种植|培训|转移|创建|落实|推广|流转|实施|开展|整理|盘活|"
    "供应|收储|释放|消纳|形成|增加|至少|不少于|筹措|新增的|淘汰|压减|去除|化解|组织|帮扶|扶持|补贴|发放|新种|绿化|"
    "配备|选派|选聘|招聘|招录|聘用|设立|设置|拥有|招引|吸引|储备|开设|举办"
)
# 新增30万平方米…的厂房: the verb's own object
_DONE = regex(rf"(?:{_DOING})(?:了|约|近|超过?|逾|各类|全市|全省)*$")

# 总投资381.4亿元的
_ATTRIBUTE = regex(
    "(?:总投资额?|概算投资|估算投资|计划投资|总装机|总库容|库容|设计|占地|全长|总长|注册资本|单体投资|总面积|"
    "年产|日产|日处理|年处理|年加工|日供水|年供水|投资额?|产值|营收|收入|主营业务收入|纳税|税收|市值|估值|规模)"
    "(?:规模|能力|容量|面积|额|约|达到?|超过?|为|在|近|逾|过|共|突破|上)*$"
)
# 年产30万辆的整车项目
_YIELD = regex("(?:年产|日产|年加工|年处理)(?:约|达|超)?$")
_ALWAYS = regex(
    "(?:总投资额?|概算投资|估算投资|总库容|占地(?:面积)?|全长|总长|注册资本|设计[^，。;]{0,4})(?:约|达|为|共|近|逾)*$"
)
_GOES_ON = regex("(?:的|及以上|以上|以下)*(?:的|(?=[\u4e00-\u9fff“A-Z]))(?![，。;、和及与])")
_JOINS = regex('[，。;:、)”"\n]|和|及|与|$|并|且')
_HEAD = regex(
    "的?(?:重大|重点|大型|级|工业|产业|骨干|龙头|规上|农业|招商|民营|上市|制造业|大|外资|技改|特色|优势|先进|"
    "战略性新兴|投资|新兴|服务业|领军|旗舰|文旅|新|好|产值|税收)*"
    "(?:项目|企业|集群|产业|园区|强镇|强县|县|村|镇|楼宇|街区|平台|品牌|市场主体|产品|公司)"
)
# 亿元以上生产经营项目
_LIMIT = regex("[百千万亿]+元|.*以[上下]$")
_FIRMS = regex("[^，。;、0-9和及与]{0,8}?(?:项目|企业|集群|产业|园区|薄弱村|村集体|家庭|农户)")
# 其中5亿元以上20个; 3个1000亩以上
_ITS_COUNT = regex(r"的?\d+[个家项处座]")
# 500米范围
_AROUND = regex("(?:服务)?(?:范围|半径|见园|见绿|缓冲)|内(?=[^，。;、]{0,8}?覆盖)")
_RING = regex("[^，。;、]{0,8}?圈")
_SERVED = regex("(?:自助|服务|值守|在线|不打烊|运营|过境|制|热线|便民|书房|全天候)")
_PLANT = regex(
    "[^，。;、]{0,4}?(?:风电|风力|光伏|发电|机组|电站|水电|火电|储能|煤电|生物质|抽水|锅炉|变电|线路|输)"
)
_CLASS = regex("级")
_AGED = regex("寿命|年龄")
_SHARE = regex("的?部分")  # 不超过100万元部分减半
_MONEY_OWN = regex("的(?:目标|任务|投资|规模|增长|支出|资金|缺口|水平|大关|收入|产值)")


def describes(text: str, measure: Measure, end: int, floor: int) -> bool:
    """65岁以上的, 150兆瓦风电, 超亿元项目; `end` is where the bound behind the number ends."""
    before = text[max(floor, measure.start - 14) : measure.start]
    if measure.dimension in ("", "share", "points", "multiple", "score"):
        return False
    if end > measure.end and (_ITS_COUNT.match(text, end) or _counted_before(text, measure, floor)):
        return True
    if measure.dimension == "voltage" or measure.unit in ("英寸", "纳米"):
        return True
    if _CLASS.match(text, measure.end):
        return True
    if measure.dimension == "length" and _AROUND.match(text, end):
        return True
    if measure.dimension == "age":
        grouped = end > measure.end and not _JOINS.match(text, end)  # 年龄35岁以下青年
        return grouped or not _AGED.search(text, max(0, measure.start - 14), measure.start)
    if measure.dimension == "time":
        return bool(_RING.match(text, end) or _SERVED.match(text, end))
    if measure.dimension == "money":
        return _money(text, measure, before, end)
    return _physical(text, measure, before, end)


def _counted_before(text: str, measure: Measure, floor: int) -> bool:
    return measure.start == floor > 0 and text[floor - 1] in "个家项处座"


def _money(text: str, measure: Measure, before: str, end: int) -> bool:
    if _MONEY_OWN.match(text, end):
        return False
    if _SHARE.match(text, end):
        return True
    attribute = _ATTRIBUTE.search(before)
    if text[end : end + 1] == "的":
        return bool(attribute) or not _DONE.search(before)
    if _HEAD.match(text, end) or (
        _LIMIT.match(text, measure.start, end) and _FIRMS.match(text, end)
    ):
        return True
    return bool(_ALWAYS.search(before))


def _physical(text: str, measure: Measure, before: str, end: int) -> bool:
    if _DONE.search(before):
        return False
    if _ALWAYS.search(before):
        return True
    if measure.dimension == "power" and _PLANT.match(text, end):
        return True
    if measure.dimension == "count":
        return bool(_YIELD.search(before) and _GOES_ON.match(text, end))
    bounded = end > measure.end
    if _ATTRIBUTE.search(before) or text[end : end + 1] == "的":
        return bool(_GOES_ON.match(text, end))
    return bounded and not _JOINS.match(text, end)
