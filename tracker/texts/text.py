"""What comes out of a file: its paragraphs, and what of it is not among them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class Loss(StrEnum):
    """What an editor must look at: left out, or written otherwise than it was set."""

    IMAGE = "image"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    TABLE = "table"
    FORMULA = "formula"
    HIDDEN = "hidden"
    NUMBERING = "numbering"
    INSERTED = "inserted"
    DELETED = "deleted"
    MARGIN = "margin"  # headers, footers, page numbers
    CHROME = "chrome"  # what stands around the article of a web page
    CONTENTS = "contents"
    ROTATED = "rotated"
    SCANNED = "scanned-page"
    GLYPH = "glyph"


class Paragraph(Struct, frozen=True):
    text: str
    level: int = 0  # of a heading, 1 for the highest


class Remark(Struct, frozen=True):
    loss: Loss
    place: int = -1  # which paragraph it stands in or before, from 0; -1 where it has no place
    page: int = 0  # of a PDF
    words: str = ""


class Text(Struct, frozen=True):
    paragraphs: Sequence[Paragraph]
    remarks: Sequence[Remark]
    title: str = ""  # as the file names itself
    verbatim: bool = False  # plain text: its lines are kept as they are


class UnreadableError(Exception):
    """No text can be had of the file; `code` names its message."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
