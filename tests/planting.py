"""The project `tests/sites/hostile` with hostile texts behind every text of every file.

Every scalar of YAML is planted unless its key is `CLOSED`: whoever adds a key has to plant it in
that project, or to say here that it has a form of its own, which then must refuse each payload.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.payloads import MARKDOWN_LINKS, PAYLOADS, rotated
from tracker.read import corrections, events, report, site, sources, targets, timing, updates
from tracker.read.front import split_front

REPORTS = ("xugou-2098", "xugou-2099")
# Keys whose value has a form: an id, an address, a day, a number, one of a few words.
CLOSED = {
    "id", "formerly", "type", "value", "bound", "effort", "deadline", "criterion_by",
    "unmeasurable", "start", "period", "release_lag", "relative_to", "parts", "searched",
    "continues", "silent_in", "as_of", "reached", "reached_on", "not_started", "at_least",
    "comparable", "kind", "confidence", "url", "tier", "accessed", "archived", "by", "date",
    "reason", "report", "base", "address", "contact", "tile", "day", "target", "sentence", "page",
    "year", "sha256", "field", "source", "confirmed_by", "document",
}  # fmt: skip
# Those whose value must stand in the report, in the quote, or be the target's unit.
QUOTED = {"quote", "unit", "number", "per", "deadline_words", "printed", "closing", "words"}
# `by` is a day of a step and somebody's name in a dispute, and so on.
FREE = {("disputes", "by"), ("front", "page"), ("tolerance", "reason")}
TABLES = (
    targets.FILE_KEYS, targets.TARGET_KEYS, targets.TOLERANCE_KEYS, targets.NOT_TARGET_KEYS,
    updates.UPDATE_KEYS, updates.CONTEXT_KEYS, updates.BASELINE_KEYS, updates.MENTION_KEYS,
    updates.ITEM_KEYS, timing.STEP_KEYS, timing.STAGE_KEYS, events.REVISION_KEYS,
    events.WITHDRAWAL_KEYS, events.REDEFINITION_KEYS, events.DISPUTE_KEYS, sources.KEYS,
    site.KEYS, corrections.KEYS, report.KEYS,
)  # fmt: skip
SENTENCES = (  # the words of the report that targets quote, each with payloads behind it
    "新建公路120公里", "上半年完成70公里", "甲县大桥年底前建成通车", "推出便民措施2项",
    "建成便民市场8个", "居民收入增长6%左右",
)  # fmt: skip
# Line ends, what ends a sentence, what is read as damage, and numbers.
UNQUOTABLE = set("\u017f\n\r\t!?;:0123456789#。！？；：\\%")
SAYABLE = [
    one for one in PAYLOADS if not UNQUOTABLE & set(one) and "&" not in one and "</p>" not in one
]


class Planter:
    """The same words get the same payloads: a place is still the place that a target names."""

    def __init__(self, most: int = 48) -> None:
        self.most = most  # payloads behind each text
        self.turns: dict[str, int] = {}
        self.planted: set[str] = set()  # keys

    def behind(self, words: str) -> str:
        return " ".join((words, *rotated(self.turn(words), self.most)))

    def turn(self, words: str) -> int:
        return self.turns.setdefault(words, len(self.turns))

    def said(self, words: str) -> str:
        """As many as a sentence can hold."""
        at = self.turn(words) * 9 % len(SAYABLE)
        return words + "".join((SAYABLE * 2)[at : at + 9])

    def of_file(self, value: Any, record: str = "", key: str = "") -> Any:
        if isinstance(value, dict):
            inner = key or record
            return {one: self.of_file(inside, inner, one) for one, inside in value.items()}
        if isinstance(value, list):
            return [self.of_file(one, record, key) for one in value]
        if not value or (key in CLOSED and (record, key) not in FREE):
            return value
        if key in QUOTED:
            return self.said(value) if value in SENTENCES else value
        self.planted.add(key)
        return self.topic(value) if key == "topics" else self.behind(value)

    def topic(self, words: str) -> str:
        """A comma of any make would part it in two."""
        fit = [
            one for one in rotated(self.turn(words), self.most + 9) if not set("，、；;") & set(one)
        ]
        return " ".join((words, *fit))

    def of_report(self, text: str) -> str:
        for words in SENTENCES:
            text = text.replace(words, self.said(words))
        without_numbers = [one for one in PAYLOADS if not any(map(str.isdigit, one))]
        headings = [one for one in SAYABLE if "\n" not in one]
        text += "".join(f"\n\n### 标题{one}" for one in headings)
        return text + "".join(f"\n\n文字：{one}。" for one in without_numbers)


def as_yaml(value: Any) -> str:
    text: str = yaml.safe_dump(
        value, default_style='"', allow_unicode=True, sort_keys=False, width=10**9
    )
    return text


def read_yaml(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


def plant(folder: Path, planter: Planter) -> None:
    content = folder / "content"
    for path in (folder / "targets.yaml", *sorted(content.glob("*.yaml"))):
        value = read_yaml(path.read_text("utf-8"))
        if path.stem == "synonyms":
            path.write_text(synonyms(value), "utf-8")
            continue
        path.write_text(as_yaml(planter.of_file(value)), "utf-8")
    for path in sorted(content.glob("*.md")):
        front, body, _ = split_front(path.read_text("utf-8"))
        front = as_yaml(planter.of_file(read_yaml(front), "front")).replace('"year":', "year:")
        body = planter.of_report(body) if path.stem == REPORTS[1] else body
        path.write_text(f"---\n{front}---\n{body}{prose(path.stem)}", "utf-8")


def synonyms(value: dict[str, list[str]]) -> str:
    """A line for each payload, as no key of YAML may be longer than 1024 characters."""
    return "".join(
        f"{json.dumps(f'{word} {one}', ensure_ascii=False)}: {json.dumps(meant)}\n"
        for word, meant in value.items()
        for one in PAYLOADS
        if not set(",;") & set(one)
    )


def prose(name: str) -> str:
    """Every payload in each position of Markdown; the links that it refuses are `REFUSED`."""
    if name in REPORTS:
        return ""
    fit = [one for one in PAYLOADS if one not in REFUSED]
    return "".join(f"\n\n{form.format(one)}" for one in fit for form in FORMS)


# Markdown makes a link or a picture of these, which the check of the project names.
REFUSED = tuple(one for one in PAYLOADS if one in MARKDOWN_LINKS)
FORMS = ("{}", "x {} x", "# {}", "- {}", "> {}", "    {}")


def unplanted_keys(planter: Planter) -> set[str]:
    return {key for table in TABLES for key in table} - planter.planted - CLOSED - QUOTED - NESTED


NESTED = {  # keys of records
    "sources", "targets", "not_targets", "tolerance", "schedule", "stages", "items", "mentions",
    "baseline", "updates", "revisions", "redefined", "withdrawn", "disputes", "context", "places",
    "agencies", "inferred", "misprints",
}  # fmt: skip
