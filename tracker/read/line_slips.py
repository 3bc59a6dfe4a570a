"""What an editor's slip did to the YAML, by name: the parser's own words would help nobody."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from tracker.errors import Problem, Where

KEY = r"^(?P<indent>\s*(?:- +)*)(?P<key>[a-z_]+)"
FULLWIDTH_COLON = re.compile(rf"{KEY}\s*：")  # quote：加快5G基站建设
FULLWIDTH_DASH = re.compile(r"^\s*(?P<found>[－—–])\s*[a-z_]+:")  # － id: roads
TAB_INDENT = re.compile(r"^ *\t")
WIDE_INDENT = re.compile(r"^ *(?P<found>[\u3000\u00a0])\s*[a-z_-]")
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CONFLICT = re.compile(r"^(<<<<<<< |\|\|\|\|\|\|\| |=======$|>>>>>>> )")

ENTRY = re.compile(rf"{KEY}: +(?P<value>\S.*)$")
NO_SPACE = re.compile(rf"{KEY}:(?P<value>[^\s:/].*)$")  # value:120
NO_COLON = re.compile(rf"{KEY} +(?P<value>[^\s:].*)$")  # value 120
NO_SPACE_AFTER_DASH = re.compile(r"^\s*-(?P<key>[a-z_]+): ")  # -id: roads
BARE_SIGN = re.compile(r"[<>]=?\s*$|[~=]>?\s*$")  # bound: >=
DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
RESERVED = tuple("@`%&*!|>")
PAIRS = {"[": "]", "{": "}"}
WIDE_MARKS = "，：［］｛｝【】"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with one line; `column` from 0."""

    code: str
    column: int
    details: dict[str, object]


def written_slips(text: str, path: str, first_line: int) -> list[Problem]:
    """Slips that show in a single line, whatever else stands in the file."""
    found = []
    for number, line in enumerate(text.splitlines(), first_line):
        if slip := written_slip(line):
            where = Where(path, number, slip.column + 1)
            found.append(Problem(where, slip.code, slip.details))
    return found


def written_slip(line: str) -> Slip | None:
    if match := FULLWIDTH_COLON.match(line):
        return Slip("fullwidth-colon", match.end() - 1, {"key": match["key"]})
    if match := TAB_INDENT.match(line):
        return Slip("tab", match.end() - 1, {})
    if match := WIDE_INDENT.match(line):
        return Slip("wide-indent", match.start("found"), {"found": match["found"]})
    if match := FULLWIDTH_DASH.match(line):
        return Slip("fullwidth-dash", match.start("found"), {"found": match["found"]})
    if match := CONFLICT.match(line):
        return Slip("conflict-marker", 0, {"found": line.strip()})
    if match := CONTROL.search(line):
        return Slip("control-character", match.start(), {"code": f"U+{ord(match[0]):04X}"})
    if match := INVISIBLE.search(line):
        return Slip("invisible-character", match.start(), {"code": f"U+{ord(match[0]):04X}"})
    return None


def yaml_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The parser's complaint, traced to the slip behind it."""
    lines = text.splitlines()
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    for at in suspects(error, lines, number):
        for look in LOOKS:
            if slip := look(lines[at]):
                where = Where(path, at + first_line, slip.column + 1)
                return Problem(where, slip.code, slip.details)
    if slip := indent_slip(lines, number, first_line):
        return Problem(Where(path, number + first_line, slip.column + 1), slip.code, slip.details)
    for at in range(min(number, len(lines) - 1), -1, -1):
        if (slip := quotation(lines[at])) and slip.code == "quote-unpaired":
            return Problem(Where(path, at + first_line, slip.column + 1), slip.code, slip.details)
    where = Where(path, number + first_line, (mark.column if mark else 0) + 1)
    return Problem(where, "yaml", {"error": error.problem or ""})


def suspects(error: yaml.MarkedYAMLError, lines: list[str], number: int) -> Iterator[int]:
    """Lines that may hold the slip: where the parser gave up, what it was in, the one before."""
    context = error.context_mark.line if error.context_mark else number
    scanning = "scanning" in (error.context or "")
    before = [at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].strip()][:1]
    for at in dict.fromkeys((context, number, *before) if scanning else (number, context, *before)):
        if at < len(lines):
            yield at


# --- what may be wrong with a line ------------------------------------------------------------


def bare_sign(line: str) -> Slip | None:
    """bound: >= opens a block of text in YAML."""
    match = ENTRY.match(line)
    if match and BARE_SIGN.match(match["value"]):
        found = match["value"].strip()
        return Slip("sign-unquoted", match.start("value"), {"key": match["key"], "found": found})
    return None


def colon_without_space(line: str) -> Slip | None:
    match = NO_SPACE.match(line)
    if not match:
        return None
    details = {"key": match["key"], "value": match["value"]}
    return Slip("colon-without-space", match.end("key"), details)


def dash_without_space(line: str) -> Slip | None:
    match = NO_SPACE_AFTER_DASH.match(line)
    return Slip("dash-without-space", match.start("key"), {"key": match["key"]}) if match else None


def colon_missing(line: str) -> Slip | None:
    match = NO_COLON.match(line)
    if not match:
        return None
    details = {"key": match["key"], "value": match["value"]}
    return Slip("colon-missing", match.end("key"), details)


def reserved_start(line: str) -> Slip | None:
    """YAML has a use of its own for @ ` % & * ! at the start of a text."""
    match = ENTRY.match(line)
    if not (match and match["value"].startswith(RESERVED)):
        return None
    details: dict[str, object] = {"found": match["value"].rstrip(), "sign": match["value"][0]}
    return Slip("reserved-start", match.start("value"), details)


def quotation(line: str) -> Slip | None:
    """A quotation mark that nothing closes, or words behind the closing one."""
    match = ENTRY.match(line)
    if not match or match["value"][0] not in "\"'":
        return None
    mark, value = match["value"][0], match["value"].rstrip()
    end = value.find(mark, 1)
    if end < 0:
        return Slip("quote-unpaired", match.start("value"), {"mark": mark})
    rest = value[end + 1 :]
    if rest.strip() and not rest.lstrip().startswith("#"):
        return Slip("text-after-quote", match.start("value") + end + 1, {"rest": rest.strip()})
    return None


def wide_mark(line: str) -> Slip | None:
    """A full-width sign inside brackets."""
    start = min((at for sign in PAIRS if (at := line.find(sign)) >= 0), default=-1)
    if start < 0:
        return None
    for at, sign in enumerate(line[start:], start):
        if sign in WIDE_MARKS:
            return Slip("fullwidth-mark", at, {"sign": sign, "plain": plain_mark(sign)})
    return None


def plain_mark(sign: str) -> str:
    return {"，": ",", "：": ":", "【": "[", "】": "]"}.get(sign) or chr(ord(sign) - 0xFEE0)


def bracket_open(line: str) -> Slip | None:
    for sign, closing in PAIRS.items():
        if line.count(sign) > line.count(closing):
            return Slip("bracket-open", line.find(sign), {"sign": sign, "closing": closing})
    return None


def document_mark(line: str) -> Slip | None:
    return Slip("document-mark", 0, {"found": line.strip()}) if DOCUMENT.match(line) else None


def colon_in_text(line: str) -> Slip | None:
    """note: 说明: 待核"""
    match = ENTRY.match(line)
    if not match or match["value"][0] in "\"'[{" or ": " not in match["value"]:
        return None
    at = match.start("value") + match["value"].find(": ")
    return Slip("colon-in-text", at, {"key": match["key"], "found": match["value"].rstrip()})


Look = Callable[[str], Slip | None]
LOOKS: tuple[Look, ...] = (
    document_mark,
    bare_sign,
    quotation,
    wide_mark,
    bracket_open,
    reserved_start,
    colon_in_text,
    dash_without_space,
    colon_without_space,
    colon_missing,
)


# --- indentation ------------------------------------------------------------------------------


def indent_slip(lines: list[str], number: int, first_line: int) -> Slip | None:
    """How far the line is indented, and how far the nearest line that it could stand beside."""
    if number >= len(lines) or not lines[number].strip():
        return None
    measure = margin if is_item(lines[number]) else depth
    own = measure(lines[number])
    levels = dict(levels_above(lines, number, measure))
    if not levels or own in levels:
        return None
    near = min(levels, key=lambda level: (abs(level - own), -level))
    details: dict[str, object] = {
        "indent": own,
        "wanted": near,
        "beside": levels[near] + first_line,
    }
    return Slip("bad-indent", own, details)


def levels_above(
    lines: list[str], number: int, measure: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Each level at which a like line stands above, with the last of them; the outermost last."""
    lowest = sys.maxsize
    for at in range(number - 1, -1, -1):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        level = measure(line) if measure is depth or is_item(line) else depth(line)
        if level < lowest and (level == measure(line) or line.rstrip().endswith(":")):
            lowest = level
            yield lowest, at
        if lowest == 0:
            return


def is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def margin(line: str) -> int:
    """Spaces before the dash."""
    return len(line) - len(line.lstrip())


def depth(line: str) -> int:
    """Spaces and dashes before the key."""
    match = re.match(r" *(?:- +)*", line)
    return match.end() if match else 0
