"""`content/corrections.yaml`: what the editors corrected on the site, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tracker.errors import Problem
from tracker.lazy import regex
from tracker.model import Correction
from tracker.read.fields import Fields
from tracker.read.files import read_text
from tracker.read.nodes import read_mapping

SUBJECTS = ("target", "sentence", "page")
KEYS = ("day", *SUBJECTS, "report", "was", "now", "why", "thanks")
WRITTEN = regex(r"^[^\S\n]*+[^\s#]", re.MULTILINE)  # more than comments
NUMBER = regex(r"s?(\d{1,5})")  # 12, and its id s12
PAGE = regex(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.html(?:#[a-z0-9-]+)?")  # status/overdue.html


def read_corrections(
    path: Path, shown: str, own_report: str, problems: list[Problem]
) -> tuple[Correction, ...]:
    """`own_report` is the one meant where none is named."""
    text = read_text(path, shown, problems)
    if text is None or not WRITTEN.search(text):
        return ()
    node = read_mapping(text, shown, 1, problems)
    if node is None:
        return ()
    records = Fields(node, ("corrections",), problems).records("corrections", KEYS)
    return tuple(corrections_in(records, own_report))


def corrections_in(records: tuple[Fields, ...], own_report: str) -> Iterator[Correction]:
    for record in records:
        check_subject(record)
        day, sentence = record.date("day", required=True), read_sentence(record)
        was, now = record.text("was", required=True), record.text("now", required=True)
        if day:
            yield Correction(
                where=record.where,
                subject=next((record.where_of(k) for k in SUBJECTS if record.has(k)), record.where),
                day=day,
                target=record.text("target"),
                report=(record.text("report") or own_report) if sentence else "",
                sentence=sentence,
                page=read_page(record),
                was=was,
                now=now,
                why=record.text("why"),
                thanks=record.text("thanks"),
            )


def check_subject(record: Fields) -> None:
    named = [key for key in SUBJECTS if not record.blank(key)]
    if len(named) != 1 and not record.misspelt.intersection(SUBJECTS):
        details = {"count": len(named)}
        record.problems.append(Problem(record.where, "correction-of-one", details))
    elif not record.blank("report") and named != ["sentence"]:
        record.wrong("report", "report-without-sentence")


def read_sentence(record: Fields) -> str:
    """Its id; empty where none is named."""
    written = record.text("sentence")
    number = NUMBER.fullmatch(written)
    if written and not number:
        record.wrong("sentence", "bad-sentence", found=written)
    return f"s{number[1]}" if number else ""


def read_page(record: Fields) -> str:
    written = record.text("page")
    if written and not PAGE.fullmatch(written):
        record.wrong("page", "bad-page", found=written)
    return written
