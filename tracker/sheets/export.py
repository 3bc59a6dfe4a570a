"""The ledger in the kind of file that its name asks for."""

from __future__ import annotations

from tracker.sheets.changes import changes
from tracker.sheets.delimited import to_csv
from tracker.sheets.rows import Project
from tracker.sheets.workbook import to_xlsx


def export(project: Project, suffix: str) -> bytes | None:
    """None for a name that ends in something else."""
    match suffix.lower():
        case ".xlsx":
            return to_xlsx(project)
        case ".csv":
            return to_csv(project)
        case _:
            return None


def obstacle(old: bytes, project: Project) -> str:
    """The code of what keeps an old file from being overwritten; empty where nothing does.

    Computed cells grow old by themselves: they are nobody's work.
    """
    found = changes(old, "", project)
    problems = [problem for problem in found.problems if problem.code != "sheet-computed"]
    if any("cell" not in problem.details for problem in problems):
        return "export-foreign"
    return "export-pending" if problems or found.edits else ""
