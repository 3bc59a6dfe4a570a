"""Writes a file: it is old or new at every moment, also when this is killed or the power goes."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import InputError, Problem, Where, unwritable
from tracker.lock import BusyError, locked

Sets = tuple[frozenset[str], frozenset[str]]

PATIENCE = 30.0  # seconds to wait for another process that writes the same


def replace_text(path: Path, before: bytes, after: bytes) -> None:
    """Raises `InputError`, and writes nothing, where the file no longer holds `before`."""
    real = path.resolve()
    with refusals(path), alone(real, path):
        if real.read_bytes() != before:
            raise InputError([Problem(Where(path.as_posix()), "file-changed")])
        put(real, after)


def store(path: Path, data: bytes) -> None:
    """Puts a file there, instead of what was; raises `InputError` where that cannot be done."""
    real = path.resolve()
    with refusals(path), alone(real, path):
        put(real, data)


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """What the system refuses becomes a problem of the file."""
    try:
        yield
    except OSError as error:
        raise InputError([unwritable(path.as_posix(), error, culprit(error))]) from error


def culprit(error: OSError) -> str:
    """What the system named; its folder, where there is nothing of that name."""
    if not isinstance(error.filename, str):
        return ""
    path = Path(error.filename)
    return (path if os.path.lexists(path) else path.parent).as_posix()


def put(path: Path, data: bytes) -> None:
    """On the disk for good before it takes the file's name; leaves nothing else behind."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    fresh = fresh_of(path)
    try:
        write(fresh, data)
        if path.exists():
            shutil.copymode(path, fresh)
            keep_owner(path, fresh)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # old or new, it is whole
        sync(path.parent)


def write(fresh: Path, data: bytes) -> None:
    """A new file, never through a link that somebody has put there; on the disk for good."""
    fresh.unlink(missing_ok=True)
    with fresh.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def keep_owner(old: Path, new: Path) -> None:
    """Where we may: an editor's file stays the editor's when root writes it."""
    had, has = old.stat(), new.stat()
    if (had.st_uid, had.st_gid) != (has.st_uid, has.st_gid):
        with suppress(OSError):
            os.chown(new, had.st_uid, had.st_gid)


def sync(path: Path) -> None:
    """Until a file, or the names in a folder, outlast a power cut; some systems cannot do it."""
    if os.name == "nt":  # opens no folders, and no file that is only read
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def fresh_of(path: Path) -> Path:
    """Where that is written which is to take its name; hidden, so that nobody takes it for done."""
    return path.with_name(f".{path.name}.new")


@contextmanager
def alone(real: Path, path: Path) -> Iterator[None]:
    """Nobody else writes `real` meanwhile."""
    if not real.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    try:
        with locked(real.with_name(f".{real.name}.lock"), PATIENCE):
            yield
    except BusyError as error:
        details = {"seconds": int(PATIENCE)}
        raise InputError([Problem(Where(path.as_posix()), "file-busy", details)]) from error


def fill(folder: Path, marker: str, files: Iterable[tuple[str, bytes]], names: Sets) -> int:
    """Puts files that can be made again at any time into a folder of theirs, quickly.

    `names` are those that were there and those that are to come; `marker` lists what is ours at
    every moment. Says how many there are.
    """
    old, new = names
    with refusals(folder):
        folder.mkdir(exist_ok=True)
        note(folder / marker, old | new)
        for name in old - new:
            (folder / name).unlink(missing_ok=True)
        for name, data in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.unlink(missing_ok=True)  # never through a link
            path.write_bytes(data)
        note(folder / marker, new)
    return len(new)


def note(path: Path, names: Iterable[str]) -> None:
    path.unlink(missing_ok=True)
    path.write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8", newline="\n")


def create(files: Mapping[Path, bytes]) -> None:
    """Puts new files in place, all or none; the last one last, so that it tells of all.

    Raises `InputError` where one is there already: nothing is ever overwritten.
    """
    first = next(iter(files))
    with refusals(first), alone(first.resolve(), first):
        place_all(files)


def place_all(files: Mapping[Path, bytes]) -> None:
    made: list[Path] = []
    try:
        for path, data in files.items():
            write(fresh_of(path), data)
        for path in files:
            place(fresh_of(path), path)
            made.append(path)
    except (OSError, InputError):
        for path in made:
            path.unlink(missing_ok=True)
        raise
    finally:
        for path in files:
            with suppress(OSError):
                fresh_of(path).unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        with suppress(OSError):  # all of them are there, and each is whole
            sync(folder)


def place(draft: Path, path: Path) -> None:
    """Under its name, unless that is taken."""
    try:
        os.link(draft, path)
    except OSError as error:
        if os.path.lexists(path):
            taken = Problem(Where(path.as_posix()), "import-exists", {"path": path.as_posix()})
            raise InputError([taken]) from error
        draft.rename(path)  # where links are not to be had
