"""`source:` fields: inline, or the key of an entry under the file's `sources:`."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from tracker.errors import Where
from tracker.model import Source, Tier
from tracker.read.fields import Fields, not_a_record
from tracker.read.nearest import nearest
from tracker.read.nodes import Mapping as MappingNode
from tracker.read.nodes import Node, Scalar
from tracker.web_addresses import USER, is_web_address

KEYS = ("title", "url", "publisher", "published", "tier", "accessed", "archived")
MARKS = " <>《》“”\"'()"  # around an address, when it is pasted

Sources = Mapping[str, Source]

# Stands in where a problem has been reported.
NOWHERE = Source(Where(""), "", "", "", "", "", None, None, "")


def shared_sources(fields: Fields) -> Sources:
    """The file's `sources:`, each written once and named wherever it is used."""
    if not fields.has("sources"):
        return {}
    node = fields.node.items["sources"][1]
    if not isinstance(node, MappingNode):
        fields.wrong("sources", "not-a-record")
        return {}
    table = Fields(node, node.items, fields.problems)
    records = ((key, table.record(key, KEYS)) for key in node.items)
    return {key: source_of(record, key) for key, record in records if record}


def read_source(
    fields: Fields, shared: Sources, key: str = "source", *, required: bool = False
) -> Source | None:
    if fields.blank(key):
        if required or fields.has(key):
            fields.missing(key)
        return None
    return source_in(fields.node.items[key][1], fields, shared, key)


def read_sources(fields: Fields, shared: Sources, key: str) -> tuple[Source, ...]:
    found = (source_in(node, fields, shared, key) for node in fields.items(key))
    return tuple(source for source in found if source)


def source_in(node: Node, fields: Fields, shared: Sources, key: str) -> Source | None:
    if isinstance(node, Scalar):
        if node.text not in shared:
            code, details = unknown_source(node.text, shared)
            fields.wrong(key, code, **details)
        return shared.get(node.text)
    if not isinstance(node, MappingNode):
        fields.wrong(key, not_a_record(node))
        return None
    return source_of(Fields(node, KEYS, fields.problems))


def unknown_source(written: str, shared: Sources) -> tuple[str, dict[str, object]]:
    """Its title or address instead of its name, or nearly its name."""
    named = [name for name, one in shared.items() if written in (one.title, one.url)]
    near = named[0] if named else nearest(written, shared)
    if near:
        return "unknown-source-near", {"found": written, "near": near}
    if is_web_address(written):
        return "source-by-address", {"found": written}
    return "unknown-source", {"found": written}


def source_of(fields: Fields, name: str = "") -> Source:
    for key in ("url", "archived"):
        address = fields.text(key)
        if address and not is_web_address(address):
            code, details = bad_address(address)
            fields.wrong(key, code, **details)
    return Source(
        where=fields.where,
        key=name,
        title=fields.text("title", required=True),
        url=fields.text("url"),
        publisher=fields.text("publisher"),
        published=fields.text("published"),
        tier=fields.choice("tier", Tier),
        accessed=fields.day("accessed"),
        archived=fields.text("archived"),
    )


def bad_address(written: str) -> tuple[str, dict[str, object]]:
    if (bare := USER.sub("", written)) != written and is_web_address(bare):
        return "address-with-user", {"found": written, "near": bare}
    plain = unicodedata.normalize("NFKC", written).strip(MARKS).replace("\\", "/")
    if is_web_address(plain):
        return "bad-address-near", {"found": written, "near": plain}
    return "bad-address", {"found": written}
