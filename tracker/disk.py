"""The only writer: a file or a site is old or new at every moment, also when this is killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from tracker.errors import InputError, Problem, Where
from tracker.exchange import exchange

MARKER = ".duixian"  # lists the files that are ours; everything else in the folder is kept
PATIENCE = 30.0  # seconds to wait for another process that writes the same


def replace_text(path: Path, before: bytes, after: bytes) -> None:
    """Raises `InputError`, and writes nothing, where the file no longer holds `before`."""
    real = path.resolve()
    try:
        with alone(real, path):
            if real.read_bytes() != before:
                raise InputError([Problem(Where(path.as_posix()), "file-changed")])
            put(real, after)
    except OSError as error:
        raise InputError([unwritable(path, error)]) from error


def store(path: Path, data: bytes) -> None:
    """Puts a file there, instead of what was; raises `InputError` where that cannot be done."""
    try:
        put(path, data)
    except OSError as error:
        raise InputError([unwritable(path, error)]) from error


def put(path: Path, data: bytes) -> None:
    """On the disk for good before it takes the file's name; leaves nothing else behind."""
    fresh = fresh_of(path)
    try:
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def fresh_of(path: Path) -> Path:
    """Where that is written which is to take its name; hidden, so that nobody takes it for done."""
    return path.with_name(f".{path.name}.new")


@contextmanager
def alone(real: Path, path: Path) -> Iterator[None]:
    """Nobody else writes `real` meanwhile; the system frees the lock of a process that dies."""
    lock = FileLock(real.with_name(f".{real.name}.lock"), PATIENCE, fallback_to_soft=False)
    try:
        with lock:
            yield
    except Timeout as error:
        details = {"seconds": int(PATIENCE)}
        raise InputError([Problem(Where(path.as_posix()), "file-busy", details)]) from error


def publish(
    files: Mapping[str, bytes], output: Path, step: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Puts the files in place of the last site and returns how many differ from it.

    `step` is told the files done and all there are.

    The new site is laid out beside the old one and then takes its name; files that are not ours
    move along. Raises `InputError` where the folder is someone else's or cannot be written to.
    """
    if output.exists() and not is_ours(output):
        details = {"path": output.as_posix()}
        raise InputError([Problem(Where(output.as_posix()), "output-not-ours", details)])
    site = output.resolve()
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with alone(site, output):
            return renew(files, site, step)
    except OSError as error:
        where, at = Where(output.as_posix()), Path(error.filename or output)
        details = {"path": at.as_posix(), "error": error.strerror or str(error)}
        raise InputError([Problem(where, "output-unwritable", details)]) from error


def renew(files: Mapping[str, bytes], site: Path, step: Callable[[int, int], None]) -> int:
    fresh, stale = fresh_of(site), stale_of(site)
    recover(site)
    for leftover in (fresh, stale):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        changed = lay_out({**files, MARKER: marker(files)}, fresh, site, step)
        if changed:
            take_place(fresh, site, stale)
    finally:
        recover(site)
        shutil.rmtree(fresh, ignore_errors=True)
    return changed


def take_place(fresh: Path, site: Path, stale: Path) -> None:
    """In one step; where there is none, in two, between which only `stale` has the old site."""
    if not site.exists():
        fresh.rename(site)
    elif not exchange(fresh, site):
        site.rename(stale)
        fresh.rename(site)
        shutil.rmtree(stale, ignore_errors=True)


def stale_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def recover(site: Path) -> None:
    """Gives the old site its name back, if a run ended between the two steps."""
    if stale_of(site).exists() and not site.exists():
        stale_of(site).rename(site)


def published(output: Path) -> frozenset[str]:
    """The paths of the site that stands in the folder, as its last build listed them."""
    standing = output if output.exists() else stale_of(output.resolve())
    marker = standing / MARKER
    return frozenset(marker.read_text("utf-8").splitlines()) if marker.is_file() else frozenset()


def is_ours(output: Path) -> bool:
    if not output.is_dir():
        return False
    return (output / MARKER).is_file() or not any(output.iterdir())


def marker(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{name}\n" for name in sorted(files)).encode()


def lay_out(
    files: Mapping[str, bytes], fresh: Path, output: Path, step: Callable[[int, int], None]
) -> int:
    """Writes what differs from the old site, links what does not; counts what differs or goes."""
    changed = 0
    for done, (name, data) in enumerate(files.items()):
        step(done, len(files))
        old, new = output / name, fresh / name
        new.parent.mkdir(parents=True, exist_ok=True)
        if old.is_file() and old.read_bytes() == data:
            link(old, new)
        else:
            new.write_bytes(data)
            changed += 1
    for name in foreign(output, files):
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        link(output / name, fresh / name)
    return changed


def foreign(output: Path, files: Mapping[str, bytes]) -> list[str]:
    """Files in the folder that neither the last build wrote nor this one does."""
    if not output.exists():
        return []
    ours = published(output)
    present = (p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
    return sorted(name for name in present if name not in files and name not in ours)


def link(old: Path, new: Path) -> None:
    """The same file under a second name, with its time; a copy where links are not to be had."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def create(files: Mapping[Path, bytes]) -> None:
    """Puts new files in place, all or none; the last one last, so that it tells of all.

    Raises `InputError` where one is there already: nothing is ever overwritten.
    """
    drafts: list[Path] = []
    made: list[Path] = []
    path = next(iter(files))
    try:
        for path, data in files.items():
            drafts.append(fresh_of(path))
            drafts[-1].write_bytes(data)
        for draft, path in zip(drafts, files, strict=True):
            place(draft, path)
            made.append(path)
    except OSError as error:
        for one in made:
            one.unlink(missing_ok=True)
        raise InputError([refused(path, error)]) from error
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)


def place(draft: Path, path: Path) -> None:
    """Under its name, unless that is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # where links are not to be had
        with path.open("xb") as file:
            file.write(draft.read_bytes())


def refused(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileExistsError):
        return Problem(Where(path.as_posix()), "import-exists", {"path": path.as_posix()})
    return unwritable(path, error)


def unwritable(path: Path, error: OSError) -> Problem:
    return Problem(Where(path.as_posix()), "file-unwritable", {"error": error.strerror or error})
