"""`source:` fields: inline, or the key of an entry under the file's `sources:`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.model import Source, Tier
from tracker.read.fields import Fields
from tracker.read.nodes import Scalar

KEYS = ("title", "url", "publisher", "published", "tier", "accessed", "archived")
ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def read_source(
    fields: Fields, shared: Mapping[str, Source], key: str = "source", *, required: bool = False
) -> Source | None:
    if not fields.has(key):
        if required:
            fields.missing(key)
        return None
    node = fields.node.items[key][1]
    if isinstance(node, Scalar):
        if node.text not in shared:
            fields.wrong(key, "unknown-source", found=node.text)
        return shared.get(node.text)
    record = fields.record(key, KEYS)
    return source_of(record) if record else None


def source_of(fields: Fields) -> Source:
    for key in ("url", "archived"):
        address = fields.text(key)
        if address and not ADDRESS.fullmatch(address):
            fields.wrong(key, "bad-address", found=address)
    return Source(
        title=fields.text("title", required=True),
        url=fields.text("url"),
        publisher=fields.text("publisher"),
        published=fields.text("published"),
        tier=fields.choice("tier", Tier),
        accessed=fields.day("accessed"),
        archived=fields.text("archived"),
    )
