"""How a command speaks: its problems, its remarks, and how far it has come."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic
from types import MappingProxyType

from tracker.characters import in_json
from tracker.diagnostics import SHOWN, Diagnostic, diagnose, to_github, to_rows, to_text
from tracker.errors import Problem
from tracker.inputs import Progress
from tracker.messages import say
from tracker.read.files import decode, lines_in

BETWEEN = 0.1  # seconds from one drawing of a bar to the next


def problem_format(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")


def print_problems(
    problems: Sequence[Problem],
    options: Namespace,
    closing: str,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> None:
    diagnostics = diagnosed(problems, options.lang, texts)
    asked = getattr(options, "format", "text")
    if asked == "json":
        rows = {"problems": to_rows(diagnostics)}
        print(in_json(json.dumps(rows, ensure_ascii=False, indent=2)))
        return
    if asked == "github":
        print(to_github(diagnostics, options.lang))
    for one in diagnostics[:SHOWN]:
        print(to_text(one), file=sys.stderr)
    if (more := len(diagnostics) - SHOWN) > 0:
        print(say("more", options.lang, count=more), file=sys.stderr)
    print(say(closing, options.lang, count=len(diagnostics)), file=sys.stderr)
    print(say("codes", options.lang), file=sys.stderr)


def print_briefly(diagnostics: Sequence[Diagnostic]) -> None:
    """What to do about them is said once for each kind."""
    told = set()
    for one in diagnostics:
        print(to_text(one) if one.code not in told else f"{one.place}: {one.found}")
        told.add(one.code)


def diagnosed(
    problems: Sequence[Problem], language: str, texts: Mapping[str, str] = MappingProxyType({})
) -> list[Diagnostic]:
    """`texts` are read in place of the files of these paths."""

    @cache
    def lines(path: str) -> Sequence[str]:
        return lines_in(texts[path]) if path in texts else lines_of(path)

    return [diagnose(problem, language, lines) for problem in problems]


def lines_of(path: str) -> Sequence[str]:
    """None where the file cannot be read: what is wrong with it is said by then."""
    try:
        return lines_in(decode(Path(path).read_bytes()) or "")
    except OSError:
        return ()


@contextmanager
def progress(language: str) -> Iterator[Progress]:
    """A bar on a terminal, silence elsewhere; drawn without a thread, lest no worker be forked."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(say("reading", language), total=None)
        drawn = 0.0

        def step(stage: str, done: int, total: int) -> None:
            nonlocal drawn
            bar.update(task, description=say(stage, language), completed=done, total=total or None)
            if monotonic() - drawn > BETWEEN:
                drawn = monotonic()
                bar.refresh()

        yield step
