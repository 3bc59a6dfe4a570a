"""The text of a file of targets, edited: what is not asked for stays as it is, byte for byte.

ruamel.yaml 0.19 loads and dumps our own `targets.yaml` (1,065 lines, 0.5 s) without a difference
once its width, quotes and indentation are set by hand (without: 42 lines). It does not keep what
editors' files have besides: Windows line ends, a byte order mark, lists indented below their key,
spaces that align a column, text folded over lines, escapes, a missing last line end. So the text
itself is cut open where the parser says that a part begins and ends, and PyYAML writes what is new.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.edit.edits import Edit
from tracker.edit.fragments import Style
from tracker.edit.steps import Data, NothingThereError, changed, data_of, step_of
from tracker.edit.surgery import operated
from tracker.edit.tree import BREAK, parsed, style_of
from tracker.errors import InputError, Problem, Where
from tracker.read.files import BOM
from tracker.read.nodes import read_mapping


def edit(text: str, edits: Iterable[Edit], path: str = "targets.yaml") -> str:
    """Raises `InputError` where the text is no sound YAML, or is written as only a hand can change.

    The new text is read again: it says what the old one said and what the edits add, no more.
    """
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(mark)
    data = said_by(body, path)
    style = style_of(parsed(body))
    missing = "" if BREAK.fullmatch(body[-1]) else style.line_end
    body += missing
    for one in edits:
        body, data = edited(body, data, one, style, path)
    body = body.removesuffix(missing)
    if body != text.removeprefix(mark) and not says(body, data, path):
        raise by_hand(path)
    return mark + body


def said_by(text: str, path: str) -> Data:
    problems: list[Problem] = []
    node = read_mapping(text, path, 1, problems)
    if node is None or problems:
        raise InputError(problems)
    return data_of(node)


def says(text: str, data: Data, path: str) -> bool:
    try:
        return bool(said_by(text, path) == data)
    except InputError:
        return False


def edited(text: str, data: Data, edit: Edit, style: Style, path: str) -> tuple[str, Data]:
    tree = parsed(text)
    try:
        step = step_of(edit, data)
    except NothingThereError as error:
        problem = Problem(Where(path), "edit-nothing-there", {"name": str(error)})
        raise InputError([problem]) from error
    after = changed(data, step)
    if after == data:
        return text, data
    try:
        return operated(tree, step, style), after
    except (LookupError, ValueError) as error:
        raise by_hand(path, tree.line(step.path)) from error


def by_hand(path: str, line: int = 0) -> InputError:
    return InputError([Problem(Where(path, line), "edit-by-hand")])
