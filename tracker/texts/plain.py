"""Plain text and Markdown: the lines as they are, for the reader joins and repairs them itself."""

from __future__ import annotations

from tracker.lazy import regex
from tracker.read.files import decode
from tracker.texts.text import Paragraph, Text, UnreadableError

LINE_END = regex(r"\r\n?|\n|\f")


def read_plain(data: bytes) -> Text:
    text = decode(data)
    if text is None:
        raise UnreadableError("file-binary")
    lines = [line.rstrip() for line in LINE_END.split(text.strip("\r\n\f"))]
    return Text([Paragraph(line) for line in lines], [], verbatim=True)
