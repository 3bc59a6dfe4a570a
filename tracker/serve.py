"""The preview's loop: build, show, wait for the next save."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tracker.engine import Last, Request, build
from tracker.inputs import Inputs, Progress
from tracker.memo import Memo
from tracker.output import published
from tracker.pipeline import base_of
from tracker.preview.project import Project
from tracker.preview.server import Server
from tracker.preview.state import Built, Latest, State, attempt
from tracker.preview.watching import saves

SELDOM = 100_000  # objects between two walks over all that a preview keeps: a fifth of a build
PROMPT = 0.0005  # seconds that who asks for a page waits for the one who builds


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
    sys.setswitchinterval(PROMPT)
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


class Workshop:
    """Builds the site again and again as `build` would publish it; nothing is written.

    So what was saved half done is never published by accident, and an id may be changed again.
    """

    def __init__(self, inputs: Inputs, output: Path, show: Callable[[str, bytes], None]) -> None:
        """Each file is shown when it is made, long before the last of them."""
        self._inputs = inputs
        self._output = output
        self._show = show
        self._memo = Memo(None)
        self._last = Last()
        self._files: dict[str, bytes] = {}

    def built(self, on: tuple[date, date], progress: Progress) -> Built:
        """`on` are the day as of which to judge, and today."""
        laid = Shelf(self._files, self._show)
        request = Request(self._inputs, *on, published(self._output))
        self._last = build(request, self._last, self._memo, laid, progress)
        self._files = laid.files
        return Built(self._files, base_of(self._inputs))


class Shelf:
    """The files of a site in memory, and those of the one before."""

    def __init__(self, before: dict[str, bytes], show: Callable[[str, bytes], None]) -> None:
        self._before = before
        self._show = show
        self.files: dict[str, bytes] = {}

    def anew(self) -> None:
        self.files.clear()

    def put(self, path: str, data: bytes) -> None:
        self.files[path] = data
        self._show(path, data)

    def keep(self, path: str) -> None:
        self.files[path] = self._before[path]

    def read(self, path: str) -> bytes:
        return self.files[path]
