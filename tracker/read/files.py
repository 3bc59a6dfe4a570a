"""Bytes → text, with the slips that editors' programs make."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import Problem, Where

BOM = "\ufeff"


def read_text(path: Path, shown: str, problems: list[Problem]) -> str | None:
    """The file's text with its line ends as they are; None, and a problem, where it has none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(Where(shown), "file-missing"))
        return None
    except OSError as error:
        problems.append(Problem(Where(shown), "file-unreadable", {"error": error.strerror}))
        return None
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(Where(shown, line), "not-utf8"))
        return None
