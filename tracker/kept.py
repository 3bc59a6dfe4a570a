"""The targets where they are kept, and which of them an editor means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz

from tracker.draft import raw_text
from tracker.edit.edit import said_by
from tracker.errors import InputError, Problem, Where
from tracker.inputs import shown
from tracker.read.figures import folded
from tracker.read.files import BOM

NEAREST = 3  # targets that are offered instead

Record = dict[str, Any]


class Kept(Struct, frozen=True):
    """A target where it is kept, as YAML has it."""

    path: Path
    file: Record
    target: Record

    @property
    def id(self) -> str:
        return str(self.target.get("id", ""))

    @property
    def title(self) -> str:
        return str(self.target.get("title", ""))

    @property
    def sources(self) -> dict[str, Record]:
        return records(self.file.get("sources"))

    @property
    def updates(self) -> list[Record]:
        return listed(self.target.get("updates"))


def records(values: object) -> dict[Any, Record]:
    """What is well-formed among them; the rest is left to the check of the whole."""
    found = values if isinstance(values, dict) else {}
    return {key: one for key, one in found.items() if isinstance(one, dict)}


def listed(values: object) -> list[Record]:
    return list(records(dict(enumerate(values))).values()) if isinstance(values, list) else []


def targets_in(paths: Iterable[Path]) -> Iterator[Kept]:
    for path in paths:
        file = said_by(raw_text(path)[1].removeprefix(BOM), shown(path))
        for target in listed(file.get("targets")):
            yield Kept(path, file, target)


def found(words: str, targets: Sequence[Kept]) -> Kept:
    """By its id, else by its title, else by a part of either that only one has."""
    words = folded(words)
    tests = (
        lambda one: one.id == words,
        lambda one: words in one.target.get("formerly", []),
        lambda one: folded(one.title) == words,
        lambda one: words and (words.lower() in one.id or words in folded(one.title)),
    )
    for test in tests:
        matching = [one for one in targets if test(one)]
        if len(matching) == 1:
            return matching[0]
        if matching:
            raise unclear("record-several", words, matching)
    raise unclear("record-unknown", words, likest(words, targets))


def likest(words: str, targets: Sequence[Kept]) -> list[Kept]:
    def likeness(one: Kept) -> float:
        return max(fuzz.ratio(words.lower(), one.id), fuzz.partial_ratio(words, folded(one.title)))

    return sorted(targets, key=likeness, reverse=True)[:NEAREST]


def unclear(code: str, words: str, targets: Sequence[Kept]) -> InputError:
    known = tuple(f"{one.id}（{one.title}）" for one in targets) or ("–",)
    return InputError([Problem(Where(words or "ID"), code, {"found": words, "known": known})])
