"""The Chinese words for every closed set of the model."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from tracker.model import Bound, Confidence, Flag, Reason, Repair, Revision, Status, Tier, Type


class Group(StrEnum):
    """Citizens' groups of statuses, in the order they are shown: what nobody knows comes first."""

    UNDECIDED = "undecided"
    DONE = "done"
    RUNNING = "running"
    MISSED = "missed"
    EXCLUDED = "excluded"


GROUPS: dict[Group, str] = {
    Group.UNDECIDED: "暂不能判断",
    Group.DONE: "已完成",
    Group.RUNNING: "进行中",
    Group.MISSED: "未达标",
    Group.EXCLUDED: "不计入",
}


class StatusLabel(Struct, frozen=True):
    """`seal` is the one character cut into the status's seal."""

    status: Status
    seal: str
    group: Group
    meaning: str

    @property
    def label(self) -> str:
        return self.status.label

    @property
    def href(self) -> str:
        return f"status/{self.status}.html"

    def __reduce__(self) -> tuple[Callable[[Status], StatusLabel], tuple[Status]]:
        """One object for each status, also of what was kept in a file."""
        return label_of, (self.status,)


def label_of(status: Status) -> StatusLabel:
    return STATUS[status]


# In the order in which they are listed; overdue opens its group.
STATUSES: tuple[StatusLabel, ...] = (
    StatusLabel(
        Status.ACHIEVED,
        "成",
        Group.DONE,
        "到期或到期以后的数值达到目标；累计数量和节点，任何时候达到都算。",
    ),
    StatusLabel(
        Status.HOLDING,
        "达",
        Group.RUNNING,
        "期限还没到，目前的数值符合目标。",
    ),
    StatusLabel(
        Status.ON_TRACK,
        "进",
        Group.RUNNING,
        "期限还没到，完成的份额不少于已过去的时间份额。",
    ),
    StatusLabel(
        Status.BEHIND,
        "欠",
        Group.RUNNING,
        "期限还没到，完成的份额少于已过去的时间份额。",
    ),
    StatusLabel(
        Status.NOT_STARTED,
        "始",
        Group.RUNNING,
        "有来源明确写明尚未启动，或数值明确为零；从不作为默认。",
    ),
    StatusLabel(
        Status.MISSED,
        "未",
        Group.MISSED,
        "有覆盖期限的数值，没有达到目标；差多少写在目标页上。",
    ),
    StatusLabel(
        Status.OVERDUE,
        "查",
        Group.UNDECIDED,
        "期限和发布时差都已过去，在检索过的公开资料里没有覆盖期限的结果。"
        "这既不表示没有做，也不表示没有公布。",
    ),
    StatusLabel(
        Status.NOT_DUE,
        "候",
        Group.UNDECIDED,
        "第一次应有的数据还没到发布的时候，或缺少判断所需的基期值。",
    ),
    StatusLabel(
        Status.NO_DATA,
        "缺",
        Group.UNDECIDED,
        "在检索过的公开资料里没有找到数据；写明检索到哪一天、查过哪里。",
    ),
    StatusLabel(
        Status.NOT_MEASURABLE,
        "略",
        Group.EXCLUDED,
        "报告没有给出可以核对的标准；写明原因，不计入统计。",
    ),
    StatusLabel(
        Status.WITHDRAWN,
        "止",
        Group.EXCLUDED,
        "有文件写明不再实行；文件列在目标页上。",
    ),
)
STATUS: dict[Status, StatusLabel] = {label.status: label for label in STATUSES}

TYPES: dict[Type, str] = {
    Type.CUMULATIVE: "累计量",
    Type.LEVEL: "时点值",
    Type.GROWTH: "增速",
    Type.LIMIT: "控制值",
    Type.REDUCTION: "下降",
    Type.RELATIVE: "参照",
    Type.MILESTONE: "节点",
    Type.LIST: "清单",
    Type.COMPOSITE: "合成",
}
TYPE_MEANINGS: dict[Type, str] = {
    Type.CUMULATIVE: "从起点起累计完成的数量，例如完成改厕多少座。",
    Type.LEVEL: "某一时点应有的总量或水平，例如基站达到多少座。",
    Type.GROWTH: "一段时期的增长率，按同期比较，不按时间分摊。",
    Type.LIMIT: "不应超过的上限，例如审批不超过多少个工作日。",
    Type.REDUCTION: "一段时期的下降率，判断方法同增速，方向相反。",
    Type.RELATIVE: "与另一项目标相比，例如收入增长不低于经济增长。",
    Type.MILESTONE: "做成或没有做成的一件事，例如项目开工、投产。",
    Type.LIST: "逐项列出的若干件事，例如推出多少项措施。",
    Type.COMPOSITE: "由几项目标合成，各部分另有自己的页面；统计时只数各部分。",
}

FLAGS: dict[Flag, str] = {
    Flag.STRETCH: "力争",
    Flag.EARLY: "提前",
    Flag.LATE: "逾期完成",
    Flag.EXCEEDED: "超额",
    Flag.PRELIMINARY: "初步",
    Flag.REVISED: "已调整",
    Flag.REDEFINED: "口径变化",
    Flag.STALE: "数据过期",
    Flag.DISPUTED: "有异议",
    Flag.SELF_REPORTED: "仅部门自报",
    Flag.STRAIGHT_LINE: "按直线推算",
    Flag.UNDATED: "报告未写明时限",
    Flag.EDITORIAL: "编辑设定",
}

FLAG_MEANINGS: dict[Flag, str] = {
    Flag.STRETCH: "报告写的是力争、努力、争取",
    Flag.EARLY: "时限之前已经达到",
    Flag.LATE: "时限那天还没有达到，后来达到",
    Flag.EXCEEDED: "数值高于目标",
    Flag.PRELIMINARY: "所据的是估计数或初步数",
    Flag.REVISED: "有文件调整过目标，见下",
    Flag.REDEFINED: "统计口径变过，见下",
    Flag.STALE: "最近的数值已超过1.5个统计周期",
    Flag.DISPUTED: "有公开的不同说法，见下",
    Flag.SELF_REPORTED: "数值只来自作出承诺的一方",
    Flag.STRAIGHT_LINE: "报告没有写各年进度，按直线推算",
    Flag.UNDATED: "按报告年份12月31日计",
    Flag.EDITORIAL: "报告没有可核对的标准，由编者设定",
}

REASONS: dict[Reason, str] = {
    Reason.NAME: "名称",
    Reason.CONTEXT: "背景数",
    Reason.QUALIFIER: "限定语",
    Reason.DATE: "日期",
    Reason.DEADLINE: "时限",
    Reason.ORDINAL: "序号",
    Reason.PAST: "已有成绩",
    Reason.SUMMARY: "概括数",
    Reason.WORD: "词语",
}
REASON_MEANINGS: dict[Reason, str] = {
    Reason.NAME: "口号、产品、项目、会议等名称的一部分",
    Reason.CONTEXT: "说明背景，不是要达到的数",
    Reason.QUALIFIER: "限定所数的对象",
    Reason.DATE: "年月日",
    Reason.DEADLINE: "目标的期限，记在目标里",
    Reason.ORDINAL: "表示次序",
    Reason.PAST: "说的是以往的结果",
    Reason.SUMMARY: "概括随后逐一列出的事项",
    Reason.WORD: "恰好含有数字的普通词语或地名",
}

TIERS: dict[Tier, str] = {
    Tier.INDEPENDENT: "独立来源",
    Tier.STATISTICS: "统计资料",
    Tier.DOCUMENT: "正式文件",
    Tier.STATEMENT: "本方陈述",
}
TIER_MEANINGS: dict[Tier, str] = {
    Tier.INDEPENDENT: "与承诺方无关的机构或个人自行得出的结果。",
    Tier.STATISTICS: "统计公报、统计年鉴等统计机构发布的资料。",
    Tier.DOCUMENT: "认定、批准机关印发的名单、通知或文件。",
    Tier.STATEMENT: "作出承诺的政府、其官员或所属媒体自己的说法。",
}
BOUNDS: dict[Bound, str] = {
    Bound.AT_LEAST: "不少于",
    Bound.MORE_THAN: "超过",
    Bound.AT_MOST: "不超过",
    Bound.LESS_THAN: "低于",
    Bound.ABOUT: "左右",
    Bound.NEARLY: "接近",
    Bound.EXACTLY: "等于",
    Bound.RANGE: "范围",
}
CONFIDENCES: dict[Confidence, str] = {
    Confidence.HIGH: "把握高",
    Confidence.MEDIUM: "把握中等",
    Confidence.LOW: "把握低",
}
REVISIONS: dict[Revision, str] = {
    Revision.ESTIMATE: "估计数",
    Revision.PRELIMINARY: "初步数",
    Revision.FINAL: "最终数",
}
REPAIRS: dict[Repair, str] = {
    Repair.JOINED: "接回断行",
    Repair.ORDINAL: "序号归题",
    Repair.MASTHEAD: "报头信息",
    Repair.JUMP: "转接提示",
    Repair.INFERRED: "推定序号",
    Repair.MOVED: "移动次序",
}
REPAIR_MEANINGS: dict[Repair, str] = {
    Repair.JOINED: "一段话在栏末断开，阅读版把它接回。",
    Repair.ORDINAL: "序号单独占一行，阅读版把它放回标题之前。",
    Repair.MASTHEAD: "日期、编辑等报头文字，作为出处信息，不进入正文。",
    Repair.JUMP: "“上接”“下转”等版面提示，不进入正文。",
    Repair.INFERRED: "版面上缺少的序号，按前后次序推定，并标明。",
    Repair.MOVED: "印在别处的章节，按编者说明移动次序，并标明。",
}
UNMEASURABLE: dict[str, str] = {
    "no_indicator": "无指标",
    "vague": "措辞含混",
    "no_source": "无公开数据源",
    "direction": "仅有方向",
}
