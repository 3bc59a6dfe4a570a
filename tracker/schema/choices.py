"""The closed sets of `targets.yaml` in Chinese: the handbook's words, and others for the same.

The tables of `content/editing.md` say the same; a test compares them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tracker.model import Bound, Confidence, Period, Reason, Revision, Tier, Type
from tracker.read.targets import Effort, Setter, Unmeasurable
from tracker.render import labels

BY_HANDBOOK = (
    Unmeasurable.DIRECTION, Unmeasurable.VAGUE, Unmeasurable.NO_INDICATOR, Unmeasurable.NO_SOURCE,
)  # fmt: skip
CHOICES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Type: {**labels.TYPES, Type.RELATIVE: "参照另一目标"},
    Bound: {
        Bound.AT_LEAST: "以上、达到",
        Bound.MORE_THAN: "超过、突破",
        Bound.AT_MOST: "不超过、以内",
        Bound.LESS_THAN: "低于",
        Bound.ABOUT: "左右、约",
        Bound.NEARLY: "近、接近",
        Bound.EXACTLY: "恰好",
        Bound.RANGE: "范围",
    },
    Effort: {Effort.STRETCH: "力争、努力、争取"},
    Setter: {Setter.EDITORS: "编者设定"},
    Unmeasurable: {one: labels.UNMEASURABLE[one] for one in BY_HANDBOOK},
    Period: {
        Period.MONTH: "月",
        Period.QUARTER: "季",
        Period.HALF: "半年",
        Period.YEAR: "年",
    },
    Revision: {
        Revision.ESTIMATE: "估计",
        Revision.PRELIMINARY: "初步",
        Revision.FINAL: "终值",
    },
    Confidence: {
        Confidence.LOW: "低",
        Confidence.MEDIUM: "中",
        Confidence.HIGH: "高",
    },
    Tier: {
        Tier.STATEMENT: "说法",
        Tier.DOCUMENT: "文件",
        Tier.STATISTICS: "统计",
        Tier.INDEPENDENT: "第三方",
    },
    Reason: {
        Reason.NAME: "名称",
        Reason.CONTEXT: "背景",
        Reason.QUALIFIER: "限定语",
        Reason.DATE: "日期",
        Reason.DEADLINE: "时限",
        Reason.ORDINAL: "序数",
        Reason.PAST: "已有成绩",
        Reason.SUMMARY: "总括",
        Reason.WORD: "词语",
    },
}
# Words that pages and offices use for the same.
OTHERS: Mapping[str, StrEnum] = {
    **{word: one for one, word in labels.REVISIONS.items()},
    **{word: one for one, word in labels.TIERS.items()},
    "预计": Revision.ESTIMATE,
    "快报": Revision.PRELIMINARY,
    "最终": Revision.FINAL,
}


def choice_meant(written: str, words: Mapping[Any, str]) -> str:
    """The value of its Chinese word, of another word for it, or of itself; empty for no such."""
    named = {**OTHERS, **{word: one for one, word in words.items()}}
    value = named.get(written, written.lower())
    return str(value) if value in words else ""
