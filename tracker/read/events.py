"""What later befell a target: changed, given up, counted otherwise, disputed."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.model import Adjustment, Amount, Bound, Dispute, Redefinition, Update, Withdrawal
from tracker.read.amounts import read_amount
from tracker.read.fields import Fields
from tracker.read.sources import Sources, read_source
from tracker.read.units import split_unit

REVISION_KEYS = ("date", "from", "to", "value", "bound", "deadline", "authority", "document")
WITHDRAWAL_KEYS = ("date", "authority", "note", "document")
REDEFINITION_KEYS = ("date", "note", "source")
DISPUTE_KEYS = ("date", "by", "says", "source")


def revisions_of(fields: Fields, unit: str, sources: Sources) -> Iterator[Adjustment]:
    for item in fields.records("revisions", REVISION_KEYS):
        day = item.day("date", required=True)
        document = read_source(item, sources, "document", required=True)
        before, after = item.text("from", required=True), item.text("to", required=True)
        amount, bound = read_amount(item, unit), item.choice("bound", Bound)
        deadline = item.date("deadline")
        check_figures(item, after, amount, unit)
        if day and document:
            authority = item.text("authority")
            yield Adjustment(day, before, after, amount, bound, deadline, authority, document)


def check_figures(fields: Fields, words: str, amount: Amount | None, unit: str) -> None:
    """A figure in the words of a change must be its value, or nothing could be judged by it."""
    from tracker.read.quantities import find_quantities  # with all that reads Chinese

    base = split_unit(unit)[1]
    said = [quantity for quantity in find_quantities(words) if quantity.unit == base]
    if said and amount is None:
        fields.wrong("to", "figure-without-value", found=words)
    elif said and amount and not any((q.low, q.high) == (amount.low, amount.high) for q in said):
        fields.wrong("value", "figure-differs", found=amount.written, words=words)


def read_withdrawal(fields: Fields, sources: Sources) -> Withdrawal | None:
    """Without a document nothing is withdrawn."""
    record = fields.record("withdrawn", WITHDRAWAL_KEYS)
    if record is None:
        return None
    day = record.day("date", required=True)
    authority = record.text("authority", required=True)
    document = read_source(record, sources, "document", required=True)
    return Withdrawal(day, authority, record.text("note"), document) if day and document else None


def redefinitions_of(fields: Fields, sources: Sources) -> Iterator[Redefinition]:
    for record in fields.records("redefined", REDEFINITION_KEYS):
        day = record.day("date", required=True)
        note = record.text("note", required=True)
        source = read_source(record, sources, required=True)
        if day and source:
            yield Redefinition(day, note, source)


def check_comparability(
    records: tuple[Fields, ...],
    updates: tuple[Update, ...],
    redefined: tuple[Redefinition, ...],
) -> None:
    """After a change of definition each value must say whether it can still be compared."""
    for record, update in zip(records, updates, strict=True):
        changes = [c for c in redefined if update.as_of and update.as_of.last >= c.day.last]
        if changes and not record.has("comparable"):
            record.wrong("as_of", "comparable-unstated", changed=changes[0].day.text)


def disputes_of(fields: Fields, sources: Sources) -> Iterator[Dispute]:
    for record in fields.records("disputes", DISPUTE_KEYS):
        day = record.day("date", required=True)
        by, says = record.text("by", required=True), record.text("says", required=True)
        source = read_source(record, sources, required=True)
        if day and source:
            yield Dispute(day, by, says, source)
