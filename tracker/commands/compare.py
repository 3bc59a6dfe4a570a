"""`build.py compare`: what a later report continues, reviews, and is silent about."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.commands.texts import report_texts
from tracker.errors import InputError, Problem, Where
from tracker.inputs import Inputs


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.compare import Volume, compare, known_targets, to_json, to_text

    paths = (options.old, options.new)
    old, new = (
        Volume(path.stem, text, known_targets(path, inputs.targets))
        for path, text in zip(paths, report_texts(paths), strict=True)
    )
    comparison = compare(old, new)
    years = {"old": comparison.old.year, "new": comparison.new.year}
    if all(years.values()) and years["old"] >= years["new"]:
        raise InputError([Problem(Where(options.old.as_posix()), "compare-order", years)])
    in_json = options.format == "json"
    print(to_json(comparison) if in_json else to_text(comparison, options.lang))
    return 0
