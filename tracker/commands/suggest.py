"""`build.py suggest`: a first `targets.yaml` for a report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.commands.texts import report_texts
from tracker.inputs import Inputs


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.suggest import suggest

    [text] = report_texts([options.file])
    print(suggest(text, options.file.stem))
    return 0
