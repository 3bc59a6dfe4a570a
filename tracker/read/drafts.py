"""Sections while the tree is still growing."""

from __future__ import annotations

from msgspec import Struct, field

from tracker.model import Part, Repair, RepairNote, Section, Sentence, Style


class Draft(Struct):
    """A section while its paragraphs are still being collected."""

    style: Style
    rank: float
    ordinal: str = ""
    title: str = ""
    inferred: bool = False
    heading: Sentence | None = None
    part: Part = Part.OPENING
    now: Part = Part.OPENING  # of what comes next in it
    paragraphs: list[tuple[Sentence, ...]] = field(default_factory=list)
    children: list[Draft] = field(default_factory=list)


def infer_ordinals(draft: Draft, repairs: list[RepairNote]) -> None:
    """A heading without an ordinal right before （二）, and not itself after one, is （一）."""
    before: Draft | None = None
    for child in draft.children:
        second = child.ordinal.strip("（()）、") == "二"
        if before and second and not before.ordinal and before.rank == child.rank:
            before.ordinal = child.ordinal.replace("二", "一")
            before.inferred = True
            if before.heading:
                repairs.append(RepairNote(Repair.INFERRED, before.heading.line, before.ordinal))
        before = child
        infer_ordinals(child, repairs)


def freeze(draft: Draft, level: int) -> Section:
    assert draft.heading
    return Section(
        draft.style, level, draft.ordinal, draft.inferred, draft.heading, draft.title,
        tuple(draft.paragraphs), tuple(freeze(child, level + 1) for child in draft.children),
        part=draft.part,
    )  # fmt: skip
