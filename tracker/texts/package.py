"""The parts of a .docx, an OOXML package: only those asked for are unpacked, none beyond a limit.

Our own because the libraries that read Word drop what a report needs (automatic Chinese numbers,
revisions, text boxes) and stop at the broken relationships that WPS leaves behind.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tracker.read.limits import LARGEST_UNPACKED, MOST_TAGS
from tracker.texts.text import UnreadableError

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(BytesIO(data))
        self.left = LARGEST_UNPACKED
        main = next((path for kind, path in self.related("") if kind == "officeDocument"), "")
        found = self.part(main)
        if found is None:
            raise UnreadableError("import-damaged")
        self.main = found
        self.parts = list(dict.fromkeys(self.related(main)))  # each is read once

    def of_kind(self, kind: str) -> Iterator[etree._Element]:
        """The main document's parts of a kind, such as `numbering`, in the order of their names."""
        for path in sorted(path for found, path in self.parts if found == kind):
            if (part := self.part(path)) is not None:
                yield part

    def related(self, path: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for one in root if root is not None else ():
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                yield one.get("Type", "").rpartition("/")[2], target.lstrip("/")

    def part(self, path: str) -> etree._Element | None:
        try:
            info = self.zip.getinfo(path)
        except KeyError:
            return None
        self.left -= info.file_size
        if self.left < 0:
            raise UnreadableError("import-too-large-inside")
        try:
            data = self.zip.read(info).replace(STRICT, USUAL)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise UnreadableError("import-damaged") from error
        except (RuntimeError, NotImplementedError) as error:  # a zip with a password
            raise UnreadableError("import-encrypted") from error
        return parsed(data)


def parsed(data: bytes) -> etree._Element:
    """Entities stay unresolved and nothing is fetched, whatever the file asks for."""
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableError("import-too-large-inside")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("import-damaged") from error
