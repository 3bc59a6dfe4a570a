"""What is wrong with the input: where it stands, what was found, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from errno import errorcode
from pathlib import Path
from typing import Any

from msgspec import Struct, field

# What the system answers → the code of our words for it
REFUSED = {
    "EIO": "disk-failing",
    "ENAMETOOLONG": "path-too-long",
}
READING = {
    **REFUSED,
    "EACCES": "read-forbidden",
    "EISDIR": "not-a-file",
    "ENOENT": "file-missing",
    "ENOTDIR": "file-missing",
    "EPERM": "read-forbidden",
}
WRITING = {
    **REFUSED,
    "EACCES": "write-forbidden",
    "EBUSY": "file-in-use",
    "EDQUOT": "disk-full",
    "EFBIG": "file-limited",
    "ENOENT": "folder-missing",
    "ENOSPC": "disk-full",
    "ENOTDIR": "not-a-folder",
    "EPERM": "write-forbidden",
    "EROFS": "disk-read-only",
    "ETXTBSY": "file-in-use",
}


class Where(Struct, frozen=True, order=True):
    """A place in an input file. `line` and `column` count from 1; 0 stands for the whole."""

    path: str
    line: int = 0
    column: int = 0  # in characters

    def __str__(self) -> str:
        return ":".join([self.path, *(str(part) for part in (self.line, self.column) if part)])


class Problem(Struct, frozen=True):
    """One mistake. `code` names its texts in `tracker.messages`; `details` fill them in."""

    where: Where
    code: str
    details: Mapping[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.where, self.code))


class InputError(Exception):
    """The input cannot be published; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem], texts: Mapping[str, str] | None = None) -> None:
        self.texts = texts or {}  # by path: what the problems are about, where no file has it yet
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda p: p.where))
        super().__init__(f"{len(self.problems)} problems")

    def __reduce__(self) -> tuple[object, ...]:
        """Also from another process."""
        return type(self), (self.problems, dict(self.texts))


class WorkersError(InputError):
    """Nothing is wrong with the input, but who was to do the work cannot, or is gone."""


def unreadable(path: str, error: OSError) -> Problem:
    code = READING.get(errorcode.get(error.errno or 0, ""), "file-unreadable")
    return Problem(Where(path), code, {"path": path, "error": error.strerror or str(error)})


def unwritable(path: str, error: OSError, culprit: str = "") -> Problem:
    """`culprit` is what the system refused, where that is not the file that was to be written."""
    code = WRITING.get(errorcode.get(error.errno or 0, ""), "file-unwritable")
    details = {"path": culprit or path, "error": error.strerror or str(error)}
    return Problem(Where(path), code, details)


@contextmanager
def reading(path: Path = Path()) -> Iterator[None]:
    """What cannot be read meanwhile is a problem: of the file that the system names, else `path`.

    Every file is looked for before it is read, and may be gone by then.
    """
    try:
        yield
    except OSError as error:
        named = error.filename if isinstance(error.filename, str) else ""
        raise InputError([unreadable(Path(named or path).as_posix(), error)]) from error
