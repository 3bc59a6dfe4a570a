"""By when a target is due, and what should be reached on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.model import Amount, Stage, Step
from tracker.read.amounts import read_amount
from tracker.read.deadlines import due_date
from tracker.read.fields import Fields
from tracker.read.sources import Sources, read_source

STEP_KEYS = ("by", "value", "words", "source")
STAGE_KEYS = ("name", "by")
NO_DATE = "none"


def read_deadline(fields: Fields, year: int) -> date | None:
    """The date as written, which the report's own words must mean; left out, the year's end."""
    if fields.text("deadline") == NO_DATE:
        return None
    deadline = fields.date("deadline")
    if deadline is None and year and not fields.has("deadline"):
        return date(year, 12, 31)
    words = fields.text("deadline_words")
    if deadline and year and not words and deadline != date(year, 12, 31):
        fields.wrong("deadline", "deadline-without-words", found=deadline, year=year)
    if deadline and words and year:
        meant = due_date(words, year)
        if meant is None:
            fields.wrong("deadline_words", "deadline-unclear", found=words)
        elif meant != deadline:
            fields.wrong("deadline", "deadline-differs", found=deadline, words=words, meant=meant)
    return deadline


def schedule_of(
    fields: Fields, goal: Amount | None, unit: str, deadline: date | None, sources: Sources
) -> Iterator[Step]:
    """Steps of a count to `goal`, in `unit`."""
    last: date | None = None
    if deadline is None and not fields.blank("schedule"):
        fields.wrong("schedule", "schedule-without-deadline")
    for record in fields.records("schedule", STEP_KEYS):
        by = record.date("by", required=True)
        amount = read_amount(record, unit)
        if not record.has("value"):
            record.missing("value")
        words, source = record.text("words"), read_source(record, sources)
        if not (words or source):
            record.missing("source")
        check_order(record, by, last, deadline)
        last = by or last
        if amount and goal and amount.unit == goal.unit and amount.low > goal.high > 0:
            record.wrong("value", "step-beyond-goal", found=amount.written, goal=goal.written)
        if by and amount:
            yield Step(record.where_of("words"), by, amount, words, source)


def stages_of(fields: Fields, deadline: date | None) -> Iterator[Stage]:
    last: date | None = None
    for record in fields.records("stages", STAGE_KEYS):
        by = record.date("by")
        check_order(record, by, last, deadline)
        last = by or last
        yield Stage(record.text("name", required=True), by)


def check_order(fields: Fields, by: date | None, last: date | None, deadline: date | None) -> None:
    if by and last and by <= last:
        fields.wrong("by", "days-out-of-order", found=by, before=last)
    if by and deadline and by > deadline:
        fields.wrong("by", "day-after-day", found=by, other="deadline", limit=deadline)
