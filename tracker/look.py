"""What has a say in the pages besides what the editors write: program, templates, assets."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from tracker.beside import kept
from tracker.inputs import ASSETS
from tracker.keys import key_of
from tracker.memo import Memo
from tracker.provenance import ROOT, Program, folder_digest, own_code, packages
from tracker.unchanged import standing

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
    program = program_at_hand()
    return Look(
        program,
        as_it_stood(memo, "templates", (templates,), program, partial(templates_in, templates)),
        as_it_stood(memo, "loaded", (ASSETS,), program, assets_in),
    )


@cache  # a process goes on with the code that it began with
def program_at_hand() -> Program:
    """Summed for whichever site comes first."""
    if stand := standing(map(str, CODE)):
        code, packages = kept(__file__, "program.marshal", key_of(stand), summed)
        return Program(code, packages, sys.version)
    return Program.running()


def summed() -> tuple[dict[str, str], dict[str, str]]:
    return own_code(), packages()


def as_it_stood(
    memo: Memo, kind: str, places: tuple[Path, ...], besides: object, make: Callable[[], T]
) -> T:
    """What was made, or is made now, from these files, and from what is told `besides`."""
    stand = standing(map(str, places))
    return memo.value(kind, key_of(stand, besides), make) if stand else make()


def templates_in(folder: Path) -> Folder:
    from tracker.render.templates import sources_in

    return Folder(folder_digest(folder), sources_in(folder))


def assets_in() -> Folder:
    from tracker.render.assets import loaded

    return Folder(folder_digest(ASSETS), tuple(loaded(ASSETS).items()))
