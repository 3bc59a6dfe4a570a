"""Whole entries to start from, offered by name; `${1:…}` are the places to fill in, in order."""

from __future__ import annotations

from tracker.model import Reason, Revision, Tier, Type
from tracker.schema.forms import Json

_DAY = "年-月-日"


def _choice(place: int, options: type[Tier] | type[Revision] | type[Reason]) -> str:
    return f"${{{place}|{','.join(options)}|}}"


def _source(first: int) -> Json:
    """`first` is the number of its first place."""
    return {
        "title": f"${{{first}:来源的标题}}",
        "url": f"${{{first + 1}:https://}}",
        "publisher": f"${{{first + 2}:发布单位}}",
        "published": f"${{{first + 3}:{_DAY}}}",
        "tier": _choice(first + 4, Tier),
        "accessed": f"${{{first + 5}:{_DAY}}}",
    }


def _target(kind: Type, rest: Json) -> Json:
    head = {"id": "${1:编号}", "title": "${2:短标题}", "quote": "${3:报告原文}", "type": str(kind)}
    return {**head, **rest}


SOURCE = [
    {"label": "来源：写在这里", "description": "标题、网址、发布单位……", "body": _source(1)},
    {"label": "来源：sources里的名字", "description": "同一个来源用到几次的", "body": "${1:名字}"},
]
SHARED_SOURCE = [
    {
        "label": "新来源，供几处使用",
        "description": "用的时候写它的名字",
        "body": {"${1:名字}": _source(2)},
    },
]
UPDATES = [
    {
        "label": "新进展：数值",
        "description": "某一天的数值和来源",
        "body": {
            "as_of": f"${{1:{_DAY}}}",
            "value": "${2:数值}",
            "kind": _choice(3, Revision),
            "source": _source(4),
        },
    },
    {
        "label": "新进展：节点",
        "description": "来源怎么说，做到没有",
        "body": {
            "as_of": f"${{1:{_DAY}}}",
            "reached": "${2|true,false|}",
            "says": "${3:来源怎么说}",
            "source": _source(4),
        },
    },
]
TARGETS = [
    {
        "label": "新目标：数量",
        "description": "从起点起累计完成多少；是总量、增速或上限的，改type",
        "body": _target(Type.CUMULATIVE, {"value": "${4:数值}", "unit": "${5:单位}"}),
    },
    {
        "label": "新目标：节点",
        "description": "做成或没有做成的一件事",
        "body": _target(Type.MILESTONE, {}),
    },
]
NOT_TARGETS = [
    {
        "label": "不是目标的数字",
        "description": "引文、数字、为什么不是目标",
        "body": {
            "quote": "${1:报告原文}",
            "number": "${2:引文里的数字}",
            "reason": _choice(3, Reason),
        },
    },
]
