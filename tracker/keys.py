"""Names of values by their content."""

from __future__ import annotations

import pickle
from hashlib import sha256


def key_of_bytes(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def key_of(*parts: object) -> str:
    """The same only for the same values; the same values may, rarely, have another."""
    return sha256(pickle.dumps(parts, pickle.HIGHEST_PROTOCOL)).hexdigest()[:32]
