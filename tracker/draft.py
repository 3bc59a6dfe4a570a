"""A file of targets as it stands and as an editor's command would leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, unified_diff
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tracker.characters import unfit_in
from tracker.edit.edit import edit
from tracker.edit.edits import Edit
from tracker.errors import InputError, Problem
from tracker.inputs import Inputs, shown
from tracker.read.files import BOM, decoded, lines_in, read_bytes
from tracker.read.limits import LARGEST_TEXT


class Draft(Struct, frozen=True):
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

    @property
    def texts(self) -> tuple[list[str], list[str]]:
        old, new = (
            lines_in(data.decode("utf-8").removeprefix(BOM)) for data in (self.before, self.after)
        )
        return old, new

    @property
    def lines(self) -> range:
        """From the first new one to the last, counted from 1."""
        old, new = self.texts
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        spans = [(low, high) for tag, _, _, low, high in matcher.get_opcodes() if tag != "equal"]
        return range(spans[0][0] + 1, spans[-1][1] + 1) if spans else range(0)

    def diff(self) -> Iterator[str]:
        """Unified, without line ends."""
        old, new = self.texts
        return unified_diff(old, new, shown(self.path), shown(self.path), lineterm="")


def raw_text(path: Path) -> tuple[bytes, str]:
    """The file's bytes, and its text with its byte order mark and line ends."""
    problems: list[Problem] = []
    data = read_bytes(path, shown(path), problems, LARGEST_TEXT)
    text = None if data is None else decoded(data, shown(path), problems)
    problems += unfit_in((text or "").removeprefix(BOM), shown(path))
    if data is None or text is None or problems:
        raise InputError(problems)
    return data, text


def drafted(path: Path, edits: Iterable[Edit]) -> Draft:
    data, text = raw_text(path)
    return Draft(path, data, edit(text, edits, shown(path)).encode("utf-8"))
