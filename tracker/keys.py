"""Values as bytes, and names of values by their content."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from typing import Any, Protocol, TypeVar

from msgspec.msgpack import Encoder


def dumped(value: object) -> bytes:
    """As `pickle.loads` reads it."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


PLAIN = Encoder(enc_hook=dumped)

SHORT: dict[type, Callable[[Any], object]] = {}  # how values are told in a key, where not whole


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


K = TypeVar("K", bound=Keyed)


def shortened(kind: type[K]) -> type[K]:
    """Of this kind a key holds the value's own key, if it has one."""
    SHORT[kind] = lambda value: (str, (value.key,)) if value.key else value.__reduce__()
    return kind


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


def key_of_shown(*parts: object) -> str:
    """Like `key_of`, and quicker where much is shown; which class stands where, is known."""
    return key_of_bytes(PLAIN.encode(parts))
