"""What a site is made from, and who is told how far that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct, field

ASSETS = Path(__file__).parent.parent / "assets"

Progress = Callable[[str, int, int], None]  # stage, done, total (0 where unknown)


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class Inputs(Struct, frozen=True):
    content: Path
    targets: Path
    templates: Path
    drafts: Mapping[Path, str] = field(default_factory=dict)  # read in place of files

    @property
    def markdown(self) -> list[Path]:
        """By `iterdir`, as `glob` is silent about a folder that may not be read."""
        return sorted(path for path in self.content.iterdir() if path.suffix == ".md")


def shown(path: Path) -> str:
    """The path as the editor knows it: as given, with forward slashes."""
    return path.as_posix()
