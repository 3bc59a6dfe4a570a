"""A file of targets as it stands and as an editor's command would leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from tracker.edit.edit import edit
from tracker.edit.edits import Edit
from tracker.errors import InputError, Problem
from tracker.pipeline import Inputs, shown
from tracker.read.files import BOM, decoded, read_bytes


@dataclass(frozen=True, slots=True)
class Draft:
    path: Path
    before: bytes
    after: bytes

    @property
    def text(self) -> str:
        """As it would be, without its mark."""
        return self.after.decode("utf-8").removeprefix(BOM)

    def within(self, inputs: Inputs) -> Inputs:
        """The project as it would be."""
        return replace(inputs, drafts={**inputs.drafts, self.path: self.after.decode("utf-8")})

    def diff(self) -> Iterator[str]:
        """Unified, without line ends."""
        old, new = (
            data.decode("utf-8").removeprefix(BOM).splitlines()
            for data in (self.before, self.after)
        )
        return unified_diff(old, new, shown(self.path), shown(self.path), lineterm="")


def raw_text(path: Path) -> tuple[bytes, str]:
    """The file's bytes, and its text with its byte order mark and line ends."""
    problems: list[Problem] = []
    data = read_bytes(path, shown(path), problems)
    text = None if data is None else decoded(data, shown(path), problems)
    if data is None or text is None:
        raise InputError(problems)
    return data, text


def drafted(path: Path, edits: Iterable[Edit]) -> Draft:
    data, text = raw_text(path)
    return Draft(path, data, edit(text, edits, shown(path)).encode("utf-8"))
