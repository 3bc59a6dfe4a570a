"""Queries as citizens type them, judged by reading the report, and how well a search meets them.

No part of this knows how the search works: it compares what was judged with what was shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import mean
from typing import Any

import yaml

from tracker.model import Report

CASES = Path(__file__).parent / "cases" / "judged.yaml"
FIRST = 10


class QueryClass(StrEnum):
    EXACT = "exact"
    ABBREVIATION = "abbreviation"
    NUMBER = "number"
    FULLWIDTH = "fullwidth"
    PLACE = "place"
    ONE_CHARACTER = "one_character"
    TWO_WORDS = "two_words"
    UNSEGMENTABLE = "unsegmentable"
    TRADITIONAL = "traditional"
    PINYIN = "pinyin"
    INITIALS = "initials"
    WRONG_CHARACTER = "wrong_character"
    QUESTION = "question"
    SYNONYM = "synonym"
    NONSENSE = "nonsense"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as an editor wrote it: sentences are named by a few of their words."""

    query: str
    kind_class: QueryClass
    targets: tuple[str, ...]
    snippets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    query: str
    kind_class: QueryClass
    targets: tuple[str, ...]
    sentences: tuple[str, ...]  # ids in the report

    @property
    def relevant(self) -> set[str]:
        return {*self.targets, *self.sentences}


def read_rows() -> tuple[Row, ...]:
    return tuple(row_of(row) for row in yaml.safe_load(CASES.read_text("utf-8"))["queries"])


def row_of(row: Mapping[str, Any]) -> Row:
    return Row(
        row["query"],
        QueryClass(row["class"]),
        tuple(row.get("targets", ())),
        tuple(row.get("sentences", ())),
    )


def judged_on(report: Report) -> tuple[Judged, ...]:
    return tuple(
        Judged(
            row.query,
            row.kind_class,
            row.targets,
            tuple(sentence_of(snippet, report) for snippet in row.snippets),
        )
        for row in read_rows()
    )


def sentence_of(snippet: str, report: Report) -> str:
    """The id of the one sentence that holds the snippet."""
    found = sentences_with(snippet, report)
    if len(found) != 1:
        raise ValueError(f"“{snippet}” stands in {len(found)} sentences {found}, not in one")
    return found[0]


def sentences_with(snippet: str, report: Report) -> tuple[str, ...]:
    return tuple(sentence.id for sentence in report.sentences if snippet in sentence.text)


def recall_at_10(relevant: set[str], shown: Sequence[str]) -> float:
    """The share of what could stand among the first ten that does stand there."""
    if not relevant:
        raise ValueError("a query without relevant items has no recall")
    return len(relevant.intersection(shown[:FIRST])) / min(FIRST, len(relevant))


def reciprocal_rank(relevant: set[str], shown: Iterable[str]) -> float:
    """One divided by the place of the first relevant item, 0 where none is shown."""
    for place, item in enumerate(shown, start=1):
        if item in relevant:
            return 1 / place
    return 0.0


def table_by_class(judged: Iterable[Judged], shown: Mapping[str, Sequence[str]]) -> str:
    """A line for each class and one for all; `shown` holds the ids shown for a query, best first.

    The line of nonsense says how many queries rightly got no answer, and counts in no average.
    """
    rows = tuple(judged)
    answered = [row for row in rows if row.relevant]
    lines = [f"{'class':<16} {'queries':>7} {'recall@10':>9} {'MRR':>6}"]
    for kind in QueryClass:
        if members := [row for row in answered if row.kind_class is kind]:
            lines.append(line_of(kind, members, shown))
    if answered:
        lines.append(line_of("all answered", answered, shown))
    if nonsense := [row for row in rows if not row.relevant]:
        silent = sum(not shown[row.query] for row in nonsense)
        lines.append(f"{QueryClass.NONSENSE:<16} {len(nonsense):>7} {silent} without an answer")
    return "\n".join(lines)


def line_of(name: str, rows: Sequence[Judged], shown: Mapping[str, Sequence[str]]) -> str:
    recall = mean(recall_at_10(row.relevant, shown[row.query]) for row in rows)
    rank = mean(reciprocal_rank(row.relevant, shown[row.query]) for row in rows)
    return f"{name:<16} {len(rows):>7} {recall:>9.3f} {rank:>6.3f}"
