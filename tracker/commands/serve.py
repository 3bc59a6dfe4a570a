"""`build.py serve`: a preview that follows what is saved."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tracker.commands import build
from tracker.commands.said import print_problems
from tracker.errors import InputError
from tracker.messages import say
from tracker.pipeline import Inputs


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.serve import serve

    def rebuild() -> bool:
        try:
            return build.run(inputs, options) == 0
        except InputError as error:
            print_problems(error.problems, options, "problems", error.texts)
            return False

    def ready(address: str) -> None:
        print(say("serving", options.lang, address=address), flush=True)

    try:
        serve(rebuild, ready, options.output, inputs, options.port)
    except (OSError, OverflowError):
        print(say("no-port", options.lang, port=options.port), file=sys.stderr)
        return 2
    return 0
