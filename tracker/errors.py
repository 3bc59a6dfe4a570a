"""What is wrong with the input: where it stands, what was found, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in an input file. `line` and `column` count from 1; 0 stands for the whole."""

    path: str
    line: int = 0
    column: int = 0  # in characters

    def __str__(self) -> str:
        return ":".join([self.path, *(str(part) for part in (self.line, self.column) if part)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `code` names its texts in `tracker.messages`; `details` fill them in."""

    where: Where
    code: str
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)


class InputError(Exception):
    """The input cannot be published; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem], texts: Mapping[str, str] | None = None) -> None:
        self.texts = texts or {}  # by path: what the problems are about, where no file has it yet
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda p: p.where))
        super().__init__(f"{len(self.problems)} problems")
