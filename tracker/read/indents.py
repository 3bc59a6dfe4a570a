"""A line of YAML beside its neighbours: too far left or right, without its key or its dash."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

from msgspec import Struct

from tracker.lazy import regex

ENTRY = regex(r"^\s*(?:- +)*(?:[^\s:#-][^:#]*|[\"'].*?[\"']):(?:\s|$)")  # unit: 座
ITEM_KEY = regex(r"^ *- +(?P<key>[a-z_]+):(?:\s|$)")  # - id: roads
OWN_KEY = regex(r"^(?P<indent> *)(?P<key>[a-z_]+):(?:\s|$)")
BARE_KEY = regex(r"^\s*(?P<key>[a-z][a-z0-9_-]*)\s*$")  # daily-2025
BARE_LIST = regex(r"^ *(?P<key>[a-z_]+): *\[\] *(?:#.*)?$")  # corrections: []

Found = tuple[int, "Slip"]  # line and slip


class Slip(Struct, frozen=True):
    """What is wrong with one line; `column` from 0."""

    code: str
    column: int
    details: dict[str, object]


def says(line: str) -> bool:
    """Whether it is more than a comment or a gap."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def is_entry(line: str) -> bool:
    return bool(ENTRY.match(line)) or is_item(line)


def is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def margin(line: str) -> int:
    """Spaces before the dash."""
    return len(line) - len(line.lstrip())


def depth(line: str) -> int:
    """Spaces and dashes before the key."""
    match = re.match(r" *(?:- +)*", line)
    return match.end() if match else 0


def above(lines: list[str], number: int) -> Iterator[int]:
    """The entries above a line, the nearest first."""
    for at in range(min(number, len(lines)) - 1, -1, -1):
        if says(lines[at]) and is_entry(lines[at]):
            yield at


# --- a line that is no entry -------------------------------------------------------------------


def astray(lines: list[str], at: int) -> Slip | None:
    """Words without a key that stand too far left to continue the line above."""
    line = lines[at]
    if is_entry(line) or line.lstrip()[:1] in "[]{}\"'":
        return None
    owner = next(above(lines, at), None)
    below = next((one for one in lines[at + 1 :] if says(one)), "")
    if (match := BARE_KEY.match(line)) and is_entry(below) and depth(below) > margin(line):
        return Slip("colon-missing", match.end("key"), {"key": match["key"], "value": ""})
    if owner is not None and margin(line) > depth(lines[owner]):
        return None
    return Slip("words-astray", margin(line), {"found": line.strip()})


# --- a line in the wrong place -----------------------------------------------------------------


def misplaced(lines: list[str], number: int) -> Found | None:
    """The line that stands at no level of those above it, and where it should stand."""
    if number >= len(lines) or not says(lines[number]):
        return None
    before = next(above(lines, number), None)
    for at in (number, before):
        if at is not None and (slip := dash_missing(lines, at)):
            return at, slip
    if is_item(lines[number]):
        return stray_item(lines, number) or own_indent(lines, number)
    if before is not None and (slip := indent_before(lines, before, number)):
        return before, slip
    return owner_indent(lines, number) or own_indent(lines, number)


def dash_missing(lines: list[str], at: int) -> Slip | None:
    """id: … where the entries above begin with - id: …"""
    match = OWN_KEY.match(lines[at])
    if not match:
        return None
    for other in above(lines, at):
        first = ITEM_KEY.match(lines[other])
        if first and first["key"] == match["key"] and margin(lines[other]) == margin(lines[at]):
            return Slip("dash-missing", match.start("key"), {"key": match["key"]})
        if depth(lines[other]) < margin(lines[at]):
            return None
    return None


def stray_item(lines: list[str], number: int) -> Found | None:
    """An item at another margin than its like, or below no key."""
    own = margin(lines[number])
    like = next(alike(lines, number), None)
    if like is not None and margin(lines[like]) != own:
        return number, indent(own, margin(lines[like]), like)
    key = next((at for at in above(lines, number) if margin(lines[at]) <= own), None)
    if key is None or is_item(lines[key]):
        return None
    if like is not None and (left := key_between(lines, like, number)):
        return left
    if lines[key].rstrip().endswith(":"):
        return None  # it has its key, and stands too far left below it
    if match := BARE_LIST.match(lines[key]):
        return key, Slip("list-closed", lines[key].index("["), {"key": match["key"]})
    return number, Slip("list-astray", own, {})


def key_between(lines: list[str], like: int, number: int) -> Found | None:
    """A key that stands further left than the fields of the item in which it belongs."""
    own, wanted = margin(lines[number]), depth(lines[like])
    for at in above(lines, number):
        if at <= like:
            return None
        if margin(lines[at]) <= own and not is_item(lines[at]) and own == margin(lines[like]):
            inside = any(depth(lines[one]) == wanted for one in above(lines, at) if one > like)
            return (at, indent(margin(lines[at]), wanted, like)) if inside else None
    return None


def alike(lines: list[str], number: int) -> Iterator[int]:
    """The items above that begin with the same key."""
    own = ITEM_KEY.match(lines[number])
    for at in above(lines, number):
        other = ITEM_KEY.match(lines[at])
        if own and other and own["key"] == other["key"]:
            yield at


def indent_before(lines: list[str], before: int, number: int) -> Slip | None:
    """The entry before is the one too far left, where this one fits what stands above both."""
    own, wrong = depth(lines[number]), depth(lines[before])
    if own <= wrong or is_item(lines[before]):
        return None
    levels = dict(levels_above(lines, before, depth))
    if own in levels:
        return indent(wrong, own, levels[own])
    owner = next(above(lines, before), None)
    opened = owner is not None and lines[owner].rstrip().endswith(":")
    if owner is not None and opened and wrong <= depth(lines[owner]) < own:
        return indent(wrong, own, number)
    return None


def owner_indent(lines: list[str], number: int) -> Found | None:
    """The key that the lines before belong to, where it is the one too far left."""
    own = depth(lines[number])
    owner = next((at for at in above(lines, number) if depth(lines[at]) < own), None)
    if owner is None or is_item(lines[owner]):
        return None
    levels = dict(levels_above(lines, owner, depth))
    if own not in levels or own in dict(levels_above(lines, number, depth)):
        return None
    return owner, indent(depth(lines[owner]), own, levels[own])


def own_indent(lines: list[str], number: int) -> Found | None:
    """How far the line is indented, and how far the nearest line that it could stand beside."""
    measure = margin if is_item(lines[number]) else depth
    own = measure(lines[number])
    levels = dict(levels_above(lines, number, measure))
    if not levels or own in levels:
        return None
    near = min(levels, key=lambda level: (abs(level - own), -level))
    return number, indent(own, near, levels[near])


def indent(own: int, wanted: int, beside: int) -> Slip:
    """`beside` counts from 0, as all lines do here."""
    return Slip("bad-indent", own, {"indent": own, "wanted": wanted, "beside": beside})


def levels_above(
    lines: list[str], number: int, measure: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Each level at which a like line stands above, with the last of them; the outermost last."""
    lowest = sys.maxsize
    for at in range(number - 1, -1, -1):
        line = lines[at]
        if not says(line):
            continue
        level = measure(line) if measure is depth or is_item(line) else depth(line)
        if level < lowest and (level == measure(line) or line.rstrip().endswith(":")):
            lowest = level
            yield lowest, at
        if lowest == 0:
            return
