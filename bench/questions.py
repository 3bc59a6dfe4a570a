"""What is asked of the archive, and which of its texts a plain scan finds to answer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from unicodedata import normalize

import cn2an
import yaml

from tests.judged import Judged, QueryClass
from tracker.render.search.library import Library

TABLE = Path(__file__).with_name("questions.yaml")
DROPPED = re.compile(r"[\s“”‘’「」《》]")
COUNT = re.compile(r"(?<![\d.])([1-9]\d?)万(亩|人|吨|户|套|辆|千瓦|平方米)")  # 28万亩
RATE = re.compile(r"(?<![\d.])([1-9]\d)%")  # 18%
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found, by its address from the site's root: a target, a sentence."""

    address: str
    texts: tuple[str, ...]


def canonical(text: str) -> str:
    return DROPPED.sub("", normalize("NFKC", text).lower())


@dataclass(frozen=True)
class Scan:
    """Looks for a phrase in all records, one after the other."""

    records: Sequence[Record]

    @cached_property
    def lines(self) -> list[str]:
        return ["|".join(map(canonical, record.texts)) for record in self.records]

    @cached_property
    def text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line) + 1
        return starts

    def holders(self, phrase: str) -> frozenset[str]:
        """Addresses; a number at an end of the phrase is no part of a longer one."""
        if not phrase:
            return frozenset()
        before = r"(?<![\d.])" if phrase[0].isdigit() else ""
        after = r"(?![\d.万亿])" if phrase[-1].isdigit() else ""
        hits = re.finditer(before + re.escape(phrase) + after, self.text)
        found = {bisect_right(self.starts, hit.start()) - 1 for hit in hits}
        return frozenset(self.records[at].address for at in found)


@dataclass(frozen=True, slots=True)
class Question:
    """What answers it contains one of the phrases, or all of them."""

    kind: QueryClass
    query: str
    phrases: tuple[str, ...]
    all_of_them: bool = False

    def judged_by(self, scan: Scan) -> Judged:
        found = [scan.holders(phrase) for phrase in self.phrases]
        join = frozenset.intersection if self.all_of_them else frozenset.union
        answers = join(*found) if found else frozenset()
        if bool(answers) == (self.kind is QueryClass.NONSENSE):
            raise ValueError(f"{len(answers)} texts of the archive answer “{self.query}”")
        if literal := scan.holders(canonical(self.query)) - answers:
            raise ValueError(f"“{self.query}” stands in {min(literal)}, which is no answer")
        return Judged(self.query, self.kind, (), tuple(sorted(answers)))


def records_of(library: Library) -> list[Record]:
    """All targets, then all sentences."""
    targets = [
        Record(f"targets/{target.id}.html", (target.title, target.quote))
        for volume in library.volumes
        for target in volume.targets
    ]
    sentences = [
        Record(f"report/{volume.id}.html#{line.id}", (line.text,))
        for volume in library.volumes
        for line in volume.lines
    ]
    return targets + sentences


def judged_on(archive: Library, records: Sequence[Record]) -> tuple[Judged, ...]:
    scan = Scan(records)
    asked = [*written(), *places(archive), *numbers(scan)]
    return tuple(question.judged_by(scan) for question in asked)


def written() -> Iterator[Question]:
    for kind, rows in yaml.safe_load(TABLE.read_text("utf-8")).items():
        for row in rows:
            query = row["query"]
            phrases = tuple(row.get("both") or row.get("phrases") or [query])
            yield Question(QueryClass(kind), query, phrases, "both" in row)


def places(archive: Library) -> Iterator[Question]:
    for place in Random(1).sample(archive.places, 12):
        yield Question(QueryClass.PLACE, place.short, (place.short,))


def numbers(scan: Scan) -> Iterator[Question]:
    counts = sorted({hit.groups() for hit in COUNT.finditer(scan.text)})
    for at, (number, unit) in enumerate(Random(2).sample(counts, 12)):
        printed, plain = f"{number}万{unit}", f"{number}0000{unit}"
        chinese, grouped = cn2an.an2cn(number), f"{int(number) * 10000:,}"
        forms = (plain, f"{grouped}{unit}", f"{chinese}万{unit}", printed.translate(FULL_WIDTH))
        yield Question(QueryClass.NUMBER, forms[at % len(forms)], (printed, plain))
    rates = sorted({hit[1] for hit in RATE.finditer(scan.text)})
    for rate in Random(3).sample(rates, 4):
        yield Question(QueryClass.NUMBER, f"百分之{cn2an.an2cn(rate)}", (f"{rate}%",))
