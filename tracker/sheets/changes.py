"""A file that came in, beside the project as it is now → what it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tracker.edit.edits import Remove, Set, Value
from tracker.errors import Problem, Where
from tracker.read.nearest import nearest
from tracker.sheets.cells import Reading, is_blank, read, same, spelt_in_gbk, text_of
from tracker.sheets.claims import Claim, refuse_flaw, take
from tracker.sheets.columns import FOREIGN, ID, LEDGER, PROGRESS, Column, Form, Use
from tracker.sheets.found import BLANK, WHOLE, Found, Spot, listed
from tracker.sheets.grids import Grid, UnreadableError, grids
from tracker.sheets.rows import Cells, Project, Row
from tracker.sheets.tables import Line, Table, table_of
from tracker.sheets.workbook import BASE, CHOICES, GUIDE, HISTORY

MEANT = (Use.OWN, Use.UPDATE, Use.SOURCE)


class Place(Struct, frozen=True):
    """A row of a table, and the target it is about."""

    table: Table
    line: Line
    row: Row
    base: Cells | None  # what was exported, where the file tells

    @property
    def known(self) -> tuple[Cells, ...]:
        """What stood in the cells before anybody typed: at export, or by an export of now."""
        return (self.base, self.row.cells) if self.base else (self.row.cells,)

    def spot(self, column: Column) -> Spot:
        return Spot.of(self.table.sheet, self.line.cells[column.key], column.name)

    def columns(self, *uses: Use) -> Iterator[Column]:
        return (c for c in self.table.columns if c.use in uses and c.key in self.line.cells)

    def reading(self, column: Column) -> Reading:
        """What a program made illegible that lacks some characters counts as left alone."""
        reading = read(self.line.cells[column.key], column, self.row)
        known = self.row.cells.get(column.key, "")
        if self.table.lossy and reading.text == spelt_in_gbk(known):
            return Reading(known)
        return reading


def changes(data: bytes, path: str, project: Project) -> Found:
    """Everything that a file asks for; `path` is how the editor calls it."""
    try:
        return changes_in(grids(data), path, project)
    except UnreadableError as error:
        return Found(path, problems=[Problem(Where(path), error.code)])


def changes_in(sheets: Sequence[Grid], path: str, project: Project) -> Found:
    found = Found(path)
    ledgers, history, base = tables_of(sheets, found)
    if not ledgers and not history:
        found.problems.append(Problem(Where(path), "sheet-no-header"))
        return found
    places = [place for table in ledgers for place in places_of(table, project, base, found)]
    if is_of_another_report(ledgers, project, found):
        return found
    for place in once(places, found):
        take_row(place, project, found)
    for table in history:
        for place in places_of(table, project, {}, found):
            take(claim_of(place, ()), project, found)
    if ledgers and places:
        remark_missing(places, project, found)
    return found


def tables_of(
    sheets: Sequence[Grid], found: Found
) -> tuple[list[Table], list[Table], Mapping[str, Cells]]:
    """Ledgers, lists of updates, and the ledger as it was exported, by target."""
    ledgers: list[Table] = []
    history: list[Table] = []
    base: Mapping[str, Cells] = {}
    for grid in sheets:
        if grid.name in (GUIDE, CHOICES):
            continue
        table = table_of(grid, PROGRESS if grid.name == HISTORY else LEDGER)
        if grid.name == BASE:
            base = base_of(table) if table else {}
        elif table is None:
            if grid.name and any(not is_blank(cell) for row in grid.rows for cell in row):
                found.remark(WHOLE, "sheet-unread", sheet=grid.name)
        else:
            (history if grid.name == HISTORY else ledgers).append(table)
            remark_headers(table, found)
    return ledgers, history, base


def base_of(table: Table) -> dict[str, Cells]:
    texts = [{key: text_of(cell.value) for key, cell in line.cells.items()} for line in table.lines]
    return {cells["id"]: cells for cells in texts if "id" in cells}


def remark_headers(table: Table, found: Found) -> None:
    for cell, name in table.doubled:
        found.refuse(Spot.of(table.sheet, cell, name), "sheet-column-twice")
    for cell, name, near in table.strange:
        code = "sheet-column-near" if near else "sheet-column"
        code = "sheet-column-foreign" if name in FOREIGN else code
        found.remark(Spot.of(table.sheet, cell, name), code, found=name, near=near)


# --- rows --------------------------------------------------------------------------------------


def places_of(
    table: Table, project: Project, base: Mapping[str, Cells], found: Found
) -> Iterator[Place]:
    """The rows that belong to a target; others are refused where they say anything."""
    for line in table.lines:
        written = line.cells.get("id")
        name = text_of(written.value) if written else ""
        row = project.row(name) or project.row(name.lower())
        if row:
            yield Place(table, line, row, base.get(row.id))
        elif name or says_anything(table, line):
            refuse_row(table, line, name, project, found)


def says_anything(table: Table, line: Line) -> bool:
    """Notes below the table, such as who filled it in, stand in no column that is read."""
    return any(
        column.use in MEANT and column.key in line.cells and not is_blank(line.cells[column.key])
        for column in table.columns
    )


def refuse_row(table: Table, line: Line, name: str, project: Project, found: Found) -> None:
    cell = line.cells.get("id") or next(iter(line.cells.values()))
    spot = Spot.of(table.sheet, cell, ID.name)
    if not name:
        found.refuse(spot, "sheet-no-id")
        return
    if name in project.elsewhere:
        found.refuse(spot, "sheet-elsewhere", found=name, report=project.elsewhere[name])
        return
    if near := nearest(name, [row.id for row in project.rows]):
        found.refuse(spot, "sheet-unknown-near", found=name, near=near)
    else:
        found.refuse(spot, "sheet-unknown", found=name)


def is_of_another_report(tables: Sequence[Table], project: Project, found: Found) -> bool:
    """One word for all rows, where the ids are of another report throughout."""
    cells = (line.cells["id"] for t in tables for line in t.lines if "id" in line.cells)
    names = [name for cell in cells if (name := text_of(cell.value))]
    if not names or any(project.row(name) for name in names):
        return False
    reports = sorted({project.elsewhere[name] for name in names if name in project.elsewhere})
    details = {"report": project.report, "found": tuple(reports) or tuple(names[:3])}
    code = "sheet-other-report" if reports else "sheet-strange-ids"
    found.problems[:] = [Problem(Where(found.path), code, details)]
    return True


def once(places: Sequence[Place], found: Found) -> list[Place]:
    """Each target once: rows that say the same count as one, others are refused."""
    first: dict[str, Place] = {}
    for place in places:
        earlier = first.setdefault(place.row.id, place)
        if earlier is place:
            continue
        spot, before = (spot_of_id(one) for one in (place, earlier))
        told = [
            {c.key: one.reading(c).text for c in one.columns(*MEANT)} for one in (place, earlier)
        ]
        if told[0] == told[1]:
            found.remark(spot, "sheet-row-again", target=place.row.id, first=before.name)
        else:
            found.refuse(
                spot, "sheet-row-twice", target=place.row.id, first=before.name, line=before.line
            )
    return list(first.values())


def spot_of_id(place: Place) -> Spot:
    return Spot.of(place.table.sheet, place.line.cells["id"], ID.name)


def remark_missing(places: Sequence[Place], project: Project, found: Found) -> None:
    there = {place.row.id for place in places}
    missing = [row.id for row in project.rows if row.id not in there]
    if missing:
        found.remark(WHOLE, "sheet-missing-rows", count=len(missing), known=listed(missing))


# --- one row -----------------------------------------------------------------------------------


def take_row(place: Place, project: Project, found: Found) -> None:
    before = len(found.edits)
    for column in place.columns(Use.GIVEN, Use.COMPUTED):
        if is_changed(place, column):
            refuse_locked(place, column, found)
    for column in place.columns(Use.OWN):
        if is_changed(place, column):
            take_own(place, column, found)
    if any(True for _ in place.columns(Use.UPDATE, Use.SOURCE)):
        take(claim_of(place, place.known), project, found)
    if place.line.is_hidden and len(found.edits) > before:
        found.remark(spot_of_id(place), "sheet-hidden", target=place.row.id)


def is_changed(place: Place, column: Column) -> bool:
    reading, row = place.reading(column), place.row
    return not any(same(reading, cells.get(column.key, ""), column, row) for cells in place.known)


def refuse_locked(place: Place, column: Column, found: Found) -> None:
    code = "sheet-computed" if column.use is Use.COMPUTED else "sheet-given"
    reading, known = place.reading(column), place.row.cells[column.key]
    if reading.flaw in ("sheet-error", "sheet-formula"):
        code = reading.flaw
    found.refuse(place.spot(column), code, found=reading.text or BLANK, known=known or BLANK)


def take_own(place: Place, column: Column, found: Found) -> None:
    reading, now, spot = place.reading(column), place.row.cells[column.key], place.spot(column)
    if reading.flaw:
        refuse_flaw(claim_of_one(place, column), column, found)
    elif place.base and not same_text(was := place.base.get(column.key, ""), now):
        texts = {"found": reading.text, "known": now, "was": was}
        shown = {name: text or BLANK for name, text in texts.items()}
        found.refuse(spot, "sheet-meanwhile", **shown)
    elif not reading.text and column.key == "title":
        found.refuse(spot, "sheet-title-blank", known=now)
    elif not reading.text:
        found.ask(Remove(place.row.id, column.key), {column.key: spot})
    else:
        names: Value = reading.text.split("、")
        value = names if column.form is Form.NAMES else reading.text
        found.ask(Set(place.row.id, column.key, value), {column.key: spot})


def same_text(before: str, now: str) -> bool:
    return " ".join(before.split()) == " ".join(text_of(now).split())


def claim_of_one(place: Place, column: Column) -> Claim:
    readings, spots = {column.key: place.reading(column)}, {column.key: place.spot(column)}
    return Claim(place.row, (column,), readings, spots, (place.row.cells,))


def claim_of(place: Place, shown: tuple[Cells, ...]) -> Claim:
    columns = tuple(place.columns(Use.UPDATE, Use.SOURCE))
    readings = {column.key: place.reading(column) for column in columns}
    spots = {column.key: place.spot(column) for column in columns}
    return Claim(place.row, columns, readings, spots, shown)
