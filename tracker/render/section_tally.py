"""How the targets of each section of a report stand, as the margin beside its heading says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from tracker.model import Assessment
from tracker.render import addresses, outline
from tracker.render.labels import STATUS, STATUSES, StatusLabel
from tracker.render.tally import StatusCount


class SectionTally(Struct, frozen=True):
    """Counts every seal in the section's text, that of a composite too."""

    total: int
    counts: tuple[StatusCount, ...]
    href: str  # of the section's page; chapters alone have one


def section_tallies(assessment: Assessment) -> dict[str, SectionTally]:
    """By the section's id; sections without targets have none."""
    found: dict[str, list[StatusLabel]] = defaultdict(list)
    for assessed in assessment.targets:
        for section in assessed.path:
            found[section.id].append(STATUS[assessed.judgement.status])
    report = assessment.report
    pages = {c.id: addresses.section(report, c.id) for c in outline.chapters(report)}
    return {id_: _tally(statuses, pages.get(id_, "")) for id_, statuses in found.items()}


def _tally(statuses: list[StatusLabel], href: str) -> SectionTally:
    return SectionTally(len(statuses), tuple(_counts(statuses)), href)


def _counts(statuses: list[StatusLabel]) -> Iterable[StatusCount]:
    for label in STATUSES:
        if label in statuses:
            yield StatusCount(label, statuses.count(label))
