"""Small changes to a text that keep most of its shape, so that most get past the parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tracker.read.targets import KEYS_OF_TYPES, TARGET_KEYS

Change = Callable[[str, Random], str]

LONGEST = 20_000
TOKEN = re.compile(r"[0-9.]+|[A-Za-z_-]+|[\u4e00-\u9fff]+|[^\w\s]")
VALUE = re.compile(r"(?m)(?<=: )[^\n{}\[\]]+$|(?<=: )[^\s,{}\[\]]+(?=[,}])")
CELL = re.compile(r"[^,\n]+")
PAYLOADS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</script><svg onload=alert(1)>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>1</script>",
    "[x](javascript:alert(1))", "![x](data:image/svg+xml,<svg/onload=1>)", "<x:script/>",
    "{{7*7}}", "{%raw%}", "{0}", "{found}", "%s", "]]>", "<!--", "-->", "&#x6a;avascript:",
    "https://x\" onmouseover=\"x", "//example.org", "https://[", "http://[::1", "https://a:b@c:99999",
    "mailto:a@b.cn?body=%0a", "../../etc/passwd", "con", "\u202e", "\u200b", "\ufeff", "\x00",
    "\x85", "\u2028", "\ud7ff", "\ufffe", "\x0b", "\x1b[31m", "𬀩", "e\u0301", "İ", "ß",
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1e999", "1e999999999", "-0", "0.1", "9" * 40, "9" * 5000, "万" * 1200, "—" * 60, " " * 400, "1.7976931348623157e309", "NaN", "inf",
    "０", "八千", "三万五", "12万亿", "1,000", "1/0", "½", "٣", "²", "①", "00", "0x10", "1_000", "[3, 5]",
    "[5, 3]", "[]", "[1, 2, 3]", "99999", "0000", "1e-400", "亿", "万万", "十", "零", "两", "1.2.3",
)  # fmt: skip
DAYS = (
    "2099-02-30", "2099-13", "99999-01-01", "0000", "2099", "2099-06", "2099-12-31", "none", "2100-01",
    "1899-12-31", "2199-12-31", "2099年", "1/2/2099", "20991231", "45291", "2099-06-30T12:00",
)  # fmt: skip
WORDS = (
    *["cumulative", "level", "growth", "limit", "milestone", "list", "share", "relative", "composite", "ratio", ">=", "<=", ">", "<", "~", "="],
    *["preliminary", "estimate", "final", "true", "false", "null", "~", "yes", "done", "stretch", "direction", "no_source"],
    *["万", "亿", "座", "公里", "%", "‰", "个百分点", "平方米", "亩", "工作日", "全覆盖", "翻一番", "清零", "年底前", "今年", "到2035年", "力争", "不低于", "左右"],
    *["甲县", "乙区", "虚构市", "市交通局", "bulletin", "mayor", "s1", "index", "report", "about", "method", "search"],
)  # fmt: skip
SIGNS: tuple[str, ...] = (
    *"：\t-[{\"“&*!|>#—。%@'],}:~`?=$\\/<()_+^", "- ", "  ", "\n", "\r", "\r\n", "---\n", "...\n",
    ": ", " #", "\u3000", "> ", "# ", "1. ", "```\n", "|---|", "(一)", "一、", "第一，", "一是", "！", "、",
    "（下转03版）", "[x]: y\n", "![", "](", "&amp;", "\\n", "??", "……", "万", "1.",
)  # fmt: skip
KEYS = tuple(dict.fromkeys((
    *TARGET_KEYS, *KEYS_OF_TYPES, "report", "sources", "targets", "not_targets", "year", "date",
    "title", "url", "publisher", "published", "tier", "accessed", "archived", "as_of", "value",
    "closing", "misprints", "inferred", "places", "agencies", "tile", "base", "contact", "number",
    "stage", "reached", "reached_on", "at_least", "confirmed_by", "kind", "reported", "says",
    "comparable", "note", "reason", "authority", "document", "from", "to", "by", "words",
)))  # fmt: skip
VALUES: tuple[str, ...] = (*PAYLOADS, *NUMBERS, *DAYS, *WORDS)


def mutated(text: str, random: Random, length: int = LONGEST) -> str:
    """One to four changes."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        text = random.choice(CHANGES)(text, random)
    return text[:length]


def another_value(text: str, random: Random) -> str:
    return replaced(text, VALUE, random.choice(VALUES), random)


def another_token(text: str, random: Random) -> str:
    return replaced(text, TOKEN, random.choice(VALUES), random)


def another_cell(text: str, random: Random) -> str:
    return replaced(text, CELL, random.choice(VALUES), random)


def value_of_another(text: str, random: Random) -> str:
    values: list[str] = VALUE.findall(text) or TOKEN.findall(text)
    return replaced(text, VALUE, random.choice(values), random) if values else text


def replaced(text: str, form: re.Pattern[str], words: str, random: Random) -> str:
    places = [match.span() for match in form.finditer(text)]
    if not places:
        return text + words
    low, high = random.choice(places)
    return text[:low] + words + text[high:]


def typed(text: str, random: Random) -> str:
    at, dropped = random.randint(0, len(text)), random.choice((0, 0, 0, 1, 2, 12))
    return text[:at] + random.choice((*SIGNS, *VALUES)) + text[at + dropped :]


def repeated(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(SIGNS) * random.choice((2, 3, 10, 200)) + text[at:]


def another_line(text: str, random: Random) -> str:
    """One dropped, doubled, moved, or further left or right."""
    lines = text.splitlines(keepends=True) or [""]
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = "  " + lines[at]
        case _:
            lines[at] = lines[at].removeprefix("  ")
    return "".join(lines)


def another_key(text: str, random: Random) -> str:
    """A field more, at the indent of the line before."""
    lines = text.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    indent = len(lines[at]) - len(lines[at].lstrip(" -"))
    lines.insert(at + 1, f"{' ' * indent}{random.choice(KEYS)}: {random.choice(VALUES)}\n")
    return "".join(lines)


def key_for_key(text: str, random: Random) -> str:
    return replaced(text, re.compile(r"[a-z_]+(?=:)"), random.choice(KEYS), random)


def in_quotes(text: str, random: Random) -> str:
    """A payload that YAML takes for text whatever it holds."""
    words = random.choice(PAYLOADS).replace("'", "''")
    return replaced(text, VALUE, f"'{words}'", random)


CHANGES: tuple[Change, ...] = (
    another_value, another_value, another_token, value_of_another, typed, typed, repeated,
    another_line, another_key, key_for_key, in_quotes, another_cell,
)  # fmt: skip
