"""The Chinese words for every closed set of the model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.model import Confidence, Reason, Repair, Revision, Status, Tier, Type


class Group(StrEnum):
    """Citizens' groups of statuses, in the order they are shown."""

    DONE = "done"
    RUNNING = "running"
    MISSED = "missed"
    UNDECIDED = "undecided"
    EXCLUDED = "excluded"


GROUPS: dict[Group, str] = {
    Group.DONE: "已完成",
    Group.RUNNING: "进行中",
    Group.MISSED: "未达标",
    Group.UNDECIDED: "暂不能判断",
    Group.EXCLUDED: "不计入",
}


@dataclass(frozen=True, slots=True)
class StatusLabel:
    """`seal` is the one character cut into the status's seal."""

    status: Status
    label: str
    seal: str
    group: Group
    meaning: str

    @property
    def href(self) -> str:
        return f"status/{self.status}.html"


# In the order in which they are listed; overdue opens its group.
STATUSES: tuple[StatusLabel, ...] = (
    StatusLabel(
        Status.ACHIEVED,
        "已完成",
        "成",
        Group.DONE,
        "到期或到期以后的数值达到目标；累计数量和节点，任何时候达到都算。",
    ),
    StatusLabel(
        Status.HOLDING,
        "目前达标",
        "达",
        Group.RUNNING,
        "期限还没到，目前的数值符合目标。",
    ),
    StatusLabel(
        Status.ON_TRACK,
        "达序时",
        "进",
        Group.RUNNING,
        "期限还没到，完成的份额不少于已过去的时间份额。",
    ),
    StatusLabel(
        Status.BEHIND,
        "欠序时",
        "欠",
        Group.RUNNING,
        "期限还没到，完成的份额少于已过去的时间份额。",
    ),
    StatusLabel(
        Status.NOT_STARTED,
        "未启动",
        "始",
        Group.RUNNING,
        "有来源明确写明尚未启动，或数值明确为零；从不作为默认。",
    ),
    StatusLabel(
        Status.MISSED,
        "未达标",
        "未",
        Group.MISSED,
        "有覆盖期限的数值，没有达到目标；差多少写在目标页上。",
    ),
    StatusLabel(
        Status.OVERDUE,
        "到期，未检索到公开结果",
        "查",
        Group.UNDECIDED,
        "期限和发布时差都已过去，在检索过的公开资料里没有覆盖期限的结果。"
        "这既不表示没有做，也不表示没有公布。",
    ),
    StatusLabel(
        Status.NOT_DUE,
        "未到统计期",
        "候",
        Group.UNDECIDED,
        "第一次应有的数据还没到发布的时候，或缺少判断所需的基期值。",
    ),
    StatusLabel(
        Status.NO_DATA,
        "暂无公开数据",
        "缺",
        Group.UNDECIDED,
        "在检索过的公开资料里没有找到数据；写明检索到哪一天、查过哪里。",
    ),
    StatusLabel(
        Status.NOT_MEASURABLE,
        "无法量化",
        "略",
        Group.EXCLUDED,
        "报告没有给出可以核对的标准；写明原因，不计入统计。",
    ),
)
STATUS: dict[Status, StatusLabel] = {label.status: label for label in STATUSES}

TYPES: dict[Type, str] = {
    Type.CUMULATIVE: "累计量",
    Type.LEVEL: "时点值",
    Type.GROWTH: "增速",
    Type.LIMIT: "控制值",
    Type.REDUCTION: "下降",
    Type.MILESTONE: "节点",
}
TYPE_MEANINGS: dict[Type, str] = {
    Type.CUMULATIVE: "从起点起累计完成的数量，例如完成改厕多少座。",
    Type.LEVEL: "某一时点应有的总量或水平，例如基站达到多少座。",
    Type.GROWTH: "一段时期的增长率，按同期比较，不按时间分摊。",
    Type.LIMIT: "不应超过的上限，例如审批不超过多少个工作日。",
    Type.REDUCTION: "一段时期的下降率，判断方法同增速，方向相反。",
    Type.MILESTONE: "做成或没有做成的一件事，例如项目开工、投产。",
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
