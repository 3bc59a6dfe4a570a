"""Arguments in; exit code out: 0 done, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from tracker.characters import shown
from tracker.errors import InputError, unreadable, unwritable
from tracker.lazy import BOOK
from tracker.speech import prepare
from tracker.usage import UsageError, language_of, module_of, parse

INTERRUPTED = 130  # as shells have it
CLOSINGS = {
    "build": "problems",
    "serve": "problems",
    "record": "edit-problems",
    "import": "edit-problems",
    "add": "edit-problems",
}


def main(arguments: Sequence[str] | None = None) -> int:
    prepare()
    words = list(sys.argv[1:] if arguments is None else arguments)
    code = 0
    try:
        code = answer(words)
        flush()
    except BrokenPipeError:  # whoever reads has seen enough: `build.py check | head`
        silence()
    except KeyboardInterrupt:
        code = INTERRUPTED
        with suppress(OSError):
            flush()
    except OSError as error:
        code = 1
        unspoken(error, language_of(words))
    BOOK.keep()
    return code


def answer(words: Sequence[str]) -> int:
    try:
        return run(parse(words))
    except UsageError as usage:
        print(shown(str(usage)), file=sys.stderr if usage.code else sys.stdout)
        return usage.code


def flush() -> None:
    """Now, as at the end of the process nobody could say what goes wrong with it."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()


def unspoken(error: OSError, language: str) -> None:
    """Tells of what could not be printed, as on a full disk; what the command did is done."""
    from tracker.commands.said import diagnosed
    from tracker.diagnostics import to_text

    with suppress(OSError):
        for one in diagnosed([unwritable("stdout", error)], language):
            print(to_text(one), file=sys.stderr, flush=True)
    silence()


def silence() -> None:
    """What is still to be printed goes nowhere."""
    with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            os.dup2(nowhere.fileno(), stream.fileno())


def run(options: Namespace) -> int:
    from tracker.commands.said import print_problems
    from tracker.inputs import Inputs

    command = module_of(options.command)
    inputs = Inputs(options.content, options.targets, options.templates)
    gc.freeze()  # what was imported stays
    gc.enable()
    try:
        with naming():
            code: int = command.run(inputs, options)
    except InputError as error:
        is_half_done = any(problem.code == "remote-half-done" for problem in error.problems)
        closing = "" if is_half_done else CLOSINGS.get(options.command, "")
        with suppress(BrokenPipeError):
            print_problems(error.problems, options, closing or "checked-problems", error.texts)
        return 1
    return code


@contextmanager
def naming() -> Iterator[None]:
    """What the system refuses, and nobody has foreseen, is a problem of the file that it names."""
    try:
        yield
    except OSError as error:
        if not isinstance(error.filename, str):  # of what is printed
            raise
        raise InputError([unreadable(error.filename, error)]) from error
