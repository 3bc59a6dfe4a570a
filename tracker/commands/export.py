"""`build.py export`: the ledger as a sheet, to be filled in and imported again."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.errors import InputError, Problem, Where
from tracker.inputs import Inputs
from tracker.messages import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="FILE")


def run(inputs: Inputs, options: Namespace) -> int:
    """A file that somebody has filled in and not yet imported is left alone."""
    from tracker.disk import store
    from tracker.pipeline import assess, own_targets
    from tracker.read.files import read_bytes, read_text
    from tracker.sheets.export import export, obstacle
    from tracker.sheets.rows import project_of

    problems: list[Problem] = []
    assessment = assess(inputs, options.date)
    kept = own_targets(inputs)
    text = read_text(kept, kept.as_posix(), problems)
    if text is None:
        raise InputError(problems)
    project, path = project_of(assessment, text), options.to.as_posix()
    data = export(project, options.to.suffix)
    code = "export-name" if data is None else ""
    if data and os.path.lexists(options.to):
        standing = read_bytes(options.to, path, problems)
        if standing is None:
            raise InputError(problems)
        code = obstacle(standing, project)
    if data is None or code:
        raise InputError([Problem(Where(path), code, {"found": options.to.name})])
    store(options.to, data)
    print(say("exported", options.lang, targets=len(project.rows), path=path))
    return 0
