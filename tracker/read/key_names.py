"""What editors write for a key or a value that the files know by an English word."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from tracker.read.nearest import nearest

# Several, where records differ: the first that the record knows is meant.
KEYS: Mapping[str, tuple[str, ...]] = {
    "编号": ("id", "number"),
    "标题": ("title",),
    "名称": ("title", "name"),
    "引文": ("quote",),
    "原文": ("quote", "words", "was"),
    "类型": ("type", "kind"),
    "数值": ("value",),
    "目标值": ("value",),
    "单位": ("agency", "unit"),
    "时限": ("deadline",),
    "完成时限": ("deadline",),
    "牵头单位": ("lead",),
    "配合单位": ("support",),
    "地区": ("places", "region"),
    "主题": ("topics",),
    "基期": ("baseline",),
    "检索日期": ("searched",),
    "进展": ("updates",),
    "背景": ("context",),
    "说明": ("note",),
    "备注": ("note",),
    "日期": ("as_of", "date", "day", "by"),
    "截至": ("as_of",),
    "数据截至": ("as_of",),
    "来源": ("source", "document"),
    "网址": ("url", "address"),
    "链接": ("url", "address"),
    "发布单位": ("publisher",),
    "发布日期": ("published",),
    "级别": ("tier",),
    "查阅日期": ("accessed",),
    "存档": ("archived",),
    "数字": ("number",),
    "理由": ("reason",),
    "原因": ("reason", "why"),
    "角色": ("role",),
    "date": ("as_of", "day"),
}

VALUES: Mapping[str, str] = {
    **dict.fromkeys(("累计量", "累计"), "cumulative"),
    **dict.fromkeys(("时点值", "时点"), "level"),
    **dict.fromkeys(("增速", "增长"), "growth"),
    **dict.fromkeys(("控制值", "上限"), "limit"),
    **dict.fromkeys(("下降", "降幅"), "reduction"),
    "参照": "relative",
    "节点": "milestone",
    "清单": "list",
    "合成": "composite",
    **dict.fromkeys(("≥", "≧", "=>", "以上", "达到", "不少于", "不低于", "至少"), ">="),
    **dict.fromkeys(("超过", "突破", "大于"), ">"),
    **dict.fromkeys(("≤", "≦", "=<", "不超过", "以内", "以下"), "<="),
    **dict.fromkeys(("低于", "小于"), "<"),
    **dict.fromkeys(("约", "左右", "≈", "大约"), "~"),
    **dict.fromkeys(("近", "接近"), "~>"),
    **dict.fromkeys(("等于", "恰好", "=="), "="),
    "范围": "range",
    **dict.fromkeys(("力争", "努力", "争取"), "stretch"),
    "编者": "editors",
    **dict.fromkeys(("月", "月度"), "month"),
    **dict.fromkeys(("季", "季度"), "quarter"),
    "半年": "half",
    **dict.fromkeys(("年", "年度"), "year"),
    **dict.fromkeys(("估计", "预计"), "estimate"),
    **dict.fromkeys(("初步", "初步数", "快报"), "preliminary"),
    **dict.fromkeys(("终值", "最终", "最终数"), "final"),
    "低": "low",
    "中": "medium",
    "高": "high",
    "说法": "statement",
    "文件": "document",
    **dict.fromkeys(("统计", "统计资料"), "statistics"),
    "第三方": "independent",
    "名称": "name",
    "背景": "context",
    "限定语": "qualifier",
    "日期": "date",
    "时限": "deadline",
    **dict.fromkeys(("序数", "序号"), "ordinal"),
    "已有成绩": "past",
    "总括": "summary",
    "词语": "word",
    "仅有方向": "direction",
    "措辞含混": "vague",
    "无指标": "no_indicator",
    "无公开数据源": "no_source",
}


SHORT = 2  # letters, of which one is not alike enough: id is no kind


def key_meant(written: str, known: Collection[str]) -> str:
    """The known key that was most likely meant; empty where none is near."""
    plain = unicodedata.normalize("NFKC", written).strip(" ：:“”\"'").lower()
    if plain in known:
        return plain
    named = (key for key in KEYS.get(plain, ()) if key in known)
    return next(named, "") or (nearest(plain, known) if len(plain) > SHORT else "")


def value_meant(written: str, known: Collection[str]) -> str:
    """The same for one of a few values."""
    plain = unicodedata.normalize("NFKC", written).strip(" “”‘’\"'「」『』《》").lower()
    if plain in known:
        return plain
    for word in (written, plain):
        if VALUES.get(word) in known:
            return VALUES[word]
    return nearest(plain, known)
