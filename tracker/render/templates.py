"""Jinja templates → bytes; whatever goes wrong in one is reported with its file and line."""

from __future__ import annotations

import traceback
from functools import lru_cache
from pathlib import Path
from types import CodeType

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from tracker.errors import InputError, Problem, Where


class Compiled(BytecodeCache):
    """What each template was last compiled to, and from what.

    So a second building in one process compiles what has changed only. (A whole environment could
    not be kept: it would not see that a macro changed which another template's macro imports.)
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.checksum, bucket.code


@lru_cache(maxsize=2)
def compiled_in(folder: Path) -> Compiled:
    return Compiled()


class Templates:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=compiled_in(folder),
        )

    def fill(self, name: str, **values: object) -> bytes:
        try:
            return self._environment.get_template(name).render(values).encode()
        except TemplateSyntaxError as error:
            where = Where(error.filename or str(self._folder / name), error.lineno)
            raise _problem(where, error.message or "") from error
        except TemplateNotFound as error:
            missing = Problem(self._where(error, name), "template-missing", {"name": error.name})
            raise InputError([missing]) from error
        except UnicodeDecodeError as error:
            raise InputError([Problem(Where(str(self._folder / name)), "not-utf8")]) from error
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError) as error:
            raise _problem(self._where(error, name), str(error)) from error

    def _where(self, error: Exception, name: str) -> Where:
        """The innermost line of a template that the error passed through."""
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if Path(frame.filename).is_relative_to(self._folder)
        ]
        if not frames:
            return Where(str(self._folder / name))
        return Where(frames[-1].filename, frames[-1].lineno or 0)


def _problem(where: Where, message: str) -> InputError:
    return InputError([Problem(where, "template", {"error": message})])
