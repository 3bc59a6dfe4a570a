"""What an editor may change of a file of targets, in the editor's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

Value: TypeAlias = "str | Mapping[str, Value] | Sequence[Value]"
Entry: TypeAlias = Mapping[str, Value]
Key: TypeAlias = "str | tuple[str | int, ...]"  # "title", or further in: ("updates", 0, "value")


class Append(Struct, frozen=True):
    """One more in a list of the target, such as `updates`; the list begins where there is none."""

    target: str
    key: Key
    entry: Value


class Set(Struct, frozen=True):
    """A key of the target says this from now on, whether or not it said anything before."""

    target: str
    key: Key
    value: Value


class Remove(Struct, frozen=True):
    target: str
    key: Key


class AddTarget(Struct, frozen=True):
    """Behind the target `after`, or right before the target `before`, else behind all."""

    entry: Entry
    after: str = ""
    before: str = ""


class AddExclusion(Struct, frozen=True):
    entry: Entry


class RemoveExclusion(Struct, frozen=True):
    """The entry of `not_targets` with this quote and this number."""

    quote: str
    number: str


Edit = Append | Set | Remove | AddTarget | AddExclusion | RemoveExclusion
