"""What a site of ours publishes as data, for another program to make the same pages of."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SYMBOL = re.compile(r'<symbol id="seal-(\w+)".*?</symbol>')  # <symbol id="seal-missed" …>…</symbol>


@dataclass(frozen=True)
class Published:
    folder: Path  # of the built site
    targets: list[Json]
    reports: list[Json]
    numerals: dict[str, list[Json]]  # by report: what every number of it is
    events: dict[str, list[Json]]  # by target, the latest first
    seals: dict[str, str]  # how the seal of a status is drawn

    @cached_property
    def paragraphs(self) -> dict[tuple[str, str], list[Json]]:
        """The paragraph in which a sentence stands, by report and sentence."""
        return {
            (report["report"], sentence["id"]): block["sentences"]
            for report in self.reports
            for block in blocks(report)
            for sentence in block["sentences"]
        }

    @cached_property
    def positions(self) -> dict[str, int]:
        """Of each target among all, from 1."""
        return {target["id"]: at for at, target in enumerate(self.targets, 1)}

    @cached_property
    def years(self) -> dict[str, int]:
        return {report["report"]: report["year"] for report in self.reports}

    @cached_property
    def chapters(self) -> frozenset[str]:
        """The sections that have a page of their own, by report and section."""
        return frozenset(path.stem for path in (self.folder / "sections").glob("*.html"))

    def chapter_of(self, target: Json) -> int:
        """Which of the sections that it stands in has a page."""
        names = [f"{target['report']}-{name}" for name in target["place"]["sections"]]
        return next(at for at, name in enumerate(names) if name in self.chapters)

    @cached_property
    def of_report(self) -> dict[str, list[Json]]:
        found: dict[str, list[Json]] = defaultdict(list)
        for target in self.targets:
            found[target["report"]].append(target)
        return found

    @cached_property
    def recent(self) -> list[Json]:
        """The latest hundred events."""
        every = (event for events in self.events.values() for event in events)
        return sorted(every, key=lambda event: event["known"], reverse=True)[:100]


def published(folder: Path) -> Published:
    """However many documents the data are laid out in, each is known by what it holds."""
    targets: list[Json] = []
    reports: list[Json] = []
    numerals: dict[str, list[Json]] = {}
    events: dict[str, list[Json]] = defaultdict(list)
    for document in documents(folder / "data"):
        targets += listed(document, "targets", "judgement")
        if document.get("sections"):
            reports.append(document)
        if document.get("numerals"):
            numerals[document["report"]] = document["numerals"]
        for event in listed(document, "events", "cause"):
            events[event["target"]].append(event)
    return Published(folder, targets, reports, numerals, events, seals(folder))


def documents(folder: Path) -> Iterator[Json]:
    for path in sorted(folder.rglob("*.json")):
        read = json.loads(path.read_bytes())
        if isinstance(read, dict):
            yield read


def listed(document: Json, name: str, key: str) -> list[Json]:
    """The rows, where they are whole records and not an index of other documents."""
    rows = document.get(name)
    return rows if isinstance(rows, list) and rows and key in rows[0] else []


def blocks(report: Json) -> list[Json]:
    """Headings and paragraphs as they follow each other, with how deep a heading stands."""
    return [block for part in report["sections"] for block in section_blocks(part, 1)]


def section_blocks(section: Json, level: int) -> Iterator[Json]:
    heading = {**section["heading"], "ordinal": section["ordinal"]}
    yield {"level": level, "sentences": [heading]}
    for paragraph in section["paragraphs"]:
        yield {"level": 0, "sentences": paragraph}
    for child in section["children"]:
        yield from section_blocks(child, level + 1)


def seals(folder: Path) -> dict[str, str]:
    text = "".join(path.read_text("utf-8") for path in sorted((folder / "status").glob("*.html")))
    return {found[1]: found[0] for found in SYMBOL.finditer(text)}
