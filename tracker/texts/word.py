"""A .docx → its paragraphs, as they are printed with all revisions accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tracker.lazy import regex
from tracker.texts.elements import attribute, child, children, is_on, name_of, value
from tracker.texts.numbering import Numbering
from tracker.texts.package import Package
from tracker.texts.styles import Styles
from tracker.texts.text import Loss, Paragraph, Remark, Text

BLANKS = regex(r"[ \t\xa0]+")
CHARACTERS = {"tab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
REMOVED = ("del", "moveFrom")
ADDED = ("ins", "moveTo")
SKIPPED = ("pPr", "rPr", "instrText", "delText", "rt", "Fallback", "sdtPr", "tblPr", "trPr", "tcPr")
NOTES = ("footnoteReference", "endnoteReference")
DRAWN = ("drawing", "pict", "object")
CONTENTS = "Table of Contents"


def read_word(data: bytes) -> Text:
    package = Package(data)
    reader = Reader(package)
    reader.read_blocks(package.main)
    reader.end_paragraph()
    reader.read_margins(package)
    return Text(reader.paragraphs, reader.remarks)


class Reader:
    """Takes the document block by block, in reading order."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package.of_kind("styles"))
        self.numbering = Numbering(package.of_kind("numbering"))
        self.notes = notes_in(package)
        self.paragraphs: list[Paragraph] = []
        self.remarks: list[Remark] = []
        self.open = ""  # words of a paragraph whose mark was deleted: the next one goes on with it

    def remark(self, loss: Loss, words: str = "") -> None:
        self.remarks.append(Remark(loss, len(self.paragraphs), 0, BLANKS.sub(" ", words).strip()))

    # --- blocks ---

    def read_blocks(self, element: etree._Element) -> None:
        for one in element:
            self.read_block(one)

    def read_block(self, element: etree._Element) -> None:
        name = name_of(element)
        if name == "p":
            self.read_paragraph(element)
        elif name == "tbl":
            self.read_table(element)
        elif name == "sdt" and value(element, "sdtPr", "docPartObj", "docPartGallery") == CONTENTS:
            self.remark(Loss.CONTENTS, plain_words(element))
        elif name in REMOVED:
            self.remark(Loss.DELETED, deleted_words(element))
        elif name not in SKIPPED:
            self.read_blocks(element)

    def read_paragraph(self, paragraph: etree._Element) -> None:
        number = self.number_of(paragraph)
        words = "".join(self.words_in(paragraph))
        self.open += (number if words.strip() and not self.open else "") + words
        if child(paragraph, "pPr", "rPr", "del") is None:
            self.end_paragraph(self.styles.level_of(paragraph))

    def end_paragraph(self, level: int = 0) -> None:
        """A soft line break ends a line as well."""
        for line in self.open.split("\n"):
            if words := BLANKS.sub(" ", line).strip():
                self.paragraphs.append(Paragraph(words, level))
        self.open = ""

    def number_of(self, paragraph: etree._Element) -> str:
        found = self.styles.list_of(paragraph)
        if found is None or not plain_words(paragraph).strip():
            return ""
        number = self.numbering.next(*found)
        if number is None:
            self.remark(Loss.NUMBERING, plain_words(paragraph))
        return number or ""

    def read_table(self, table: etree._Element) -> None:
        """Row by row, the cells parted by tabs; a frame of one cell is no table."""
        rows = list(found_in(table, "tr"))
        cells = [list(found_in(row, "tc")) for row in rows]
        if [len(row) for row in cells] == [1]:
            self.read_blocks(cells[0][0])
            return
        self.remark(Loss.TABLE, plain_words(table))
        for place, row in enumerate(cells):
            if child(rows[place], "trPr", "del") is not None:
                self.remark(Loss.DELETED, plain_words(rows[place]))
                continue
            words = [self.cell_words(cell) for cell in row]
            if any(words):
                self.paragraphs.append(Paragraph("\t".join(words)))

    def cell_words(self, cell: etree._Element) -> str:
        """All paragraphs of a cell on one line; a cell merged with the one above is empty."""
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            return ""
        lines = []
        for paragraph in paragraphs_in(cell):
            words = self.number_of(paragraph) + "".join(self.words_in(paragraph))
            lines += [BLANKS.sub(" ", line).strip() for line in words.split("\n")]
        return " ".join(filter(None, lines))

    # --- words ---

    def words_in(self, element: etree._Element) -> Iterator[str]:
        for one in element:
            name = name_of(one)
            if name == "t":
                yield one.text or ""
            elif name == "r" and is_on(one, "rPr", "vanish"):
                self.remark(Loss.HIDDEN, plain_words(one))
            elif name in CHARACTERS:
                yield CHARACTERS[name]
            elif name == "br":
                yield "" if attribute(one, "type") in ("page", "column") else "\n"
            elif name == "sym":
                yield symbol(one)
            elif name not in SKIPPED:
                yield from self.words_of(one, name)

    def words_of(self, element: etree._Element, name: str) -> Iterator[str]:
        if name in NOTES:
            self.remark(Loss.FOOTNOTE, self.notes.get((name, attribute(element, "id")), ""))
        elif name in DRAWN:
            self.read_drawing(element)
        elif name == "oMath":
            self.remark(Loss.FORMULA, plain_words(element))
        elif name in REMOVED:
            self.remark(Loss.DELETED, deleted_words(element))
        else:
            if name in ADDED and (words := plain_words(element)):
                self.remark(Loss.INSERTED, words)
            yield from self.words_in(element)

    def read_drawing(self, element: etree._Element) -> None:
        inner = list(element.iter())
        boxes = [one for one in inner if name_of(one) == "txbxContent"]
        words = "".join(plain_words(box) for box in boxes)
        if words.strip():
            self.remark(Loss.TEXT_BOX, words)
        if any(name_of(one) in ("blip", "imagedata", "chart", "relIds") for one in inner):
            named = next((one for one in inner if name_of(one) == "docPr"), None)
            self.remark(Loss.IMAGE, attribute(named, "descr"))

    def read_margins(self, package: Package) -> None:
        margins = [*package.of_kind("header"), *package.of_kind("footer")]
        lines = [plain_words(p) for part in margins for p in found_in(part, "p")]
        for words in dict.fromkeys(BLANKS.sub(" ", line).strip() for line in lines):
            if words:
                self.remarks.append(Remark(Loss.MARGIN, words=words))


def found_in(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of a name, also those in a wrapper of content controls or revisions."""
    for one in element:
        if name_of(one) == name:
            yield one
        elif name_of(one) in ("sdt", "sdtContent", "customXml", *ADDED):
            yield from found_in(one, name)


def paragraphs_in(element: etree._Element) -> Iterator[etree._Element]:
    for one in element:
        if name_of(one) == "p":
            yield one
        elif name_of(one) not in (*SKIPPED, *REMOVED):
            yield from paragraphs_in(one)


def plain_words(element: etree._Element) -> str:
    """The words of runs below it, for a remark."""
    return "".join(one.text or "" for one in element.iter() if name_of(one) == "t")


def deleted_words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter() if name_of(one) in ("t", "delText"))


def symbol(element: etree._Element) -> str:
    """The character of a symbol font, for which there may be no other; a remark tells of it."""
    code = attribute(element, "char")
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code) or 0xD800 <= int(code, 16) < 0xE000:
        return "\ufffd"
    return chr(int(code, 16))


def notes_in(package: Package) -> dict[tuple[str, str], str]:
    return {
        (f"{kind}Reference", attribute(note, "id")): plain_words(note)
        for kind in ("footnote", "endnote")
        for root in package.of_kind(f"{kind}s")
        for note in children(root, kind)
    }
