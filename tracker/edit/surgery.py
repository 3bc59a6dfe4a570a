"""One step on the text: nothing but the place itself is touched."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from tracker.edit.edits import Value
from tracker.edit.fragments import (
    Style,
    block_lines,
    entry_lines,
    flow_entry,
    in_flow,
    indented,
    is_inline,
    item_lines,
    scalar_or_flow,
)
from tracker.edit.steps import Delete, Insert, Path, Put, Step
from tracker.edit.tree import Span, Tree, is_block, is_flow
from tracker.read.targets import FILE_KEYS, TARGET_KEYS
from tracker.read.updates import UPDATE_KEYS

ORDERS = {"": FILE_KEYS, "targets": TARGET_KEYS, "updates": UPDATE_KEYS}


def operated(tree: Tree, step: Step, style: Style) -> str:
    """Raises `LookupError` or `ValueError` where the place is written as only a hand can change."""
    if isinstance(step, Delete):
        return deleted(tree, step.path)
    if isinstance(step, Insert):
        return inserted(tree, step, style)
    return put(tree, step, style)


# --- values -------------------------------------------------------------------------------------


def put(tree: Tree, step: Put, style: Style) -> str:
    parent, last = tree.at(step.path[:-1]), step.path[-1]
    if isinstance(parent, yaml.MappingNode):
        keys = [key.value for key, _ in parent.value]
        if last not in keys:
            order = ORDERS.get(kind_of(step.path), ())
            return with_entry(tree, parent, str(last), step.value, behind(keys, last, order), style)
        last = keys.index(last)
    span = tree.spans(parent)[int(last)]
    return with_value(tree, parent, span, step.value, style)


def kind_of(path: Path) -> str:
    """The list whose items the path's mapping is one of; empty for the file."""
    if len(path) == 1:
        return ""
    return str(path[-3]) if len(path) > 2 and isinstance(path[-2], int) else "?"


def behind(keys: Sequence[str], key: str | int, order: Sequence[str]) -> int:
    """The place in a mapping: behind the last key that comes before it in the handbook."""
    if key not in order:
        return len(keys)
    earlier = order[: order.index(str(key))]
    return max((place for place, one in enumerate(keys, 1) if one in earlier), default=1)


def with_entry(
    tree: Tree, parent: yaml.MappingNode, key: str, value: Value, at: int, style: Style
) -> str:
    spans = tree.spans(parent)
    if is_flow(parent) or not spans:
        return into_flow(tree, parent, flow_entry(key, value), at)
    lines = entry_lines(key, value, style)
    column = tree.column(spans[0].start)
    return below(tree, parent, spans[at - 1], indented(lines, column), style)


def with_value(tree: Tree, parent: yaml.Node, span: Span, value: Value, style: Style) -> str:
    start, end = span.value.start_mark.index, tree.end(span.value)
    quote = isinstance(span.value, yaml.ScalarNode) and span.value.style in ("'", '"')
    if is_flow(parent):
        return spliced(tree, start, end, in_flow(value, quote=quote))
    if not is_inline(value):
        return with_block(tree, span, value, style)
    written = scalar_or_flow(value, quote=quote, starts_line=isinstance(parent, yaml.SequenceNode))
    if is_block(span.value):
        text = spliced(tree, tree.line_end(span.opened), tree.line_end(end), "")
        return f"{text[: span.opened]} {written}{text[span.opened :]}"
    if start <= span.opened:
        return spliced(tree, span.opened, span.opened, f" {written}")
    return spliced(tree, start, end, written)


def with_block(tree: Tree, span: Span, value: Value, style: Style) -> str:
    """Its lines below the key; a remark behind the key stays there."""
    lines = indented(block_lines(value, style), tree.column(span.start))
    end = tree.end(span.value)
    if is_block(span.value):
        return spliced(tree, tree.line_end(span.opened), tree.line_end(end), joined(lines, style))
    rest = tree.text[end : tree.line_end(end)]
    return spliced(tree, span.opened, tree.line_end(end), rest + joined(lines, style))


# --- items --------------------------------------------------------------------------------------


def inserted(tree: Tree, step: Insert, style: Style) -> str:
    parent = tree.at(step.path)
    if not isinstance(parent, yaml.SequenceNode):
        raise ValueError("the only item stands there without its dash")
    spans = tree.spans(parent)
    if is_flow(parent) or not spans:
        return into_flow(tree, parent, in_flow(step.value), step.at)
    neighbour = spans[max(0, step.at - 1)]
    if is_flow(neighbour.value):
        lines = [f"- {in_flow(step.value)}"]
    else:
        lines = item_lines(step.value, style)
    lines = indented(lines, parent.start_mark.column)
    if step.at and not step.below_comments:
        return below(tree, parent, neighbour, lines, style)
    start = tree.line_start(spans[step.at].start)
    gap = [""] if tree.is_spaced(parent) else []
    return spliced(tree, start, start, joined([*lines, *gap], style))


def below(tree: Tree, parent: yaml.Node, span: Span, lines: list[str], style: Style) -> str:
    """Right behind a part, before the comments of the next."""
    at = tree.line_end(tree.end(span.value))
    gap = [""] if tree.is_spaced(parent) else []
    return spliced(tree, at, at, joined([*gap, *lines], style))


def into_flow(tree: Tree, parent: yaml.Node, written: str, at: int) -> str:
    spans = tree.spans(parent)
    if not spans:
        inside = parent.start_mark.index + 1
        return spliced(tree, inside, inside, written)
    if not at:
        return spliced(tree, spans[0].start, spans[0].start, f"{written}, ")
    end = tree.end(spans[at - 1].value)
    return spliced(tree, end, end, f", {written}")


# --- removals -----------------------------------------------------------------------------------


def deleted(tree: Tree, path: Path) -> str:
    parent, last = tree.at(path[:-1]), path[-1]
    spans = tree.spans(parent)
    keys = [key.value for key, _ in parent.value] if isinstance(last, str) else []
    at = keys.index(last) if isinstance(last, str) else last
    if is_flow(parent):
        return without_flow(tree, spans, at)
    span = spans[at]
    start, end = tree.line_start(span.start), tree.line_end(tree.end(span.value))
    if not tree.text[start : span.start].strip():
        return spliced(tree, start, end, "")
    return without_first(tree, span, spans[at + 1], end)


def without_first(tree: Tree, span: Span, following: Span, end: int) -> str:
    """The key behind a dash goes, and the next one takes its place there."""
    if tree.text[end : following.start].strip():
        raise ValueError("a comment stands between the two")
    return spliced(tree, span.start, following.start, "")


def without_flow(tree: Tree, spans: list[Span], at: int) -> str:
    if at + 1 < len(spans):
        return spliced(tree, spans[at].start, spans[at + 1].start, "")
    return spliced(tree, tree.end(spans[at - 1].value), tree.end(spans[at].value), "")


# --- text ---------------------------------------------------------------------------------------


def spliced(tree: Tree, start: int, end: int, written: str) -> str:
    return tree.text[:start] + written + tree.text[end:]


def joined(lines: Sequence[str], style: Style) -> str:
    return "".join(line + style.line_end for line in lines)
