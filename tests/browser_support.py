"""What of CSS and JavaScript the readers' oldest browsers lack, by MDN's data (CC0 1.0).

`python -m tests.browser_support data.json` writes the table anew from MDN's browser-compat-data.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tinycss2
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

OLDEST = {"chrome": 89.0, "safari": 13.0}
TABLE = Path(__file__).parent / "cases" / "newer_than_old_browsers.json"
NEVER = 10.0**6

# What a page's script can reach; the thousands of other interfaces would hide it.
INTERFACES = re.compile(
    r"(Abort|Cache|Caches|Clients?|Clipboard|CSS|CSSStyleDeclaration|CustomEvent|DOM(Rect|TokenList)"
    r"|Document|DocumentFragment|Element|Event|EventTarget|ExtendableEvent|FetchEvent|FormData|HTML\w*"
    r"|Headers|History|InputEvent|Intersection\w+|Keyboard\w+|Location|MediaQueryList\w*|MouseEvent"
    r"|Mutation\w+|NavigationPreload\w*|Navigator|NetworkInformation|Node|NodeList|Performance|Pointer\w+"
    r"|Range|Request|Resize\w+|Response|SVG\w*|Selection|ServiceWorker\w*|Storage|Text|URL\w*|Window"
    r"|WindowOrWorkerGlobalScope|WorkerGlobalScope|[a-z]\w*)"
)
SYNTAX = {
    "optional_chain": "operators.optional_chaining",
    "??": "operators.nullish_coalescing",
    "??=": "operators.nullish_coalescing_assignment",
    "||=": "operators.logical_or_assignment",
    "&&=": "operators.logical_and_assignment",
    "field_definition": "classes.public_class_fields",
    "private_property_identifier": "classes.private_class_fields",
    "class_static_block": "classes.static.initialization_blocks",
}
PARSER = Parser(Language(tree_sitter_javascript.language()))


@dataclass
class Newer:
    """Names of features that an oldest browser lacks."""

    properties: set[str] = field(default_factory=set)  # or `property: value`
    selectors: set[str] = field(default_factory=set)
    media: set[str] = field(default_factory=set)
    at_rules: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    syntax: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    @staticmethod
    def read() -> Newer:
        return Newer(**{key: set(names) for key, names in json.loads(TABLE.read_text()).items()})


# --- used -----------------------------------------------------------------------------------------


def css_features(sheet: str) -> Iterator[tuple[str, str]]:
    """(kind, name) of everything that a browser has to know to apply the sheet."""
    yield from _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _rules(rules: list[Any]) -> Iterator[tuple[str, str]]:
    flex: set[str] = set()
    for rule in rules:
        if rule.type == "at-rule":
            yield "at_rules", rule.at_keyword
            if rule.at_keyword == "media":
                yield from (("media", name) for name in _media_features(rule.prelude))
            if rule.content and rule.at_keyword in ("media", "supports"):
                inner = tinycss2.parse_rule_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                yield from _rules(inner)
        elif rule.type == "qualified-rule":
            yield from (("selectors", name) for name in _pseudos(rule.prelude))
            yield from _declarations(rule, flex)


def _media_features(prelude: list[Any]) -> Iterator[str]:
    for token in prelude:
        if token.type == "() block":
            yield next(part.value for part in token.content if part.type == "ident")


def _pseudos(prelude: list[Any]) -> Iterator[str]:
    for before, token in zip([None, *prelude], prelude, strict=False):
        if getattr(before, "value", "") == ":" and token.type in ("ident", "function"):
            yield token.value if token.type == "ident" else token.name


def _declarations(rule: Any, flex: set[str]) -> Iterator[tuple[str, str]]:
    where = tinycss2.serialize(rule.prelude).strip()
    declared = [
        one
        for one in tinycss2.parse_declaration_list(rule.content, skip_whitespace=True)
        if one.type == "declaration"
    ]
    if any(one.name == "display" and "flex" in tinycss2.serialize(one.value) for one in declared):
        flex.add(where)
    for one in declared:
        yield "properties", one.name
        yield from (("functions", name) for name in _functions(one.value))
        for token in one.value:
            if token.type == "ident":
                yield "properties", f"{one.name}: {token.value}"
        if one.name in ("gap", "row-gap", "column-gap") and where in flex:
            yield "properties", "gap in flex"


def _functions(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type == "function":
            yield token.lower_name
            yield from _functions(token.arguments)


def script_features(code: str) -> Iterator[tuple[str, str]]:
    """Names that the code gives to its own variables and properties are not the browser's."""
    nodes = list(_nodes(PARSER.parse(code.encode()).root_node))
    named = [node for node in nodes if _names_something(node)]
    own = {_text(node) for node in named}
    functions = {_text(node) for node in named if _is_function(node)}
    for node in nodes:
        if node.type in SYNTAX:
            yield "syntax", node.type
        elif node.type == "number" and "_" in _text(node):
            yield "syntax", "numeric separator"
        elif node.type == "regex" and re.search(r"\(\?<[=!]", _text(node)):
            yield "syntax", "lookbehind"
        elif node.type in ("identifier", "property_identifier"):
            known = functions if _is_called(node) else own
            yield from [("names", _text(node))] if _text(node) not in known else []


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _names_something(node: Node) -> bool:
    """In `{name: 1}`, `{name}`, `name() {}`, `(name) => …`, `const name`, `function name`."""
    if node.type == "shorthand_property_identifier" or "_pattern" in node.type:
        return True
    parent = node.parent
    if parent is None or node.type not in ("property_identifier", "identifier"):
        return False
    if parent.type == "formal_parameters" or parent.type.endswith("_pattern"):
        return True
    named = parent.child_by_field_name(
        {"pair": "key", "arrow_function": "parameter"}.get(parent.type, "name")
    )
    return named == node


def _is_function(name: Node) -> bool:
    """`{name: () => 1}`, `{name() {}}`, `function name() {}`, `{name}` of any of these."""
    if name.type == "shorthand_property_identifier" or name.parent is None:
        return True
    value = name.parent.child_by_field_name("value")
    return "function" in (value or name.parent).type or name.parent.type == "method_definition"


def _is_called(node: Node) -> bool:
    """`list.at(…)`: no name of our own makes that one older."""
    member = node.parent
    return (
        node.type == "property_identifier"
        and member is not None
        and member.parent is not None
        and member.parent.type == "call_expression"
        and member.parent.child_by_field_name("function") == member
    )


# --- known ----------------------------------------------------------------------------------------


def newer(data: dict[str, Any]) -> Newer:
    css, script = data["css"], data["javascript"]
    found = Newer(
        selectors=_lacking(css["selectors"]),
        media=_lacking(css["at-rules"]["media"]),
        at_rules=_lacking(css["at-rules"]),
        functions=_lacking(css["types"]),
        syntax={"numeric separator", "lookbehind"}
        | {name for name, path in SYNTAX.items() if _lacks(_at(script, path))},
    )
    for name, node in css["properties"].items():
        values = {value: one for value, one in node.items() if value != "__compat"}
        found.properties |= {name} if _lacks(node) else set()
        found.properties |= {f"{name}: {value}" for value in _lacking(values)}
    if _lacks(css["properties"]["gap"]["flex_context"]):
        found.properties.add("gap in flex")
    found.names = _newer_names(data)
    return found


def _newer_names(data: dict[str, Any]) -> set[str]:
    """Names that nothing in an oldest browser answers to; `at`, not `append`."""
    lacked: dict[str, list[bool]] = defaultdict(list)
    for holder in (data["javascript"]["builtins"], data["api"]):
        for owner, node in holder.items():
            lacked[owner].append(_lacks(node))
            for name, member in node.items():
                if name.isidentifier() and isinstance(member, dict) and "__compat" in member:
                    lacked[name].append(_lacks(member))
    reachable = {
        name
        for holder in (data["javascript"]["builtins"], data["api"])
        for owner, node in holder.items()
        if holder is not data["api"] or INTERFACES.fullmatch(owner)
        for name in (owner, *node)
    }
    return {name for name in reachable if lacked[name] and all(lacked[name])}


def _lacking(nodes: dict[str, Any]) -> set[str]:
    return {name for name, node in nodes.items() if name != "__compat" and _lacks(node)}


def _lacks(node: Any) -> bool:
    if not isinstance(node, dict) or "__compat" not in node:
        return False
    support = node["__compat"]["support"]
    return any(
        not any(_covers(one, version) for one in _statements(support.get(browser)))
        for browser, version in OLDEST.items()
    )


def _statements(support: Any) -> list[dict[str, Any]]:
    return support if isinstance(support, list) else [support] if support else []


def _covers(statement: dict[str, Any], version: float) -> bool:
    """Under its own name and without a setting."""
    if any(statement.get(key) for key in ("flags", "prefix", "alternative_name")):
        return False
    return (
        _number(statement.get("version_added"))
        <= version
        < _number(statement.get("version_removed"))
    )


def _number(version: Any) -> float:
    found = re.search(r"\d+(\.\d+)?", str(version))
    return float(found[0]) if found else NEVER


def _at(node: Any, path: str) -> Any:
    for name in path.split("."):
        node = node.get(name, {})
    return node


def main(path: str) -> None:
    table = newer(json.loads(Path(path).read_text("utf-8")))
    lines = (
        f'  "{key}": {json.dumps(sorted(getattr(table, key)))}'
        for key in table.__dataclass_fields__
    )
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
