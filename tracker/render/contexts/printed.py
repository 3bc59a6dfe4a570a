"""The page as printed, line by line, with what was done to each line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from tracker.model import Assessment, Repair, Report, Sentence
from tracker.render import addresses, wording
from tracker.render.labels import REPAIR_MEANINGS, REPAIRS
from tracker.render.views import View, views


class Done(Struct, frozen=True):
    """What was done to a line."""

    label: str
    note: str


class PrintedLine(Struct, frozen=True):
    number: int
    text: str
    done: tuple[Done, ...]
    first: str  # ids of the first and last sentence that stand on it
    last: str
    reading: str


class PrintedPage(Struct, frozen=True):
    title: str
    published: str
    newspaper: str
    newspaper_page: str
    lines: tuple[PrintedLine, ...]
    repairs: tuple[tuple[str, str, int], ...]
    sha256: str
    report_href: str
    text_href: str
    facts: tuple[tuple[str, str], ...]
    views: tuple[View, ...]


def printed_page(assessment: Assessment) -> PrintedPage:
    report = assessment.report
    return PrintedPage(
        title=report.title,
        published=wording.day(report.published) if report.published else "",
        newspaper=report.newspaper,
        newspaper_page=wording.newspaper_page(report),
        lines=tuple(_lines(report)),
        repairs=tuple(
            (REPAIRS[kind], REPAIR_MEANINGS[kind], sum(n.kind is kind for n in report.repairs))
            for kind in Repair
            if any(note.kind is kind for note in report.repairs)
        ),
        sha256=report.sha256,
        report_href=addresses.report(report),
        text_href=addresses.printed_text(report),
        facts=tuple((fact.about, fact.note) for fact in report.inferred),
        views=views(report),
    )


def _lines(report: Report) -> Iterable[PrintedLine]:
    sentences = _sentences_by_line(report)
    done = defaultdict(list)
    for note in report.repairs:
        done[note.line].append(Done(REPAIRS[note.kind], _note_words(note.kind, note.text)))
    for number, text in enumerate(report.printed.split("\n"), 1):
        own = sentences.get(number, [])
        yield PrintedLine(
            number=number,
            text=text.rstrip("\r"),
            done=tuple(done.get(number, ())),
            first=own[0].id if own else "",
            last=own[-1].id if own else "",
            reading=_numbers(own),
        )


def _note_words(kind: Repair, text: str) -> str:
    """A joined line is noted as the words on both sides of the break: 高标准设|施水果示."""
    if kind is Repair.JOINED:
        before, _, after = text.partition("|")
        return f"上一行末“{before}”与本行首“{after}”相接"
    if kind is Repair.INFERRED:
        return f"推定为{text}"
    if kind is Repair.MOVED:
        return "阅读版移到文末"
    return ""


def _numbers(sentences: list[Sentence]) -> str:
    if not sentences:
        return ""
    first, last = sentences[0].id.lstrip("s"), sentences[-1].id.lstrip("s")
    return f"第{first}句" if first == last else f"第{first}—{last}句"


def _sentences_by_line(report: Report) -> dict[int, list[Sentence]]:
    """Every line of the page on which a sentence, or a piece of one, is printed."""
    found: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in sorted(report.sentences, key=lambda s: s.passage.spans[:1]):
        for start, _ in sentence.passage.spans:
            line = report.printed.count("\n", 0, start) + 1
            if sentence not in found[line]:
                found[line].append(sentence)
    return found
