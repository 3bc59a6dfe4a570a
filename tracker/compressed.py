"""Files → the files and their compressed twins, which nginx and Caddy send as they are.

gzip alone: libdeflate counts in whole numbers, so that every machine makes the same bytes. Brotli
would be a fifth smaller, but weighs by floating-point numbers, which machines round differently.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

COMPRESSIBLE = {".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"}
WORTH_IT = 512  # bytes; as `gzip_min_length` of deploy/nginx.conf
LEVEL = 12  # the most thorough: compressed once, sent many times
SUFFIX = ".gz"


def with_compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    twins = {path + SUFFIX: twin_of(path, data) for path, data in files.items()}
    return {**files, **{path: twin for path, twin in twins.items() if twin}}


def twin_of(path: str, data: bytes) -> bytes | None:
    """None where it would not be smaller."""
    twin = gzipped(data) if worth_it(path, data) else data
    return twin if len(twin) < len(data) else None


def worth_it(path: str, data: bytes) -> bool:
    return len(data) >= WORTH_IT and PurePosixPath(path).suffix in COMPRESSIBLE


def gzipped(data: bytes) -> bytes:
    """Without a name or a time in its header."""
    from deflate import gzip_compress

    return bytes(gzip_compress(data, LEVEL))
