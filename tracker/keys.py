"""Values as bytes, and names of values by their content."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from typing import Any

Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def dumped(value: object) -> bytes:
    """As `pickle.loads` reads it."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = WHOLE  # type: ignore[assignment]
    pickler.dump(value)
    return stream.getvalue()


def key_of_bytes(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]


def key_of(*parts: object) -> str:
    """The same for the same values, whichever objects they are; none of them holds itself."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = SHORT  # type: ignore[assignment]
    pickler.fast = True  # without references to what came before
    pickler.dump(parts)
    return key_of_bytes(stream.getvalue())


class Reducers(dict[type, Callable[[Any], object]]):
    """Dataclasses as their constructor takes them: what they do themselves is ten times slower."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        if not is_dataclass(kind) or "__reduce__" in vars(kind):
            raise KeyError(kind)
        self[kind] = self.reducer(kind, [field.name for field in fields(kind) if field.init])
        return self[kind]

    def reducer(self, kind: type, names: list[str]) -> Callable[[Any], Reduced]:
        if len(names) < 2:
            return lambda value: (kind, tuple(getattr(value, name) for name in names))
        values = attrgetter(*names)
        return lambda value: (kind, values(value))


class Shortened(Reducers):
    """What tells its own key, by that."""

    def reducer(self, kind: type, names: list[str]) -> Callable[[Any], Reduced]:
        whole = super().reducer(kind, names)
        if "key" not in names or not hasattr(kind, "keyed"):
            return whole
        return lambda value: (str, (value.key,)) if value.key else whole(value)


WHOLE, SHORT = Reducers(), Shortened()
