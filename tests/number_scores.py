"""How well the numbers of made-up sentences are read: `python -m tests.number_scores`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tracker.model import Meaning, Number
from tracker.read.commitments import numbers_of

CASES = Path(__file__).parent / "cases" / "commitments.yaml"
YEAR = 2024


@dataclass(frozen=True, slots=True)
class Expected:
    words: str
    kind: str
    value: tuple[Decimal, Decimal] | None = None
    rest: tuple[Any, ...] = ()  # unit, bound, change, per, deadline, due, stretch


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    part: str
    year: int
    numbers: tuple[Expected, ...]

    @property
    def found(self) -> tuple[Number, ...]:
        """Its numbers as read; words that merely hold a numeral left out."""
        numbers = numbers_of(self.text, self.part, self.year)
        return tuple(number for number in numbers if number.kind is not Meaning.WORD)


def rows() -> list[Row]:
    loaded = yaml.safe_load(CASES.read_text(encoding="utf-8"))["rows"]
    return [
        Row(
            row["text"],
            row.get("part", "plan"),
            row.get("year", YEAR),
            tuple(expected(number) for number in row["numbers"]),
        )
        for row in loaded
    ]


def expected(number: list[Any]) -> Expected:
    if number[1] in list(Meaning):
        return Expected(number[0], number[1], limits(number[2]) if len(number) > 2 else None)
    words, value, unit, bound = number[:4]
    more = number[4] if len(number) > 4 else {}
    rest = (
        unit,
        bound,
        more.get("change"),
        more.get("per", ""),
        more.get("deadline", ""),
        day(more.get("due")),
        more.get("effort") == "stretch",
    )
    return Expected(words, "target", limits(value), rest)


def day(written: Any) -> date | None:
    return date.fromisoformat(str(written)) if written else None


def limits(value: Any) -> tuple[Decimal, Decimal]:
    low, high = value if isinstance(value, list) else (value, value)
    return Decimal(str(low)), Decimal(str(high))


def read(text: str, number: Number) -> Expected:
    """The number in the form of an expectation."""
    value = None
    if number.low is not None and number.high is not None:
        value = (rounded(number.low), rounded(number.high))
    words = text[number.start : number.end]
    if number.kind is not Meaning.TARGET:
        return Expected(words, number.kind, value)
    rest = (
        number.unit,
        str(number.bound),
        number.change and str(number.change),
        number.per,
        number.deadline,
        number.due,
        number.stretch,
    )
    return Expected(words, "target", value, rest)


def rounded(value: Decimal) -> Decimal:
    return round(value, 4)


def agree(wanted: Expected, found: Expected) -> bool:
    """Everything that the row says is so."""
    return (
        (wanted.words, wanted.kind, wanted.rest) == (found.words, found.kind, found.rest)
    ) and wanted.value in (None, found.value)


# --- scores -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    found: int
    wanted: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    kinds: dict[str, Score]
    all_right: Score  # targets whose every attribute is right
    names_promised: float  # share of names, dates and ordinals taken for targets


def scores(cases: list[Row]) -> Scores:
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    complete = promised = 0
    for row in cases:
        numbers = [read(row.text, number) for number in row.found]
        found.update(number.kind for number in numbers)
        wanted.update(number.kind for number in row.numbers)
        for mine, theirs in pairs(row.numbers, numbers):
            right[mine.kind] += mine.kind == theirs.kind and mine.value in (None, theirs.value)
            complete += mine.kind == "target" and agree(mine, theirs)
            promised += mine.kind in NAMELIKE and theirs.kind == "target"
    kinds = {kind: Score(found[kind], wanted[kind], right[kind]) for kind in sorted(wanted)}
    names = sum(wanted[kind] for kind in NAMELIKE)
    return Scores(
        kinds, Score(found["target"], wanted["target"], complete), promised / max(names, 1)
    )


NAMELIKE = ("name", "date", "ordinal")


def pairs(
    wanted: tuple[Expected, ...], found: list[Expected]
) -> Iterator[tuple[Expected, Expected]]:
    """Those with the same words, each taken once, in order."""
    left = list(found)
    for mine in wanted:
        theirs = next((each for each in left if each.words == mine.words), None)
        if theirs:
            left.remove(theirs)
            yield mine, theirs


def main() -> None:
    cases = rows()
    result = scores(cases)
    print(f"{'kind':<10} {'wanted':>6} {'found':>6} {'prec.':>6} {'recall':>6} {'F1':>6}")
    for kind, score in result.kinds.items():
        print(
            f"{kind:<10} {score.wanted:>6} {score.found:>6}"
            f" {score.precision:>6.3f} {score.recall:>6.3f} {score.f1:>6.3f}"
        )
    total = sum(score.wanted for score in result.kinds.values())
    print(f"{total} numbers in {len(cases)} sentences")
    print(f"targets right in every respect: {result.all_right.recall:.3f}")
    print(f"names, dates, ordinals taken for targets: {result.names_promised:.3f}")


if __name__ == "__main__":
    main()
