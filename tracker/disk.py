"""The only writer: a site is published whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.errors import InputError, Problem, Where

MARKER = ".duixian"  # lists the files that are ours; everything else in the folder is kept


def publish(
    files: Mapping[str, bytes], output: Path, step: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Puts the files in place of the last site and returns how many differ from it.

    `step` is told the files done and all there are.

    The new site is laid out beside the old one and then takes its name; files that are not ours
    move along. Raises `InputError` where the folder is someone else's or cannot be written to.
    """
    if output.exists() and not is_ours(output):
        raise InputError([Problem(Where(str(output)), "output-not-ours", {"path": output})])
    fresh = output.with_name(f".{output.name}.new")
    stale = output.with_name(f".{output.name}.old")
    try:
        for leftover in (fresh, stale):
            shutil.rmtree(leftover, ignore_errors=True)
        changed = lay_out({**files, MARKER: marker(files)}, fresh, output, step)
        if not changed:
            shutil.rmtree(fresh)
            return 0
        if output.exists():
            output.rename(stale)
        fresh.rename(output)
        shutil.rmtree(stale, ignore_errors=True)
    except OSError as error:
        if stale.exists() and not output.exists():
            stale.rename(output)
        shutil.rmtree(fresh, ignore_errors=True)
        details = {"path": error.filename or output, "error": error.strerror}
        raise InputError([Problem(Where(str(output)), "output-unwritable", details)]) from error
    return changed


def published(output: Path) -> frozenset[str]:
    """The paths of the site that stands in the folder, as its last build listed them."""
    marker = output / MARKER
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
            drafts.append(path.with_name(f".{path.name}.new"))
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
    shown = path.as_posix()
    if isinstance(error, FileExistsError):
        return Problem(Where(shown), "import-exists", {"path": shown})
    return Problem(Where(shown), "file-unwritable", {"error": error.strerror})
