"""A ledger → its digest: what other pages than its own show of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tracker.model import Assessment, Cause, Event, Status, Update, newest_first
from tracker.render import addresses, outline, wording
from tracker.render.addresses import Link
from tracker.render.cards import OUTSIDE, Card, cards, section_key
from tracker.render.mentions import Names, runs_of
from tracker.render.search.volumes import volume_of
from tracker.render.sources import update_item
from tracker.render.whole import (
    Chapter,
    Digest,
    Evidence,
    Named,
    News,
    Standing,
    without_text,
)

LATEST = 4  # pieces of evidence on the home page


def digest_of(own: Assessment) -> Digest:
    shown = tuple(one.keyed() for one in cards(own))
    targets = [one.target for one in own.targets]
    evidence = tuple(_evidence(own, {one.id: one for one in shown}))
    return Digest(
        report=without_text(own.report),
        chapters=tuple(_chapters(own, shown)),
        cards=shown,
        former=tuple(addresses.target(name) for target in targets for name in target.formerly),
        searched=max(filter(None, (target.searched for target in targets)), default=None),
        sentences=sum(1 for _ in own.report.sentences),
        numerals=len(own.coverage),
        evidence=evidence[:LATEST],
        with_evidence=sum(bool(target.updates) for target in targets),
        news=tuple(_news(event) for event in newest_first(own.ledger.events)),
        standings=tuple(_standings(own, shown)),
        named=tuple(_named(own)),
        families=tuple(one.family for one in own.targets if len(one.family) > 1),
        volume=volume_of(own).keyed(),
    ).keyed()


def _chapters(own: Assessment, shown: tuple[Card, ...]) -> Iterator[Chapter]:
    """The chapters of the report, and what stands outside them if a target does."""
    report = own.report
    outside = section_key(report, None)
    if any(one.section_id == outside for one in shown):
        yield Chapter(outside, "章节之外", addresses.section(report, OUTSIDE), "")
    for chapter in outline.chapters(report):
        yield Chapter(
            section_key(report, chapter),
            outline.spoken_title(chapter),
            addresses.section(report, chapter.id),
            "序号为本站推定。" if chapter.ordinal_inferred else "",
        )


def _evidence(own: Assessment, shown: dict[str, Card]) -> Iterator[Evidence]:
    """Latest first; of one day, in the report's order."""
    dated = [(one, update) for one in own.targets for update in one.target.updates]
    dated.sort(key=lambda pair: _said_on(pair[1]), reverse=True)
    for one, update in dated[:LATEST]:
        yield Evidence(shown[one.target.id], update_item(update))


def _said_on(update: Update) -> date:
    return update.as_of.last if update.as_of else date.min


def _news(event: Event) -> News:
    update = event.update
    said = update if event.cause is Cause.UPDATE else None
    return News(
        known=event.known,
        day=event.day,
        key=event.key,
        target=event.target,
        cause=event.cause,
        before=event.before,
        after=event.after,
        when=wording.update_when(said) if said else wording.day(event.day),
        value=wording.update_value(update) if update else "",
        words=event.words,
        told=update is not None,
    )


def _named(own: Assessment) -> Iterator[Named]:
    report, names = own.report, Names(own.site.places)
    sections = outline.sections_of(report)
    for sentence in report.sentences:
        found = list(names.find(sentence.text))
        for place in dict.fromkeys(place for _, _, place in found):
            spans = [(start, end) for start, end, other in found if other is place]
            section = sections.get(sentence.id)
            yield Named(
                place.id,
                addresses.sentence(report, sentence.id),
                tuple(runs_of(sentence.text, spans)),
                Link(outline.spoken_title(section), addresses.sentence(report, section.id))
                if section
                else None,
            )


# --- as of several days -------------------------------------------------------------------------


def _standings(own: Assessment, shown: tuple[Card, ...]) -> Iterator[Standing]:
    """At the end of each year since the report was read out, and today."""
    counted = {one.id for one in shown if one.counts}
    for day in ends_of_years(own.report.year, own.as_of):
        if date(own.report.year, 1, 1) <= day:
            found = Counter(status for name, status in _statuses(own, day) if name in counted)
            yield Standing(day, tuple(found.items()))


def ends_of_years(first: int, as_of: date) -> list[date]:
    """From the first year on, as far as they are past; and the day itself."""
    ends = (date(year, 12, 31) for year in range(first, as_of.year))
    return [*ends, as_of]


def _statuses(own: Assessment, day: date) -> Iterator[tuple[str, Status]]:
    """Each target's status as of a day."""
    turns: dict[str, list[Event]] = {}
    for event in sorted(own.ledger.events, key=lambda event: event.day):
        if event.cause is Cause.STATUS:
            turns.setdefault(event.target, []).append(event)
    for one in own.targets:
        status = one.judgement.status
        for event in reversed(turns.get(one.target.id, [])):
            if event.day > day and event.before:
                status = event.before
        yield one.target.id, status
