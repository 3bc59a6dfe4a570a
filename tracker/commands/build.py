"""`build.py build`: the whole site, published whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial

from tracker.commands.said import problem_format, progress
from tracker.manifest import PATH as MANIFEST
from tracker.manifest import with_manifest
from tracker.messages import say
from tracker.pipeline import ASSETS, Inputs, build_files
from tracker.target_files import folder_of


def arguments(parser: ArgumentParser) -> None:
    problem_format(parser)
    parser.add_argument("--gzip", action="store_true")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.compressed import with_compressed
    from tracker.output import published, require_place
    from tracker.publish import publish

    folder = folder_of(inputs.targets)
    sources = (inputs.content, inputs.templates, ASSETS, inputs.targets, folder)
    require_place(options.output, sources)
    with progress(options.lang) as step:
        files = build_files(inputs, options.date, published(options.output), options.today, step)
        if options.gzip:
            listed = {path: data for path, data in files.items() if path != MANIFEST}
            files = with_manifest(with_compressed(listed))
        changed = publish(files, options.output, partial(step, "writing"))
    code = "built" if changed else "unchanged"
    print(say(code, options.lang, count=changed, path=options.output.as_posix()))
    print(say("open", options.lang, path=(options.output / "index.html").resolve().as_uri()))
    return 0
