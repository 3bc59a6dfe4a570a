"""YAML text → nodes that know their lines. Every scalar stays the text that was written.

YAML's own guesses (`no`, `12:30`, `010`, `2023-02-30`) never apply: the schema decides.
"""

from __future__ import annotations

import collections.abc
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from tracker.characters import ANY, point_of, unfit
from tracker.errors import Problem, Where
from tracker.read.limits import DEEPEST, LONGEST_SCALAR, MOST_LINES, MOST_NODES
from tracker.read.line_slips import INVISIBLE, written_slips, yaml_problem


class Scalar(Struct, frozen=True):
    where: Where
    text: str


class Mapping(Struct, frozen=True):
    where: Where
    items: dict[str, tuple[Where, Node]]

    def spot(self, key: str) -> Where:
        """Where its value stands, or the key itself where nothing simple stands behind it."""
        where, node = self.items[key]
        return node.where if isinstance(node, Scalar) and node.text.strip() else where


class Sequence(Struct, frozen=True):
    where: Where
    items: tuple[Node, ...]


Node = Scalar | Mapping | Sequence


def read_mapping(text: str, path: str, first_line: int, problems: list[Problem]) -> Mapping | None:
    """The top mapping of a YAML text whose first line is line `first_line` of the file."""
    if text.count("\n") > MOST_LINES:
        problems.append(Problem(Where(path, first_line), "too-many-lines", {"most": MOST_LINES}))
        return None
    slips = written_slips(text, path, first_line)
    problems.extend(slips)
    if slips:
        return None
    return ordinary(text, path, first_line) or thorough(text, path, first_line, problems)


def thorough(text: str, path: str, first_line: int, problems: list[Problem]) -> Mapping | None:
    """Any text, with a problem for whatever is wrong with it."""
    try:
        if problem := beyond_bounds(text, path, first_line):
            problems.append(problem)
            return None
        top = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        problems.append(yaml_problem(error, text, path, first_line))
        return None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position]
        where = Where(path, before.count(b"\n") + first_line)
        problems.append(unfit(chr(error.character), where))
        return None
    if not isinstance(top, yaml.MappingNode):
        problems.append(Problem(Where(path, first_line), "not-a-mapping"))
        return None
    node = Conversion(path, first_line, problems).of(top)
    assert isinstance(node, Mapping)
    return None if any(problem.code == "alias" for problem in problems) else node


def ordinary(text: str, path: str, first_line: int) -> Mapping | None:
    """In a fraction of the time, where there is nothing to complain of; else None."""
    if ANY.search(text) or INVISIBLE.search(text):
        return None
    try:
        return Events(text, path, first_line).top()
    except (OutOfOrdinaryError, yaml.YAMLError):
        return None


class OutOfOrdinaryError(Exception):
    """A mistake, or what YAML knows and nobody needs: tags, aliases, keys that are no texts."""


class Events:
    """What the parser says one after the other → nodes, without the tree that PyYAML makes of it.

    (Its millions of objects would keep Python's collector busy most of the time.) An event is
    of any kind: which attributes it has depends on that.
    """

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.next: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.path = path
        self.first_line = first_line
        self.nodes = 0

    def top(self) -> Mapping:
        _, _, opening = self.next(), self.next(), self.next()
        if not isinstance(opening, yaml.MappingStartEvent):
            raise OutOfOrdinaryError
        node = self.mapping(opening, 1)
        _, end = self.next(), self.next()
        if not isinstance(end, yaml.StreamEndEvent):
            raise OutOfOrdinaryError
        return node

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(self.place(event), self.words(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth + 1)
        raise OutOfOrdinaryError

    def mapping(self, opening: Any, depth: int) -> Mapping:
        self.check(opening, depth)
        items: dict[str, tuple[Where, Node]] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise OutOfOrdinaryError
            where, key = self.place(event), self.words(event)
            if key in items:
                raise OutOfOrdinaryError
            items[key] = where, self.node(self.next(), depth)
        return Mapping(self.place(opening), items)

    def sequence(self, opening: Any, depth: int) -> Sequence:
        self.check(opening, depth)
        items = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth))
        return Sequence(self.place(opening), tuple(items))

    def words(self, event: Any) -> str:
        self.check(event, 0)
        text: str = event.value
        escaped = event.style == '"' and (ANY.search(text) or INVISIBLE.search(text))
        if escaped or len(text) > LONGEST_SCALAR:
            raise OutOfOrdinaryError
        return text

    def check(self, event: Any, depth: int) -> None:
        self.nodes += 1
        if event.tag or event.anchor or depth > DEEPEST or self.nodes > MOST_NODES:
            raise OutOfOrdinaryError

    def place(self, event: Any) -> Where:
        mark = event.start_mark
        return Where(self.path, mark.line + self.first_line, mark.column + 1)


def beyond_bounds(text: str, path: str, first_line: int) -> Problem | None:
    """More than anybody writes, at which the parser would fall over or take all memory."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.NodeEvent)
        line, column = (mark.line, mark.column + 1) if (mark := event.start_mark) else (0, 0)
        where = Where(path, line + first_line, column)
        if depth > DEEPEST:
            return Problem(where, "too-deep", {"deepest": DEEPEST})
        if nodes > MOST_NODES:
            return Problem(where, "too-many-values", {"most": MOST_NODES})
        if isinstance(event, yaml.ScalarEvent) and len(event.value) > LONGEST_SCALAR:
            details = {"length": len(event.value), "longest": LONGEST_SCALAR}
            return Problem(where, "text-too-long", details)
    return None


def is_list(node: yaml.Node) -> bool:
    """Of records, which could as well stand in another."""
    return isinstance(node, yaml.SequenceNode) and all(
        isinstance(item, yaml.MappingNode) for item in node.value
    )


def repeated(
    entries: dict[str, tuple[Where, Node]],
    again: collections.abc.Sequence[tuple[str, Where]],
    lists: int,
) -> Problem:
    """A key given twice; where several are, a new entry was meant, and its dash is missing."""
    (key, where), opening = again[0], next(iter(entries))
    if len(again) == 1:
        details = {"key": key, "first": entries[key][0].line}
        return Problem(where, "list-twice" if lists else "duplicate-key", details)
    if key == opening:
        return Problem(where, "dash-missing", {"key": key})
    details = {"key": key, "first": entries[key][0].line, "opening": opening, "count": len(again)}
    return Problem(where, "entry-runs-on", details)


class Conversion:
    """YAML's nodes → ours. Each is met once: what stands twice is an alias, which we refuse."""

    def __init__(self, path: str, first_line: int, problems: list[Problem]) -> None:
        self.path = path
        self.first_line = first_line
        self.problems = problems
        self.met: set[int] = set()

    def of(self, node: yaml.Node) -> Node:
        where = self.place(node)
        if id(node) in self.met:
            self.problems.append(Problem(where, "alias"))
            return Scalar(where, "")
        self.met.add(id(node))
        if node.tag.startswith("!"):
            found = f"{node.tag} {node.value if isinstance(node, yaml.ScalarNode) else '…'}"
            self.problems.append(Problem(where, "reserved-start", {"found": found, "sign": "!"}))
        if isinstance(node, yaml.ScalarNode):
            return Scalar(where, self.fit(node.value, where))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(where, tuple(self.of(item) for item in node.value))
        assert isinstance(node, yaml.MappingNode)
        return Mapping(where, self.entries(node))

    def entries(self, node: yaml.MappingNode) -> dict[str, tuple[Where, Node]]:
        entries: dict[str, tuple[Where, Node]] = {}
        again: list[tuple[str, Where]] = []
        lists = 0
        for key_node, value_node in node.value:
            where = self.place(key_node)
            is_text = isinstance(key_node, yaml.ScalarNode)
            key = self.fit(key_node.value, where) if is_text else "?"
            if key in entries:
                again.append((key, where))
                lists += is_list(value_node) and isinstance(entries[key][1], Sequence)
                continue
            entries[key] = (where, self.of(value_node))
        if again:
            self.problems.append(repeated(entries, again, lists))
        return entries

    def fit(self, text: str, where: Where) -> str:
        r"""With a problem where it says with \x1b what nobody may write as it is."""
        if found := ANY.search(text):
            self.problems.append(unfit(found[0], where))
        elif found := INVISIBLE.search(text):
            details = {"found": found[0], "code": point_of(found[0])}
            self.problems.append(Problem(where, "invisible-character", details))
        return ANY.sub("\ufffd", text)

    def place(self, node: yaml.Node) -> Where:
        mark = node.start_mark
        return Where(self.path, mark.line + self.first_line, mark.column + 1)
