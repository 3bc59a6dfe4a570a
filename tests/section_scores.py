"""How many sections of the labelled cases are found: `python -m tests.section_scores`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tracker.read.structure import read_structure

CASES = Path(__file__).parent / "cases" / "sections.yaml"

Node = tuple[int, str, str]  # level, ordinal, title


@dataclass(frozen=True, slots=True)
class Case:
    """A made-up report in one manner, with its sections as a reader would draw them."""

    name: str
    text: str
    year: int
    nodes: tuple[Node, ...]
    parts: tuple[tuple[str, str], ...]  # title → part, where it is labelled
    paragraphs: tuple[tuple[str, str], ...]  # words of a paragraph → part


@dataclass(frozen=True, slots=True)
class Score:
    found: int = 0
    wanted: int = 0
    right: int = 0
    parts: int = 0
    parts_found: int = 0
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found, self.wanted + other.wanted, self.right + other.right,
            self.parts + other.parts, self.parts_found + other.parts_found,
            self.wrong + other.wrong,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def parts_right(self) -> float:
        return self.parts_found / self.parts if self.parts else 1.0


def read_cases() -> tuple[Case, ...]:
    return tuple(
        Case(
            name, entry["text"], entry.get("year", 0),
            tuple(node_of(line) for line in entry.get("sections", ())),
            tuple(part_of(line) for line in entry.get("sections", ()) if "  ← " in line),
            tuple(entry.get("paragraphs", {}).items()),
        )
        for name, entry in yaml.safe_load(CASES.read_text("utf-8")).items()
    )  # fmt: skip


def cases() -> list[str]:
    return [case.name for case in read_cases()]


def node_of(line: str) -> Node:
    """`. （一） | 修路种树  ← plan`: as many dots as levels, ordinal, title, part."""
    words = line.split("  ← ")[0]
    ordinal, _, title = words.lstrip(".").partition("|")
    return len(words) - len(words.lstrip(".")), ordinal.strip(), title.strip()


def part_of(line: str) -> tuple[str, str]:
    return node_of(line)[2], line.split("  ← ")[1].strip()


def score_of(case: Case) -> Score:
    structure = read_structure(case.text, case.year)
    found = Counter((one.level, one.ordinal, one.title) for one in structure.sections)
    wanted = Counter(case.nodes)
    right = sum((found & wanted).values())
    wrong = [f"{case.name}: not found {node}" for node in wanted - found]
    wrong += [f"{case.name}: found {node}" for node in found - wanted]
    named = {one.title: str(one.part) for one in structure.sections}
    spoken = {s.text: str(s.part) for s in [*structure.sentences, *structure.furniture]}
    labels = [(label, named.get(title, ""), title) for title, label in case.parts] + [
        (label, next((part for text, part in spoken.items() if words in text), ""), words)
        for words, label in case.paragraphs
    ]
    wrong += [
        f"{case.name}: {words} is {part}, not {want}"
        for want, part, words in labels
        if part != want
    ]
    hits = sum(label == part for label, part, _ in labels)
    return Score(sum(found.values()), len(case.nodes), right, len(labels), hits, wrong)


def main() -> None:
    total = Score()
    for case in read_cases():
        score = score_of(case)
        total += score
        print(f"{score.f1:.2f}  parts {score.parts_right:.2f}  {case.name}")
        for line in score.wrong:
            print("      ", line)
    print(
        f"{total.wanted} sections: precision {total.precision:.3f}, recall {total.recall:.3f}, "
        f"F1 {total.f1:.3f}; {total.parts} parts, {total.parts_right:.3f} right"
    )


if __name__ == "__main__":
    main()
