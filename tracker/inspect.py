"""What the reader understood of one report, as JSON or as an indented text."""

from __future__ import annotations

import json
from decimal import Decimal

from tracker.characters import in_json
from tracker.model import Bound, Meaning, Number
from tracker.read.inspection import Found, Inspection, Node

WORDS_SHOWN = 40


def to_json(inspection: Inspection) -> str:
    found = {
        "year": inspection.year or None,
        "sections": [section_row(node) for node in inspection.sections],
        "numbers": [number_row(inspection, number) for number in inspection.numbers],
    }
    return in_json(json.dumps(found, ensure_ascii=False, indent=1))


def section_row(node: Node) -> dict[str, object]:
    section = node.section
    return {
        "level": node.level,
        "ordinal": section.ordinal,
        "title": section.title,
        "start": node.start,
        "end": node.end,
        "style": section.style,
        "part": section.part,
    }


def number_row(inspection: Inspection, found: Found) -> dict[str, object]:
    number = found.number
    return {
        "start": found.start,
        "end": found.end,
        "quote": inspection.text[found.start : found.end],
        "value": value_of(number),
        "unit": number.unit,
        "bound": number.bound,
        "change": number.change,
        "per": number.per or None,
        "deadline": number.deadline or None,
        "due": number.due.isoformat() if number.due else None,
        "effort": "stretch" if number.stretch else None,
        "kind": number.kind,
        "part": found.sentence.part,
    }


def value_of(number: Number) -> object:
    if number.low is None:
        return None
    if number.bound is Bound.RANGE and number.high is not None:
        return [plain(number.low), plain(number.high)]
    return plain(number.low)


def plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def to_text(inspection: Inspection) -> str:
    """The tree of sections, and below each the numbers that it promises."""
    targets: dict[str, list[str]] = {}
    owners = {
        sentence.id: node.section.id
        for node in inspection.sections
        for paragraph in ((node.section.heading,), *node.section.paragraphs)
        for sentence in paragraph
    }
    for found in inspection.numbers:
        if found.number.kind is Meaning.TARGET:
            owner = owners.get(found.sentence.id, "")
            targets.setdefault(owner, []).append(goal_line(inspection, found))
    lines = [f"year {inspection.year or '?'}", *targets.get("", ())]
    for node in inspection.sections:
        indent = "  " * node.level
        title = node.section.title[:WORDS_SHOWN]
        ordinal = f"{node.section.ordinal} " if node.section.ordinal else ""
        lines.append(f"{indent}{ordinal}{title}  [{node.section.part}, {node.section.style}]")
        lines += (f"{indent}    {line}" for line in targets.get(node.section.id, ()))
    lines.append(counts_line(inspection))
    return "\n".join(lines)


def goal_line(inspection: Inspection, found: Found) -> str:
    number = found.number
    quote = "".join(inspection.text[found.start : found.end].split())
    due = f", due {number.due}" if number.due else ""
    per = f", {number.per}" if number.per else ""
    stretch = ", stretch" if number.stretch else ""
    return f"{quote}: {number.bound} {value_of(number)} {number.unit}{per}{due}{stretch}"


def counts_line(inspection: Inspection) -> str:
    kinds = [found.number.kind for found in inspection.numbers]
    counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in Meaning if kind in kinds)
    return f"{len(inspection.sections)} sections, {len(kinds)} numbers: {counted}"
