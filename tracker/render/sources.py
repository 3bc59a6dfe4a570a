"""Sources, dates and remarks of updates and context, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from tracker.model import Baseline, Confidence, Context, Mention, Source, Update
from tracker.render import hrefs, wording
from tracker.render.labels import CONFIDENCES, REVISIONS, TIERS


class SourceView(Struct, frozen=True):
    title: str
    href: str  # empty unless http, https
    archived: str  # likewise, of a copy
    facts: str  # publisher, dates, tier


class Item(Struct, frozen=True):
    """One thing that a source says: an update, a baseline, or context."""

    when: str
    value: str
    says: str
    kind: str
    reported: str
    note: str
    confidence: str
    aside: str  # why it decides nothing, where it does not
    source: SourceView | None
    confirmed_by: tuple[SourceView, ...] = ()


def source_view(source: Source | None) -> SourceView | None:
    return view_of(source) if source else None


def view_of(source: Source) -> SourceView:
    return SourceView(
        title=source.title,
        href=source.url if hrefs.is_external(source.url) else "",
        archived=source.archived if hrefs.is_external(source.archived) else "",
        facts="；".join(_source_facts(source)),
    )


def _source_facts(source: Source) -> Iterator[str]:
    if source.publisher:
        yield source.publisher
    if source.published:
        yield f"发布：{wording.period(source.published)}"
    if source.accessed:
        yield f"查阅：{wording.period(source.accessed.text)}"
    if source.tier:
        yield f"级别：{TIERS[source.tier]}"


def update_item(update: Update) -> Item:
    return Item(
        when=wording.update_when(update),
        value=wording.update_value(update),
        says=update.says,
        kind=REVISIONS[update.kind] if update.amount else "",
        reported=update.reported,
        note=update.note,
        confidence=_confidence(update.confidence),
        aside=_aside(update),
        source=source_view(update.source),
        confirmed_by=tuple(map(view_of, update.confirmed_by)),
    )


def _aside(update: Update) -> str:
    if not update.comparable:
        return "口径不同，不用于判定"
    return "" if update.as_of else "来源未载年份，不用于判定"


def context_item(context: Context) -> Item:
    return Item(
        when=wording.period(context.when),
        value="",
        says=context.says,
        kind="",
        reported="",
        note=context.note,
        confidence=_confidence(context.confidence),
        aside="背景，不作判定依据",
        source=source_view(context.source),
    )


def baseline_item(baseline: Baseline) -> Item:
    return Item(
        when=wording.baseline_when(baseline),
        value=baseline.amount.written.replace("~", "～"),
        says="",
        kind="",
        reported="",
        note=baseline.note,
        confidence=_confidence(baseline.confidence),
        aside="基期值，背景",
        source=source_view(baseline.source),
    )


class Mentions(Struct, frozen=True):
    """The agencies that one source names, each with its role."""

    agencies: tuple[tuple[str, str], ...]
    source: SourceView | None


def mentions_by_source(mentions: Sequence[Mention]) -> tuple[Mentions, ...]:
    return tuple(
        Mentions(tuple((m.agency, m.role) for m in named), source_view(source))
        for source, named in groupby(mentions, key=lambda mention: mention.source)
    )


def _confidence(confidence: Confidence | None) -> str:
    return CONFIDENCES[confidence] if confidence else ""
