"""`build.py inspect`: what is understood of a report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.commands.texts import report_texts
from tracker.inputs import Inputs


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.inspect import to_json, to_text
    from tracker.read.inspection import inspect

    [text] = report_texts([options.file])
    inspection = inspect(text)
    print(to_json(inspection) if options.format == "json" else to_text(inspection))
    return 0
