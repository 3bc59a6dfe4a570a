"""Publishes a site: it is the old one or the new one at every moment, and always whole."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.disk import alone, culprit, fresh_of, put, sync
from tracker.errors import InputError, Problem, Where, unwritable
from tracker.exchange import exchange
from tracker.output import (
    MARKER,
    Entry,
    Kind,
    folders_of,
    foreign,
    is_there,
    listed,
    marker,
    published,
    refusal,
    require_ours,
    require_room,
    same,
    stale_of,
)

SYNCS = 8  # at once: a disk is asked once for many

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the new site is made of."""

    files: Mapping[str, bytes]
    new: Collection[str]  # those that differ from what stands
    kept: tuple[Entry, ...]  # what is not ours, and moves along

    @property
    def folders(self) -> list[str]:
        """A folder before those in it."""
        kept = [one.name for one in self.kept if one.kind is Kind.FOLDER]
        around_kept = folders_of(one.name for one in self.kept)
        return [".", *sorted({*kept, *around_kept, *folders_of(self.files)})]


def publish(files: Mapping[str, bytes], output: Path, step: Step = lambda *_: None) -> int:
    """Puts the files in place of the last site and returns how many differ from it.

    `step` is told the files done and all there are.

    The new site is laid out beside the old one, read back, and then takes its name; what is not
    ours moves along. Raises `InputError` where the folder is someone else's or cannot be written.
    """
    site = Path(os.path.realpath(output))
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with alone(site, output):
            require_ours(output)
            return renew({**files, MARKER: marker(files)}, site, output, step)
    except OSError as error:
        named = culprit(error).replace(fresh_of(site).as_posix(), output.as_posix())
        raise InputError([unwritable(output.as_posix(), error, named)]) from error


def renew(files: Mapping[str, bytes], site: Path, output: Path, step: Step) -> int:
    fresh, stale = fresh_of(site), stale_of(site)
    recover(site)
    for leftover in (fresh, stale):
        clear(leftover, site)
    plan = planned(files, site, output)
    if not plan.new:
        return 0
    try:
        lay_out(plan, site, fresh, step)
        verify(plan, fresh, output)
        take_place(fresh, site, stale)
    except (OSError, InputError):
        with suppress(OSError):
            recover(site)
            remove(fresh)
        raise
    with suppress(OSError):  # the new site stands; what this leaves, the next run takes away
        sync(site.parent)
        for leftover in (fresh, stale):
            clear(leftover, site)
    return len(plan.new)


def planned(files: Mapping[str, bytes], site: Path, output: Path) -> Plan:
    """Raises `InputError` where something that is not ours stands in the way."""
    others = foreign(site, {*published(site), MARKER}) if site.exists() else []
    require_room(others, files, site, output)
    new = [name for name, data in files.items() if not stands(site / name, data)]
    return Plan(files, frozenset(new), tuple(one for one in others if one.name not in files))


def stands(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and same(path, data)


# --- the new site, beside the old one -----------------------------------------------------------


def lay_out(plan: Plan, site: Path, fresh: Path, step: Step) -> None:
    """Writes what differs from the old site, links what does not; on the disk for good.

    The marker comes last: a folder that has none was never whole.
    """
    for name in plan.folders:
        make_like(site / name, fresh / name)
    copies = [one for entry in plan.kept for one in keep(entry, site, fresh)]
    names = [name for name in plan.files if name != MARKER]
    for done, name in enumerate(names):
        step(done, len(names))
        if name in plan.new:
            (fresh / name).write_bytes(plan.files[name])
        else:
            link(site / name, fresh / name)
    sync_all([*copies, *(fresh / name for name in names if name in plan.new)])
    put(fresh / MARKER, plan.files[MARKER])
    for name in reversed(plan.folders):
        if (site / name).is_dir():
            shutil.copystat(site / name, fresh / name)
    sync_all(fresh / name for name in plan.folders)


def make_like(old: Path, new: Path) -> None:
    """A folder with the owner of the old one, if there is one, and the rights to fill it."""
    new.mkdir()
    if not old.is_dir():
        return
    had, has = old.stat(), new.stat()
    if (had.st_uid, had.st_gid) != (has.st_uid, has.st_gid):
        try:
            os.chown(new, had.st_uid, had.st_gid)
        except OSError as error:
            details = {"path": old.as_posix(), "owner": f"{had.st_uid}:{had.st_gid}"}
            raise refusal(old, "output-owned", **details) from error
    new.chmod(stat.S_IMODE(had.st_mode) | stat.S_IRWXU)


def keep(entry: Entry, site: Path, fresh: Path) -> list[Path]:
    """The same entry in the new site; returns the copy, where it could not be linked."""
    old, new = site / entry.name, fresh / entry.name
    if entry.kind is Kind.FOLDER or link(old, new):
        return []
    return [new] if entry.kind is Kind.FILE else []


def link(old: Path, new: Path) -> bool:
    """The same file under a second name; False, and a copy, where links are not to be had.

    What can neither be linked nor copied, as a pipe, is moved when the new site stands.
    """
    try:
        os.link(old, new, follow_symlinks=False)
        return True
    except (OSError, NotImplementedError):
        if old.is_symlink() or old.is_file():
            shutil.copy2(old, new, follow_symlinks=False)
        return False


def sync_all(paths: Iterable[Path]) -> None:
    with ThreadPoolExecutor(SYNCS) as pool:
        for _ in pool.map(sync, paths):
            pass


def verify(plan: Plan, fresh: Path, output: Path) -> None:
    """Raises `InputError` where the disk does not give back what was rendered."""
    damaged = [name for name, data in plan.files.items() if read_back(fresh / name) != data]
    if damaged:
        raise InputError(
            Problem(Where(output.as_posix()), "site-damaged", {"path": name}) for name in damaged
        )


def read_back(path: Path) -> bytes | None:
    """From the disk itself, where the system can be told to forget what it remembers of it."""
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.read()


# --- the switch ---------------------------------------------------------------------------------


def take_place(fresh: Path, site: Path, stale: Path) -> None:
    """In one step; where there is none, in two, between which only `stale` has the old site."""
    if not site.exists():
        fresh.rename(site)
    elif not exchange(fresh, site):
        site.rename(stale)
        fresh.rename(site)


def recover(site: Path) -> None:
    """Gives the old site its name back, if a run ended between the two steps."""
    if stale_of(site).exists() and not site.exists():
        stale_of(site).rename(site)


# --- what is left of the old one ----------------------------------------------------------------


def clear(leftover: Path, site: Path) -> None:
    """Takes it away, but for what is not ours and only it has: that moves to the site.

    Half a site has no marker, and nothing that the site has not.
    """
    if (leftover / MARKER).is_file():
        for entry in foreign(leftover, {*listed(leftover / MARKER), MARKER}):
            move(leftover / entry.name, site / entry.name)
    remove(leftover)


def move(old: Path, new: Path) -> None:
    if is_there(new) or not is_there(old):  # moved along, or with its folder
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)


def remove(path: Path) -> None:
    """Also folders that may not be written, if they are ours to change."""
    if path.is_symlink() or not path.is_dir():
        unlink(path)
        return
    if not os.access(path, os.W_OK | os.X_OK):
        path.chmod(stat.S_IRWXU)
    with os.scandir(path) as found:
        children = [Path(child) for child in found]
    for child in children:
        remove(child)
    path.rmdir()


def unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if os.name != "nt":
            raise
        path.chmod(stat.S_IWRITE)  # Windows keeps what may only be read
        path.unlink()
