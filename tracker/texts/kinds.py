"""What a file is, by its first bytes: government sites serve web pages that are named .docx."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from tracker.lazy import regex
from tracker.texts.text import UnreadableError


class Kind(StrEnum):
    WORD = "word"
    WEB = "web"
    ARCHIVE = "archive"  # a web page with its pictures, .mhtml
    PDF = "pdf"
    PLAIN = "plain"


IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word, WPS and Excel until 2003, and encrypted files
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# what only one kind of zip file has
MEMBERS = (
    ("xl/workbook.xml", "import-spreadsheet"),
    ("ppt/presentation.xml", "import-slides"),
    ("OFD.xml", "import-ofd"),
    ("content.xml", "import-odt"),
)
HTML = regex(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|meta|body|div|p|table)\b",
    re.IGNORECASE | re.DOTALL,
)
TAGS = regex(rb"<(?:p|div|br|span|td)\b[^>]*>", re.IGNORECASE)
MIME = regex(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Content-Type):", re.I)
SAMPLE = 4000
WEB_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")


def kind_of(data: bytes, suffix: str) -> Kind:
    """Raises `UnreadableError` for the kinds that are not read, each by its name."""
    if not data.strip(b"\x00\t\r\n "):
        raise UnreadableError("file-empty")
    if data.startswith(b"PK"):
        return kind_of_zip(data)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    refuse_binary(data)
    head = data.removeprefix(b"\xef\xbb\xbf")[:SAMPLE]
    if suffix in (".mht", ".mhtml") and MIME.match(head):
        return Kind.ARCHIVE
    if HTML.match(head) or (suffix in WEB_SUFFIXES and TAGS.search(data)):
        return Kind.WEB
    return Kind.ARCHIVE if MIME.match(head) and b"multipart/" in head else Kind.PLAIN


def kind_of_zip(data: bytes) -> Kind:
    try:
        names = set(zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError("import-damaged") from error
    for member, code in MEMBERS:
        if member in names:
            raise UnreadableError(code)
    if "_rels/.rels" not in names:
        raise UnreadableError("import-packed")
    return Kind.WORD


def refuse_binary(data: bytes) -> None:
    if data.startswith(OLE):
        raise UnreadableError("import-encrypted" if ENCRYPTED in data else "import-old-word")
    if data.startswith(b"{\\rtf"):
        raise UnreadableError("import-rtf")
    if data.startswith(PACKED):
        raise UnreadableError("import-packed")
    if data.startswith(IMAGES):
        raise UnreadableError("import-picture")
