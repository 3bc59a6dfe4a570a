"""The ledger as CSV, so that Excel on Windows opens it rightly."""

from __future__ import annotations

import csv
import io

from tracker.read.files import BOM
from tracker.sheets.columns import LEDGER, Form
from tracker.sheets.grids import marked
from tracker.sheets.rows import Project, Row


def to_csv(project: Project) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in LEDGER])
    writer.writerows([texts(row) for row in project.rows])
    return (BOM + out.getvalue()).encode()


def texts(row: Row) -> list[str]:
    """A number may begin with a minus; any other text that does is marked."""
    numbers = (Form.VALUE, Form.SHARE)
    return [
        row.cells[column.key] if column.form in numbers else marked(row.cells[column.key])
        for column in LEDGER
    ]
