"""The units of quantities, as reports write them."""

from __future__ import annotations

import re
from decimal import Decimal

from tracker.lazy import regex
from tracker.read.numerals import plain, value_of

_BY_DIMENSION: dict[str, str] = {
    "money": "元 美元 欧元 港元 港币 日元 英镑 人民币",
    "area": "平方公里 平方千米 平方米 平米 公顷 亩 亩次 ㎡ m² km²",
    "length": ("公里 千米 米 厘米 毫米 华里 里 海里 英寸 纳米 车道公里 线公里 皮长公里 km mm cm"),
    "volume": "立方米 方 标方 升 m³",
    "mass": "吨 公斤 千克 斤 克 毫克 微克 担 吨标准煤 吨标煤 蒸吨 载重吨 总吨 kg",
    "power": "千瓦 兆瓦 吉瓦 瓦 kW MW GW 千伏安 兆伏安",
    "voltage": "千伏 伏 kV",
    "energy": "千瓦时 千瓦小时 兆瓦时 吉瓦时 度 kWh MWh GWh 大卡",
    "data": "TB PB EB GB Mbps Gbps Tbps P PFlops PFLOPS EFlops EFLOPS MHz GHz 兆",
    "share": "% ‰ 成",
    "points": "百分点 千分点",
    "multiple": "倍",
    "time": "工作日 日 天 小时 分钟 秒 个月 年 课时 学时",
    "age": "岁 周岁",
    "people": "人 名 位 人次 人年 户 户次",
    "freight": (
        "吨公里 人公里 重量箱 标箱 标准箱 TEU 车次 班次 架次 列 列次 航次 班 趟 客位 件次 辆次 艘次"
    ),
    "temperature": "摄氏度 ℃",
    "score": "分",
    "count": (
        "个 家 座 处 所 套 条 项 件 种 类 台 辆 架 艘 头 只 株 棵 根 张 床 间 栋 幢 块 片 场 册 批 "
        "支 宗 起 孔 口 眼 盏 村 镇 乡 次 例 笔 篇 部 门 枚 匹 羽 尾 颗 粒 瓶 箱 桶 杆 对 组 份 句 "
        "幅 具 层 段 站 首 席 卷 本 款 泊位 车位 床位 学位 标台 路 场次 批次 台套 台次 家次 台件 件套 项次 "
        "人份 套次 剂次 剂 单 票 道 只次 卡 屏 桩 枪 泵 尊 把 扇 棚"
    ),
}
DIMENSIONS: dict[str, str] = {
    unit: dimension for dimension, units in _BY_DIMENSION.items() for unit in units.split()
}
# Longest first: 平方公里 before 公里, 人次 before 人.
UNITS: tuple[str, ...] = tuple(sorted(DIMENSIONS, key=lambda unit: (-len(unit), unit)))

_ONE_OF = "|".join(map(re.escape, UNITS))
# 个百分点 and 百分点 are one unit; 微克/立方米 and 元/人·月 are units too; 5A and 5kWx are none.
UNIT = (
    rf"(?:个(?=百分点|千分点|工作日|小时))?(?:{_ONE_OF})(?<![A-Za-z](?=[A-Za-z]))"
    rf"(?:/(?:[百千万亿]?(?:{_ONE_OF})|月|GDP)(?![A-Za-z]))?"
)
_UNIT = regex(UNIT)
_MULTIPLE = regex(r"[十百千万亿]+")


def split_unit(written: str) -> tuple[Decimal, str]:
    """万亩 → 10000, 亩; 亿元 → 100000000, 元; 千瓦 → 1, 千瓦."""
    written = plain(written.strip())
    unit = unit_of(written)
    multiple = _MULTIPLE.match(unit)
    if multiple is None or _UNIT.fullmatch(unit):
        return Decimal(1), unit
    for end in range(1, multiple.end()):  # the shortest: 万千瓦 is 万 and 千瓦
        factor = value_of(unit[:end])
        if factor is not None and _UNIT.fullmatch(unit[end:]):
            return factor, unit_of(unit[end:])
    factor = value_of(multiple[0])
    return (factor, unit[multiple.end() :]) if factor else (Decimal(1), unit)


def unit_of(written: str) -> str:
    """个百分点 → 百分点, as both are written for the same."""
    if re.match("个(?:百分点|千分点|工作日|小时)", written):
        return written[1:]
    return written
