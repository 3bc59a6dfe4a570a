"""A problem as it stands over the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from tracker.errors import Problem
from tracker.messages import explain
from tracker.preview.project import Project

LONGEST = 200  # characters of a line that are quoted


@dataclass(frozen=True, slots=True)
class Notice:
    """The addresses are empty where the problem stands in no file of the project."""

    where: str
    found: str
    advice: str
    line: str
    href: str
    editor_href: str


def notice(problem: Problem, project: Project, language: str) -> Notice:
    found, _, advice = explain(problem, language).removeprefix(f"{problem.where}: ").partition("\n")
    path = project.input_called(problem.where.path)
    number = problem.where.line
    return Notice(
        where=str(problem.where),
        found=found,
        advice="\n".join(line.strip() for line in advice.splitlines()),
        line=shortened(lines_of(path)[number - 1 : number]) if path and number else "",
        href=source_address(problem.where.path, number) if path else "",
        editor_href=editor_address(path, number) if path else "",
    )


def lines_of(path: Path) -> list[str]:
    """Readable even where the file is in another encoding, which is then the problem."""
    text = path.read_text("utf-8-sig", errors="replace")
    return text.removesuffix("\n").split("\n")


def shortened(lines: list[str]) -> str:
    line = "".join(lines).rstrip()
    return f"{line[:LONGEST]}…" if len(line) > LONGEST else line


def source_address(name: str, number: int) -> str:
    query = urlencode({"file": name, "line": number})
    return f"/_source?{query}#L{number}" if number else f"/_source?{query}"


def editor_address(path: Path, number: int) -> str:
    """Opens VS Code at the line, where it is installed."""
    return f"vscode://file/{quote(path.as_posix().lstrip('/'), safe='/:')}:{max(number, 1)}"
