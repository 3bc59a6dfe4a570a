"""What an editor's slip did to the YAML, by name: the parser's own words would help nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.read.files import lines_in
from tracker.read.indents import Slip, astray, misplaced, says

KEY = r"^(?P<indent>\s*(?:- +)*)(?P<key>[a-z_]+)"
FULLWIDTH_COLON = regex(  # quote：加快5G基站建设, daily-2025：
    r"^\s*(?:- +)*(?P<key>[a-z][a-z0-9_-]*)\s*(?P<found>：)"
)
FULLWIDTH_DASH = regex(  # － id: roads, • id: roads
    r"^\s*(?P<found>[－—–−‐‑‒―•·●▪◆■○*＊]+)\s*(?:[a-z_]+:|\{)"
)
TWO_DASHES = regex(r"^\s*(?P<found>-(?: *-)+) *(?P<key>[a-z_]+): ")  # -- id: roads
TAB_INDENT = regex(r"^ *(?:- *)?(?P<found>\t)")
WIDE = "[\u00a0\u2000-\u200a\u202f\u3000]"
WIDE_INDENT = regex(rf"^ *(?P<found>{WIDE})\s*(?:[a-z_-]|$)")
WIDE_GAP = regex(rf"^ *(?:-|(?:- +)*[a-z][a-z0-9_-]*:)(?P<found>{WIDE})")  # value:　120
FLOW = regex(r"^\s*(?:- +)*(?:[a-z_]+: +)?\{")  # - {quote: …, number: …}
FLOW_COLON = regex(r"[{,，]\s*(?P<key>[a-z_]+)\s*(?P<colon>：|:(?=[^\s/]))(?P<value>[^,}]*)")
HASH = regex(  # note: 见文件 #3 的附表
    r"^\s*(?:- +)*(?P<key>title|quote|says|note|role|criterion|reported|publisher|was|now|why)"
    r":(?: +[^\s\"'\[{|>#].*?(?<= )| +)(?P<found>#)"
)
INVISIBLE = regex(r"(?P<found>[\u00ad\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff])")
CONFLICT = regex(r"^(?P<found>(?:<{7}|\|{7}|>{7}) (?:.*(?<=\S))?|={7})\s*$")

WRITTEN = (
    ("fullwidth-colon", FULLWIDTH_COLON),
    ("tab", TAB_INDENT),
    ("wide-indent", WIDE_INDENT),
    ("wide-gap", WIDE_GAP),
    ("fullwidth-dash", FULLWIDTH_DASH),
    ("dash-twice", TWO_DASHES),
    ("conflict-marker", CONFLICT),
    ("invisible-character", INVISIBLE),
    ("hash-in-text", HASH),
)

ENTRY = regex(rf"{KEY}: +(?P<value>\S.*)$")
NO_SPACE = regex(rf"{KEY}:(?P<value>[^\s:/].*)$")  # value:120
NO_COLON = regex(rf"{KEY} +(?P<value>[^\s:].*)$")  # value 120
NO_SPACE_AFTER_DASH = regex(r"^\s*-(?P<key>\{?[a-z_]+): ")  # -id: roads
NO_COMMA = regex(r"[^\s,{] +(?P<key>[a-z_]+): ")  # {quote: … number: …}
SECOND_KEY = regex(r"(?:^|[\s,，;；])(?P<key>[a-z_]+): ")  # 8000 unit: 座
BARE_SIGN = regex(r"[<>]=?\s*$|[~=]>?\s*$")  # bound: >=
DOCUMENT = regex(r"(?:---|\.\.\.)(?:\s|$)")
RESERVED = tuple("@`%&*!|>")
BRACKETED = regex(r"(?:\[[^\[\]]*\]|\{[^{}]*\})(?=[^\s,#])")  # [转载]集群发展
OUT_OF_PLACE = ("did not find expected key", "did not find expected '-' indicator")
BAD_ESCAPES = (
    "found invalid Unicode character escape code",
    "found unknown escape character",
    "did not find expected hexdecimal number",
)
ESCAPE = regex(r"^(\\(?:[xuU][0-9A-Fa-f]{0,8}|.)?).*$", re.DOTALL)  # \ud800, C:\data
MARKS = ("'", '"')
PAIRS = {"[": "]", "{": "}"}
VALUE = regex(r"^\s*(?:- +)*(?:[^\s:\[{]+: +)?(?=\S)")
OPENING = regex(r"^\s*(?:- +)*(?:[a-z_]+: +)?(?P<sign>[［｛【])")  # - ｛quote: …｝
WIDE_BRACKETS = "［］｛｝【】"


# Every line with one of those slips has one of these.
SUSPICIOUS = regex(
    r"[：\t{#\u00ad\u00a0\u061c\u2000-\u2015\u2022\u2028\u2029\u202f\u2060-\u2064\u25a0\u25aa"
    r"\u25c6\u25cb\u25cf\u3000\ufeff－−·*＊]|- *-|(?P<conflict>[<|>=])(?P=conflict){6}"
)


def written_slips(text: str, path: str, first_line: int) -> list[Problem]:
    """Slips that show in a single line, whatever else stands in the file."""
    found = []
    for number, line in enumerate(lines_in(text), first_line):
        if SUSPICIOUS.search(line) and (slip := written_slip(line)):
            where = Where(path, number, slip.column + 1)
            found.append(Problem(where, slip.code, slip.details))
    return found


def written_slip(line: str) -> Slip | None:
    for code, pattern in WRITTEN:
        if match := pattern.search(line):
            details = {**match.groupdict(), "code": f"U+{ord(match['found'][0]):04X}"}
            return Slip(code, match.start("found"), details)
    return flow_colon(line) if FLOW.match(line) else None


def flow_colon(line: str) -> Slip | None:
    """A colon in braces that is full-width, or has no space behind it."""
    match = FLOW_COLON.search(line)
    if not match:
        return None
    if match["colon"] == "：":
        return Slip("fullwidth-colon", match.start("colon"), {"key": match["key"]})
    details = {"key": match["key"], "value": match["value"].strip()}
    return Slip("colon-without-space", match.start("colon"), details)


def yaml_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The parser's complaint, traced to the slip behind it."""
    lines = lines_in(text)
    mark = error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    if error.problem in BAD_ESCAPES and mark:
        escape = bad_escape(lines[number], mark.column)
        where = Where(path, number + first_line, escape.column + 1)
        return Problem(where, escape.code, escape.details)
    at, slip = traced(error, lines, number)
    if slip:
        details = dict(slip.details)
        if isinstance(beside := details.get("beside"), int):
            details["beside"] = beside + first_line
        return Problem(Where(path, at + first_line, slip.column + 1), slip.code, details)
    where = Where(path, number + first_line, (mark.column if mark else 0) + 1)
    words = error.problem or ""
    code = "line-out-of-place" if words in OUT_OF_PLACE else "yaml"
    return Problem(where, code, {"error": words})


def traced(error: yaml.MarkedYAMLError, lines: list[str], number: int) -> tuple[int, Slip | None]:
    """The line of the slip, and the slip."""
    likely = list(suspects(error, lines, number))
    for at in likely:
        for look in LOOKS:
            if slip := look(lines[at]):
                return at, slip
    for at in likely:
        if slip := astray(lines, at):
            return at, slip
    if found := misplaced(lines, number):
        return found
    for at in range(min(number, len(lines) - 1), -1, -1):
        if (slip := quotation(lines[at])) and slip.code == "quote-unpaired":
            return at, slip
    return number, None


def suspects(error: yaml.MarkedYAMLError, lines: list[str], number: int) -> Iterator[int]:
    """Lines that may hold the slip: where the parser gave up, what it was in, the one before."""
    context = error.context_mark.line if error.context_mark else number
    scanning = "scanning" in (error.context or "")
    before = [at for at in range(min(number, len(lines)) - 1, -1, -1) if says(lines[at])][:1]
    for at in dict.fromkeys((context, number, *before) if scanning else (number, context, *before)):
        if at < len(lines) and says(lines[at]):
            yield at


def bad_escape(line: str, before: int) -> Slip:
    start = line.rfind("\\", 0, before + 1)
    return Slip("escape-of-nothing", start, {"found": ESCAPE.sub(r"\1", line[start:])})


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
    """YAML has a use of its own for @ ` % & * ! [ at the start of a text."""
    match = ENTRY.match(line)
    if not match:
        return None
    value = match["value"]
    if not (value.startswith((*RESERVED, "- ", "? ")) or BRACKETED.match(value)):
        return None
    details: dict[str, object] = {"found": match["value"].rstrip(), "sign": match["value"][0]}
    return Slip("reserved-start", match.start("value"), details)


def quotation(line: str) -> Slip | None:
    """A quotation mark that nothing closes, or words behind the closing one."""
    bare = line.lstrip()
    if bare[:1] in MARKS and bare[:1] not in bare[1:]:
        return Slip("quote-unpaired", line.index(bare), {"mark": bare[0]})
    match = ENTRY.match(line)
    if not match or match["value"][0] not in MARKS:
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
    """A full-width sign inside brackets, or for one."""
    if match := OPENING.match(line):
        return bracket(match["sign"], match.start("sign"))
    value = VALUE.match(line)
    if not value or line[value.end()] not in PAIRS:
        return None
    for at, sign in enumerate(line[value.end() :], value.end()):
        if sign in "，：":
            return Slip("fullwidth-mark", at, {"sign": sign, "plain": plain_mark(sign)})
        if sign in WIDE_BRACKETS:
            return bracket(sign, at)
    return None


def bracket(sign: str, at: int) -> Slip:
    return Slip("fullwidth-bracket", at, {"sign": sign, "plain": plain_mark(sign)})


def plain_mark(sign: str) -> str:
    return {"，": ",", "：": ":", "【": "[", "】": "]"}.get(sign) or chr(ord(sign) - 0xFEE0)


def bracket_open(line: str) -> Slip | None:
    for sign, closing in PAIRS.items():
        details: dict[str, object] = {"sign": sign, "closing": closing}
        if line.count(sign) > line.count(closing):
            return Slip("bracket-open", line.find(sign), details)
        if line.count(sign) < line.count(closing):
            return Slip("bracket-surplus", line.rfind(closing), details)
    return None


def comma_missing(line: str) -> Slip | None:
    """{quote: … number: …}"""
    match = NO_COMMA.search(line) if FLOW.match(line) else None
    return Slip("comma-missing", match.start("key"), {"key": match["key"]}) if match else None


def document_mark(line: str) -> Slip | None:
    return Slip("document-mark", 0, {"found": line.strip()}) if DOCUMENT.match(line) else None


def colon_in_text(line: str) -> Slip | None:
    """note: 说明: 待核"""
    match = ENTRY.match(line)
    if not match or match["value"][0] in "\"'[{" or ": " not in match["value"]:
        return None
    if second := SECOND_KEY.search(match["value"]):
        details: dict[str, object] = {"key": match["key"], "second": second["key"]}
        return Slip("two-keys", match.start("value") + second.start("key"), details)
    at = match.start("value") + match["value"].find(": ")
    return Slip("colon-in-text", at, {"key": match["key"], "found": match["value"].rstrip()})


Look = Callable[[str], Slip | None]
LOOKS: tuple[Look, ...] = (
    document_mark,
    bare_sign,
    quotation,
    wide_mark,
    bracket_open,
    comma_missing,
    reserved_start,
    colon_in_text,
    dash_without_space,
    colon_without_space,
    colon_missing,
)
