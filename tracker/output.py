"""The folder of the site: what in it is ours, what is somebody else's, and where it may lie."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from tracker.errors import InputError, Problem, Where, reading

MARKER = ".duixian"  # lists the files that are ours; everything else in the folder is kept
SHOWN = 10  # entries in the way that are named
NEVER = frozenset("\\:\ufffd")  # in a name of ours: what leads elsewhere on Windows, or is damaged


class Kind(StrEnum):
    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"  # a link, a pipe, a device: never ours


File = tuple[int, int]  # device and number, which tell a file from every other


class Entry(Struct, frozen=True):
    name: str  # its path in the folder
    kind: Kind
    file: File | None  # where it can be told


# --- where it may lie ---------------------------------------------------------------------------


def require_place(output: Path, inputs: Iterable[Path]) -> None:
    """Raises `InputError` where a site could not stand, or would be in the way of its inputs."""
    if os.path.lexists(output) and not os.path.isdir(output):
        code = "output-link" if output.is_symlink() else "output-no-folder"
        raise refusal(output, code, path=output.as_posix())
    site = Path(os.path.realpath(output))
    for one in inputs:
        real = Path(os.path.realpath(one))
        if real.is_relative_to(site):
            raise refusal(output, "output-around", path=output.as_posix(), input=one.as_posix())
        if site.is_relative_to(real):
            raise refusal(output, "output-within", path=output.as_posix(), input=one.as_posix())
    require_ours(output)


def require_ours(output: Path) -> None:
    if os.path.ismount(os.path.realpath(output)):
        raise refusal(output, "output-mounted", path=output.as_posix())
    with reading(output):
        if os.path.isdir(output) and not is_there(output / MARKER) and any(output.iterdir()):
            raise refusal(output, "output-not-ours", path=output.as_posix())
    published(output)


def is_there(path: Path) -> bool:
    """Also a link to nothing. `os.path.lexists` takes a disk that fails for an empty one."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def refusal(output: Path, code: str, **details: object) -> InputError:
    return InputError([Problem(Where(output.as_posix()), code, details)])


# --- what is ours -------------------------------------------------------------------------------


def marker(files: Collection[str]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(files)).encode()


def published(output: Path) -> frozenset[str]:
    """The paths of the site that stands in the folder, as its last build listed them."""
    with reading(output):
        if not is_there(output):
            output = stale_of(Path(os.path.realpath(output)))
        return listed(output / MARKER) if is_there(output / MARKER) else frozenset()


def listed(path: Path) -> frozenset[str]:
    """Raises `InputError` where somebody has changed the list: what it names is taken away."""
    if path.is_symlink() or not path.is_file():
        raise refusal(path, "marker-damaged", found=path.name)
    return listed_in(path.read_bytes(), path.as_posix())


@lru_cache(maxsize=2)
def listed_in(marker: bytes, shown: str) -> frozenset[str]:
    text = marker.decode("utf-8", errors="replace")
    names = text.removesuffix("\n").split("\n") if text else []
    if not are_inside(names):
        found = next(name for name in names if not are_inside([name]))
        raise InputError([Problem(Where(shown), "marker-damaged", {"found": found})])
    return frozenset(names)


def is_inside(name: str) -> bool:
    """Whether it can only be a file in the folder, on any system."""
    return are_inside([name])


def are_inside(names: Collection[str]) -> bool:
    every = "/".join(names)
    steps = every.split("/") if names else ()
    return every.isprintable() and not NEVER & set(every) and {"", ".", ".."}.isdisjoint(steps)


def stale_of(site: Path) -> Path:
    """The old site's name, between two steps."""
    return site.with_name(f".{site.name}.old")


# --- what is somebody else's --------------------------------------------------------------------


def foreign(found: Iterable[Entry], ours: Collection[str]) -> list[Entry]:
    """What no build has put there; a folder before what it holds."""
    held = folders_of(ours)
    others = (
        entry
        for entry in found
        if not (entry.kind is Kind.FILE and entry.name in ours)
        and not (entry.kind is Kind.FOLDER and entry.name in held)
    )
    return sorted(others, key=lambda entry: entry.name)


def folders_of(names: Iterable[str]) -> frozenset[str]:
    holding = {name.rpartition("/")[0] for name in names} - {""}
    return frozenset(folder for name in holding for folder in (*around(name), name))


def around(name: str) -> list[str]:
    steps = name.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps))]


def entries(folder: Path, inside: str = "") -> Iterator[Entry]:
    """Everything below the folder; no link is followed."""
    with os.scandir(f"{folder}/{inside}") as found:
        children = list(found)
    device = device_of(f"{folder}/{inside}", children)
    for child in children:
        name = inside + child.name
        if child.is_dir(follow_symlinks=False):
            yield Entry(name, Kind.FOLDER, None)
            yield from entries(folder, f"{name}/")
        else:
            kind = Kind.FILE if child.is_file(follow_symlinks=False) else Kind.OTHER
            yield Entry(name, kind, (device, child.inode()) if device else None)


def device_of(folder: str, children: Iterable[os.DirEntry[str]]) -> int:
    """0 where the files have numbers of other devices than their folder, as in layers."""
    device = os.stat(folder).st_dev
    files = (child for child in children if child.is_file(follow_symlinks=False))
    one = next(files, None)
    return device if one is None or one.stat(follow_symlinks=False).st_dev == device else 0


def require_room(
    others: Iterable[Entry],
    files: Collection[str],
    same: Collection[str],
    site: Path,
    output: Path,
) -> None:
    """Raises `InputError` where something of somebody else's stands under a name of ours.

    `same` are the names of ours under which what stands is as it should be.
    """
    folders = folders_of(files)
    blocking = [one.name for one in others if is_in_the_way(one, files, folders, same)]
    if blocking:
        raise InputError(
            Problem(Where((output / name).as_posix()), "output-taken", {"path": name})
            for name in blocking[:SHOWN]
        )
    mounted = [one.name for one in others if one.kind is Kind.FOLDER and is_mounted(site, one)]
    if mounted:
        raise refusal(output, "output-mounted", path=(output / mounted[0]).as_posix())


def is_mounted(site: Path, folder: Entry) -> bool:
    return os.path.ismount(site / folder.name)


def is_in_the_way(
    entry: Entry, files: Collection[str], folders: Collection[str], same: Collection[str]
) -> bool:
    if entry.name in files:
        return not (entry.kind is Kind.FILE and entry.name in same)
    if entry.name in folders:
        return entry.kind is not Kind.FOLDER
    return any(folder in files for folder in around(entry.name))
