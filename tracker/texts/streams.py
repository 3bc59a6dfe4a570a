"""How much a PDF unpacks to, before its reader tries: it falls over where that is too much.

Which a file can hide, by calling its words a picture or by packing them twice.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tracker.lazy import regex

STREAM = regex(rb"(?<!end)stream\r?\n")
BEFORE = 400  # bytes in which a stream's dictionary says what it is
PICTURE = b"/Image"  # may be large, and is not taken apart for words


def unpacked_size(data: bytes, most: int) -> int:
    """Of its compressed streams, pictures left out; beyond `most` it is not counted on."""
    size = 0
    for packed in packed_streams(data):
        try:
            size += len(zlib.decompressobj().decompress(packed, most + 1))
        except zlib.error:  # packed in another way, or damaged
            continue
        if size > most:
            break
    return size


def packed_streams(data: bytes) -> Iterator[memoryview]:
    whole = memoryview(data)
    for start in STREAM.finditer(data):
        if PICTURE in data[max(0, start.start() - BEFORE) : start.start()]:
            continue
        end = data.find(b"endstream", start.end())
        yield whole[start.end() : end if end >= 0 else len(data)]
