"""What a row says that a source says: recorded already, an update to be added, or refused."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tracker.edit.edits import Append, Value
from tracker.model import Revision, Source, Type
from tracker.read.days import day_meant
from tracker.schema.choices import choice_meant
from tracker.sheets.cells import Reading, same
from tracker.sheets.columns import (
    AS_OF,
    KIND,
    KINDS,
    NOT_REACHED,
    NOT_STARTED,
    REACHED,
    SAYS,
    TIERS,
    VALUE,
    Column,
)
from tracker.sheets.days import is_whole
from tracker.sheets.found import BLANK, Found, Spot
from tracker.sheets.rows import Cells, Project, Recorded, Row, source_cells
from tracker.sheets.values import fields_of


class Claim(Struct, frozen=True):
    """The cells of a row that belong to one update.

    `shown` is what may have stood there before: at export, and as an export would have it now.
    """

    row: Row
    columns: tuple[Column, ...]
    readings: Mapping[str, Reading]
    spots: Mapping[str, Spot]
    shown: tuple[Cells, ...]  # none for a row that was appended

    def text(self, key: str) -> str:
        return self.readings[key].text if key in self.readings else ""

    def says(self, column: Column, known: Cells) -> bool:
        return same(self.readings[column.key], known.get(column.key, ""), column, self.row)

    def differing(self, known: Cells) -> list[Column]:
        """A cell that was left blank says nothing against what is known."""
        return [
            column
            for column in self.columns
            if not (self.says(column, known) or self.is_left_blank(column))
        ]

    def is_left_blank(self, column: Column) -> bool:
        reading = self.readings[column.key]
        return not (reading.text or reading.flaw) and column not in self.changed

    @property
    def changed(self) -> list[Column]:
        return [
            column
            for column in self.columns
            if not any(self.says(column, cells) for cells in self.shown)
            and (self.shown or self.text(column.key) or self.readings[column.key].flaw)
        ]

    @property
    def is_left_alone(self) -> bool:
        return any(all(self.says(one, cells) for one in self.columns) for cells in self.shown)

    @property
    def is_blank(self) -> bool:
        return not any(reading.text or reading.flaw for reading in self.readings.values())

    @property
    def spot(self) -> Spot:
        """Of its value, else of its first cell."""
        return self.spots.get(VALUE.key) or next(iter(self.spots.values()))

    def spot_of(self, key: str) -> Spot:
        return self.spots.get(key, self.spot)


def take(claim: Claim, project: Project, found: Found) -> None:
    """Adds to `found` what the claim asks for, or why it cannot be."""
    if claim.is_left_alone or (claim.is_blank and not claim.shown):
        return
    if claim.is_blank:
        found.refuse(claim.spot, "sheet-cleared", target=claim.row.id)
        return
    if any(not claim.differing(one.cells) for one in claim.row.recorded):
        return
    if flawed := [column for column in claim.changed if claim.readings[column.key].flaw]:
        for column in flawed:
            refuse_flaw(claim, column, found)
        return
    if known := recorded_alike(claim):
        refuse_other(claim, known, found)
        return
    if is_incomplete(claim, project, found):
        return
    ask_for(claim, project, found)


def refuse_flaw(claim: Claim, column: Column, found: Found) -> None:
    reading = claim.readings[column.key]
    details = {"found": reading.text, "unit": claim.row.unit, "known": tuple(column.words.values())}
    code = reading.flaw
    if code == "sheet-value" and claim.row.type is Type.MILESTONE:
        code = "sheet-milestone"
        details["known"] = (REACHED, NOT_REACHED, NOT_STARTED, *claim.row.stages)
    found.refuse(claim.spots[column.key], code, **details)


# --- what is recorded stays --------------------------------------------------------------------


def recorded_alike(claim: Claim) -> Recorded | None:
    """What the same source says of the same day, and as firmly."""
    if AS_OF.key not in claim.readings:
        return None
    return next((one for one in claim.row.recorded if is_alike(claim, one)), None)


def is_alike(claim: Claim, one: Recorded) -> bool:
    """A preliminary value and the final one of a day may come from one source."""
    kind = claim.text(KIND.key) or KINDS[Revision.FINAL]
    if KIND.key in claim.readings and kind != one.cells[KIND.key]:
        return False
    return claim.says(AS_OF, one.cells) and is_source(claim, one.source)


def is_source(claim: Claim, source: Source) -> bool:
    """By its address, or by its title where none is given."""
    cells = source_cells(source)
    key = "source.url" if claim.text("source.url") or cells["source.url"] else "source.title"
    if key not in claim.readings:
        key = "source.title"
    return key not in claim.readings or claim.text(key) == cells[key]


def refuse_other(claim: Claim, known: Recorded, found: Found) -> None:
    for column in claim.differing(known.cells):
        found.refuse(
            claim.spots[column.key],
            "sheet-recorded",
            found=claim.text(column.key) or BLANK,
            known=known.cells[column.key] or BLANK,
            as_of=known.cells[AS_OF.key],
            source=known.source.title,
        )


def is_incomplete(claim: Claim, project: Project, found: Found) -> bool:
    """Tells what is missing for a new update."""
    before = len(found.problems)
    row, changed = claim.row, {column.key for column in claim.changed}
    needed = [("source.title", "sheet-no-source"), (AS_OF.key, "sheet-no-day")]
    if row.type is Type.COMPOSITE:
        found.refuse(claim.spot, "sheet-composite", target=row.id)
        return True
    if row.type is not Type.MILESTONE and claim.text(VALUE.key) != NOT_STARTED:
        needed.append((VALUE.key, "sheet-no-value"))
    elif not says_of(claim):
        needed.append((SAYS.key, "sheet-no-words"))
        changed.discard(SAYS.key)
    for key, code in needed:
        if not (says_of(claim) if key == SAYS.key else claim.text(key)):
            found.refuse(claim.spot_of(key), code, target=row.id)
    if changed == {AS_OF.key} and claim.text(VALUE.key):
        found.refuse(claim.spot_of(AS_OF.key), "sheet-only-day", found=claim.text(AS_OF.key))
    refuse_old_day(claim, changed, found)
    refuse_unproved(claim, project, found)
    return len(found.problems) > before


def refuse_old_day(claim: Claim, changed: set[str], found: Found) -> None:
    """A date that stood there for the source before cannot be that of a source that came later."""
    as_of = claim.text(AS_OF.key)
    for key in ("source.published", "source.accessed"):
        day = claim.text(key)
        if key in changed or not (is_whole(day) and is_whole(as_of) and day < as_of):
            continue
        found.refuse(claim.spot_of(key), "sheet-old-day", found=day, as_of=as_of)


def refuse_unproved(claim: Claim, project: Project, found: Found) -> None:
    """Nothing can be said of a day to come, or on the word of a source that nobody can look at."""
    day = day_meant(claim.text(AS_OF.key))
    if day and day.last > project.as_of:
        details = {"found": claim.text(AS_OF.key), "today": project.as_of}
        found.refuse_like_the_check(claim.spot_of(AS_OF.key), "update-ahead", **details)
    entry = source_entry(claim, project)
    if not isinstance(entry, str) and entry.get("title") and not entry.get("url"):
        spot = claim.spot_of("source.url")
        found.refuse_like_the_check(spot, "source-without-address", title=entry["title"])


def says_of(claim: Claim) -> str:
    """The words of the update before are not those of the new one."""
    return claim.text(SAYS.key) if SAYS in claim.changed else ""


# --- a new update ------------------------------------------------------------------------------


def ask_for(claim: Claim, project: Project, found: Found) -> None:
    entry: dict[str, Value] = {"as_of": claim.text(AS_OF.key)}
    if value := claim.text(VALUE.key):
        entry |= fields_of(value, claim.row.stages)
    if (unit := claim.text("update.unit")) and unit != claim.row.unit:
        entry["unit"] = unit
    for key, words in (("says", says_of(claim)), ("note", claim.text("update.note"))):
        if words:
            entry[key] = words
    if kind := claim.text(KIND.key):
        entry["kind"] = choice_meant(kind, KINDS)
    entry["source"] = source_entry(claim, project)
    remark_kept(claim, found)
    remark_first_day(claim, found)
    found.ask(Append(claim.row.id, "updates", ordered(entry)), spots_by_field(claim))


ORDER = ("as_of", "value", "unit", "reached", "stage", "not_started", "says", "at_least", "kind",
         "note", "source")  # fmt: skip


def ordered(entry: Mapping[str, Value]) -> dict[str, Value]:
    """In the order of the handbook."""
    return {key: entry[key] for key in ORDER if key in entry}


def spots_by_field(claim: Claim) -> dict[str, Spot]:
    """`source` itself stands for its title, `reached` and `stage` for the value."""
    spots = {key.rpartition(".")[2]: spot for key, spot in claim.spots.items()}
    value = claim.spot
    spots |= dict.fromkeys(("stage", "reached", "not_started", "at_least"), value)
    return {"updates": value, **spots, "source": claim.spot_of("source.title")}


def source_entry(claim: Claim, project: Project) -> str | Mapping[str, Value]:
    """The name of one that has a name, an entry like one of the target's own, or a new one."""
    columns = [column for column in claim.columns if column.key.startswith("source.")]
    own = [one.source for one in claim.row.recorded]
    for source in (*own, *project.sources):
        cells = source_cells(source)
        if is_source(claim, source) and not set(columns) & set(claim.differing(cells)):
            return source.key or written(cells)
    return written({column.key: claim.text(column.key) for column in columns})


def written(cells: Cells) -> dict[str, Value]:
    return {
        key.removeprefix("source."): choice_meant(text, TIERS) if key == "source.tier" else text
        for key, text in cells.items()
        if text
    }


HASTY = (KINDS[Revision.ESTIMATE], KINDS[Revision.PRELIMINARY])


def remark_first_day(claim: Claim, found: Found) -> None:
    """Excel makes 2023-12-01 of 2023-12 in a cell that held a date."""
    day = claim.text(AS_OF.key)
    if is_whole(day) and day.endswith("-01"):
        found.remark(claim.spot_of(AS_OF.key), "sheet-first-day", found=day, month=day[:7])


def remark_kept(claim: Claim, found: Found) -> None:
    """Whoever types a new source over an old one may forget the rest of it."""
    changed = {column.key for column in claim.changed}
    if not changed & {"source.title", "source.url"}:
        return
    kept = [
        column.name
        for column in claim.columns
        if column.key not in changed and claim.text(column.key)
        if column.key.startswith("source.") or claim.text(column.key) in HASTY
    ]
    if kept:
        found.remark(claim.spot_of("source.title"), "sheet-kept", kept=tuple(kept))
