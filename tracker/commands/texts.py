"""The report files that a command names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.errors import InputError, Problem


def report_texts(paths: Sequence[Path]) -> list[str]:
    """All texts, or all files' problems at once."""
    from tracker.read.files import read_any_text

    problems: list[Problem] = []
    texts = [read_any_text(path, path.as_posix(), problems) for path in paths]
    if problems:
        raise InputError(problems)
    return [text for text in texts if text is not None]
