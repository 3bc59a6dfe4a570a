"""A mapping's fields, asked for by name and kind; whatever does not fit becomes a problem."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from tracker.errors import Problem, Where
from tracker.model import Day
from tracker.read.days import day_of, parts_in
from tracker.read.key_names import key_meant
from tracker.read.nodes import Mapping, Node, Scalar, Sequence
from tracker.read.numerals import signed
from tracker.read.value_slips import (
    date_slip,
    flag_meant,
    not_a_number,
    number_slip,
    unknown_choice,
    unknown_name,
)

Choice = TypeVar("Choice", bound=StrEnum)

MOST_TRACED = 200  # problems, after which names are traced to the first few only
FEW = 60
TRUTH = {"true": True, "false": False}
EITHER = "true / false"


class Fields:
    """One record. `known` are the keys it may have; unknown ones are reported at once."""

    def __init__(self, node: Mapping, known: Iterable[str], problems: list[Problem]) -> None:
        self.node = node
        self.where = node.where
        self.problems = problems
        self.misspelt: set[str] = set()  # known keys that an unknown one was meant to be
        self.strangers = False
        known = tuple(known)
        for key, (where, _) in node.items.items():
            if key not in known:
                near = key_meant(key, known)
                self.misspelt.add(near)
                self.strangers = True
                problems.append(unknown_key(where, key, known, near))

    def has(self, key: str) -> bool:
        return key in self.node.items

    def blank(self, key: str) -> bool:
        """Not given, or given without anything behind the colon."""
        if not self.has(key):
            return True
        node = self.node.items[key][1]
        return isinstance(node, Scalar) and not node.text.strip()

    def where_of(self, key: str) -> Where:
        return self.node.spot(key) if self.has(key) else self.where

    def wrong(self, key: str, code: str, **details: object) -> None:
        self.problems.append(Problem(self.where_of(key), code, {"key": key, **details}))

    def missing(self, key: str) -> None:
        if key not in self.misspelt:
            self.wrong(key, "missing-key")

    def text(self, key: str, *, required: bool = False) -> str:
        node = self.scalar(key)
        if node is None or not node.text.strip():
            if required and (node is not None or not self.has(key)):
                self.missing(key)
            return ""
        return node.text.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(node.text.strip() for node in self.scalars(key))

    def names(self, key: str, known: Collection[str], code: str) -> tuple[str, ...]:
        """Each one of `known`; `code` is what to say of another."""
        for node in self.scalars(key):
            name = node.text.strip()
            if name and name not in known:
                traced = known if len(self.problems) < MOST_TRACED else tuple(islice(known, FEW))
                slip, details = unknown_name(name, traced, code)
                self.problems.append(Problem(node.where, slip, {"key": key, **details}))
        return self.texts(key)

    def choice(self, key: str, options: type[Choice], *, required: bool = False) -> Choice | None:
        written = self.text(key, required=required)
        if not written:
            return None
        try:
            return options(written)
        except ValueError:
            code, details = unknown_choice(written, tuple(options))
            self.wrong(key, code, **details)
            return None

    def flag(self, key: str, default: bool) -> bool:
        written = self.text(key)
        if not written:
            return default
        if written.lower() not in TRUTH:
            self.wrong(key, "not-a-flag", found=written, meant=flag_meant(written) or EITHER)
            return default
        return TRUTH[written.lower()]

    def day(self, key: str, *, required: bool = False) -> Day | None:
        """A day, month or year; a month or year stands for its last day."""
        written = self.text(key, required=required)
        if not written:
            return None
        parts = parts_in(written)
        if parts is None:
            code, details = date_slip(written)
            self.wrong(key, code, **details)
            return None
        day = day_of(parts)
        if day is None:
            self.wrong(key, "no-such-date", found=written)
        return day

    def date(self, key: str, *, required: bool = False) -> date | None:
        """A whole date, day included."""
        day = self.day(key, required=required)
        if day and not day.is_whole:
            self.wrong(key, "date-without-day", found=self.text(key), last=day.last)
            return None
        return day.last if day else None

    def numbers(self, key: str) -> tuple[tuple[str, Decimal], ...]:
        """One number, or the two of a range, each with the words it was written in."""
        found = []
        for node in self.scalars(key):
            written = node.text.strip()
            value = signed(written)
            slip = not_a_number(written) if value is None else number_slip(written)
            if slip:
                code, details = slip
                self.problems.append(Problem(node.where, code, {"key": key, **details}))
            elif value is not None:
                found.append((written, value))
        return tuple(found)

    def record(self, key: str, known: Iterable[str]) -> Fields | None:
        if not self.has(key):
            return None
        node = self.node.items[key][1]
        if not isinstance(node, Mapping):
            if not (isinstance(node, Scalar) and not node.text):
                self.wrong(key, not_a_record(node))
            return None
        return Fields(node, known, self.problems)

    def records(self, key: str, known: Iterable[str]) -> tuple[Fields, ...]:
        known = tuple(known)
        found = []
        for node in self.items(key):
            if isinstance(node, Mapping) and known and (strangers := foreign(node, known)):
                details = {"key": key, "strangers": strangers, "known": known}
                self.problems.append(Problem(node.where, "record-elsewhere", details))
            elif isinstance(node, Mapping):
                found.append(Fields(node, known, self.problems))
            else:
                self.problems.append(Problem(node.where, "not-a-record", {"key": key}))
        return tuple(found)

    def scalar(self, key: str) -> Scalar | None:
        if not self.has(key):
            return None
        node = self.node.items[key][1]
        if isinstance(node, Scalar):
            return node
        self.wrong(key, "not-text")
        return None

    def scalars(self, key: str) -> Iterator[Scalar]:
        for node in self.items(key):
            if isinstance(node, Scalar):
                yield node
            else:
                self.problems.append(Problem(node.where, "not-text", {"key": key}))

    def items(self, key: str) -> tuple[Node, ...]:
        if not self.has(key):
            return ()
        node = self.node.items[key][1]
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Scalar) and not node.text.strip():
            return ()
        return (node,)


def foreign(node: Mapping, known: Collection[str]) -> tuple[str, ...]:
    """The keys of a record that is one of another kind: so many, and meant to be no others."""
    strangers = tuple(key for key in node.items if key not in known and not key_meant(key, known))
    many = len(strangers) > 2 and len(strangers) * 2 > len(node.items)
    return strangers if many or len(strangers) == len(node.items) else ()


def not_a_record(node: Node) -> str:
    return "record-as-list" if isinstance(node, Sequence) else "not-a-record"


def unknown_key(where: Where, key: str, known: tuple[str, ...], near: str) -> Problem:
    if near:
        return Problem(where, "unknown-key-near", {"key": key, "near": near})
    return Problem(where, "unknown-key", {"key": key, "known": known})
