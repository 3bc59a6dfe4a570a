"""A problem as an editor sees it: where, in which line, what was found, what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from tracker.characters import ANY, shown
from tracker.errors import Problem
from tracker.lazy import regex
from tracker.messages import say

SHOWN = 50  # problems; whoever has more mends these first
ANNOTATIONS = 10  # as many errors of one step does GitHub show
BEFORE, AFTER = 36, 40  # cells of a long line that are shown around the place
NAMED = (
    "around",
    "found",
    "number",
    "words",
    "quote",
    "title",
    "address",
    "word",
    "key",
    "id",
)  # details that stand in the line

UNSEEN = regex(  # and would move what stands behind it, or the whole terminal
    rf"{ANY.pattern}|[\t\n\r\u00ad\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff]"
)

Lines = Callable[[str], Sequence[str]]  # path → the lines of the file


class Diagnostic(Struct, frozen=True):
    code: str
    path: str
    line: int  # from 1; 0 stands for the file as a whole
    column: int  # from 1, in characters
    width: int  # characters, from the column on
    source: str  # the line
    found: str
    advice: str

    @property
    def place(self) -> str:
        path = shown(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path


def diagnose(problem: Problem, language: str, lines: Lines) -> Diagnostic:
    from tracker.messages.problems import explain  # not before there is one

    where = problem.where
    text = lines(where.path) if where.line else ()
    source = text[where.line - 1] if 0 < where.line <= len(text) else ""
    column, width = marked(problem, source)
    found, advice = explain(problem, language)
    return Diagnostic(problem.code, where.path, where.line, column, width, source, found, advice)


def marked(problem: Problem, source: str) -> tuple[int, int]:
    """Column and width of what the problem is about: its words, if the line has them."""
    start = max(problem.where.column - 1, 0)
    for name in NAMED:
        words = str(problem.details.get(name, ""))
        place = source.find(words, start) if words else -1
        if place >= 0:
            at = problem.details.get("spot") if name in ("around", "quote") else None
            offset, width = at or (0, len(words))
            return place + offset + 1, width
    if not problem.where.column:
        start = len(source) - len(source.lstrip())
    return start + 1, 1


# --- formats ---------------------------------------------------------------------------------


def to_text(one: Diagnostic) -> str:
    """With the line itself, and a caret below what is meant."""
    found, *more = one.found.splitlines()
    lines = [f"{one.place}: {found} [{one.code}]", *drawn(one)]
    return "\n".join([*lines, *(f"    {line}" for line in (*more, *one.advice.splitlines()))])


def cell_len(text: str) -> int:
    """Cells of a terminal that a text takes."""
    from rich.cells import cell_len  # not before something is to be shown

    return cell_len(text)


def drawn(one: Diagnostic) -> list[str]:
    if not one.source.strip():
        return []
    line, start = excerpt(one.source, one.column - 1)
    before, words = line[:start], line[start : start + one.width]
    blank = "".join("\u3000" if cell_len(char) == 2 else " " for char in before)
    return [f"    | {line}", f"    | {blank}{'^' * max(cell_len(words), 1)}"]


def excerpt(source: str, start: int) -> tuple[str, int]:
    """The line, cut around the place where it is long, and the place in it."""
    source = UNSEEN.sub("\ufffd", source.replace("\t", "→")).rstrip()
    if cell_len(source) <= BEFORE + AFTER:
        return source, start
    low, high = start, start
    while low > 0 and cell_len(source[low - 1 : start]) <= BEFORE:
        low -= 1
    while high < len(source) and cell_len(source[start : high + 1]) <= AFTER:
        high += 1
    head, tail = "…" if low else "", "…" if high < len(source) else ""
    return f"{head}{source[low:high]}{tail}", start - low + len(head)


def to_rows(diagnostics: Sequence[Diagnostic]) -> list[dict[str, object]]:
    """For programs."""
    return [
        {
            "code": one.code,
            "file": one.path,
            "line": one.line or None,
            "column": one.column if one.line else None,
            "end_column": one.column + one.width if one.line else None,
            "source": one.source or None,
            "found": one.found,
            "advice": one.advice,
        }
        for one in diagnostics
    ]


def to_github(diagnostics: Sequence[Diagnostic], language: str, level: str = "error") -> str:
    """Workflow commands: each becomes a remark beside its line of the pull request."""
    more = len(diagnostics) - ANNOTATIONS
    shown = diagnostics[: ANNOTATIONS - 1] if more > 0 else diagnostics
    lines = [annotation(one, level) for one in shown]
    if more > 0:
        lines.append(f"::{level}::{escaped(say('more', language, count=more + 1))}")
    return "\n".join(lines)


def annotation(one: Diagnostic, level: str) -> str:
    place: dict[str, object] = {"file": shown(one.path)}
    if one.line:
        place |= {"line": one.line, "col": one.column, "endColumn": one.column + one.width}
    properties = ",".join(
        f"{name}={escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in {**place, "title": one.code}.items()
    )
    words = escaped("\n".join((one.found, one.advice)))
    return f"::{level} {properties}::{words}"


def escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
