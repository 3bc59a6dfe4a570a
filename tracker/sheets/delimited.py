"""The ledger as CSV, so that Excel on Windows opens it rightly."""

from __future__ import annotations

import csv
import io

from tracker.lazy import regex
from tracker.read.files import BOM
from tracker.sheets.columns import LEDGER
from tracker.sheets.grids import marked
from tracker.sheets.rows import Project, Row

NUMBER = regex(r"[-−][\d.,]+[万亿%]?(?:～[-−]?[\d.,]+[万亿]?)?")  # -0.4


def to_csv(project: Project) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in LEDGER])
    writer.writerows([texts(row) for row in project.rows])
    return (BOM + out.getvalue()).encode()


def texts(row: Row) -> list[str]:
    """A number may begin with a minus; any other text that does is marked."""
    cells = [row.cells[column.key] for column in LEDGER]
    return [text if NUMBER.fullmatch(text) else marked(text) for text in cells]
