"""YAML text → nodes that know their lines. Every scalar stays the text that was written.

YAML's own guesses (`no`, `12:30`, `010`, `2023-02-30`) never apply: the schema decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from tracker.errors import Problem, Where

FULLWIDTH_COLON = re.compile(r"^\s*(?:- )?\s*([A-Za-z_]+)\s*：")  # quote：加快5G基站建设
TAB_INDENT = re.compile(r"^ *\t")
CONFLICT = re.compile(r"^(<<<<<<< |=======$|>>>>>>> )")


@dataclass(frozen=True, slots=True)
class Scalar:
    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Mapping:
    where: Where
    items: dict[str, tuple[Where, Node]]

    def spot(self, key: str) -> Where:
        """Where its value stands, or the key itself where nothing simple stands behind it."""
        where, node = self.items[key]
        return node.where if isinstance(node, Scalar) and node.text.strip() else where


@dataclass(frozen=True, slots=True)
class Sequence:
    where: Where
    items: tuple[Node, ...]


Node = Scalar | Mapping | Sequence


def read_mapping(text: str, path: str, first_line: int, problems: list[Problem]) -> Mapping | None:
    """The top mapping of a YAML text whose first line is line `first_line` of the file."""
    slips = list(written_slips(text, path, first_line))
    problems.extend(slips)
    if slips:
        return None
    try:
        top = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        problems.append(Problem(Where(path, line), "yaml", {"error": error.problem or ""}))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        problems.append(Problem(Where(path, line), "yaml", {"error": error.reason}))
        return None
    if not isinstance(top, yaml.MappingNode):
        problems.append(Problem(Where(path, first_line), "not-a-mapping"))
        return None
    node = convert(top, path, first_line, problems)
    assert isinstance(node, Mapping)
    return node


def written_slips(text: str, path: str, first_line: int) -> list[Problem]:
    """Slips that YAML would report in words no editor could use."""
    found = []
    for number, line in enumerate(text.splitlines(), first_line):
        where = Where(path, number)
        if match := FULLWIDTH_COLON.match(line):
            found.append(Problem(where, "fullwidth-colon", {"key": match[1]}))
        elif TAB_INDENT.match(line):
            found.append(Problem(where, "tab"))
        elif CONFLICT.match(line):
            found.append(Problem(where, "conflict-marker", {"found": line.strip()}))
    return found


def convert(node: yaml.Node, path: str, first_line: int, problems: list[Problem]) -> Node:
    where = place(node, path, first_line)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(where, node.value)
    if isinstance(node, yaml.SequenceNode):
        items = (convert(item, path, first_line, problems) for item in node.value)
        return Sequence(where, tuple(items))
    assert isinstance(node, yaml.MappingNode)
    entries: dict[str, tuple[Where, Node]] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        key_where = place(key_node, path, first_line)
        if key in entries:
            details = {"key": key, "first": entries[key][0].line}
            problems.append(Problem(key_where, "duplicate-key", details))
            continue
        entries[key] = (key_where, convert(value_node, path, first_line, problems))
    return Mapping(where, entries)


def place(node: yaml.Node, path: str, first_line: int) -> Where:
    return Where(path, node.start_mark.line + first_line, node.start_mark.column + 1)
