"""What the search box looks through: titles, quotes and sentences, in a script of one call."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from opencc import OpenCC

from tracker.model import Assessed, Assessment, Report, Section, Sentence, Site
from tracker.render import outline

IDEOGRAPHS = (range(0x3400, 0xA000), range(0x20000, 0x323B0))

# What queries are asked and counted in, though the texts may lack it.
ASKED = "万亿两请问现还为什么时候怎样几个没吗达实开"

# JSON that is safe inside a script of any age, and inside <script> should anyone paste it there.
ESCAPES = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "<": "\\u003c"})


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """`version` depends on everything else in `script`, so that page and index can be compared."""

    version: str
    script: bytes


def search_index(assessment: Assessment) -> SearchIndex:
    own = [assessment.of(ledger) for ledger in assessment.ledgers]
    chapters = outline.chapters(assessment.report)
    content = {
        "fold": fold_table(text for one in own for text in _texts(one)),
        "targets": [_target_row(target) for one in own for target in one.targets],
        "sentences": [row for one in own for row in _sentence_rows(one)],
        "sections": [[chapter.id, outline.spoken_title(chapter)] for chapter in chapters],
        "report": assessment.report.id,
    }
    version = sha256(_json(content).encode()).hexdigest()[:12]
    script = f"duixianIndex({_json({'version': version, **content})});\n"
    return SearchIndex(version, script.encode())


def fold_table(texts: Iterable[str]) -> str:
    """Pairs of a traditional character and a simplified one that is sought in the texts."""
    converter = OpenCC("t2s")
    sought = set(converter.convert("\n".join(texts)) + ASKED)
    characters = "".join(chr(point) for block in IDEOGRAPHS for point in block)
    # One character a line: OpenCC must not read neighbours as a phrase.
    simplified = converter.convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simplified, strict=True)
    return "".join(old + new for old, new in pairs if old != new and new in sought)


def _target_row(assessed: Assessed) -> list[str]:
    target, status = assessed.target, assessed.judgement.status
    section = assessed.path[-1].title if assessed.path else ""
    return [target.id, target.title, target.quote, status, status.label, section]


def _sentence_rows(assessment: Assessment) -> Iterator[list[object]]:
    targets: dict[str, list[str]] = {}
    for assessed in assessment.targets:
        targets.setdefault(assessed.match.sentence.id, []).append(assessed.target.id)
    report, sections = assessment.report, _section_titles(assessment.report)
    for sentence in report.sentences:
        section = sections.get(sentence.id, "")
        yield [
            _place(sentence, report, assessment.site),
            sentence.text,
            section,
            targets.get(sentence.id, []),
        ]


def _place(sentence: Sentence, report: Report, site: Site) -> str:
    """In the site's own report the id says it; in another, page and id."""
    return sentence.id if report.id == site.report else f"{report.id}.html#{sentence.id}"


def _section_titles(report: Report) -> dict[str, str]:
    """Sentence id → title of the section it stands in; a heading stands in the one above."""
    return {
        sentence.id: section.title for section in report.sections for sentence in _content(section)
    }


def _content(section: Section) -> Iterator[Sentence]:
    for paragraph in section.paragraphs:
        yield from paragraph
    for child in section.children:
        yield child.heading


def _texts(assessment: Assessment) -> Iterator[str]:
    for assessed in assessment.targets:
        yield assessed.target.title
        yield assessed.target.quote
    for sentence in assessment.report.sentences:
        yield sentence.text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
