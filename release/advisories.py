"""A clone of the PyPA's advisory database, for machines that no database answers.

Its files are OSV records, one for each vulnerability: `vulns/NAME/PYSEC-….yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from release.pinned import Pin

Record = Mapping[str, Any]


def known_in(database: Path, pins: Iterable[Pin]) -> Iterator[tuple[Pin, str, tuple[str, ...]]]:
    """Each pinned package with what is known of it, and the versions that mend that."""
    for pin in pins:
        for path in sorted((database / "vulns" / canonicalize_name(pin.name)).glob("*.yaml")):
            record = yaml.safe_load(path.read_text("utf-8"))
            if "withdrawn" not in record and affects(record, pin.version):
                yield pin, record["id"], tuple(sorted(set(fixes(record))))


def affects(record: Record, version: str) -> bool:
    return any(
        version in one.get("versions", ())
        or any(within(events, Version(version)) for events in ranges(one))
        for one in record.get("affected", ())
    )


def ranges(affected: Record) -> Iterator[list[Mapping[str, str]]]:
    for one in affected.get("ranges", ()):
        if one["type"] == "ECOSYSTEM":
            yield one["events"]


def within(events: Iterable[Mapping[str, str]], version: Version) -> bool:
    """OSV: the last event at or before the version decides."""
    found = False
    for kind, when in sorted(turns(events), key=lambda turn: turn[1]):
        if kind == "last_affected":
            found = found and version <= when
        elif when <= version:
            found = kind == "introduced"
    return found


def turns(events: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Version]]:
    for event in events:
        for kind, written in event.items():
            try:
                yield kind, Version(written)
            except InvalidVersion:  # "limit": "*"
                continue


def fixes(record: Record) -> Iterator[str]:
    for one in record.get("affected", ()):
        for events in ranges(one):
            yield from (event["fixed"] for event in events if "fixed" in event)
