"""One target: what was promised, what became of it, and how we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.model import Assessed, Assessment, Update
from tracker.render import addresses, outline, wording
from tracker.render.cards import Card, card, chapter_of
from tracker.render.contexts.quotation import Link, Quotation, Quotations
from tracker.render.labels import STATUS, TIERS, TYPES, UNMEASURABLE, StatusLabel
from tracker.render.sources import (
    Item,
    Mentions,
    SourceView,
    baseline_item,
    context_item,
    mentions_by_source,
    source_view,
    update_item,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status, and the two facts that stand beside it."""

    status: StatusLabel
    arithmetic: str
    rule: str
    rule_href: str
    unmeasurable: str
    reported: str
    evidence_tier: str


@dataclass(frozen=True, slots=True)
class Goal:
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
    places: tuple[Link, ...]
    lead: tuple[str, ...]
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A row of the history of values."""

    when: str
    value: str
    kind: str
    comparable: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """A later change of the target, beside what the report said."""

    when: str
    before: str
    after: str
    authority: str
    document: SourceView | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What public sources say."""

    evidence: tuple[Item, ...]
    history: tuple[Past, ...]
    baseline: Item | None
    context: tuple[Item, ...]
    mentions: tuple[Mentions, ...]
    searched: str
    revisions: tuple[Revised, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    previous: Card | None
    next: Card | None
    chapter: Link | None
    siblings: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TargetPage:
    id: str
    title: str
    quote: str
    href: str
    address: str  # absolute where the site has an address
    verdict: Verdict
    goal: Goal
    quotation: Quotation
    findings: Findings
    note: str
    neighbours: Neighbours


def target_pages(assessment: Assessment) -> Iterator[TargetPage]:
    quotations = Quotations(assessment)
    for at, assessed in enumerate(assessment.targets):
        target = assessed.target
        href = addresses.target(target.id)
        yield TargetPage(
            id=target.id,
            title=target.title,
            quote=target.quote,
            href=href,
            address=addresses.absolute(href, assessment.site),
            verdict=_verdict(assessed, assessment),
            goal=_goal(assessed, assessment),
            quotation=quotations.of(assessed),
            findings=_findings(assessed),
            note=target.note,
            neighbours=_neighbours(assessment, at),
        )


def _verdict(assessed: Assessed, assessment: Assessment) -> Verdict:
    judgement, target = assessed.judgement, assessed.target
    rules = [name for name, _ in assessment.rules.steps]
    anchor = f"rule-{rules.index(judgement.rule) + 1}" if judgement.rule in rules else "rules"
    return Verdict(
        status=STATUS[judgement.status],
        arithmetic=judgement.arithmetic,
        rule=judgement.rule,
        rule_href=f"method.html#{anchor}",
        unmeasurable=UNMEASURABLE.get(target.unmeasurable, target.unmeasurable),
        reported="；".join(_reported(target.updates)),
        evidence_tier=TIERS[judgement.evidence] if judgement.evidence else "无",
    )


def _reported(updates: tuple[Update, ...]) -> Iterator[str]:
    for update in _latest_first(updates):
        if update.reported:
            yield f"“{update.reported}”（{wording.update_when(update)}）"


def _goal(assessed: Assessed, assessment: Assessment) -> Goal:
    target = assessed.target
    before, _ = wording.bound_words(target)
    figure, unit = wording.figure_and_unit(target.amount) if target.amount else ("", "")
    return Goal(
        words=wording.goal(target),
        before=f"{wording.SUBJECTS.get(target.type, '')}{before}",
        figure=figure,
        unit=unit,
        exact=wording.multiplied_out(target.amount, target.unit) if target.amount else "",
        per=target.per,
        criterion=target.criterion,
        stretch=target.stretch,
        type=Link(TYPES[target.type], addresses.kind(target.type)),
        deadline=Link(wording.deadline(target), addresses.deadline(target.deadline)),
        deadline_basis=wording.deadline_basis(target),
        places=tuple(
            Link(place.name, addresses.place(place.id))
            for place in assessment.site.places
            if place.name in target.places
        ),
        lead=target.lead,
        support=target.support,
    )


def _findings(assessed: Assessed) -> Findings:
    target = assessed.target
    return Findings(
        evidence=tuple(update_item(update) for update in _latest_first(target.updates)),
        history=tuple(_history(assessed)),
        baseline=baseline_item(target.baseline) if target.baseline else None,
        context=tuple(context_item(context) for context in target.context),
        mentions=mentions_by_source(target.mentions),
        searched=wording.day(target.searched) if target.searched else "",
        revisions=tuple(
            Revised(r.day.text, r.before, r.after, r.authority, source_view(r.document))
            for r in target.revisions
        ),
    )


def _latest_first(updates: tuple[Update, ...]) -> list[Update]:
    """Undated ones last; of one day, as the editors ordered them."""
    return sorted(updates, key=_day_of, reverse=True)


def _day_of(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min


def _history(assessed: Assessed) -> Iterator[Past]:
    """Oldest first; worth a table only when there is more than one value."""
    target = assessed.target
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


def _neighbours(assessment: Assessment, at: int) -> Neighbours:
    report, targets = assessment.report, assessment.targets
    chapter = chapter_of(targets[at], report)
    siblings = (
        card(other, report)
        for place, other in enumerate(targets)
        if place != at and chapter_of(other, report) is chapter
    )
    return Neighbours(
        previous=card(targets[at - 1], report) if at else None,
        next=card(targets[at + 1], report) if at + 1 < len(targets) else None,
        chapter=Link(outline.spoken_title(chapter), addresses.section(chapter.id))
        if chapter
        else None,
        siblings=tuple(siblings),
    )
