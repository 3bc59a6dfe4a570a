"""A ledger that somebody filled with hostile texts, brought into the project as an editor does."""

from __future__ import annotations

import csv
import io
from contextlib import redirect_stdout
from pathlib import Path

from openpyxl import load_workbook

from tests.payloads import PAYLOADS
from tests.projects import SMALL_DATE
from tracker.cli import main
from tracker.sheets.columns import LEDGER
from tracker.sheets.workbook import HEADER_ROW, SHEET

DATE = ["--date", SMALL_DATE.isoformat()]
FILLED = {"进展情况": "文字", "数据来源": "来源", "发布单位": "单位"}  # texts that may be typed
HALF = len(PAYLOADS) // 2
GIVEN = {"income": PAYLOADS[:HALF], "lamps": PAYLOADS[HALF:]}  # of the targets without an update


def filled(words: str, target: str) -> str:
    return " ".join((words, *GIVEN[target]))


def import_planted_ledger() -> None:
    """One target's from a workbook, another's from CSV; in the project that is the folder."""
    run("export", "--to", "ledger.xlsx")
    book = load_workbook("ledger.xlsx")
    sheet = book[SHEET]
    names = [column.name for column in LEDGER]
    for row in range(HEADER_ROW + 1, sheet.max_row + 1):
        if sheet.cell(row, names.index("编号") + 1).value == "income":
            for name, text in values("income").items():
                sheet.cell(row, names.index(name) + 1).value = text
                sheet.cell(row, names.index(name) + 1).data_type = "s"
    book.save("ledger.xlsx")
    run("import", "ledger.xlsx", "--yes")
    run("export", "--to", "ledger.csv")
    rows = list(csv.reader(io.StringIO(Path("ledger.csv").read_text("utf-8-sig"), newline="")))
    for cells in rows:
        if cells[names.index("编号")] == "lamps":
            for name, text in values("lamps").items():
                cells[names.index(name)] = text
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    Path("ledger.csv").write_text(out.getvalue(), "utf-8", newline="")
    run("import", "ledger.csv", "--yes")


def values(target: str) -> dict[str, str]:
    texts = {name: filled(words, target) for name, words in FILLED.items()}
    return {"累计完成": "5", "数据截至": "2099-10-31", "网址": "https://example.org/x", **texts}


def run(*words: str) -> None:
    with redirect_stdout(io.StringIO()):
        assert main([words[0], *words[1:], *DATE]) == 0
