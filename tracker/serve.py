"""The preview's loop: build, show, wait for the next save."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tracker.output import published
from tracker.pipeline import Inputs, Progress, assess, render_files
from tracker.preview.project import Project
from tracker.preview.server import Server
from tracker.preview.state import Built, Latest, State, attempt
from tracker.preview.watching import saves

SELDOM = 100_000  # objects between two walks over all that a preview keeps: a fifth of a build


def serve(
    build: Callable[[], Built],
    server: Server,
    latest: Latest,
    project: Project,
    told: Callable[[State, State | None], None],
) -> None:
    """Until interrupted; `told` learns of each state and of the one before it.

    The server ends with the process: nothing is left to be put away.
    """
    gc.set_threshold(SELDOM)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state = None
    for _ in saves(project):
        before, state = state, attempt(build, state)
        latest.tell(state)
        told(state, before)


def days(asked: date, started: date, now: date) -> tuple[date, date]:
    """As of which day to judge, and today: a preview started yesterday as of today goes along."""
    as_of = now if asked == started else asked
    return as_of, max(as_of, now)


def built(inputs: Inputs, on: tuple[date, date], output: Path, progress: Progress) -> Built:
    """As `build` would publish it; nothing is written.

    So what was saved half done is never published by accident, and an id may be changed again.
    """
    as_of, today = on
    assessment = assess(inputs, as_of, published(output), today)
    return Built(render_files(assessment, inputs, progress), assessment.site.base)
