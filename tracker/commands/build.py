"""`build.py build`: the whole site, published whole or not at all."""

from __future__ import annotations

import gc
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.commands.said import problem_format, progress
from tracker.executors import address_of
from tracker.messages import say

if TYPE_CHECKING:
    from tracker.inputs import Inputs, Progress


def arguments(parser: ArgumentParser) -> None:
    problem_format(parser)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--executor", type=address_of, metavar="here|processes|dask://HOST:PORT")


def run(inputs: Inputs, options: Namespace) -> int:
    """A store is filled from a folder of this machine, which the next build of it finds."""
    from tracker.inputs import ASSETS
    from tracker.output import require_place
    from tracker.publishers import laid_out_in, publish_from
    from tracker.target_files import folder_of

    gc.disable()  # the process ends with the build; looking for cycles took a quarter of it
    output, folder = options.output, laid_out_in(options.output)
    sources = (inputs.content, inputs.templates, ASSETS, inputs.targets, folder_of(inputs.targets))
    require_place(folder, sources)
    unchanged = say("unchanged", options.lang, count=0, path=output.as_posix())
    home = (folder / "index.html").resolve().as_uri()
    opening = [say("open", options.lang, path=home)] if output == folder else []
    with progress(options.lang) as step:
        said = "".join(f"{line}\n" for line in (unchanged, *opening))
        changed = lay_out(inputs, options, folder, said, step)
        if output != folder:
            changed = publish_from(folder, output, partial(step, "writing"))
    built = say("built", options.lang, count=changed, path=output.as_posix())
    print(built if changed else unchanged, *opening, sep="\n")
    return 0


def lay_out(inputs: Inputs, options: Namespace, folder: Path, said: str, step: Progress) -> int:
    """How many files differ; `said` is what to say when nothing has changed since."""
    from tracker.cache import Cache, looked_at
    from tracker.engine import Request, build
    from tracker.publish import Publication
    from tracker.publishers import published_at

    with Publication(folder) as site:
        cache, looked = Cache(folder), looked_at(inputs)
        last = cache.last()
        cache.forget()
        request = Request(
            inputs,
            options.date,
            options.today,
            published_at(options.output),
            options.executor,
            options.gzip,
        )
        made = build(request, last, cache.memo, site, step)
        step("writing", 0, 0)
        changed = site.finish()
        cache.keep(made, options.words, looked, said, site.changed)
    return changed
