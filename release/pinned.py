"""The packages that a file of `requirements/` pins, as uv writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
REQUIREMENTS = ROOT / "requirements"
PROJECT = "duixian (pyproject.toml)"
# cffi==2.1.1 ; implementation_name != 'PyPy' \
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.!+]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# "    # via jinja2", or one a line, "    #   jinja2"; not "-c", which another file asked for
NEEDED_BY = re.compile(r"^ +#(?: via|  ) ([^\s-].*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pin:
    name: str
    version: str
    hashes: tuple[str, ...]  # sha256 of each of its files
    needed_by: tuple[str, ...]  # names, or `PROJECT`


def pinned(name: str) -> tuple[Pin, ...]:
    """A package may be pinned twice, for different versions of Python."""
    return tuple(pins_in((REQUIREMENTS / f"{name}.txt").read_text("utf-8")))


def pins_in(text: str) -> Iterator[Pin]:
    starts = [*PIN.finditer(text)]
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        block = text[start.end() : following.start() if following else None]
        hashes, needed_by = HASH.findall(block), NEEDED_BY.findall(block)
        yield Pin(start["name"], start["version"], tuple(hashes), tuple(needed_by))
