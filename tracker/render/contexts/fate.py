"""A target through the reports of several years: its family, and what the next report says."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tracker.model import Assessed, Assessment, Carried, Ledger, Report
from tracker.render import addresses, wording
from tracker.render.cards import Card, card
from tracker.render.charts.family import Family, family
from tracker.render.charts.lineage import Lineage, Pledge
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


Entry = tuple[Ledger, Assessed]


def own_fates(own: Assessment, some: Iterable[Assessed]) -> dict[str, Fate]:
    """By target id, for some targets of the report at hand."""
    known = _known(own)
    return {one.target.id: _fate(one, known) for one in some}


def shown_of(one: Assessed, report: Report) -> object:
    """All that the pages of its kin show of a target: what `_fate` asks of the others."""
    target, sequel = one.target, one.sequel
    after = (sequel.carried, sequel.report.year) if sequel else None
    shown = card(one, report), goal_of(one), result_of(one)
    return report.year, target.goal, target.measured_in, after, *shown


def _known(assessment: Assessment) -> dict[str, Entry]:
    return {one.target.id: (ledger, one) for ledger in assessment.ledgers for one in ledger.targets}


def _fate(one: Assessed, known: dict[str, Entry]) -> Fate:
    kin = [known[name] for name in one.family] if len(one.family) > 1 else []
    return Fate(
        next=_next(known[one.target.id], known),
        family=tuple(
            Relative(ledger.report.year, card(member, ledger.report), member is one)
            for ledger, member in kin
        ),
        chart=_chart(one, kin),
    )


def _next(entry: Entry, known: dict[str, Entry]) -> Next | None:
    ledger, one = entry
    sequel = one.sequel
    if sequel is None:
        return None
    word, basis = CARRIED[sequel.carried]
    echo, report = sequel.echo, sequel.report
    following = report.year == ledger.report.year + 1
    heirs = (known[name] for name in sequel.successors)
    return Next(
        word=f"{'下一年报告' if following else '后一份报告'}{word}",
        basis=basis,
        report_title=wording.report_title(report),
        report_href=addresses.report(report),
        words=echo.words if echo else "",
        words_href=addresses.sentence(report, echo.sentence.id) if echo else "",
        heirs=tuple(card(heir, ledger.report) for ledger, heir in heirs),
    )


def _chart(one: Assessed, kin: list[Entry]) -> Family | None:
    """Drawn where all members are measured in the same unit."""
    units = {member.target.measured_in for _, member in kin if member.target.goal}
    amounts = [member.target.goal for _, member in kin if member.target.goal]
    if len(units) != 1 or len(amounts) < 2 or len(amounts) != len(kin):
        return None
    unit, factor = scale_of(amounts, units.pop())
    pledges = [
        Pledge(
            f"{ledger.report.year}年报告",
            goal_of(member),
            "",
            result_of(member),
            member.judgement.status.label,
        )
        for ledger, member in kin
    ]
    last = kin[-1][1].sequel
    if last and last.carried in INSTEAD:
        pledges.append(Pledge(f"{last.report.year}年报告", None, INSTEAD[last.carried], None))
    return family(Lineage(f"{one.target.title}：历年报告", unit, factor, tuple(pledges)))
