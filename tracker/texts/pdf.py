"""A PDF with text → its paragraphs, put together again from the printed lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tracker.lazy import regex
from tracker.read.limits import LARGEST_UNPACKED, MOST_PAGES
from tracker.texts.glyphs import Sheet, sheet_of
from tracker.texts.lines import Line, joined, paragraphs_of
from tracker.texts.margins import margins_of, words
from tracker.texts.sheets import Row, edges_of, gutters_of, lines_of, rows_of
from tracker.texts.streams import unpacked_size
from tracker.texts.text import Loss, Paragraph, Remark, Text, UnreadableError

# some programs write 工 as the radical ⼯, which looks the same and is not found
RADICALS = regex(r"[\u2e80-\u2fdf]")
NOTE = regex(r"[\[［〔①-⑳*＊\d]")
SMALL = 0.88  # of the usual size


def read_pdf(data: bytes) -> Text:
    sheets = sheets_of(data)
    if not any(sheet.segments for sheet in sheets):
        raise UnreadableError("import-scanned", pages=len(sheets))
    gutters = gutters_of(sheets)
    pages = [rows_of(sheet, at) for sheet, at in zip(sheets, gutters, strict=True)]
    margins = margins_of(pages)
    em = usual_em(pages)
    texts = []
    remarks = []
    for rows, left_out in zip(pages, margins, strict=True):
        notes = notes_in([at for at in range(len(rows)) if at not in left_out], rows, em)
        texts.append([row for at, row in enumerate(rows) if at not in left_out | notes])
        remarks.append(([rows[at] for at in sorted(left_out)], [rows[at] for at in sorted(notes)]))
    lines = [
        line
        for sheet, rows, edges in zip(sheets, texts, edges_of(texts, em), strict=True)
        for line in lines_of(rows, sheet.number, edges, em)
    ]
    found = list(paragraphs_of(lines))
    told = [
        remark
        for sheet, (margin, notes) in zip(sheets, remarks, strict=True)
        for remark in remarks_on(sheet, margin, notes)
    ]
    return Text(
        [Paragraph(plain(joined(paragraph))) for paragraph in found], [*told, *tables_in(found)]
    )


def sheets_of(data: bytes) -> list[Sheet]:
    if unpacked_size(data, LARGEST_UNPACKED) > LARGEST_UNPACKED:
        raise UnreadableError("import-too-large-inside")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        locked = locked or "password" in str(error).lower()
        raise UnreadableError("import-encrypted-pdf" if locked else "import-damaged") from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableError("import-too-many-pages", pages=len(document), most=MOST_PAGES)
        return [sheet_of(page, number) for number, page in enumerate(document, 1)]
    except pdfium.PdfiumError as error:
        raise UnreadableError("import-damaged") from error
    finally:
        document.close()


def usual_em(pages: Sequence[Sequence[Row]]) -> float:
    """Of the type in which most of the text is set."""
    sizes = [row.em for rows in pages for row in rows if row.em for _ in words(row)]
    return median(sizes) if sizes else 12.0


def notes_in(places: Sequence[int], rows: Sequence[Row], em: float) -> set[int]:
    """The footnotes of a page: in smaller type at its end, the first with its mark."""
    found: list[int] = []
    for at in reversed(places):
        if rows[at].em >= SMALL * em or not rows[at].em:
            break
        found.append(at)
    while found and not NOTE.match(words(rows[found[-1]])):
        found.pop()
    return set(found) if len(found) < len(places) else set()


def remarks_on(sheet: Sheet, margin: Sequence[Row], notes: Sequence[Row]) -> Iterator[Remark]:
    number = sheet.number
    if not sheet.segments and sheet.images:
        yield Remark(Loss.SCANNED, page=number)
    elif sheet.images:
        yield Remark(Loss.IMAGE, page=number)
    if sheet.rotated:
        yield Remark(Loss.ROTATED, page=number, words=sheet.rotated)
    if notes:
        yield Remark(Loss.FOOTNOTE, page=number, words=" ".join(map(words, notes)))
    for row in margin:
        yield Remark(Loss.MARGIN, page=number, words=words(row))


def tables_in(paragraphs: Sequence[Sequence[Line]]) -> Iterator[Remark]:
    """One for each run of rows."""
    inside = False
    for place, (first, *_) in enumerate(paragraphs):
        if first.is_row and not inside:
            yield Remark(Loss.TABLE, place, first.page, first.text)
        inside = first.is_row


def plain(text: str) -> str:
    return RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
