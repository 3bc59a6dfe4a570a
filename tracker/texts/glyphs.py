"""A page of a PDF → its lines: which glyphs stand side by side, and where."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from math import cos
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from msgspec import Struct

from tracker.lazy import regex

UPRIGHT = 0.99  # cosine of the angle of a glyph
WIDE_GAP = 2.0  # ems between two cells of a table or two columns
SPACE_GAP = 0.6  # ems that are a blank and not the spacing of a justified line
CHINESE = regex(r"[\u4e00-\u9fff]")
HYPHENS = ("\x02", "\ufffe")  # how PDFium writes a hyphen at the end of a line


class Glyph(Struct, frozen=True):
    unit: int  # of UTF-16
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


class Segment(Struct, frozen=True):
    """Glyphs that stand side by side without a wide gap."""

    text: str
    left: float
    right: float
    middle: float
    height: float  # of the line that its font asks for
    em: float  # width of a Chinese character, 0 where it has none


class Sheet(Struct, frozen=True):
    """One page: `rotated` are the words of a watermark or a table on its side."""

    number: int
    width: float
    height: float
    segments: Sequence[Segment]
    rotated: str
    images: int


def sheet_of(page: pdfium.PdfPage, number: int) -> Sheet:
    text = page.get_textpage()
    upright, rotated = glyphs_of(text)
    images = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    width, height = page.get_size()
    segments = [segment for run in runs_of(upright) if (segment := segment_of(run)).text]
    return Sheet(number, width, height, segments, words_of(rotated).strip(), images)


def glyphs_of(text: pdfium.PdfTextPage) -> tuple[list[Glyph], list[Glyph]]:
    """Those that stand upright and those that do not, as they follow in the file."""
    upright: list[Glyph] = []
    rotated: list[Glyph] = []
    box = raw.FS_RECTF()
    for place in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, place) == 1:
            continue
        unit = raw.FPDFText_GetUnicode(text, place)
        if not raw.FPDFText_GetLooseCharBox(text, place, ctypes.byref(box)):
            continue
        glyph = Glyph(unit or 0xFFFD, box.left, box.right, box.bottom, box.top)
        straight = cos(raw.FPDFText_GetCharAngle(text, place)) > UPRIGHT
        (upright if straight else rotated).append(glyph)
    return upright, rotated


def runs_of(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and parts(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def parts(last: Glyph, glyph: Glyph) -> bool:
    em = max(last.top - last.bottom, glyph.top - glyph.bottom, 1.0)
    if abs(glyph.middle - last.middle) > em / 2:
        return True
    return glyph.left - last.right > WIDE_GAP * em or glyph.left < last.left - em / 2


def segment_of(run: Sequence[Glyph]) -> Segment:
    inked = [glyph for glyph in run if not chr(glyph.unit).isspace()] or run
    wide = [glyph.right - glyph.left for glyph in run if CHINESE.match(chr(glyph.unit))]
    return Segment(
        words_of(run).strip(),
        inked[0].left,
        max(glyph.right for glyph in inked),
        median(glyph.middle for glyph in inked),
        median(glyph.top - glyph.bottom for glyph in inked),
        median(wide) if wide else 0,
    )


def words_of(run: Sequence[Glyph]) -> str:
    """A gap that no character fills becomes a blank where it is too wide to be spacing."""
    units: list[int] = []
    last: Glyph | None = None
    for glyph in run:
        em = glyph.top - glyph.bottom
        if last and glyph.left - last.right > SPACE_GAP * em and not chr(last.unit).isspace():
            units.append(ord(" "))
        units.append(glyph.unit)
        last = glyph
    text = b"".join((unit & 0xFFFF).to_bytes(2, "little") for unit in units)
    words = text.decode("utf-16-le", errors="replace")
    for hyphen in HYPHENS:
        words = words.replace(hyphen, "-")
    return "".join(letter for letter in words if letter.isprintable() or letter.isspace())
