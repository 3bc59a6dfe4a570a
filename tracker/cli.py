"""Arguments in; exit code out: 0 done, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from tracker.characters import shown
from tracker.errors import InputError
from tracker.usage import UsageError, module_of, parse

CLOSINGS = {
    "build": "problems",
    "serve": "problems",
    "record": "edit-problems",
    "import": "edit-problems",
    "add": "edit-problems",
}


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding_for(stream), errors="backslashreplace")
    try:
        options = parse(sys.argv[1:] if arguments is None else arguments)
        return run(options)
    except UsageError as usage:
        print(shown(str(usage)), file=sys.stderr if usage.code else sys.stdout)
        return usage.code
    except BrokenPipeError:
        # Whoever reads has seen enough: `build.py check | head`. Nothing may be flushed after that.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def encoding_for(stream: TextIO) -> str:
    """A terminal's own, as it may know no other; files and programs are given UTF-8."""
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        with suppress(LookupError, UnicodeEncodeError):
            "中文".encode(stream.encoding)
            return stream.encoding
    return "utf-8"


def run(options: Namespace) -> int:
    from tracker.commands.said import print_problems
    from tracker.pipeline import Inputs

    command = module_of(options.command)
    inputs = Inputs(options.content, options.targets, options.templates)
    try:
        code: int = command.run(inputs, options)
    except InputError as error:
        closing = CLOSINGS.get(options.command, "checked-problems")
        print_problems(error.problems, options, closing, error.texts)
        return 1
    return code
