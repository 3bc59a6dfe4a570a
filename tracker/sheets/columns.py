"""The table of columns: export, import, the guide and the handbook all follow it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from tracker.model import Revision, Tier
from tracker.render import labels
from tracker.schema.choices import CHOICES


class Form(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"  # a day, a month or a year
    WHEN = "when"  # a day, or words
    VALUE = "value"  # a number, a range, or how far a milestone has come
    NAMES = "names"  # several, with 、 between them
    CHOICE = "choice"
    SHARE = "share"  # a percentage
    ORDER = "order"  # a running number


class Use(StrEnum):
    """What a changed cell of a column means."""

    ORDER = "order"  # nothing
    KEY = "key"  # another target
    GIVEN = "given"  # a mistake: the report or a document says it
    COMPUTED = "computed"  # a mistake: the rules say it
    OWN = "own"  # the field is written anew
    UPDATE = "update"  # together with the other cells of its kind: a new update
    SOURCE = "source"  # likewise

    @property
    def is_locked(self) -> bool:
        return self in (Use.ORDER, Use.KEY, Use.GIVEN, Use.COMPUTED)


TYPES, BOUNDS = labels.TYPES, labels.BOUNDS
KINDS, TIERS = CHOICES[Revision], CHOICES[Tier]
# What stands in the column of values besides numbers.
AT_LEAST = "至少"
REACHED, NOT_REACHED, NOT_STARTED = "已做到", "未做到", "未启动"


class Column(Struct, frozen=True):
    """`key` is the field of `targets.yaml`; `width` counts in characters of a sheet.

    `guide` tells in Chinese what stands in the column, and what to write.
    """

    key: str
    name: str
    form: Form
    use: Use
    width: int
    guide: str
    also: tuple[str, ...] = ()  # other names under which it may come in
    words: Mapping[Any, str] = field(default_factory=dict)  # of a choice

    def __hash__(self) -> int:
        return hash(self.key)


ID = Column(
    "id",
    "编号",
    Form.TEXT,
    Use.KEY,
    17,
    "目标的编号，靠它认出是哪一个目标；不要改",
    ("ID", "目标编号"),
)
VALUE = Column(
    "update.value", "累计完成", Form.VALUE, Use.UPDATE, 10,
    "来源给出的最新数值，如8212、3.7万、3～5、至少1；节点写“已做到”“未做到”“未启动”，或到了哪一步",
    ("完成情况", "完成情况/累计完成", "累计完成情况", "数值"),
)  # fmt: skip
AS_OF = Column(
    "update.as_of", "数据截至", Form.DAY, Use.UPDATE, 11,
    "数值所属的日期；只知道月份写2023-12，只知道年份写2023", ("截至日期", "截至", "数据截止"),
)  # fmt: skip
KIND = Column(
    "update.kind", "数据性质", Form.CHOICE, Use.UPDATE, 8,
    "估计、初步、终值；不写就是终值", words=KINDS,
)  # fmt: skip
SAYS = Column(
    "update.says", "进展情况", Form.TEXT, Use.UPDATE, 30,
    "来源怎么说，照原话；节点必须写，其他可以不写。原来的话不会抄给新的数值", ("进展",),
)  # fmt: skip
SOURCE = (
    Column(
        "source.title", "数据来源", Form.TEXT, Use.SOURCE, 26, "来源的标题；有新数值就必须写",
        ("佐证材料", "佐证材料/数据来源", "来源", "来源标题"),
    ),
    Column(
        "source.url", "网址", Form.TEXT, Use.SOURCE, 20,
        "来源的网址，以http://或https://开头", ("来源网址", "链接"),
    ),
    Column("source.publisher", "发布单位", Form.TEXT, Use.SOURCE, 14, "谁发布的", ("发布机构",)),
    Column("source.published", "发布日期", Form.WHEN, Use.SOURCE, 11, "来源的发布日期；没有日期的，写来源怎么说", ("发布时间",)),
    Column(
        "source.tier", "来源级别", Form.CHOICE, Use.SOURCE, 8,
        "说法（政府、官员自己说的）、文件、统计、第三方", words=TIERS,
    ),
    Column("source.accessed", "查阅日期", Form.DAY, Use.SOURCE, 11, "哪一天看到的", ("查阅时间",)),
)  # fmt: skip
ARCHIVED = Column("source.archived", "存档网址", Form.TEXT, Use.SOURCE, 20, "存档副本的网址")

LEDGER: tuple[Column, ...] = (
    Column("order", "序号", Form.ORDER, Use.ORDER, 5, "只为了好数，导入时不看"),
    ID,
    Column("title", "主要任务", Form.TEXT, Use.OWN, 20, "给市民看的短标题", ("标题",)),
    Column("section", "类别", Form.TEXT, Use.GIVEN, 14, "报告的哪一部分"),
    Column("quote", "报告原文", Form.TEXT, Use.GIVEN, 30, "报告里的原话", ("引文",)),
    Column("type", "类型", Form.CHOICE, Use.GIVEN, 8, "怎样判断，见编辑手册", words=TYPES),
    Column("bound", "要求", Form.CHOICE, Use.GIVEN, 8, "不少于、超过、不超过……", words=BOUNDS),
    Column("value", "目标值", Form.VALUE, Use.GIVEN, 8, "报告要求达到的数", ("量化指标", "量化指标/目标值")),
    Column("unit", "单位", Form.TEXT, Use.GIVEN, 7, "目标值和累计完成的单位"),
    Column("baseline", "基期值", Form.TEXT, Use.GIVEN, 12, "从多少起算，属于哪一天"),
    Column("deadline", "完成时限", Form.WHEN, Use.GIVEN, 11, "哪一天到期", ("时限", "完成期限")),
    Column("lead", "牵头单位", Form.NAMES, Use.OWN, 12, "文件写明的牵头单位，几个单位用顿号隔开", ("牵头部门",)),
    Column("support", "配合单位", Form.NAMES, Use.OWN, 12, "文件写明的配合单位，几个单位用顿号隔开", ("责任单位", "责任单位/配合单位", "配合部门")),
    Column("places", "地区", Form.NAMES, Use.OWN, 9, "只关系到某几个县（市、区）的，写县名，用顿号隔开"),
    VALUE, AS_OF, KIND, SAYS, *SOURCE,
    Column("share", "完成率", Form.SHARE, Use.COMPUTED, 8, "完成了目标的百分之几，程序算的"),
    Column("pace", "序时进度", Form.SHARE, Use.COMPUTED, 8, "到数据截至那一天应当完成百分之几，程序算的"),
    Column("status", "状态", Form.TEXT, Use.COMPUTED, 12, "按公开的规则判断，程序算的", ("亮灯", "状态/亮灯")),
    Column("revisions", "调整情况", Form.TEXT, Use.GIVEN, 20, "后来有文件调整过目标的，写在这里", ("调整依据", "调整情况/调整依据")),
    Column("searched", "检索日期", Form.DAY, Use.OWN, 11, "最近一次查找公开数据是哪一天"),
    Column("note", "备注", Form.TEXT, Use.OWN, 36, "编辑的说明"),
)  # fmt: skip

PROGRESS: tuple[Column, ...] = (
    ID,
    Column("title", "主要任务", Form.TEXT, Use.ORDER, 20, "只为了好认，导入时不看"),
    VALUE,
    Column("update.unit", "单位", Form.TEXT, Use.UPDATE, 7, "与目标的单位相同时不用写"),
    AS_OF, KIND, SAYS,
    Column("update.note", "说明", Form.TEXT, Use.UPDATE, 30, "编辑对这个数值的说明"),
    *SOURCE, ARCHIVED,
)  # fmt: skip

# Columns of official ledgers for which `targets.yaml` has no field.
FOREIGN = ("未完成原因", "下步措施", "填报单位", "填报时间", "联系人", "联系电话")
