"""What changed between two dates: the counts of the statuses, and each target that changed."""

from __future__ import annotations

import json

from msgspec import Struct

from tracker.characters import in_json
from tracker.messages import say
from tracker.model import Assessed, Assessment, Status, Type


class Change(Struct, frozen=True):
    """`before` is None for a target of a report that was not yet read out."""

    target: Assessed
    before: Status | None

    @property
    def after(self) -> Status:
        return self.target.judgement.status


class Changes(Struct, frozen=True):
    since: str
    until: str
    counts: tuple[tuple[Status, int, int], ...]  # those that occur
    changed: tuple[Change, ...]


def changes(earlier: Assessment, later: Assessment) -> Changes:
    """Both of the same input, as of two days."""
    old, new = _standing(earlier), _standing(later)
    before = {name: one.judgement.status for name, one in old.items()}
    after = [one.judgement.status for one in new.values()]
    counts = ((s, list(before.values()).count(s), after.count(s)) for s in Status)
    found = (Change(one, before.get(name)) for name, one in new.items())
    return Changes(
        earlier.as_of.isoformat(),
        later.as_of.isoformat(),
        tuple(count for count in counts if count[1] or count[2]),
        tuple(change for change in found if change.before is not change.after),
    )


def _standing(assessment: Assessment) -> dict[str, Assessed]:
    """The targets that are counted, of the reports read out by then; composites by their parts."""
    return {
        one.target.id: one
        for ledger in assessment.ledgers
        if ledger.report.year <= assessment.as_of.year
        for one in ledger.targets
        if one.target.type is not Type.COMPOSITE
    }


def to_text(found: Changes, language: str) -> str:
    lines = [say("changes-span", language, since=found.since, until=found.until)]
    lines += (f"  {status.label}: {old} → {new}" for status, old, new in found.counts)
    if not found.changed:
        lines.append(say("changes-none", language))
    for change in found.changed:
        before = change.before.label if change.before else "–"
        target = change.target.target
        lines.append(f"{target.id} {target.title}: {before} → {change.after.label}")
        lines.append(f"    {change.target.judgement.arithmetic}")
    return "\n".join(lines)


def to_json(found: Changes) -> str:
    value = {
        "since": found.since,
        "until": found.until,
        "counts": [{"status": s, "since": old, "until": new} for s, old, new in found.counts],
        "changed": [
            {
                "id": change.target.target.id,
                "title": change.target.target.title,
                "before": change.before,
                "after": change.after,
                "arithmetic": change.target.judgement.arithmetic,
            }
            for change in found.changed
        ],
    }
    return in_json(json.dumps(value, ensure_ascii=False, indent=1))
