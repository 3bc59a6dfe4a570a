"""The list of a site's files by their SHA-256, as `sha256sum --check` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from tracker.lazy import regex
from tracker.output import is_inside
from tracker.read.files import BOM, decode

PATH = "sha256sums.txt"
ENTRY = regex(r"(?P<digest>[0-9a-f]{64})  (?P<path>.+)")


def with_manifest(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, and the list of all the others; one that is there already is made anew."""
    others = {path: data for path, data in files.items() if path != PATH}
    return {**others, PATH: listing(others)}


def listing(files: Mapping[str, bytes]) -> bytes:
    return listing_of({path: digest(data) for path, data in files.items()})


def listing_of(found: Mapping[str, str]) -> bytes:
    """`found` are the SHA-256 by path."""
    return "".join(f"{found[path]}  {path}\n" for path in sorted(found)).encode()


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def digests(listed: bytes) -> dict[str, str]:
    """Path → SHA-256; raises `ValueError` with the line's number where it is no such list.

    A list may come from anywhere: no path of it leads out of the site, and none is there twice.
    """
    found: dict[str, str] = {}
    lines = listed.decode("utf-8", "replace").removesuffix("\n").split("\n")
    for number, line in enumerate(lines if listed else (), 1):
        entry = ENTRY.fullmatch(line)
        if not entry or not is_inside(entry["path"]) or entry["path"] in found:
            raise ValueError(number)
        found[entry["path"]] = entry["digest"]
    return found


def as_listed(kept: bytes) -> bytes:
    """The list again as it was built, whatever a program for text on Windows has made of it."""
    text = decode(kept)
    return kept if text is None else text.replace("\r\n", "\n").removeprefix(BOM).encode()
