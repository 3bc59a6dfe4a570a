"""A target through the reports of several years: its family, and what the next report says."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tracker.model import Amount, Assessed, Assessment, Carried, Report
from tracker.render import addresses, wording
from tracker.render.cards import Card, card
from tracker.render.charts.family import Family, family
from tracker.render.charts.goals import Goal
from tracker.render.charts.lineage import Lineage, Pledge
from tracker.render.charts.marks import Mark
from tracker.render.contexts.picture import goal_of, result_of, scale_of

# What it does, and how that is known.
CARRIED: dict[Carried, tuple[str, str]] = {
    Carried.CONTINUED: ("接着提出", ""),
    Carried.SILENT: ("未提及", "经编者核对全文。"),
    Carried.NOT_FOUND: ("未提及", "由程序比对全文，没有找到相近的字句，未经编者核对。"),
    Carried.UNCLEAR: ("是否提及，待核对", "由程序比对，只找到略为相近的字句。"),
    Carried.ECHOED: ("有相近的字句", "由程序比对，未经编者核对。"),
}
INSTEAD = {Carried.SILENT: "未提及", Carried.NOT_FOUND: "未提及（未经核对）"}


class Next(Struct, frozen=True):
    """What the next report makes of it."""

    word: str
    basis: str
    report_title: str
    report_href: str
    words: str  # those that come nearest
    words_href: str
    heirs: tuple[Card, ...]


class Relative(Struct, frozen=True):
    year: int
    card: Card
    is_this: bool


class Fate(Struct, frozen=True):
    next: Next | None
    family: tuple[Relative, ...]  # empty where it has no other member
    chart: Family | None


class Shown(Struct, frozen=True):
    """All that the pages of its kin show of a target."""

    year: int
    card: Card
    goal: Goal | None
    amount: Amount | None
    unit: str
    result: Mark | None
    after: tuple[Carried, int] | None  # what the next report makes of it, and that one's year


def shown_in(region: Assessment) -> dict[str, Shown]:
    """Every target of a region, by its id."""
    return {
        one.target.id: _shown(one, ledger.report)
        for ledger in region.ledgers
        for one in ledger.targets
    }


def _shown(one: Assessed, report: Report) -> Shown:
    sequel = one.sequel
    return Shown(
        year=report.year,
        card=card(one, report),
        goal=goal_of(one),
        amount=one.target.goal,
        unit=one.target.measured_in,
        result=result_of(one),
        after=(sequel.carried, sequel.report.year) if sequel else None,
    )


def fate_of(one: Assessed, shown: Mapping[str, Shown]) -> Fate:
    kin = [shown[name] for name in one.family] if len(one.family) > 1 else []
    return Fate(
        next=_next(one, shown),
        family=tuple(
            Relative(member.year, member.card, member.card.id == one.target.id) for member in kin
        ),
        chart=_chart(one, kin),
    )


def _next(one: Assessed, shown: Mapping[str, Shown]) -> Next | None:
    sequel = one.sequel
    if sequel is None:
        return None
    word, basis = CARRIED[sequel.carried]
    echo, report = sequel.echo, sequel.report
    following = report.year == shown[one.target.id].year + 1
    return Next(
        word=f"{'下一年报告' if following else '后一份报告'}{word}",
        basis=basis,
        report_title=wording.report_title(report),
        report_href=addresses.report(report),
        words=echo.words if echo else "",
        words_href=addresses.sentence(report, echo.sentence.id) if echo else "",
        heirs=tuple(shown[name].card for name in sequel.successors),
    )


def _chart(one: Assessed, kin: list[Shown]) -> Family | None:
    """Drawn where all members are measured in the same unit."""
    units = {member.unit for member in kin if member.amount}
    amounts = [member.amount for member in kin if member.amount]
    if len(units) != 1 or len(amounts) < 2 or len(amounts) != len(kin):
        return None
    unit, factor = scale_of(amounts, units.pop())
    pledges = [
        Pledge(f"{member.year}年报告", member.goal, "", member.result, member.card.status.label)
        for member in kin
    ]
    last = kin[-1].after
    if last and last[0] in INSTEAD:
        pledges.append(Pledge(f"{last[1]}年报告", None, INSTEAD[last[0]], None))
    return family(Lineage(f"{one.target.title}：历年报告", unit, factor, tuple(pledges)))
