"""`build.py build`: the whole site, published whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from tracker.commands.said import problem_format, progress
from tracker.executors import address_of
from tracker.manifest import PATH as MANIFEST
from tracker.manifest import with_manifest
from tracker.messages import say
from tracker.pipeline import ASSETS, Inputs, build_files


def arguments(parser: ArgumentParser) -> None:
    problem_format(parser)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--executor", type=address_of, metavar="here|processes|dask://HOST:PORT")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.compressed import with_compressed
    from tracker.publishers import published_at, publisher_of

    own = (inputs.content, inputs.templates, ASSETS, inputs.targets)
    publish = publisher_of(options.output, own)
    with progress(options.lang) as step:
        published = published_at(options.output)
        files = build_files(inputs, options.date, published, options.today, step)
        if options.gzip:
            listed = {path: data for path, data in files.items() if path != MANIFEST}
            files = with_manifest(with_compressed(listed))
        changed = publish(files, partial(step, "writing"))
    code = "built" if changed else "unchanged"
    print(say(code, options.lang, count=changed, path=options.output.as_posix()))
    if isinstance(options.output, Path):
        print(say("open", options.lang, path=(options.output / "index.html").resolve().as_uri()))
    return 0
