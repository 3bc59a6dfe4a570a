"""The folder of a made-up archive: nothing of anybody else's is touched."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from tracker.output import is_there, listed, refusal

MARKER = ".archive-demo"  # lists the files that are ours


def ours_in(folder: Path, wanted: Collection[str]) -> frozenset[str]:
    """The files of the archive that stands there; raises `InputError` if another thing does."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise refusal(folder, "output-no-folder", path=folder.as_posix())
    if not folder.is_dir():
        return frozenset()
    if not is_there(folder / MARKER):
        if any(folder.iterdir()):
            raise refusal(folder, "output-not-ours", path=folder.as_posix())
        return frozenset()
    own = listed(folder / MARKER)
    for name in in_the_way(folder, frozenset(wanted) - own):
        raise refusal(folder / name, "output-taken", path=name)
    return own


def in_the_way(folder: Path, wanted: Collection[str]) -> list[str]:
    """Links among our folders lead elsewhere."""
    inside = {name.partition("/")[0] for name in wanted}
    links = [name for name in inside if (folder / name).is_symlink()]
    return sorted([*links, *(name for name in wanted if is_there(folder / name))])
