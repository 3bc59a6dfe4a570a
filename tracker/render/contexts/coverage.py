"""Every number of the report, and what became of it."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from tracker.model import Accounted, Assessment, Reason, Section
from tracker.render import addresses, outline
from tracker.render.cards import Card, cards
from tracker.render.labels import REASON_MEANINGS, REASONS, REPAIRS
from tracker.render.sources import Item, context_item

AROUND = 9  # characters shown on each side of a number
TARGET, STRUCTURE = "目标", "版面信息"


class Row(Struct, frozen=True):
    before: str
    number: str
    after: str
    href: str
    kind: str
    target: Card | None
    note: str
    context: tuple[Item, ...]


class Total(Struct, frozen=True):
    label: str
    meaning: str
    count: int


class CoverageSection(Struct, frozen=True):
    id: str
    title: str
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]


class CoveragePage(Struct, frozen=True):
    total: int
    wordless: int  # targets whose quotes hold no number
    totals: tuple[Total, ...]
    sections: tuple[CoverageSection, ...]


KINDS: dict[str, str] = {
    TARGET: "对应一项目标，有自己的页面",
    **{label: REASON_MEANINGS[reason] for reason, label in REASONS.items()},
    STRUCTURE: "报头、章节序号、转接提示等，不属于正文",
}


def coverage_page(assessment: Assessment) -> CoveragePage:
    by_id = {card.id: card for card in cards(assessment)}
    groups: dict[str, list[Row]] = {}
    titles = _titles(assessment)
    for accounted in assessment.coverage:
        where = titles.get(accounted.sentence.id, ("front", "报头与标题"))
        groups.setdefault("\t".join(where), []).append(_row(accounted, assessment, by_id))
    sections = tuple(_section(name, rows) for name, rows in groups.items())
    every = [row for section in sections for row in section.rows]
    wordless = sum(not a.match.numerals for a in assessment.targets)
    return CoveragePage(len(every), wordless, _totals(every), sections)


def _section(name: str, rows: list[Row]) -> CoverageSection:
    section_id, title = name.split("\t")
    return CoverageSection(section_id, title, tuple(rows), _totals(rows))


def _totals(rows: list[Row]) -> tuple[Total, ...]:
    counts = Counter(row.kind for row in rows)
    return tuple(Total(kind, KINDS[kind], counts[kind]) for kind in KINDS if counts[kind])


def _titles(assessment: Assessment) -> dict[str, tuple[str, str]]:
    """Sentence id → (chapter id, chapter title)."""
    chapters: tuple[Section, ...] = outline.chapters(assessment.report)
    return {
        sentence.id: (chapter.id, outline.spoken_title(chapter))
        for chapter in chapters
        for sentence in chapter.sentences
    }


def _row(accounted: Accounted, assessment: Assessment, by_id: dict[str, Card]) -> Row:
    text, numeral = accounted.sentence.text, accounted.numeral
    before, after = text[: numeral.start], text[numeral.end :]
    in_text = accounted.structure is None and not accounted.sentence.id.startswith("f")
    not_target = accounted.not_target
    return Row(
        before=("……" if len(before) > AROUND else "") + before[-AROUND:],
        number=numeral.text,
        after=after[:AROUND] + ("……" if len(after) > AROUND else ""),
        href=addresses.sentence(assessment.report, accounted.sentence.id)
        if in_text
        else addresses.printed_line(assessment.report, accounted.sentence.line),
        kind=_kind(accounted),
        target=by_id[accounted.target] if accounted.target else None,
        note=_note(accounted),
        context=tuple(context_item(c) for c in not_target.context) if not_target else (),
    )


def _kind(accounted: Accounted) -> str:
    if accounted.target:
        return TARGET
    if accounted.not_target:
        return REASONS[Reason(accounted.not_target.reason)]
    return STRUCTURE


def _note(accounted: Accounted) -> str:
    if accounted.not_target:
        return accounted.not_target.note
    return REPAIRS[accounted.structure] if accounted.structure else ""
