"""Notices what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import watch

from tracker.preview.project import Project

SETTLED = 10  # ms without another save, after which a burst of them is over
LOOK = 200  # ms until the first look, and between two while nothing is saved


def saves(project: Project) -> Iterator[None]:
    """Once at the start, then after every burst of saves; those made meanwhile count too."""
    while True:
        # a folder may go between the look for it and the watch
        with suppress(FileNotFoundError):
            yield from _saves_in(project.folders(), project)


def _saves_in(folders: frozenset[Path], project: Project) -> Iterator[None]:
    """Ends when folders come or go.

    Watches folders, each by itself: a file watched by itself is lost when an editor renames a
    new one into its place. The first yield comes when the watch stands, so that nothing falls
    between what the caller reads then and what is noticed.
    """

    def concerns(_: object, path: str) -> bool:
        changed = Path(path)
        if project.holds(changed) or changed in folders:
            return True
        return changed.is_dir() and project.on_the_way(changed)

    standing = False
    looks = watch(
        *folders,
        watch_filter=concerns,
        recursive=False,
        step=SETTLED,
        rust_timeout=LOOK,
        yield_on_timeout=True,
    )
    for changes in looks:
        if standing and not changes:
            continue
        standing = True
        yield
        if project.folders() != folders:
            return
