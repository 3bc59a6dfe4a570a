"""Values → YAML text. PyYAML writes every scalar; the layout is the file's own."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct

from tracker.edit.edits import Entry, Value
from tracker.lazy import regex
from tracker.read.line_slips import FULLWIDTH_COLON, INVISIBLE

TEXT = "tag:yaml.org,2002:str"
LINE_BREAK = regex(r"[\r\n\x85\u2028\u2029]")
RARE = regex("[\U00010000-\U0010ffff]")  # 𬀩
RESOLVER: Any = yaml.SafeLoader("")
# What YAML 1.2 alone takes for a number: 1e3
LATER = regex(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+|0o[0-7]+")
# What YAML takes for something other than text, and yet for the same as its reader does.
AS_WRITTEN = regex(r"true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d\d-\d\d")  # 8212, -1.5


class Style(Struct, frozen=True):
    """How the file is laid out."""

    line_end: str
    dash: int  # columns from a key to the dashes of its list
    nesting: int  # columns from a key to the keys of its mapping


def entry_lines(key: str, value: Value, style: Style) -> list[str]:
    """`key: value`, over as many lines as lists and mappings need."""
    if is_inline(value):
        return [f"{bare(key)}: {scalar_or_flow(value)}"]
    return [f"{bare(key)}:", *block_lines(value, style)]


def block_lines(value: Value, style: Style) -> list[str]:
    """The lines of a list or mapping below its key, indented from there."""
    if isinstance(value, Mapping):
        return indented(mapping_lines(value, style), style.nesting)
    assert isinstance(value, Sequence)
    lines = [line for item in value for line in item_lines(item, style)]
    return indented(lines, style.dash)


def mapping_lines(value: Entry, style: Style) -> list[str]:
    return [line for key, one in value.items() for line in entry_lines(key, one, style)]


def item_lines(value: Value, style: Style) -> list[str]:
    if isinstance(value, Mapping) and value:
        first, *rest = mapping_lines(value, style)
        return [f"- {first}", *indented(rest, 2)]
    return [f"- {scalar_or_flow(value, starts_line=True)}"]


def indented(lines: Sequence[str], columns: int) -> list[str]:
    return [" " * columns + line for line in lines]


def is_inline(value: Value) -> bool:
    """Whether it stands on its key's line: text, and lists of texts."""
    if isinstance(value, Mapping):
        return not value
    return isinstance(value, str) or all(isinstance(item, str) for item in value)


def bare(key: str) -> str:
    return emitted(node_of({key: "x"})).removesuffix(": x")


def scalar_or_flow(value: Value, *, quote: bool = False, starts_line: bool = False) -> str:
    """On one line, as it may stand behind `key: `."""
    quote = quote or (starts_line and isinstance(value, str) and is_slip(value))
    return emitted(node_of({"k": value}, quote=quote)).removeprefix("k: ")


def is_slip(text: str) -> bool:
    """Whether the reader would take the start of a line for a key with a full-width colon."""
    return bool(FULLWIDTH_COLON.match(text))


def in_flow(value: Value, *, quote: bool = False) -> str:
    """As it may stand between brackets."""
    return emitted(node_of([value], quote=quote, flow=True))[1:-1]


def flow_entry(key: str, value: Value) -> str:
    """`key: value` as it may stand between braces."""
    return emitted(node_of({key: value}, flow=True))[1:-1]


class Dumper(yaml.SafeDumper):
    """Double quotes, as in the handbook; not where they would write 𬀩 as a number."""

    def choose_scalar_style(self) -> str:
        chosen = str(super().choose_scalar_style())
        written = getattr(self.event, "value", "")
        apart = RARE.search(written) and not LINE_BREAK.search(written)
        return '"' if chosen == "'" and not apart else chosen


def node_of(value: Value, *, quote: bool = False, flow: bool = False) -> yaml.Node:
    """Only the outermost may be in block style."""
    if isinstance(value, str):
        return scalar_node(value, quote)
    if isinstance(value, Mapping):
        pairs = [(scalar_node(k), node_of(v, quote=quote, flow=True)) for k, v in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)
    items = [node_of(item, quote=quote, flow=True) for item in value]
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)


def scalar_node(text: str, quote: bool = False) -> yaml.ScalarNode:
    kind = RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    tag = kind if AS_WRITTEN.fullmatch(text) else TEXT
    style = '"' if INVISIBLE.search(text) else "'" if quote or LATER.fullmatch(text) else None
    return yaml.ScalarNode(tag, text, style=style)


def emitted(node: yaml.Node) -> str:
    written = yaml.serialize(node, Dumper=Dumper, allow_unicode=True, width=sys.maxsize)
    return INVISIBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", str(written).rstrip("\n"))
