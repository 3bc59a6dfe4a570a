"""Any file → its text, by the reader for its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tracker.lazy import regex
from tracker.texts.archive import read_archive
from tracker.texts.kinds import Kind, kind_of
from tracker.texts.pdf import read_pdf
from tracker.texts.plain import read_plain
from tracker.texts.text import Loss, Paragraph, Remark, Text
from tracker.texts.web import read_web
from tracker.texts.word import read_word

READERS: dict[Kind, Callable[[bytes], Text]] = {
    Kind.WORD: read_word,
    Kind.WEB: read_web,
    Kind.ARCHIVE: read_archive,
    Kind.PDF: read_pdf,
    Kind.PLAIN: read_plain,
}
# characters that stand for none: damaged ones, and those of a font of one's own
UNKNOWN = regex(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
AROUND = 8  # characters shown on either side


def read(data: bytes, suffix: str) -> Text:
    """Raises `UnreadableError` where there is no text to be had."""
    text = READERS[kind_of(data, suffix)](data)
    remarks = [*text.remarks, *unknown_glyphs(text.paragraphs)]
    return Text(text.paragraphs, remarks, text.title, text.verbatim)


def unknown_glyphs(paragraphs: Sequence[Paragraph]) -> Iterator[Remark]:
    for place, paragraph in enumerate(paragraphs):
        if match := UNKNOWN.search(paragraph.text):
            low = max(match.start() - AROUND, 0)
            yield Remark(Loss.GLYPH, place, 0, paragraph.text[low : match.end() + AROUND])
