"""The made-up project once more, as if its targets stood in every status and under every flag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tests.status_cases import YEAR, Row, rows
from tracker.assess.judge import judge
from tracker.model import Assessed, Assessment, Flag, Type
from tracker.render.labels import STATUSES

TITLES: dict[Type, str] = {
    Type.CUMULATIVE: "虚构工程投资",
    Type.LEVEL: "虚构基站总量",
    Type.GROWTH: "虚构产值增速",
    Type.LIMIT: "虚构审批时限",
    Type.REDUCTION: "虚构能耗降幅",
    Type.RELATIVE: "虚构收入增速",
    Type.MILESTONE: "虚构大桥建成通车",
    Type.LIST: "虚构便民措施",
    Type.COMPOSITE: "虚构的两部分",
}
LONG = (
    "建设虚构市甲县至乙县、丙县至丁县的两条产业大道，改造沿线十二个旧集镇的道路、给排水、"
    "照明和停车场，并同步建成慢行系统"
)


def in_every_status(assessment: Assessment) -> Assessment:
    """One target for each status, in the order of the statuses."""
    return _with(assessment, _one_of_each(assessment.targets[0]))


def under_every_flag(assessment: Assessment) -> Assessment:
    """All flags at once; one that is striven for, one without a day, and one of many words."""
    first, *_ = assessment.targets
    flagged = replace(first.judgement, flags=tuple(Flag))
    plain = replace(first.judgement, flags=())
    undated = replace(first.target, deadline=None, deadline_words="", title="不写日期的一项")
    return _with(
        assessment,
        (
            replace(first, judgement=flagged),
            replace(first, target=replace(first.target, stretch=True), judgement=plain),
            replace(first, target=undated, judgement=plain),
            replace(first, target=replace(first.target, title=LONG)),
        ),
    )


def _with(assessment: Assessment, targets: Iterable[Assessed]) -> Assessment:
    alone = tuple(replace(one, revised=(), family=(), sequel=None) for one in targets)
    ledger = replace(assessment.ledger, targets=alone)
    return replace(assessment, ledger=ledger, ledgers=(ledger,))


def _one_of_each(like: Assessed) -> Iterator[Assessed]:
    for label, row in zip(STATUSES, _cases(), strict=True):
        title = TITLES[row.target.type]
        target = replace(row.target, id=f"in-{label.status}", title=title, quote=title)
        judgement = judge(row.target, YEAR, row.as_of, row.others)
        yield replace(like, target=target, judgement=judgement)


def _cases() -> Iterator[Row]:
    """The first row of each status, of a type that has not been shown while there is one."""
    every = rows()
    shown = {Type.COMPOSITE}  # it would need the targets that it is made of
    for label in STATUSES:
        own = [row for row in every if row.status == label.status]
        row = next((row for row in own if row.target.type not in shown), own[0])
        shown.add(row.target.type)
        yield row
