"""`build.py build`: the whole site, published whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tracker.commands.said import problem_format, progress
from tracker.executors import address_of
from tracker.messages import say

if TYPE_CHECKING:
    from tracker.inputs import Inputs


def arguments(parser: ArgumentParser) -> None:
    problem_format(parser)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--executor", type=address_of, metavar="here|processes|dask://HOST:PORT")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.cache import Cache, looked_at
    from tracker.engine import Request, build
    from tracker.output import published, require_place
    from tracker.pipeline import ASSETS
    from tracker.publish import Publication
    from tracker.target_files import folder_of

    output = options.output
    sources = (inputs.content, inputs.templates, ASSETS, inputs.targets, folder_of(inputs.targets))
    require_place(output, sources)
    with progress(options.lang) as step, Publication(output) as site:
        cache, looked = Cache(output), looked_at(inputs)
        last = cache.last()
        cache.forget()
        request = Request(
            inputs,
            options.date,
            options.today,
            published(output),
            options.executor,
            options.gzip,
        )
        made = build(request, last, cache.memo, site, step)
        step("writing", 0, 0)
        changed = site.finish()
        address = (output / "index.html").resolve().as_uri()
        opening = say("open", options.lang, path=address)
        unchanged = say("unchanged", options.lang, count=0, path=output.as_posix())
        cache.keep(made, options.words, looked, f"{unchanged}\n{opening}\n")
    said = say("built", options.lang, count=changed, path=output.as_posix())
    print(said if changed else unchanged)
    print(opening)
    return 0
