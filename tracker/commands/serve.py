"""`build.py serve`: a preview that follows what is saved; the site's folder is left alone."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from datetime import date

from tracker.commands.said import print_problems, progress
from tracker.inputs import Inputs
from tracker.messages import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int)


def run(inputs: Inputs, options: Namespace) -> int:
    """Ends with Ctrl+C, whenever that comes."""
    with suppress(KeyboardInterrupt):
        return preview(inputs, options)
    return 0


def preview(inputs: Inputs, options: Namespace) -> int:
    """Returns only where there is no port to be had."""
    from tracker.preview.project import Project
    from tracker.preview.server import PORTS, opened
    from tracker.preview.state import Built, Latest, State
    from tracker.serve import Workshop, days, serve

    latest, project = Latest(), Project.of(inputs)
    started, workshop = date.today(), Workshop(inputs, options.output, latest.show)

    def build() -> Built:
        with progress(options.lang) as step:
            return workshop.built(days(options.date, started, date.today()), step)

    def told(state: State, before: State | None) -> None:
        if state.problems:
            print_problems(state.problems, options, "preview-problems")
        elif state.site:
            count = state.site.differing(before.site if before else None)
            print(say("preview-updated", options.lang, count=count), flush=True)

    try:
        server = opened(options.port, latest, project, options.lang)
    except (OSError, OverflowError):
        tried = f"{PORTS[0]}–{PORTS[-1]}" if options.port is None else options.port
        print(say("no-port", options.lang, port=tried), file=sys.stderr)
        return 2
    if options.port is None and server.port != PORTS[0]:
        print(say("port-taken", options.lang, port=PORTS[0], other=server.port))
    print(say("serving", options.lang, address=server.address), flush=True)
    serve(build, server, latest, project, told)
    return 0
