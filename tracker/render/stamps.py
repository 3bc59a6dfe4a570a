"""What tells a file of the site from another."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct


class Stamp(Struct, frozen=True):
    """`size` is in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> Stamp:
        return cls(sha256(data).hexdigest(), len(data))


def stamps_of(files: Mapping[str, bytes]) -> dict[str, Stamp]:
    return {path: Stamp.of(data) for path, data in files.items()}
