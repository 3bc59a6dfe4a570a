"""What the columns mean, in Chinese: the guide in the workbook, the table of the handbook."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.sheets.columns import LEDGER, PROGRESS, Column, Use

CHANGED = {
    Use.ORDER: "不看",
    Use.KEY: "不能改",
    Use.GIVEN: "不能改；写错了，请改targets.yaml",
    Use.COMPUTED: "不能改；由程序算出",
    Use.OWN: "换成新写的；清空就是删去",
    Use.UPDATE: "添上一条新的进展",
    Use.SOURCE: "添上一条新的进展",
}
STEPS = (
    "在“台账”里找到目标那一行，改写“累计完成”“数据截至”“数据来源”和网址等几格，存盘。浅黄的格子可以填，灰色的不能改。",
    "运行 python build.py import 这个文件。先列出要改什么，答应了才写进targets.yaml。",
)
NOTES = (
    "已经记录的数值不会被盖掉：写了新的日期或新的来源，就在原来的下面添一条。只改数值、不改日期和来源的，会退回来。",
    "一个目标一次要添几条，或要给数值写说明，填在“进展”表下面的空行里，每条一行，写上编号。",
    "换了来源，请把发布单位、发布日期、来源级别、查阅日期一起换掉，没有就清空；表里怎么写，就怎么记。",
    "有一格不对，整个文件都不写入，每一处都会写明在哪个格子、应该怎么写。",
    "列可以换次序，可以删去不填的列，可以只留几行；没有的列和行都当作没有改。编号一列不能少。",
    "日期写成2023-12-31、2023/12/31、2023.12.31、2023年12月31日都可以；数值可以写8,212、3.7万、3～5。",
    "要排序或加行加列而表格不让动时，在“审阅”里撤销工作表保护，没有密码。",
    "数值、日期、来源和单位只能来自公开来源，没有就不写。",
)


def guide_rows() -> list[tuple[str, str, str]]:
    """Name, what stands there, what a change means: of the ledger, then of the updates alone."""
    known = {column.key for column in LEDGER}
    added = [column for column in PROGRESS if column.key not in known]
    rows = [row_of(column) for column in LEDGER]
    return rows + [row_of(column, "（只在“进展”表里）") for column in added]


def row_of(column: Column, where: str = "") -> tuple[str, str, str]:
    return column.name + where, column.guide, CHANGED[column.use]


def markdown_table() -> str:
    """The columns that may be filled in, for the handbook; the rest in one line."""
    known = {column.key for column in LEDGER}
    columns = [*LEDGER, *(column for column in PROGRESS if column.key not in known)]
    open_ones = [column for column in columns if not column.use.is_locked]
    locked = [column for column in LEDGER if column.use in (Use.GIVEN, Use.COMPUTED, Use.KEY)]
    lines = ["| 列 | 写什么 | 改了会怎样 |", "| --- | --- | --- |"]
    lines += [f"| {column.name} | {column.guide} | {CHANGED[column.use]} |" for column in open_ones]
    return "\n".join([*lines, "", f"{names(locked)}不能改。"])


def names(columns: Sequence[Column]) -> str:
    return "、".join(column.name for column in columns)
