"""The ledger as a workbook that an office can print, filter and fill in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tracker.sheets.cells import CONTROL, DIGITS, PERCENT, plain_number
from tracker.sheets.columns import KINDS, LEDGER, PROGRESS, TIERS, Column, Form
from tracker.sheets.days import is_whole
from tracker.sheets.guide import NOTES, STEPS, guide_rows
from tracker.sheets.rows import Cells, Project

SHEET, HISTORY, GUIDE = "台账", "进展", "填写说明"
CHOICES, BASE = "选项", "导出时"  # hidden: what the lists offer, and what stood there at export
SPARE = 100  # empty rows below the updates, for new ones
TITLE_ROW, HEADER_ROW = 1, 3

FONT = "微软雅黑"
INK, PALE, RULE, RED = "FF222222", "FF6B6B6B", "FFBFB8AD", "FFA61B1B"
HEAD, OPEN, SHUT = "FFEFE9DF", "FFFFFBE8", "FFF3F3F1"
EDGE = Side(style="thin", color=RULE)
BOX = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
HEADING, PLAIN = Font(FONT, size=13, bold=True, color=RED), Font(FONT, size=11, color=INK)
WRAPPED = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
NARROW = 12  # columns up to this width are centred
DAY_FORMAT, SHARE_FORMAT = "yyyy-mm-dd", "0.0%"
LINE_HEIGHT, MOST_LINES = 15.5, 26

Native = str | int | float | date | None


class Sheet(Struct, frozen=True):
    """What is laid out alike: a title, a remark below it, a header, rows."""

    title: str
    remark: str
    columns: Sequence[Column]
    rows: Sequence[Cells]
    frozen: int  # columns that stay in sight
    filled: int = 0  # rows whose cells are locked throughout: what is recorded
    spare: int = 0  # empty rows below, to fill in


def to_xlsx(project: Project) -> bytes:
    book = Workbook()
    assert book.active
    book.remove(book.active)
    for style in styles():
        book.add_named_style(style)
    ledger = [row.cells for row in project.rows]
    made = f"{project.as_of.isoformat()}导出，报告{project.report}。"
    remark = f"{made}浅黄的格子可以填；怎么填见“{GUIDE}”。"
    lay_out(book.create_sheet(SHEET), Sheet(project.title, remark, LEDGER, ledger, 3))
    history = [
        {**one.cells, "id": row.id, "title": row.cells["title"]}
        for row in project.rows
        for one in row.recorded
    ]
    remark = "灰色的是已经记录的，不能改；新的进展填在下面的空行里，每条一行。"
    sheet = Sheet("各项目标的全部进展", remark, PROGRESS, history, 2, len(history), SPARE)
    lay_out(book.create_sheet(HISTORY), sheet)
    explain(book.create_sheet(GUIDE))
    offer(book.create_sheet(CHOICES), project)
    keep(book.create_sheet(BASE), ledger)
    check(book[SHEET], LEDGER, HEADER_ROW + 1, HEADER_ROW + len(ledger), project)
    last = HEADER_ROW + len(history)
    check(book[HISTORY], PROGRESS, last + 1, last + SPARE, project)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- a table -----------------------------------------------------------------------------------


def lay_out(place: Worksheet, sheet: Sheet) -> None:
    head(place, sheet)
    for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
        locked = number - HEADER_ROW <= sheet.filled
        for at, column in enumerate(sheet.columns, 1):
            cell = place.cell(number, at)
            cell.style = style_of(column, locked=locked or column.use.is_locked)
            fill(cell, column, row.get(column.key, ""))
        place.row_dimensions[number].height = height(sheet.columns, row)
    last = HEADER_ROW + len(sheet.rows) + sheet.spare
    for number in range(last - sheet.spare + 1, last + 1):
        for at, column in enumerate(sheet.columns, 1):
            cell = place.cell(number, at)
            cell.style = style_of(column, locked=False)
            fill(cell, column, "")
    letter = get_column_letter(len(sheet.columns))
    place.auto_filter.ref = f"A{HEADER_ROW}:{letter}{last}"
    place.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{HEADER_ROW + 1}"
    protect(place)
    to_print(place, wide=1 + len(sheet.columns) // 20)
    place.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    place.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"
    place.print_area = f"A1:{letter}{last - sheet.spare}"


def head(place: Worksheet, sheet: Sheet) -> None:
    """Title and remark stand in one cell each: merged ones hinder whoever sorts."""
    place.cell(TITLE_ROW, 1, sheet.title).font = Font(FONT, size=18, bold=True, color=RED)
    place.cell(TITLE_ROW + 1, 1, sheet.remark).font = Font(FONT, size=10, color=PALE)
    for row, size in ((TITLE_ROW, 34.0), (TITLE_ROW + 1, 20.0), (HEADER_ROW, 34.0)):
        place.row_dimensions[row].height = size
    for at, column in enumerate(sheet.columns, 1):
        cell = place.cell(HEADER_ROW, at, column.name)
        cell.font = Font(FONT, size=10, bold=True, color=PALE if column.use.is_locked else RED)
        cell.fill = PatternFill("solid", HEAD)
        cell.border, cell.alignment = BOX, CENTRED
        place.column_dimensions[get_column_letter(at)].width = column.width + 1.5


def fill(cell: Cell | MergedCell, column: Column, text: str) -> None:
    value = native(column, CONTROL.sub("", text))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # whatever it begins with, it is no formula
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    if isinstance(value, date):
        cell.number_format = DAY_FORMAT
    elif column.form is Form.SHARE:
        cell.number_format = SHARE_FORMAT
    elif isinstance(value, str) or column.form in (Form.DAY, Form.WHEN):
        cell.number_format = "@"  # else Excel makes 2023-12-01 of 2023-12 while it is typed


def native(column: Column, text: str) -> Native:
    """A number or a date where the cell then says neither more nor less; else text."""
    if not text:
        return None
    if column.form in (Form.DAY, Form.WHEN):
        return date.fromisoformat(text) if is_whole(text) else text
    if column.form is Form.SHARE and (shown := PERCENT.fullmatch(text)):
        return float(Decimal(shown[1]) / 100)
    if column.form in (Form.VALUE, Form.ORDER):
        return number(text)
    return text


def number(text: str) -> int | float | str:
    """Text where a cell's number would lose a digit, or a nought that says how exact it is."""
    if not text.lstrip("-").replace(".", "", 1).isascii() or len(text) > DIGITS:
        return text
    try:
        value = float(text)
    except ValueError:
        return text
    whole = int(value) if value == int(value) else value
    return whole if plain_number(whole) == text else text


def style_of(column: Column, *, locked: bool) -> str:
    return ("不能改" if locked else "可填") + ("" if column.width > NARROW else "，居中")


def styles() -> Iterator[NamedStyle]:
    """The four that cells have, by the names under which offices find them."""
    for locked, name in ((True, "不能改"), (False, "可填")):
        for alignment, suffix in ((WRAPPED, ""), (CENTRED, "，居中")):
            yield NamedStyle(
                name + suffix,
                font=Font(FONT, size=10, color=PALE if locked else INK),
                fill=PatternFill("solid", SHUT if locked else OPEN),
                border=BOX,
                alignment=alignment,
                protection=Protection(locked=locked),
            )


def height(columns: Iterable[Column], row: Cells) -> float:
    """High enough for the longest of its texts: programs do not measure Chinese by themselves."""
    lines = max(lines_of(row.get(column.key, ""), column.width) for column in columns)
    return LINE_HEIGHT * min(max(lines, 2), MOST_LINES) + 4


def lines_of(text: str, width: int) -> int:
    return sum(-(-breadth(line) // width) for line in text.split("\n")) if text else 1


def breadth(text: str) -> int:
    return sum(2 if character > "\u2000" else 1 for character in text)


def protect(place: Worksheet) -> None:
    """Against slips, not against people: there is no password."""
    place.protection.sheet = True
    for allowed in ("sort", "autoFilter", "formatCells", "formatColumns", "formatRows"):
        setattr(place.protection, allowed, False)


def to_print(place: Worksheet, wide: int = 1) -> None:
    """On A3 across, as wide as one sheet or several, the header on each."""
    place.page_setup.orientation, place.page_setup.paperSize = "landscape", 8
    place.page_setup.fitToWidth, place.page_setup.fitToHeight = wide, 0
    place.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    place.page_margins.left = place.page_margins.right = 0.4
    place.page_margins.top = 0.5
    place.oddFooter.center.text = "第&P页，共&N页"  # type: ignore[union-attr]


# --- what is offered ----------------------------------------------------------------------------


def lists_of(project: Project) -> Mapping[str, Sequence[str]]:
    """By the key of the column: what may be chosen there."""
    return {
        "lead": project.agencies,
        "support": project.agencies,
        "places": project.places,
        "update.kind": tuple(KINDS.values()),
        "source.tier": tuple(TIERS.values()),
    }


def offer(place: Worksheet, project: Project) -> None:
    place.sheet_state = "hidden"
    for at, (key, words) in enumerate(lists_of(project).items(), 1):
        for number, word in enumerate((key, *words), 1):
            place.cell(number, at, word).data_type = "s"


def check(
    place: Worksheet, columns: Sequence[Column], first: int, last: int, project: Project
) -> None:
    """Lists to choose from. Of agencies and places a cell may have several: it only warns."""
    lists = lists_of(project)
    for at, column in enumerate(columns, 1):
        if not lists.get(column.key) or last < first:
            continue
        letter = get_column_letter(list(lists).index(column.key) + 1)
        several = column.form is Form.NAMES
        rule = DataValidation(
            type="list",
            formula1=f"{CHOICES}!${letter}$2:${letter}${len(lists[column.key]) + 1}",
            errorStyle="warning" if several else "stop",
            errorTitle=column.name,
            error="不在单子里：几个名称请用顿号隔开" if several else "请从单子里选一个",
        )
        rule.add(f"{get_column_letter(at)}{first}:{get_column_letter(at)}{last}")
        place.add_data_validation(rule)


def keep(place: Worksheet, rows: Sequence[Cells]) -> None:
    """As text throughout: import tells by it what was typed since."""
    place.sheet_state = "hidden"
    for number, texts in enumerate(
        [[c.name for c in LEDGER], *([row[c.key] for c in LEDGER] for row in rows)], 1
    ):
        for at, text in enumerate(texts, 1):
            if text:
                cell = place.cell(number, at, CONTROL.sub("", text))
                cell.data_type = "s"


# --- the guide ----------------------------------------------------------------------------------


def explain(place: Worksheet) -> None:
    lines = [("怎样填", True), *((f"{n}. {step}", False) for n, step in enumerate(STEPS, 1))]
    lines += [("要留意的", True), *((f"· {note}", False) for note in NOTES), ("各列", True)]
    for number, (text, is_heading) in enumerate(lines, 1):
        cell = place.cell(number, 1, text)
        place.merge_cells(start_row=number, end_row=number, start_column=1, end_column=3)
        cell.font = HEADING if is_heading else PLAIN
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        place.row_dimensions[number].height = 30 if is_heading else 20 * lines_of(text, 128) + 2
    tabulate(place, len(lines) + 1)
    for letter, width in (("A", 28), ("B", 66), ("C", 34)):
        place.column_dimensions[letter].width = width
    to_print(place)


def tabulate(place: Worksheet, first: int) -> None:
    """The columns, from a row of the guide on."""
    for number, texts in enumerate((("列", "写什么", "改了会怎样"), *guide_rows()), first):
        for at, text in enumerate(texts, 1):
            cell = place.cell(number, at, text)
            cell.font = Font(FONT, size=10, bold=number == first, color=INK)
            cell.border, cell.alignment = BOX, WRAPPED
            if number == first:
                cell.fill = PatternFill("solid", HEAD)
        place.row_dimensions[number].height = LINE_HEIGHT * max(lines_of(texts[1], 62), 1) + 6
