"""Arguments in; exit code out: 0 done, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from tracker.errors import InputError
from tracker.usage import UsageError, parse


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        return run(options)
    except UsageError as usage:
        print(usage, file=sys.stderr if usage.code else sys.stdout)
        return usage.code
    except BrokenPipeError:
        # Whoever reads has seen enough: `build.py check | head`. Nothing may be flushed after that.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run(options: Namespace) -> int:
    from tracker.commands.said import print_problems
    from tracker.pipeline import Inputs

    command = import_module(f"tracker.commands.{options.command.replace('-', '_')}")
    inputs = Inputs(options.content, options.targets, options.templates)
    try:
        code: int = command.run(inputs, options)
    except InputError as error:
        closing = "problems" if options.command in ("build", "serve") else "checked-problems"
        print_problems(error.problems, options, closing)
        return 1
    return code
