"""What has a say in the pages besides what the editors write: program, templates, assets."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from tracker.inputs import ASSETS
from tracker.keys import key_of
from tracker.memo import Memo
from tracker.provenance import ROOT, Program, folder_digest
from tracker.unchanged import listed, standing

CODE = ROOT / "tracker", ROOT / "pyproject.toml"

T = TypeVar("T")


class Folder(Struct, frozen=True):
    digest: str
    files: tuple[tuple[str, str], ...]


class Look(Struct, frozen=True):
    """`templates` have their sources by name, `assets` the address of each script by name."""

    program: Program
    templates: Folder
    assets: Folder


def look_of(templates: Path, memo: Memo) -> Look:
    """Without reading a folder whose files stand on the disk as when it was read last."""
    program = as_it_stood(memo, "program", CODE, installed(), Program.running)
    return Look(
        program,
        as_it_stood(memo, "templates", (templates,), program, partial(templates_in, templates)),
        as_it_stood(memo, "loaded", (ASSETS,), program, assets_in),
    )


def as_it_stood(
    memo: Memo, kind: str, places: tuple[Path, ...], besides: object, make: Callable[[], T]
) -> T:
    """What was made, or is made now, from these files, and from what is told `besides`."""
    stand = standing(map(str, places))
    return memo.value(kind, key_of(stand, besides), make) if stand else make()


def installed() -> tuple[object, ...]:
    packages = (path for path in sys.path if path.endswith("site-packages"))
    return sys.version, listed(filter(os.path.isdir, packages))


def templates_in(folder: Path) -> Folder:
    from tracker.render.templates import sources_in

    return Folder(folder_digest(folder), sources_in(folder))


def assets_in() -> Folder:
    from tracker.render.assets import loaded

    return Folder(folder_digest(ASSETS), tuple(loaded(ASSETS).items()))
