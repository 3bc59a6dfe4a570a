"""The names that become addresses and files: of targets, places, agencies, pages, reports."""

from __future__ import annotations

import re
import unicodedata

from tracker.errors import Problem, Where
from tracker.lazy import regex

ID = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
# Windows takes con.html for the console
PORTS = (f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))
RESERVED = {"con", "prn", "aux", "nul", *PORTS}


def is_id(name: str) -> bool:
    return len(name) <= LONGEST_ID and bool(ID.fullmatch(name)) and name not in RESERVED


def bad_id(where: Where, name: str, code: str = "bad-id") -> Problem:
    """`code` with `-near` is what to say where a good id is close."""
    if name in RESERVED:
        return Problem(where, "id-reserved", {"found": name})
    plain = unicodedata.normalize("NFKC", name).lower()
    near = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    if is_id(near) and re.fullmatch(r"[\x00-\x7f]+", plain):
        return Problem(where, f"{code}-near", {"found": name, "near": near})
    return Problem(where, code, {"found": name})
