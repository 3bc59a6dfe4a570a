"""Edits → the three things that can be done at a place of the file, and what it then says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from tracker.edit.edits import (
    AddExclusion,
    AddTarget,
    Append,
    Edit,
    Key,
    Remove,
    RemoveExclusion,
    Set,
    Value,
)
from tracker.read.nodes import Mapping as MappingNode
from tracker.read.nodes import Node, Scalar

Path: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = Any  # text, dict and list, as the YAML has them


class Put(Struct, frozen=True):
    """This value at the place, new or instead of what is there."""

    path: Path
    value: Value


class Insert(Struct, frozen=True):
    """One more item in the list at `path`, to be the item `at`."""

    path: Path
    at: int
    value: Value
    below_comments: bool = False  # right before the next item, not right behind the last one


class Delete(Struct, frozen=True):
    path: Path


Step = Put | Insert | Delete


class NothingThereError(LookupError):
    """An edit names what the file does not have."""


def data_of(node: Node) -> Data:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {key: data_of(value) for key, (_, value) in node.items.items()}
    return [data_of(item) for item in node.items]


def step_of(edit: Edit, data: Data) -> Step:
    match edit:
        case Set(target, key, value):
            return Put(place(target, key, data), value)
        case Append(target, key, entry):
            return appended(place(target, key, data), entry, data)
        case Remove(target, key):
            return deleted(place(target, key, data), data)
        case AddTarget(entry, after, before):
            return added(entry, after, before, data)
        case AddExclusion(entry):
            return appended(("not_targets",), entry, data)
        case RemoveExclusion(quote, number):
            return deleted(("not_targets", exclusion(quote, number, data)), data)


def place(target: str, key: Key, data: Data) -> Path:
    return ("targets", position(target, data), *((key,) if isinstance(key, str) else key))


def position(target: str, data: Data) -> int:
    found = [i for i, one in enumerate(listed("targets", data)) if id_of(one) == target]
    if len(found) != 1:
        raise NothingThereError(target)
    return found[0]


def listed(key: str, data: Data) -> list[Data]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def id_of(target: Data) -> str:
    return str(target.get("id", "")).strip() if isinstance(target, dict) else ""


def exclusion(quote: str, number: str, data: Data) -> int:
    for index, entry in enumerate(listed("not_targets", data)):
        written = entry if isinstance(entry, dict) else {}
        if [str(written.get(key)).strip() for key in ("quote", "number")] == [quote, number]:
            return index
    raise NothingThereError(quote)


def appended(path: Path, entry: Value, data: Data) -> Step:
    """A single text may stand for a list of one: then it becomes a list."""
    old = found_at(path, data)
    if not old or isinstance(old, str):
        return Put(path, [old, entry] if old and old.strip() else [entry])
    return Insert(path, len(items_of(old)), entry)


def items_of(value: Data) -> list[Data]:
    """A single mapping may stand for a list of one."""
    return value if isinstance(value, list) else [value]


def added(entry: Value, after: str, before: str, data: Data) -> Step:
    path = ("targets",)
    if before:
        return Insert(path, position(before, data), entry, below_comments=True)
    if after:
        return Insert(path, position(after, data) + 1, entry)
    return appended(path, entry, data)


def deleted(path: Path, data: Data) -> Step:
    """What would leave nothing behind leaves an empty list or mapping."""
    parent = found_at(path[:-1], data)
    present = parent is not None and (
        path[-1] in parent if isinstance(parent, dict) else len(parent) > int(path[-1])
    )
    if not present:
        raise NothingThereError(str(path[-1]))
    if len(parent) == 1 and len(path) > 1:
        return Put(path[:-1], {} if isinstance(parent, dict) else [])
    return Delete(path)


def found_at(path: Path, data: Data) -> Data:
    """None where there is nothing."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def changed(data: Data, step: Step) -> Data:
    """What the file says after the step; the old data stay as they are."""
    if isinstance(step, Insert):
        old = items_of(found_at(step.path, data))
        new = [*old[: step.at], as_data(step.value), *old[step.at :]]
        return replaced(data, step.path, new)
    if isinstance(step, Put):
        return replaced(data, step.path, as_data(step.value))
    parent = found_at(step.path[:-1], data)
    last = step.path[-1]
    if isinstance(parent, dict):
        return replaced(data, step.path[:-1], {k: v for k, v in parent.items() if k != last})
    return replaced(data, step.path[:-1], [v for i, v in enumerate(parent) if i != last])


def replaced(data: Data, path: Path, value: Data) -> Data:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return [replaced(v, rest, value) if i == first else v for i, v in enumerate(data)]
    return {**data, first: replaced(data.get(first), rest, value)}


def as_data(value: Value) -> Data:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: as_data(one) for key, one in value.items()}
    assert isinstance(value, Sequence)
    return [as_data(one) for one in value]
