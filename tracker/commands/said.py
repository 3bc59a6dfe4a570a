"""How a command speaks: its problems, and how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import Problem
from tracker.messages import explain, say
from tracker.pipeline import Progress


def print_problems(problems: tuple[Problem, ...], language: str, closing: str) -> None:
    for problem in problems:
        print(explain(problem, language), file=sys.stderr)
    print(say(closing, language, count=len(problems)), file=sys.stderr)


@contextmanager
def progress(language: str) -> Iterator[Progress]:
    """A bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("reading", language), total=None)

        def step(stage: str, done: int, total: int) -> None:
            bar.update(task, description=say(stage, language), completed=done, total=total or None)

        yield step
