"""Which files a site is made of, and where to look for a change of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tracker.inputs import ASSETS, Inputs
from tracker.target_files import folder_of

KINDS = frozenset({".md", ".yaml", ".html", ".xml", ".css", ".js", ".svg", ".otf"})
UNFINISHED = (".", "~", "#")  # how programs begin the names of files they keep for themselves


class Project(Struct, frozen=True):
    """Absolute paths, whose files and folders may come and go."""

    targets: Path
    roots: tuple[Path, ...]

    @classmethod
    def of(cls, inputs: Inputs) -> Project:
        roots = (inputs.content, inputs.templates, ASSETS, folder_of(inputs.targets))
        targets = inputs.targets.parent.resolve() / inputs.targets.name
        return cls(targets, tuple(root.resolve() for root in roots))

    def holds(self, path: Path) -> bool:
        """Whether the site is made of this file, among others."""
        if path == self.targets:
            return True
        known = path.suffix in KINDS and not path.name.startswith(UNFINISHED)
        return known and any(path.is_relative_to(root) for root in self.roots)

    def folders(self) -> frozenset[Path]:
        """Where a file of the project may be saved, come back or go."""
        return frozenset(self._folders())

    def _folders(self) -> Iterator[Path]:
        yield _nearest(self.targets)
        for root in self.roots:
            yield _nearest(root)
            if root.is_dir():
                yield root
                yield from (path for path in root.rglob("*") if path.is_dir())

    def on_the_way(self, folder: Path) -> bool:
        """Whether the project has this folder, or lies below it."""
        return any(
            folder.is_relative_to(root) or root.is_relative_to(folder)
            for root in (*self.roots, self.targets.parent)
        )

    def input_called(self, name: str) -> Path | None:
        """The file that a problem calls so; none outside of the project."""
        try:
            path = Path(name)
            path = path.parent.resolve() / path.name if path.name else path
            inside = self.holds(path) and self.holds(path.resolve())
            return path if inside and path.is_file() else None
        except (OSError, ValueError):  # no file can have this name
            return None


def _nearest(path: Path) -> Path:
    """The innermost folder around it that there is."""
    return next(folder for folder in path.parents if folder.is_dir())
