"""Values as bytes, and names of values by their content."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from typing import Any


def dumped(value: object) -> bytes:
    """As `pickle.loads` reads it."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = REDUCERS  # type: ignore[assignment]
    pickler.dump(value)
    return stream.getvalue()


def key_of_bytes(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def key_of(*parts: object) -> str:
    """The same only for the same values; the same values may, rarely, have another."""
    return sha256(dumped(parts)).hexdigest()[:32]


class Reducers(dict[type, Callable[[Any], object]]):
    """Dataclasses as their constructor takes them: what they do themselves is ten times slower."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        if not is_dataclass(kind) or "__reduce__" in vars(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind) if field.init]
        values = attrgetter(*names) if len(names) > 1 else None
        self[kind] = lambda value: (
            kind,
            values(value) if values else tuple(getattr(value, name) for name in names),
        )
        return self[kind]


REDUCERS = Reducers()
