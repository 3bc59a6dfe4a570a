"""The characters that no text of the project may have, and how any text is shown to people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tracker.errors import Problem, Where
from tracker.lazy import regex

# By the code of the problem. A line may end in \n, \r or both, and a tab is a blank.
UNFIT = {
    "control-character": r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    # these let a text be read in another order than it is written in
    "direction-character": r"\u202a-\u202e\u2066-\u2069",
    # surrogates, what Unicode keeps free for ever, and tags that nobody sees
    "no-character": (
        r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
        + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
    ),
}
# `re` tries the ranges beyond the first 65,536 characters one by one at every character of a text:
# so it first looks for any of them, and then whether it is not a good one.
FIRST = re.sub(r"\\U[0-9a-f]{8}-?", "", "".join(UNFIT.values()))
GOOD = "".join(
    f"\\U{plane:04x}{'0080' if plane == 14 else '0000'}-\\U{plane:04x}fffd"
    for plane in range(1, 17)
)
ANY = regex(rf"[{FIRST}\U00010000-\U0010ffff](?<![{GOOD}])")
CODES = {code: regex(f"[{characters}]") for code, characters in UNFIT.items()}
LINE_END = regex(r"\r\n?|\n")
PICTURES = 0x2400  # “SYMBOL FOR ESCAPE” pictures the character 0x1b


def unfit_in(text: str, path: str) -> Iterator[Problem]:
    """The first of each line."""
    if not ANY.search(text):
        return
    for number, line in enumerate(LINE_END.split(text), 1):
        if found := ANY.search(line):
            yield unfit(found[0], Where(path, number, found.start() + 1))


def unfit(character: str, where: Where) -> Problem:
    code = next(code for code, pattern in CODES.items() if pattern.match(character))
    details = {"found": character, "code": point_of(character), "name": name_of(character)}
    return Problem(where, code, details)


def point_of(character: str) -> str:
    return f"U+{ord(character):04X}"


def name_of(character: str) -> str:
    """Unicode's own; controls have none, only pictures that have."""
    if ord(character) < 0x20:
        return unicodedata.name(chr(PICTURES + ord(character))).removeprefix("SYMBOL FOR ")
    if character == "\x7f":
        return "DELETE"
    names = {"Cc": "CONTROL", "Cs": "SURROGATE", "Cn": "NONCHARACTER"}
    return unicodedata.name(character, names.get(unicodedata.category(character), "TAG"))


def shown(text: str) -> str:
    """For a terminal or a page: what would steer either is replaced by its number."""
    return ANY.sub(lambda found: f"<{point_of(found[0])}>", text)


def in_json(written: str) -> str:
    """JSON that says the same, in characters that steer no terminal."""
    return ANY.sub(lambda found: escape(found[0]), written)


def escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
