"""One target: what was promised, what became of it, and how we know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from msgspec import Struct

from tracker.model import Assessed, Assessment, Judgement, Report, Target, Update
from tracker.render import addresses, outline, wording
from tracker.render.addresses import Link
from tracker.render.cards import UNSHOWN, Card, section_key
from tracker.render.charts.progress import Chart
from tracker.render.charts.timeline import Timeline
from tracker.render.contexts.corrections import CorrectionView, corrections_of
from tracker.render.contexts.fate import Fate, Shown, fate_of
from tracker.render.contexts.picture import progress_of, timeline_of
from tracker.render.contexts.quotation import Quotation, Quotations
from tracker.render.feedback import About, Feedback, feedback
from tracker.render.labels import (
    FLAG_MEANINGS,
    FLAGS,
    STATUS,
    TIERS,
    TYPES,
    UNMEASURABLE,
    StatusLabel,
)
from tracker.render.qr import QrCode, qr_code
from tracker.render.sources import (
    Item,
    Mentions,
    SourceView,
    baseline_item,
    context_item,
    mentions_by_source,
    source_view,
    update_item,
    view_of,
)
from tracker.render.tally import grouped


class Verdict(Struct, frozen=True):
    """What the rules answer, in one line."""

    status: StatusLabel
    arithmetic: str
    rule: str
    rule_href: str
    version: str
    flags: tuple[tuple[str, str], ...]  # with their meaning
    unmeasurable: str


class Facts(Struct, frozen=True):
    """What the body says, what the rules find, what stands behind it: never merged."""

    reported: tuple[str, ...]
    status: str
    evidence_tier: str
    disagreements: tuple[str, ...]


class Goal(Struct, frozen=True):
    words: str
    before: str
    figure: str
    unit: str
    exact: str  # the number multiplied out
    per: str
    criterion: str
    stretch: bool
    type: Link
    deadline: Link
    deadline_basis: str
    more: tuple[tuple[str, str], ...]  # universe, basis, tolerance, schedule, stages
    relative_to: Link | None
    places: tuple[Link, ...]
    lead: tuple[Link, ...]
    support: tuple[Link, ...]


class Past(Struct, frozen=True):
    """A row of the history of values."""

    when: str
    value: str
    kind: str
    comparable: bool


class Revised(Struct, frozen=True):
    """A later change of the target, judged beside what the report said."""

    when: str
    before: str
    after: str
    authority: str
    document: SourceView
    verdict: Verdict | None


class Remark(Struct, frozen=True):
    """A change of definition, a dispute or the end of a target, in words and with its source."""

    kind: str
    title: str
    words: str
    source: SourceView


class ListedItem(Struct, frozen=True):
    title: str
    state: str
    says: str
    source: SourceView | None


class Findings(Struct, frozen=True):
    evidence: tuple[Item, ...]
    history: tuple[Past, ...]
    items: tuple[ListedItem, ...]
    parts: tuple[Card, ...]
    baseline: Item | None
    context: tuple[Item, ...]
    mentions: tuple[Mentions, ...]
    searched: str
    revisions: tuple[Revised, ...]
    remarks: tuple[Remark, ...]


class Neighbours(Struct, frozen=True):
    previous: Card | None
    next: Card | None
    chapter: Link | None
    siblings: tuple[Card, ...]


class TargetPage(Struct, frozen=True):
    id: str
    title: str
    quote: str
    href: str
    feed_href: str
    address: str  # absolute where the site has an address
    qr: QrCode | None  # of the address, where it is absolute
    verdict: Verdict
    facts: Facts
    goal: Goal
    progress: Chart | None
    timeline: Timeline | None
    quotation: Quotation
    findings: Findings
    fate: Fate
    note: str
    corrections: tuple[CorrectionView, ...]
    feedback: Feedback
    neighbours: Neighbours


def target_pages(
    assessment: Assessment, some: Collection[Assessed], region: Mapping[str, Shown]
) -> Iterator[TargetPage]:
    """Of some targets of the report at hand; `region` has those of all its reports."""
    if not some:
        return
    quotations = Quotations(assessment)
    shown = {one.target.id: region[one.target.id].card for one in assessment.targets}
    neighbours = _neighbours(tuple(shown.values()), assessment.report)
    beside = dict(zip(shown, neighbours, strict=True))
    for assessed in some:
        target = assessed.target
        href = addresses.target(target.id)
        address = addresses.absolute(href, assessment.site)
        yield TargetPage(
            id=target.id,
            title=target.title,
            quote=target.quote,
            href=href,
            feed_href=addresses.feed(target.id),
            address=address,
            qr=qr_code(address) if assessment.site.address else None,
            verdict=_verdict(assessed.judgement, target, assessment),
            facts=_facts(assessed),
            goal=_goal(assessed, assessment, shown),
            progress=progress_of(assessed, assessment),
            timeline=timeline_of(assessed, assessment),
            quotation=quotations.of(assessed),
            findings=_findings(assessed, assessment, shown),
            fate=fate_of(assessed, region),
            note=target.note,
            corrections=corrections_of(target, assessment),
            feedback=feedback(assessment.site.contact, About(target.title, target.quote, address)),
            neighbours=beside[target.id],
        )


def _verdict(judgement: Judgement, target: Target, assessment: Assessment) -> Verdict:
    rules = [name for name, _ in assessment.rules.steps]
    anchor = f"rule-{rules.index(judgement.rule) + 1}" if judgement.rule in rules else "rules"
    return Verdict(
        status=STATUS[judgement.status],
        arithmetic=judgement.arithmetic,
        rule=judgement.rule,
        rule_href=f"method.html#{anchor}",
        version=judgement.version,
        flags=tuple(
            (FLAGS[flag], FLAG_MEANINGS[flag]) for flag in judgement.flags if flag not in UNSHOWN
        ),
        unmeasurable=UNMEASURABLE.get(target.unmeasurable, target.unmeasurable),
    )


def _facts(assessed: Assessed) -> Facts:
    judgement = assessed.judgement
    return Facts(
        reported=tuple(_reported(assessed.target.updates)),
        status=STATUS[judgement.status].label,
        evidence_tier=TIERS[judgement.evidence] if judgement.evidence else "无",
        disagreements=judgement.disagreements,
    )


def _reported(updates: tuple[Update, ...]) -> Iterator[str]:
    for update in _latest_first(updates):
        if update.reported:
            yield f"“{update.reported}”（{wording.update_when(update)}）"


def _goal(assessed: Assessed, assessment: Assessment, shown: Mapping[str, Card]) -> Goal:
    target = assessed.target
    before, _ = wording.bound_words(target)
    figure, unit = wording.figure_and_unit(target.amount) if target.amount else ("", "")
    other = shown.get(target.relative_to)
    return Goal(
        words=wording.goal(target),
        before=f"{wording.SUBJECTS.get(target.type, '')}{before}",
        figure=figure,
        unit=unit,
        exact=wording.multiplied_out(target.amount, target.unit) if target.amount else "",
        per=target.per,
        criterion=wording.goal(target) if target.amount is None else "",
        stretch=target.stretch,
        type=Link(TYPES[target.type], addresses.kind(target.type)),
        deadline=Link(wording.deadline(target), addresses.deadline(target.deadline)),
        deadline_basis=wording.deadline_basis(target),
        more=tuple(_more(target)),
        relative_to=Link(other.title, other.href) if other else None,
        places=tuple(
            Link(place.name, addresses.place(place.id))
            for place in assessment.site.places
            if place.name in target.places
        ),
        lead=_agencies(target.lead, assessment),
        support=_agencies(target.support, assessment),
    )


def _more(target: Target) -> Iterator[tuple[str, str]]:
    if target.universe:
        yield "范围", target.universe
    if target.basis:
        yield "比较基准", target.basis
    if target.tolerance:
        yield (
            "容差",
            f"{wording.plain(target.tolerance.amount)}{target.unit}：{target.tolerance.reason}",
        )
    if target.schedule:
        steps = (f"{wording.day(step.by)}应达{step.amount.written}" for step in target.schedule)
        yield "进度安排", "；".join(steps)
    if target.stages:
        yield "各步", " → ".join(_stage(stage.name, stage.by) for stage in target.stages)
    if target.editorial:
        yield "标准", "编辑设定，报告没有写"


def _stage(name: str, by: date | None) -> str:
    return f"{name}（{wording.day(by)}前）" if by else name


def _agencies(names: tuple[str, ...], assessment: Assessment) -> tuple[Link, ...]:
    ids = {agency.name: agency.id for agency in assessment.site.agencies}
    return tuple(Link(name, addresses.agency(ids[name])) for name in names)


def _findings(assessed: Assessed, assessment: Assessment, shown: Mapping[str, Card]) -> Findings:
    target = assessed.target
    return Findings(
        evidence=tuple(update_item(update) for update in _latest_first(target.updates)),
        history=tuple(_history(target)),
        items=tuple(
            ListedItem(
                item.title,
                "没有来源说到"
                if item.reached is None
                else "已做到"
                if item.reached
                else "没有做到",
                item.says,
                source_view(item.source),
            )
            for item in target.items
        ),
        parts=tuple(shown[part] for part in target.parts),
        baseline=baseline_item(target.baseline) if target.baseline else None,
        context=tuple(context_item(context) for context in target.context),
        mentions=mentions_by_source(target.mentions),
        searched=wording.day(target.searched) if target.searched else "",
        revisions=tuple(
            Revised(
                wording.period(r.adjustment.day.text),
                r.adjustment.before,
                r.adjustment.after,
                r.adjustment.authority,
                view_of(r.adjustment.document),
                _verdict(r.judgement, target, assessment) if r.judgement else None,
            )
            for r in assessed.revised
        ),
        remarks=tuple(_remarks(target)),
    )


def _remarks(target: Target) -> Iterator[Remark]:
    if event := target.withdrawn:
        words = f"{event.authority}。{event.note}" if event.note else event.authority
        yield Remark(
            "中止", f"{wording.period(event.day.text)}中止", words, view_of(event.document)
        )
    for change in target.redefined:
        title = f"{wording.period(change.day.text)}起口径变化"
        yield Remark("口径变化", title, change.note, view_of(change.source))
    for dispute in target.disputes:
        title = f"{wording.period(dispute.day.text)}，{dispute.by}有异议"
        yield Remark("异议", title, dispute.says, view_of(dispute.source))


def _latest_first(updates: tuple[Update, ...]) -> list[Update]:
    """Undated ones last; of one day, as the editors ordered them."""
    return sorted(updates, key=_day_of, reverse=True)


def _day_of(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min


def _history(target: Target) -> Iterator[Past]:
    """Oldest first; worth a table only when there is more than one value."""
    rows = [
        Past(item.when, item.value, item.kind, update.comparable)
        for update in reversed(_latest_first(target.updates))
        if (item := update_item(update)).value
    ]
    if target.baseline:
        base = baseline_item(target.baseline)
        rows.insert(0, Past(base.when, base.value, "基期值", True))
    if len(rows) > 1:
        yield from rows


def _neighbours(shown: tuple[Card, ...], report: Report) -> Iterator[Neighbours]:
    """Of each target of the report."""
    titles = {
        section_key(report, chapter): Link(
            outline.spoken_title(chapter), addresses.section(report, chapter.id)
        )
        for chapter in outline.chapters(report)
    }
    of_chapter = grouped(shown, lambda card: (card.section_id,))
    for before, card, after in zip((None, *shown), shown, (*shown[1:], None), strict=False):
        siblings = (other for other in of_chapter[card.section_id] if other is not card)
        yield Neighbours(before, after, titles.get(card.section_id), tuple(siblings))
