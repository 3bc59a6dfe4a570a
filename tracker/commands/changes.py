"""`build.py changes`: whose status changed between two days."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from tracker.inputs import Inputs
from tracker.messages import say
from tracker.usage import UsageError


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--since", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.changes import changes, to_json, to_text
    from tracker.pipeline import assess

    if options.since > options.date:
        raise UsageError(say("usage-since", options.lang), 2)
    found = changes(assess(inputs, options.since), assess(inputs, options.date))
    print(to_json(found) if options.format == "json" else to_text(found, options.lang))
    return 0
