"""Publishes a site: it is the old one or the new one at every moment, and always whole."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Self, TypeVar

from tracker.disk import alone, culprit, fresh_of, put, sync
from tracker.errors import InputError, Problem, Where, unwritable
from tracker.exchange import exchange
from tracker.manifest import digest
from tracker.output import (
    MARKER,
    Entry,
    File,
    Kind,
    around,
    entries,
    folders_of,
    foreign,
    is_there,
    listed,
    marker,
    published,
    refusal,
    require_ours,
    require_room,
    stale_of,
)
from tracker.unchanged import cache_of

SYNCS = 8  # at once: a disk is asked once for many

TWIN = "twin"  # in the cache: the site before this one, which the next begins with

MANY = 1000  # new files, from which on the disk is asked to keep everything at once

Step = Callable[[int, int], None]

T = TypeVar("T")
R = TypeVar("R")


def publish(files: Mapping[str, bytes], output: Path, step: Step = lambda *_: None) -> int:
    """Puts the files in place of the last site and returns how many differ from it.

    `step` is told the files done and all there are. Raises `InputError` where the folder is
    someone else's or cannot be written.
    """
    with Publication(output) as site:
        for done, (path, data) in enumerate(files.items()):
            step(done, len(files))
            site.put(path, data)
        return site.finish()


class Publication:
    """A new site on its way: laid out beside the old one, read back, then it takes its name.

    It begins with the site before the old one, where that was kept: most of its files are those of
    the old one already. What is not ours moves along. To be used as a context, which leaves the old
    site alone unless `finish` was called, and raises `InputError` for whatever the system refuses.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._site = Path(os.path.realpath(output))
        self._fresh = fresh_of(self._site)
        self._twin = Path(cache_of(str(output)), TWIN)
        self._new: dict[str, str] = {}  # SHA-256 of what differs from the old site, by path
        self._kept: set[str] = set()
        self._linked: list[str] = []  # of what is kept
        self._copies: list[Path] = []
        self._folders: set[str] = set()
        self._standing: dict[str, File | None] = {}  # in the old site
        self._times: dict[str, int] = {}  # of its folders, which tell when something comes
        self._others = False  # something that is not ours
        self._is_first = True
        self._stands = False
        self._leaving = ExitStack()

    def __enter__(self) -> Self:
        with self._leaving as leaving:
            leaving.enter_context(self._refusals())
            self._site.parent.mkdir(parents=True, exist_ok=True)
            leaving.enter_context(alone(self._site, self._output))
            require_ours(self._output)
            recover(self._site)
            for leftover in (self._fresh, stale_of(self._site)):
                clear(leftover, self._site)
            leaving.callback(self._give_up)
            take_up(self._twin, self._fresh)
            self._is_first = not self._site.exists()
            self._leaving = leaving.pop_all()
        return self

    def __exit__(self, *raised: Any) -> None:
        self._leaving.__exit__(*raised)

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            fresh, output = self._fresh.as_posix(), self._output.as_posix()
            named = culprit(error).replace(fresh, output)
            raise InputError([unwritable(output, error, named)]) from error

    def _give_up(self) -> None:
        """What cannot be taken away now, the next run takes away."""
        with suppress(OSError):
            if not self._stands:
                recover(self._site)
                self._lay_aside(self._fresh)

    def anew(self) -> None:
        """As if nothing had been put or kept so far."""
        remove(self._fresh)
        self._new.clear()
        self._kept.clear()
        self._folders.clear()

    def put(self, path: str, data: bytes) -> None:
        if path == MARKER:  # of a site that is published again
            return
        if not self._is_first and stands(f"{self._site}/{path}", data):
            self.keep(path)
            return
        if path.rpartition("/")[0] not in self._folders:
            for folder in (".", *around(path)):
                self._make(folder)
        write_anew(f"{self._fresh}/{path}", data)
        self._new[path] = digest(data)

    def keep(self, path: str) -> None:
        """As it stands in the old site."""
        self._kept.add(path)

    def read(self, path: str) -> bytes:
        return ((self._fresh if path in self._new else self._site) / path).read_bytes()

    def _make(self, folder: str) -> None:
        if folder not in self._folders:
            make_like(self._site / folder, self._fresh / folder)
            self._folders.add(folder)

    @property
    def changed(self) -> set[str]:
        """Files that are not those of the old site, or have got a second name."""
        return {*self._new, *self._linked, MARKER}

    def finish(self) -> int:
        """Puts the new site in place of the old one; how many files differ, the marker too."""
        listed = marker(self._new.keys() | self._kept)
        is_marked = stands(f"{self._site}/{MARKER}", listed)
        if is_marked and not self._new:
            return 0
        self._lay_out(self._moving_along(), listed)
        self._verify(listed)
        take_place(self._fresh, self._site, stale_of(self._site))
        self._stands = True
        with suppress(OSError):  # what this leaves, the next run takes away
            sync(self._site.parent)
            for old in (self._fresh, stale_of(self._site)):
                if self._others or times_of(old, self._times) != self._times:
                    rescue(old, self._site)
                self._lay_aside(old)
            if self._is_first:
                self._leave_twin()
        return len(self._new) + (not is_marked)

    def _lay_aside(self, folder: Path) -> None:
        """For the next run, if there is a place for it; copies would take too much."""
        with suppress(OSError):
            if not self._copies:
                folder.rename(self._twin)
        remove(folder)

    def _leave_twin(self) -> None:
        """Of a first site, so that the next one finds its links made, if there is a place."""
        if self._twin.parent.is_dir():
            remove(self._twin)
            for folder in (".", *sorted(self._folders - {"."})):
                (self._twin / folder).mkdir()
            for name in self._new:
                os.link(f"{self._site}/{name}", f"{self._twin}/{name}")

    def _moving_along(self) -> list[Entry]:
        """What is not ours; raises `InputError` where something of it stands in the way."""
        site, ours = self._site, {*published(self._site), MARKER}
        self._times = times_of(site, [".", *folders_of(ours)])
        found = [] if self._is_first else list(entries(site))
        self._standing = {one.name: one.file for one in found}
        others = foreign(found, ours)
        self._others = bool(others)
        names = self._new.keys() | self._kept | {MARKER}
        require_room(others, names, self._kept, site, self._output)
        return [one for one in others if one.name not in names]

    def _lay_out(self, others: Collection[Entry], listed: bytes) -> None:
        """Links what is as it was; everything is on the disk for good before the marker is.

        A folder that has no marker was never whole.
        """
        site, fresh = self._site, self._fresh
        files = {one.name: one.kind for one in others if one.kind is not Kind.FOLDER}
        held = {one.name for one in others if one.kind is Kind.FOLDER}
        folders = held | folders_of([*self._new, *self._kept, *files])
        for folder in (".", *sorted(folders)):
            self._make(folder)
        wanted = {*self._new, *self._kept, *files, *folders}
        found = {one.name: one.file for one in entries(fresh)}
        for name in found.keys() - wanted:
            remove(fresh / name)
        for name in [*self._kept, *files]:
            if not found.get(name) or found[name] != self._standing.get(name):
                self._link(name, files.get(name, Kind.FILE))
        sync_all([*self._copies, *(fresh / name for name in self._new)])
        put(fresh / MARKER, listed)
        for folder in sorted(self._folders, reverse=True):
            if (site / folder).is_dir():
                shutil.copystat(site / folder, fresh / folder)
        sync_all(fresh / folder for folder in self._folders)

    def _link(self, name: str, kind: Kind) -> None:
        """The same entry in the new site, unless it is there already."""
        old, new = f"{self._site}/{name}", f"{self._fresh}/{name}"
        if is_one(old, new):
            return
        if os.path.lexists(new):
            remove(Path(new))
        if not link(old, new) and kind is Kind.FILE:
            self._copies.append(Path(new))
        if name in self._kept:
            self._linked.append(name)

    def _verify(self, listed: bytes) -> None:
        """Raises `InputError` where the disk does not give back what was put."""
        found = {**self._new, MARKER: digest(listed)}
        read = at_once(lambda name: gives_back(f"{self._fresh}/{name}", found[name]), found)
        damaged = [name for name, is_sound in zip(found, read, strict=True) if not is_sound]
        site, fresh = self._site, self._fresh
        pairs = ((name, f"{site}/{name}", f"{fresh}/{name}") for name in self._linked)
        damaged += [name for name, old, new in pairs if not is_as(old, new)]
        if damaged:
            where = Where(self._output.as_posix())
            raise InputError(Problem(where, "site-damaged", {"path": name}) for name in damaged)


def stands(path: str, data: bytes) -> bool:
    if not is_plain(path):
        return False
    with open(path, "rb") as stream:
        return stream.read() == data


def is_plain(path: str) -> bool:
    """A file, not a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


# --- the new site, beside the old one -----------------------------------------------------------


def make_like(old: Path, new: Path) -> None:
    """A folder with the owner of the old one, if there is one, and the rights to fill it."""
    if new.is_symlink() or not new.is_dir():
        remove(new)
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


def write_anew(path: str, data: bytes) -> None:
    """Never into what stands there, which may be the very file of the old site."""
    try:
        stream = open(path, "xb")  # noqa: SIM115
    except FileExistsError:
        remove(Path(path))
        stream = open(path, "xb")  # noqa: SIM115
    with stream:
        stream.write(data)


def is_one(old: str, new: str) -> bool:
    """One entry under two names."""
    try:
        return os.path.samestat(os.lstat(old), os.lstat(new))
    except (FileNotFoundError, NotADirectoryError):
        return False


def link(old: str, new: str) -> bool:
    """The same file under a second name; False, and a copy, where links are not to be had.

    What can neither be linked nor copied, as a pipe, is moved when the new site stands.
    """
    try:
        os.link(old, new, follow_symlinks=False)
        return True
    except (OSError, NotImplementedError):
        if os.path.islink(old) or os.path.isfile(old):
            shutil.copy2(old, new, follow_symlinks=False)
        return False


def sync_all(paths: Iterable[Path]) -> None:
    found = list(paths)
    if len(found) > MANY and hasattr(os, "sync"):
        os.sync()
        return
    for _ in at_once(sync, found):
        pass


def at_once(ask: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """The disk's answers in the order of the items; it is asked several things at a time."""
    from concurrent.futures import ThreadPoolExecutor

    rest = iter(items)
    with ThreadPoolExecutor(SYNCS) as pool:
        while some := list(islice(rest, MANY)):
            yield from pool.map(ask, some)


def is_as(old: str, new: str) -> bool:
    """One file under two names, or where links are not to be had, a copy."""
    return os.path.samefile(old, new) or Path(old).read_bytes() == Path(new).read_bytes()


def gives_back(path: str, expected: str) -> bool:
    return is_plain(path) and digest(read_back(path)) == expected


def read_back(path: str) -> bytes:
    """From the disk itself, where the system can be told to forget what it remembers of it."""
    with open(path, "rb") as stream:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.read()


# --- the site before the old one ----------------------------------------------------------------


def take_up(twin: Path, fresh: Path) -> None:
    """As the beginning of a new site, which has no marker; without it all is made anew."""
    with suppress(OSError):
        if twin.is_dir() and not twin.is_symlink():
            (twin / MARKER).unlink(missing_ok=True)
            twin.rename(fresh)


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
    rescue(leftover, site)
    remove(leftover)


def times_of(site: Path, folders: Iterable[str]) -> dict[str, int]:
    found = {}
    for folder in folders:
        with suppress(FileNotFoundError, NotADirectoryError):
            found[folder] = os.stat(f"{site}/{folder}").st_mtime_ns
    return found


def rescue(leftover: Path, site: Path) -> None:
    """What is not ours and only it has moves to the site.

    Half a site has no marker, and nothing that the site has not.
    """
    if (leftover / MARKER).is_file():
        for entry in foreign(entries(leftover), {*listed(leftover / MARKER), MARKER}):
            move(leftover / entry.name, site / entry.name)


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
