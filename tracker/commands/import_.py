"""`build.py import`: what was typed into a sheet, into `targets.yaml`, all or nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.commands.offer import agreement, offer
from tracker.commands.said import diagnosed, print_briefly
from tracker.errors import InputError, Problem
from tracker.inputs import Inputs, shown
from tracker.messages import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sheet", type=Path, metavar="FILE")
    agreement(parser)


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.read.files import read_bytes
    from tracker.sheets.imports import asked_by, draft_of, failings, traced

    problems: list[Problem] = []
    path = options.sheet.as_posix()
    data = read_bytes(options.sheet, path, problems)
    if data is None:
        raise InputError(problems)
    before, found = asked_by(data, path, inputs, options.date)
    print_briefly(diagnosed(found.remarks, options.lang))
    if found.problems:
        raise InputError([*found.problems, *failings(before, found, inputs, options.date)])
    if not found.edits:
        print(say("unchanged", options.lang, path=shown(before.path)))
        return 0
    print(say("asked", options.lang, **found.counts))
    draft = draft_of(before, found)
    try:
        return offer(draft, inputs, options)
    except InputError as error:
        if not error.texts:
            raise
        raise InputError(traced(error.problems, found, draft), error.texts) from error
