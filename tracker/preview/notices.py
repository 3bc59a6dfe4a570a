"""A problem as it stands over the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

from msgspec import Struct

from tracker.diagnostics import Diagnostic, diagnose, excerpt
from tracker.errors import Problem
from tracker.preview.project import Project
from tracker.preview.state import State
from tracker.read.files import decode, lines_in

HANDBOOK = "editing.html"  # explains each code, where the site has it


class Notice(Struct, frozen=True):
    """The addresses are empty where there is nothing to lead to."""

    said: Diagnostic
    href: str
    editor_href: str
    code_href: str

    @property
    def line(self) -> tuple[str, str, str]:
        """What stands before the place that is meant, the place, and the rest."""
        text, start = excerpt(self.said.source, self.said.column - 1)
        end = start + self.said.width
        return text[:start], text[start:end], text[end:]


def notices(state: State, project: Project, language: str) -> list[Notice]:
    handbook = state.site and HANDBOOK in state.site.files
    return [
        notice(problem, project, language, f"/{HANDBOOK}" if handbook else "")
        for problem in state.problems
    ]


def notice(problem: Problem, project: Project, language: str, handbook: str) -> Notice:
    path = project.input_called(problem.where.path)
    said = diagnose(problem, language, lambda _: lines_of(path) if path else ())
    return Notice(
        said,
        href=source_address(said) if path else "",
        editor_href=editor_address(path, said.line, said.column) if path else "",
        code_href=f"{handbook}#{said.code}" if handbook else "",
    )


def lines_of(path: Path) -> list[str]:
    """Readable even where the file is in an encoding that is the very problem."""
    data = path.read_bytes()
    return lines_in(decode(data) or data.decode("utf-8", "replace"))


def source_address(said: Diagnostic) -> str:
    query = urlencode({"file": said.path, "line": said.line, "column": said.column})
    return f"/_source?{query}#L{said.line}"


def editor_address(path: Path, line: int, column: int) -> str:
    """Opens VS Code at the place, where it is installed."""
    name = quote(path.as_posix().lstrip("/"), safe="/:")
    return f"vscode://file/{name}:{max(line, 1)}:{max(column, 1)}"
