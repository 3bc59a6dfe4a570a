"""Jinja templates → bytes; whatever goes wrong in one is reported with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from tracker.errors import InputError, Problem, Where
from tracker.render.compiled import Compiled
from tracker.render.plain import NAMES, PlainCode

# Macros that are called with the same values again and again: so much of what they say is kept.
REPEATED = {
    "colophon": 2**6,
    "display": 1,
    "family": 2**9,  # each has 10 KB
    "navigation": 2**6,
    "scope_note": 2**16,
    "seal": 2**16,
    "search_form": 2**16,
    "status_tag": 2**16,
    "target_row": 2**16,  # each has 1 KB
}


class Filled(Template):
    """A template whose macros depend on their arguments alone, as no template here has globals."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],
    ) -> Template:
        assert isinstance(environment, Shelf)
        namespace["__file__"] = str(environment.folder / namespace["name"])
        namespace.update(NAMES)
        return super()._from_namespace(environment, namespace, globals)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
            for name, most in REPEATED.items():
                if macro := vars(self._module).get(name):
                    setattr(self._module, name, lru_cache(most)(macro))
        return self._module


class Shelf(Environment):
    """Templates that are as they were when they were taken from the folder."""

    template_class = Filled
    code_generator_class = PlainCode

    def __init__(self, folder: Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = folder
        self._taken: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        if isinstance(name, Template):
            return name
        if name not in self._taken:
            self._taken[name] = super().get_template(name, parent, globals)
        return self._taken[name]


def sources_in(folder: Path) -> tuple[tuple[str, str], ...]:
    """Each template's name and source; raises `InputError` where one cannot be read."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                found.append((path.relative_to(folder).as_posix(), path.read_text("utf-8")))
            except UnicodeDecodeError as error:
                raise InputError([Problem(Where(str(path)), "not-utf8")]) from error
    return tuple(found)


class Templates:
    def __init__(self, folder: Path, sources: Iterable[tuple[str, str]] | None = None) -> None:
        """The templates of a folder, or those that were read from it."""
        self._folder = folder
        self._sources = dict(sources_in(folder) if sources is None else sources)
        self._environment = Shelf(
            folder,
            loader=FunctionLoader(self._source),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=Compiled(),
        )

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """With the file's name, which is shown where it has a mistake."""
        source = self._sources.get(name)
        return None if source is None else (source, str(self._folder / name), lambda: True)

    def fill(self, name: str, **values: object) -> bytes:
        try:
            return self._environment.get_template(name).render(values).encode()
        except TemplateSyntaxError as error:
            where = Where(error.filename or str(self._folder / name), error.lineno)
            raise _problem(where, error.message or "") from error
        except TemplateNotFound as error:
            missing = Problem(self._where(error, name), "template-missing", {"name": error.name})
            raise InputError([missing]) from error
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError) as error:
            raise _problem(self._where(error, name), str(error)) from error

    def _where(self, error: Exception, name: str) -> Where:
        """The innermost line of a template that the error passed through."""
        import traceback

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
