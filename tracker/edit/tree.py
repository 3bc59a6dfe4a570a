"""A file's YAML with the places of its parts, as offsets into the text.

PyYAML says where a list or mapping begins; that it ends before the comments behind it, which
belong to what follows, is found here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

import yaml
from msgspec import Struct

from tracker.edit.fragments import Style
from tracker.lazy import regex

T = TypeVar("T")
BREAK = regex(r"\r\n|[\r\n\x85\u2028\u2029]")  # what ends a line in YAML 1.1


class Span(Struct, frozen=True):
    """An entry of a mapping (from its key) or an item of a list (from its dash)."""

    start: int
    opened: int  # behind the colon or the dash
    value: yaml.Node


class Tree(Struct, frozen=True):
    text: str
    root: yaml.Node

    def at(self, path: tuple[str | int, ...]) -> yaml.Node:
        """Raises `LookupError` where there is no such place."""
        node = self.root
        for part in path:
            node = self.spans(node)[index_of(part, node)].value
        return node

    def spans(self, node: yaml.Node) -> list[Span]:
        if isinstance(node, yaml.MappingNode):
            return [self.entry(key, value) for key, value in node.value]
        assert isinstance(node, yaml.SequenceNode)
        return list(self.items(node))

    def entry(self, key: yaml.Node, value: yaml.Node) -> Span:
        colon = self.text.index(":", key.end_mark.index) + 1
        return Span(key.start_mark.index, colon, value)

    def items(self, node: yaml.SequenceNode) -> Iterator[Span]:
        if node.flow_style:
            yield from (Span(v.start_mark.index, v.start_mark.index, v) for v in node.value)
            return
        dash = re.compile(rf"(?m)^ {{{node.start_mark.column}}}-(?=\s|$)")
        start = node.start_mark.index
        for value in node.value:
            yield Span(start, start + 1, value)
            following = dash.search(self.text, self.line_end(self.end(value)))
            start = following.end() - 1 if following else len(self.text)

    def end(self, node: yaml.Node) -> int:
        """Behind the last character that the node is made of."""
        if isinstance(node, yaml.ScalarNode):
            return self.end_of_scalar(node)
        if is_flow(node) or not node.value:
            return node.end_mark.index
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def end_of_scalar(self, node: yaml.ScalarNode) -> int:
        """Blank lines below a block of text are not its own, unless it keeps them (`|+`)."""
        end = node.end_mark.index
        written = self.text[node.start_mark.index : end]
        if node.style not in ("|", ">") or "+" in BREAK.split(written, maxsplit=1)[0]:
            return end
        return node.start_mark.index + len(written.rstrip())

    def line_start(self, offset: int) -> int:
        breaks = [found.end() for found in BREAK.finditer(self.text, 0, offset)]
        return breaks[-1] if breaks else 0

    def line_end(self, offset: int) -> int:
        """Where the next line starts; for the start of a line that nothing precedes, itself."""
        if offset and BREAK.fullmatch(self.text[offset - 1]):
            return offset
        found = BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def line(self, path: tuple[str | int, ...]) -> int:
        """Of the innermost part that there is."""
        try:
            return self.at(path).start_mark.line + 1
        except (LookupError, ValueError):
            return self.line(path[:-1]) if path else 0

    def column(self, offset: int) -> int:
        return offset - self.line_start(offset)

    def is_spaced(self, node: yaml.Node) -> bool:
        """Whether most of its parts have a blank line before them."""
        spans = self.spans(node)
        gaps = [
            self.text[self.line_end(self.end(one.value)) : other.start]
            for one, other in pairwise(spans)
        ]
        blank = sum(any(not line.strip() for line in BREAK.split(gap)[:-1]) for gap in gaps)
        return blank * 2 > len(gaps)


def is_flow(node: yaml.Node) -> bool:
    """A list in brackets or a mapping in braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def is_block(node: yaml.Node) -> bool:
    """A list or mapping over several lines."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


class Loader(yaml.CSafeLoader):
    """Places only: what kind of value a text may be does not matter here, and costs a third."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return ""


def parsed(text: str) -> Tree:
    root = yaml.compose(text, Loader=Loader)
    assert root
    return Tree(text, root)


def index_of(part: str | int, node: yaml.Node) -> int:
    if isinstance(part, int):
        return part
    keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    if part not in keys:
        raise LookupError(part)
    return keys.index(part)


def style_of(tree: Tree) -> Style:
    """What most of the file does; else what the handbook does."""
    breaks = Counter(BREAK.findall(tree.text))
    dashes, nestings = Counter[int](), Counter[int]()
    for key, value in block_entries(tree.root):
        columns = value.start_mark.column - key.start_mark.column
        (dashes if isinstance(value, yaml.SequenceNode) else nestings)[columns] += 1
    return Style(commonest(breaks, "\n"), commonest(dashes, 0), commonest(nestings, 2))


def commonest(counted: Counter[T], otherwise: T) -> T:
    return counted.most_common(1)[0][0] if counted else otherwise


def block_entries(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Keys in block style with the lists and mappings in block style below them."""
    if not is_block(node):
        return
    for part in node.value:
        key, value = part if isinstance(node, yaml.MappingNode) else (None, part)
        if key and is_block(value):
            yield key, value
        yield from block_entries(value)
