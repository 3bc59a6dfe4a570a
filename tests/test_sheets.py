"""What a ledger that came in asks for: recorded already, new, or refused with its cell."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from tests.projects import ROOT
from tests.sheets import (
    Rows,
    add,
    as_csv,
    cell,
    csv_rows,
    exported,
    fill,
    ledger,
    saved,
    small,
    typed,
    workbook,
    years,
)
from tracker.edit.edits import Append, Edit, Remove, Set
from tracker.edit.edits import Value as Edited
from tracker.messages.problems import explain
from tracker.sheets.cells import Cell, Value
from tracker.sheets.changes import changes, changes_in
from tracker.sheets.columns import LEDGER, VALUE
from tracker.sheets.days import day_of
from tracker.sheets.delimited import to_csv
from tracker.sheets.found import Found
from tracker.sheets.grids import Grid, marked, unmarked
from tracker.sheets.guide import markdown_table
from tracker.sheets.values import value_of
from tracker.sheets.workbook import to_xlsx

SOURCE = {
    "数据来源": "虚构的快报",
    "网址": "https://example.org/flash",
    "发布单位": "虚构市交通局",
    "发布日期": "2099-12-02",
    "来源级别": "文件",
}
NEW = {"累计完成": "101.5", "数据截至": "2099-11-30", "数据性质": "初步", **SOURCE}
ENTRY: dict[str, Edited] = {
    "as_of": "2099-11-30",
    "value": "101.5",
    "kind": "preliminary",
    "source": {
        "title": "虚构的快报",
        "url": "https://example.org/flash",
        "publisher": "虚构市交通局",
        "published": "2099-12-02",
        "tier": "document",
    },
}


def from_csv(rows: Rows, separator: str = ",", encoding: str = "utf-8") -> Found:
    return changes(as_csv(rows, separator, encoding), "ledger.csv", small())


def from_book(book: Workbook) -> Found:
    return changes(saved(book), "ledger.xlsx", small())


def codes(found: Found) -> list[str]:
    return [problem.code for problem in found.problems]


def refused(found: Found) -> list[tuple[str, str]]:
    """Each refusal's code and cell."""
    return [(problem.code, str(problem.details.get("cell"))) for problem in found.problems]


def remarks(found: Found) -> list[str]:
    return [remark.code for remark in found.remarks]


# --- nothing changed ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["small", "years"])
def test_what_was_exported_asks_for_nothing(name: str) -> None:
    project = small() if name == "small" else years()

    for data in (exported(name), to_csv(project)):
        found = changes(data, "ledger", project)
        assert (found.edits, found.problems, found.remarks) == ([], [], [])


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("累计完成", "９０"),
        ("累计完成", "90.0"),
        ("累计完成", " 90公里 "),
        ("数据截至", "2099年10月31日"),
        ("数据截至", "2099.10.31"),
        ("数据截至", "2099/10/31"),
        ("数据截至", "72989"),
        ("数据性质", "最终数"),
        ("来源级别", "statistics"),
        ("主要任务", "新建公路\u00a0"),
        ("完成率", "75%"),
        ("检索日期", "2099-11-5"),
    ],
)
def test_what_merely_looks_different_is_no_change(column: str, text: str) -> None:
    found = from_csv(typed(csv_rows(small()), "new-roads", {column: text}))

    assert (found.edits, found.problems) == ([], [])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_comes_in_any_encoding_and_with_any_separator(separator: str, encoding: str) -> None:
    rows = typed(csv_rows(small()), "new-roads", NEW)

    assert from_csv(rows, separator, encoding).edits == [Append("new-roads", "updates", ENTRY)]


def test_columns_may_be_reordered_left_out_and_named_as_offices_do() -> None:
    rows = typed(csv_rows(small()), "new-roads", NEW)
    order = [rows[0].index(name) for name in ("数据截至", "累计完成", "网址", "数据来源", "编号")]
    few = [[row[place] for place in order] for row in rows]
    few[0] = ["截至日期", "完成情况（座）", "来源网址", "佐证材料", "编 号"]

    entry: dict[str, Edited] = {"as_of": "2099-11-30", "value": "101.5"}
    source = {"title": "虚构的快报", "url": "https://example.org/flash"}
    found = from_csv(few)
    assert found.edits == [Append("new-roads", "updates", {**entry, "source": source})]


def test_rows_may_be_sorted_and_left_out() -> None:
    rows = csv_rows(small())
    found = from_csv([rows[0], *reversed(rows[4:])])

    assert (found.edits, found.problems) == ([], [])
    assert remarks(found) == ["sheet-missing-rows"]
    assert "new-roads、bridges、jia-bridge" in "\n".join(explain(found.remarks[0], "zh"))


def test_titles_and_blank_rows_may_stand_above_the_header_and_notes_below_the_table() -> None:
    rows = [
        ["虚构市目标台账"],
        [],
        ["填报日期", "2099-11-30"],
        *csv_rows(small()),
        [],
        ["制表人：某"],
    ]
    found = from_csv(rows)

    assert (found.edits, found.problems) == ([], [])


def test_unknown_columns_are_named_with_the_nearest_known() -> None:
    rows = csv_rows(small())
    place = rows[0].index("备注")
    rows[0][place] = "备注栏"
    rows = [[*row, "x"] for row in rows]
    rows[0][-1] = "下步措施"
    found = from_csv(rows)

    assert remarks(found) == ["sheet-column-near", "sheet-column-foreign"]
    assert found.remarks[0].details["near"] == "备注"


def test_a_program_without_rare_characters_changes_nothing() -> None:
    """GBK has no 𬀩: Excel saves a question mark."""
    row = small().rows[0]
    project = replace(small(), rows=(replace(row, cells={**row.cells, "note": "𬀩阳"}),))
    data = to_csv(project).decode("utf-8-sig").encode("gbk", errors="replace")

    found = changes(data, "ledger.csv", project)
    assert (found.edits, found.problems) == ([], [])


# --- a new value -------------------------------------------------------------------------------


def test_a_new_value_with_its_day_and_source_is_a_new_update() -> None:
    book = workbook()
    fill(book, "new-roads", {**NEW, "累计完成": 101.5, "数据截至": date(2099, 11, 30)})

    assert from_book(book).edits == [Append("new-roads", "updates", ENTRY)]


def test_a_source_that_has_a_name_is_called_by_it() -> None:
    book = workbook()
    fill(book, "new-roads", {"累计完成": 101.5, "数据截至": date(2099, 11, 1)})
    found = from_book(book)

    entry = {"as_of": "2099-11-01", "value": "101.5", "source": "bulletin"}
    assert found.edits == [Append("new-roads", "updates", {**entry, "kind": "final"})]


def test_what_was_imported_already_may_come_in_again() -> None:
    """With the blanks that the editor left: the kind, and what a named source says of itself."""
    book = workbook()
    cells = {"累计完成": 90, "数据截至": "2099-10-31", "数据来源": "虚构的公报"}
    add(book, {"编号": "new-roads", **cells, "网址": "https://example.org/bulletin"})
    found = from_book(book)

    assert (found.edits, found.problems) == ([], [])


def test_a_source_is_known_by_its_title_and_address() -> None:
    book = workbook()
    cells = {"累计完成": 95, "数据截至": "2099-11", "数据来源": "虚构的公报"}
    add(book, {"编号": "new-roads", **cells, "网址": "https://example.org/bulletin"})

    entry = {"as_of": "2099-11", "value": "95", "source": "bulletin"}
    assert from_book(book).edits == [Append("new-roads", "updates", entry)]


def test_a_value_of_the_same_day_and_source_is_refused_at_its_cell() -> None:
    book = workbook()
    cell(book, "new-roads", "累计完成").value = 95
    found = from_book(book)

    assert found.edits == []
    assert refused(found) == [
        ("sheet-recorded", f"台账!{cell(book, 'new-roads', '累计完成').coordinate}")
    ]
    assert "已记录为「90」，表里是「95」" in "\n".join(explain(found.problems[0], "zh"))


@pytest.mark.parametrize(
    ("target", "cells", "expected"),
    [
        ("new-roads", {"数据截至": "2099-11-02"}, "sheet-only-day"),
        ("new-roads", {"数据截至": "去年年底"}, "sheet-date"),
        ("new-roads", {"数据截至": "2099-02-30"}, "sheet-date"),
        ("new-roads", {"累计完成": "九成", "数据截至": "2099-11-02"}, "sheet-value"),
        ("new-roads", {"累计完成": "12%", "数据截至": "2099-11-02"}, "sheet-percent"),
        ("new-roads", {"累计完成": "#REF!", "数据截至": "2099-11-02"}, "sheet-error"),
        ("new-roads", {"累计完成": "", "数据截至": "2099-11-02"}, "sheet-no-value"),
        ("new-roads", {"累计完成": "", "数据截至": "", "数据性质": "", "数据来源": "", "网址": "",
                       "发布单位": "", "发布日期": "", "来源级别": ""}, "sheet-cleared"),
        ("new-roads", {**NEW, "数据来源": ""}, "sheet-no-source"),
        ("new-roads", {**NEW, "网址": ""}, "source-without-address"),
        ("new-roads", {**NEW, "数据截至": "2100-02", "发布日期": ""}, "update-ahead"),
        ("new-roads", {**NEW, "数据截至": ""}, "sheet-no-day"),
        ("new-roads", {**NEW, "数据性质": "大概"}, "sheet-choice"),
        ("new-roads", {**NEW, "数据来源": "公报\u202e"}, "sheet-character"),
        ("new-roads", {**NEW, "发布日期": "2099-11-02"}, "sheet-old-day"),
        ("jia-bridge", {**NEW, "累计完成": "101.5"}, "sheet-milestone"),
        ("jia-bridge", {**NEW, "累计完成": "已完成"}, "sheet-no-words"),
        ("new-roads", {"报告原文": "新建公路12公里"}, "sheet-given"),
        ("new-roads", {"完成时限": "2100-12-31"}, "sheet-given"),
        ("new-roads", {"状态": "已完成"}, "sheet-computed"),
        ("new-roads", {"完成率": "100.0%"}, "sheet-computed"),
        ("new-roads", {"主要任务": ""}, "sheet-title-blank"),
        ("new-roads", {"检索日期": "昨天"}, "sheet-date"),
        ("new-roads", {"编号": "new-road"}, "sheet-unknown-near"),
        ("new-roads", {"编号": "乱写"}, "sheet-unknown"),
        ("new-roads", {"编号": ""}, "sheet-no-id"),
        ("new-roads", {"编号": "bridges"}, "sheet-row-twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_by_line_and_column(
    target: str, cells: dict[str, str], expected: str
) -> None:
    found = from_csv(typed(csv_rows(small()), target, cells))

    assert expected in codes(found)
    for problem in found.problems:
        assert str(problem.where).startswith("ledger.csv:")
        assert str(problem.details["cell"]).endswith(str(problem.where.line))
        for language in ("zh", "en"):
            assert explain(problem, language)


def test_a_milestone_is_reached_in_words() -> None:
    cells = {**NEW, "累计完成": "是", "进展情况": "大桥通车"}
    [edit] = from_csv(typed(csv_rows(small()), "jia-bridge", cells)).edits

    assert isinstance(edit, Append)
    assert edit.entry == {
        "as_of": "2099-11-30", "reached": "true", "says": "大桥通车", "kind": "preliminary",
        "source": ENTRY["source"],
    }  # fmt: skip


def test_words_of_the_last_update_are_not_copied_to_the_new_one() -> None:
    project = years()
    rows = csv_rows(project)
    cells = {**NEW, "累计完成": "通车", "数据截至": "2100-01-20", "发布日期": "", "查阅日期": ""}
    found = changes(as_csv(typed(rows, "jia-bridge", cells)), "ledger.csv", project)

    assert codes(found) == ["sheet-no-words"]


def test_percent_cells_are_percent() -> None:
    book = workbook()
    fill(book, "income", {**NEW, "累计完成": 0.062})
    cell(book, "income", "累计完成").number_format = "0.0%"
    [edit] = from_book(book).edits

    assert isinstance(edit, Append)
    assert isinstance(edit.entry, dict)
    assert edit.entry["value"] == "6.2"


def test_a_month_that_excel_made_a_day_of_is_a_month_or_pointed_out() -> None:
    book = workbook()
    fill(book, "new-roads", {**NEW, "数据截至": date(2099, 12, 1), "发布日期": None})
    found = from_book(book)
    assert remarks(found) == ["sheet-first-day"]

    cell(book, "new-roads", "数据截至").number_format = 'yyyy"年"m"月"'
    [edit] = from_book(book).edits
    assert isinstance(edit, Append)
    assert isinstance(edit.entry, dict)
    assert edit.entry["as_of"] == "2099-12"
    assert cell(book, "lifts", "数据截至").number_format == "@"


def test_a_range_that_excel_made_a_date_of_is_called_so() -> None:
    book = workbook()
    fill(book, "nurseries", {**NEW, "累计完成": date(2099, 3, 5)})

    assert codes(from_book(book)) == ["sheet-value-day"]


def test_a_row_appended_to_the_updates_is_a_new_update() -> None:
    book = workbook()
    add(book, {"编号": "new-roads", "说明": "虚构的说明", **NEW, "发布日期": datetime(2099, 12, 2)})

    note = {**ENTRY, "note": "虚构的说明"}
    assert from_book(book).edits == [Append("new-roads", "updates", note)]


def test_a_forgotten_part_of_the_source_is_pointed_out() -> None:
    cells = {**NEW, "发布单位": "虚构市统计局", "发布日期": ""}
    found = from_csv(typed(csv_rows(small()), "new-roads", cells))

    assert remarks(found) == ["sheet-kept"]
    assert found.remarks[0].details["kept"] == ("发布单位",)


# --- other fields ------------------------------------------------------------------------------


def test_fields_of_the_target_are_written_anew_or_removed() -> None:
    cells = {"牵头单位": "虚构市交通局, 虚构市财政局", "备注": "第一行\n第二行", "检索日期": ""}
    found = from_csv(typed(csv_rows(small()), "new-roads", cells))

    assert found.edits == [
        Set("new-roads", "lead", ["虚构市交通局", "虚构市财政局"]),
        Remove("new-roads", "searched"),
        Set("new-roads", "note", "第一行\n第二行"),
    ]


def test_a_sheet_of_last_week_does_not_take_back_what_was_changed_since() -> None:
    """The workbook remembers what was exported: cells that nobody touched ask for nothing."""
    now = small()
    [first, *rest] = now.rows
    changed = replace(first, cells={**first.cells, "note": "后来的话", "status": "未达标"})
    later = replace(now, rows=(changed, *rest))
    book = workbook()
    assert changes(saved(book), "ledger.xlsx", later).edits == []

    cell(book, "new-roads", "备注").value = "我的话"
    found = changes(saved(book), "ledger.xlsx", later)
    assert found.edits == []
    assert codes(found) == ["sheet-meanwhile"]


# --- what spreadsheet programs do --------------------------------------------------------------


def test_merged_cells_hold_for_every_row_they_span() -> None:
    book = workbook()
    first, last = (cell(book, name, "牵头单位") for name in ("new-roads", "bridges"))
    first.value = "虚构市交通局"
    ledger(book).merge_cells(f"{first.coordinate}:{last.coordinate}")

    lead = ["虚构市交通局"]
    assert from_book(book).edits == [Set("new-roads", "lead", lead), Set("bridges", "lead", lead)]


def test_hidden_rows_are_read_and_said() -> None:
    book = workbook()
    note = cell(book, "new-roads", "备注")
    note.value = "虚构"
    ledger(book).row_dimensions[note.row].hidden = True
    found = from_book(book)

    assert found.edits == [Set("new-roads", "note", "虚构")]
    assert remarks(found) == ["sheet-hidden"]


@pytest.mark.parametrize("formula", ["=90+11.5", ArrayFormula("O4", "=90+11.5")])
def test_a_formula_without_a_result_is_refused(formula: object) -> None:
    book = workbook()
    fill(book, "new-roads", {**NEW, "累计完成": formula})

    assert refused(from_book(book)) == [
        ("sheet-formula", f"台账!{cell(book, 'new-roads', '累计完成').coordinate}")
    ]


def test_a_row_that_is_there_twice_counts_once() -> None:
    rows = csv_rows(small())
    found = from_csv([*rows, rows[1]])

    assert (found.edits, found.problems) == ([], [])
    assert remarks(found) == ["sheet-row-again"]


def test_a_column_that_is_there_twice_is_refused() -> None:
    assert codes(from_csv([[*row, row[-1]] for row in csv_rows(small())])) == ["sheet-column-twice"]


def test_the_ledger_of_another_report_is_called_so() -> None:
    rows = csv_rows(years())
    project = small()
    stranger = replace(project, elsewhere={row.id: "xugou-2100" for row in years().rows})
    known = {row.id for row in project.rows}
    others = [rows[0], *(row for row in rows[1:] if row[1] not in known)]

    found = changes(as_csv(others), "ledger.csv", stranger)
    assert codes(found) == ["sheet-other-report"]
    assert "xugou-2100" in "\n".join(explain(found.problems[0], "zh"))


def with_a_password() -> bytes:
    data = bytearray(exported("small"))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(header, bytes(data)):
            data[found.start() + flags] |= 1
    return bytes(data)


def with_damage() -> bytes:
    data = bytearray(exported("small"))
    place = data.find(b"xl/worksheets/sheet1.xml") + 40
    data[place : place + 50] = bytes(byte ^ 0xFF for byte in data[place : place + 50])
    return bytes(data)


def with_rows(count: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(count):
        sheet.append([number])
    return saved(book)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet-old"),
        (b"%PDF-1.7\n", "sheet-not-one"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "sheet-not-one"),
        ("<html><table><tr><td>编号</td></tr></table></html>".encode(), "sheet-html"),
        (b"PK\x03\x04 cut short", "sheet-broken"),
        (with_a_password(), "sheet-broken"),
        (with_damage(), "sheet-broken"),
        (with_rows(20_001), "sheet-huge"),
        (b"\n\n", "sheet-empty"),
        ("序号,名称\n1,新建公路\n".encode(), "sheet-no-header"),
        (b"??,????,????\n1,new-roads,????\n", "sheet-question-marks"),
    ],
)
def test_a_file_that_is_no_ledger_is_called_what_it_is(data: bytes, code: str) -> None:
    found = changes(data, "ledger.xlsx", small())

    assert codes(found) == [code]
    assert not found.edits


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-", "@SUM(A1)", "'=1", "''-", "\t=1", "＝1", "'引", ""]
)
def test_a_text_that_looks_like_a_formula_comes_back_unchanged(text: str) -> None:
    safe = marked(text)

    assert unmarked(safe) == text
    assert not safe.startswith(("=", "+", "-", "@", "＝", "\t"))


def test_a_formula_in_a_value_does_not_run_in_csv() -> None:
    first = small().rows[0]
    project = replace(small(), rows=(replace(first, cells={**first.cells, VALUE.key: "=1+1"}),))
    rows = list(csv.reader(io.StringIO(to_csv(project).decode("utf-8-sig"))))

    assert rows[1][rows[0].index(VALUE.name)] == "'=1+1"


def test_a_formula_in_a_text_does_not_run_in_a_workbook() -> None:
    first = small().rows[0]
    cells = {**first.cells, "note": '=HYPERLINK("https://example.org")'}
    project = replace(small(), rows=(replace(first, cells=cells),))

    data = to_xlsx(project)
    found = changes(data, "ledger.xlsx", project)
    assert (found.edits, found.problems) == ([], [])
    note = load_workbook(io.BytesIO(data))["台账"].cell(4, len(LEDGER))
    assert (note.data_type, note.quotePrefix) == ("s", True)


def test_the_workbook_can_be_filled_in_only_where_that_means_something() -> None:
    book = workbook()
    sheet = ledger(book)

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet.freeze_panes == "D4"
    for at_column, column in enumerate(LEDGER, 1):
        assert sheet.cell(4, at_column).protection.locked is column.use.is_locked
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert len(lists) == 3  # no agency is known to this project
    assert isinstance(cell(book, "new-roads", "数据截至").value, datetime)
    assert cell(book, "trees", "累计完成").value == 2.4
    assert cell(book, "forest-cover", "数据截至").value == "2099-06"


# --- one way of writing ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (datetime(2099, 12, 31), "2099-12-31"),
        (73050, "2099-12-31"),
        (73050.5, "2099-12-31"),
        ("73050", "2099-12-31"),
        (20991231, "2099-12-31"),
        ("20991231", "2099-12-31"),
        (2099, "2099"),
        ("2099年", "2099"),
        ("2099年12月", "2099-12"),
        ("2099.12", "2099-12"),
        ("2099-12-31 00:00:00", "2099-12-31"),
        ("Dec-23", "2023-12"),
        ("2099-13", None),
        ("2099-02-30", None),
        (12, None),
        (True, None),
        ("年底", None),
        ("", None),
    ],
)
def test_days_are_read_in_every_way_they_are_written(value: object, day: str | None) -> None:
    assert day_of(value) == day


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("8,212", "8212"),
        ("８，２１２", "8212"),
        ("1,234,567.5", "1234567.5"),
        ("90公里", "90"),
        ("3.7万", "3.7万"),
        ("3～5", "3～5"),
        ("3-5", "3～5"),
        ("3至5公里", "3～5"),
        ("[3, 5]", "3～5"),
        ("至少1", "至少1"),
        ("-0.4", "-0.4"),
        ("－0.4", "-0.4"),
        ("未启动", "未启动"),
        ("约90", None),
        ("二万", "20000"),
        ("3,5", None),
        ("1,2345", None),
        ("九十上下", None),
        ("已做到", None),
    ],
)
def test_values_are_read_in_every_way_they_are_written(written: str, value: str | None) -> None:
    assert value_of(written, small().rows[0]) == value


# --- whatever is typed -------------------------------------------------------------------------

DAYS = st.dates(date(2099, 11, 1), date(2099, 12, 31)).map(date.isoformat)
NUMBERS = st.decimals(0, 99999, places=1).map(lambda number: format(number.normalize() + 0, "f"))
WORDS = st.text("虚构乙区路灯0一=+-'\"; ，,\n", min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and text.strip("'\"; ,，")
)
COUNTED = ("new-roads", "trees", "nurseries", "lifts", "income")


@st.composite
def updates(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Edited]]:
    """The cells that an editor fills in, and the update that they make."""
    value, day, title, url = draw(NUMBERS), draw(DAYS), draw(WORDS), draw(st.integers(0, 99))
    address = f"https://example.org/{url}"
    cells = {
        "累计完成": value,
        "数据截至": day,
        "数据性质": "初步",
        "数据来源": title,
        "网址": address,
    }
    blank = dict.fromkeys(("发布单位", "发布日期", "来源级别", "查阅日期"), "")
    entry: dict[str, Edited] = {"as_of": day, "value": value, "kind": "preliminary"}
    return {**cells, **blank}, {**entry, "source": {"title": title, "url": address}}


@settings(max_examples=50)
@given(
    st.dictionaries(st.sampled_from(COUNTED), updates()),
    st.dictionaries(st.sampled_from([row.id for row in small().rows]), WORDS),
    st.sampled_from([",", ";", "\t"]),
    st.randoms(use_true_random=False),
)
def test_what_is_typed_arrives_and_nothing_else(
    new: dict[str, tuple[dict[str, str], dict[str, Edited]]],
    notes: dict[str, str],
    separator: str,
    shuffled: Random,
) -> None:
    rows = csv_rows(small())
    for target, (cells, _) in new.items():
        typed(
            rows,
            target,
            {name: marked(text) if name == "数据来源" else text for name, text in cells.items()},
        )
    for target, note in notes.items():
        typed(rows, target, {"备注": marked(note)})
    body = rows[1:]
    shuffled.shuffle(body)
    found = from_csv([rows[0], *body], separator)

    expected: list[Edit] = [Append(target, "updates", entry) for target, (_, entry) in new.items()]
    expected += [Set(target, "note", note) for target, note in notes.items()]
    assert found.problems == []
    assert sorted(map(repr, found.edits)) == sorted(map(repr, expected))


GARBAGE: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.datetimes(), st.times(), st.text(),
    st.sampled_from(["#REF!", "12%", "2099年12月", "3～5", "已做到", "估计", "new-roads", "编号"]),
    st.text("0123456789.,万亿～-年月日%座"),
)  # fmt: skip
GRIDS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, len(LEDGER)), GARBAGE, st.booleans()), max_size=12
)


@settings(max_examples=80)
@given(GRIDS)
def test_no_garbage_ends_in_anything_but_problems(
    spots: list[tuple[int, int, Value, bool]],
) -> None:
    rows: list[list[Cell]] = [
        [Cell(f"A{line}", 0, text) for text in [*row, ""]]
        for line, row in enumerate(csv_rows(small()), 1)
    ]
    rows += [[Cell("A99", 0, None)] * len(rows[0])] * 2
    rows = [list(row) for row in rows]
    for row, place, value, percent in spots:
        rows[row][place] = Cell(f"B{row}", 0, value, percent)
    found = changes_in([Grid("台账", tuple(map(tuple, rows)))], "ledger.xlsx", small())

    for problem in (*found.problems, *found.remarks):
        assert explain(problem, "zh")
        assert explain(problem, "en")


@settings(max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 3000))
def test_no_file_ends_in_anything_but_problems(junk: bytes, place: int) -> None:
    data = to_csv(small())
    changes(junk, "ledger", small())
    changes(data[:place] + junk + data[place + len(junk) :], "ledger.csv", small())


def test_the_columns_of_the_handbook_are_those_of_the_sheet() -> None:
    assert markdown_table() in (ROOT / "content/editing.md").read_text("utf-8")
