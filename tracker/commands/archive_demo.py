"""`build.py archive-demo`: a whole project of made-up reports, for trying out and benchmarks."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tracker.inputs import Inputs
from tracker.messages import say

FOLDER = Path("_archive")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("reports", type=count, metavar="N")
    parser.set_defaults(output=FOLDER)


def count(words: str) -> int:
    from tracker.demo.regions import MOST_REPORTS

    number = int(words)
    if not 1 <= number <= MOST_REPORTS:
        raise ValueError
    return number


def run(_: Inputs, options: Namespace) -> int:
    from tracker.demo.archive import AS_OF, archive, paths, targets_in
    from tracker.demo.folder import MARKER, ours_in
    from tracker.disk import fill

    names = frozenset(paths(options.reports))
    old = ours_in(options.output, names)
    fill(options.output, MARKER, archive(options.reports), (old, names))
    folder = options.output.as_posix()
    counts = {"reports": options.reports, "targets": targets_in(options.reports)}
    print(say("archive-written", options.lang, path=folder, **counts))
    print(say("archive-build", options.lang))
    print(
        f'  python build.py build --content "{folder}/content" --targets "{folder}/targets.yaml"'
        f' --templates templates --date {AS_OF} --output "{folder}-site"'
    )
    return 0
