"""The list of a site's files by their SHA-256, as `sha256sum --check` reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

PATH = "sha256sums.txt"
ENTRY = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>[^/\\]+(?:/[^/\\]+)*)")


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, and the list of all the others; one that is there already is made anew."""
    others = {path: data for path, data in files.items() if path != PATH}
    return {**others, PATH: listing(others)}


def listing(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{digest(files[path])}  {path}\n" for path in sorted(files)).encode()


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def digests(listed: bytes) -> dict[str, str]:
    """Path → SHA-256; raises `ValueError` with the line's number where it is no such list.

    A list may come from anywhere: no path of it leads out of the site.
    """
    found = {}
    lines = listed.decode("utf-8", "replace").removesuffix("\n").split("\n")
    for number, line in enumerate(lines if listed else (), 1):
        entry = ENTRY.fullmatch(line)
        if not entry or not {".", ".."}.isdisjoint(entry["path"].split("/")):
            raise ValueError(number)
        found[entry["path"]] = entry["digest"]
    return found
