"""What an editor may change of a file of targets, in the editor's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | Mapping[str, Value] | Sequence[Value]"
Entry: TypeAlias = Mapping[str, Value]
Key: TypeAlias = "str | tuple[str | int, ...]"  # "title", or further in: ("updates", 0, "value")


@dataclass(frozen=True, slots=True)
class Append:
    """One more in a list of the target, such as `updates`; the list begins where there is none."""

    target: str
    key: Key
    entry: Value = field(hash=False)


@dataclass(frozen=True, slots=True)
class Set:
    """A key of the target says this from now on, whether or not it said anything before."""

    target: str
    key: Key
    value: Value = field(hash=False)


@dataclass(frozen=True, slots=True)
class Remove:
    target: str
    key: Key


@dataclass(frozen=True, slots=True)
class AddTarget:
    """Behind the target `after`, or right before the target `before`, else behind all."""

    entry: Entry = field(hash=False)
    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class AddExclusion:
    entry: Entry = field(hash=False)


@dataclass(frozen=True, slots=True)
class RemoveExclusion:
    """The entry of `not_targets` with this quote and this number."""

    quote: str
    number: str


Edit = Append | Set | Remove | AddTarget | AddExclusion | RemoveExclusion
