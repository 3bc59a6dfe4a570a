"""The settings and pages of a made-up archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.demo.regions import YEARS, Region
from tracker.demo.themes import THEMES

AGENCIES = {
    "虚构财政局": "finance",
    "虚构统计局": "statistics",
    "虚构工信局": "industry",
    "虚构农业农村局": "agriculture",
    "虚构交通局": "transport",
    "虚构住建局": "housing",
    "虚构生态环境局": "environment",
    "虚构教育局": "education",
    "虚构行政审批局": "permits",
}
SYNONYMS = """\
# 市民的词，编造的档案也用得上
马路: [公路]
幼儿园: [托育园]
敬老院: [养老]
厂房: [工厂]
"""
ABOUT = """\
---
title: 关于
---
## 说明

这是一份编造的档案，只用来测试程序：地区、年份、单位、数字、来源的网址全是虚构的，没有一句出自真实的报告。
"""
METHOD = """\
---
title: 方法
---
## 说明

状态由程序按规则算出；这份档案里的数字都是编造的。
"""


def site(regions: Sequence[Region]) -> str:
    first = regions[0]
    return "\n".join([
        "# 编造的档案，只用来测试",
        "title: 兑现·虚构",
        "tagline: 编造的档案，只用来测试；一切地区、数字和来源都是虚构的。",
        f"region: {first.name}",
        f"report: {first.report(YEARS[-1])}",
        "search_scope: 编造的档案，没有检索过任何来源。",
        "search_example: 乡间公路、托育园、电梯",
        "places:",
        *places(regions),
        "agencies:",
        *(f"- {{id: {AGENCIES[name]}, name: {name}}}" for name in agencies()),
        "",
    ])  # fmt: skip


def places(regions: Iterable[Region]) -> Iterator[str]:
    """Each region and the counties in it."""
    for region in regions:
        for place, short in enumerate(region.names):
            name = region.counties[place - 1] if place else region.name
            key = f"{region.id}-{place}" if place else region.id
            yield f"- {{id: {key}, name: {name}, short: {short}}}"


def agencies() -> list[str]:
    return list(dict.fromkeys(["虚构财政局", *(theme.agency for theme in THEMES)]))
