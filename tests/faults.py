"""Lets each call to the system fail in turn, or be the last: what is written is old or new.

`python -m tests.faults` does that to every call that publishing a site makes, and writing a file;
`python -m tests.faults 3` to every third.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from tracker import disk, exchange, publish
from tracker.errors import InputError

# What `pathlib`, `shutil` and we call; `open` and what is done with its files come beside.
CALLS = (
    "chmod", "chown", "fsync", "link", "listxattr", "lstat", "mkdir", "open", "posix_fadvise",
    "readlink", "rename", "replace", "rmdir", "scandir", "stat", "symlink", "unlink", "utime",
)  # fmt: skip
CRASHED = 9
CACHE = "._site.cache"
MEMORY = Path("/dev/shm")
OLD = {"index.html": b"old", "kept/same.html": b"same", "gone.html": b"gone"}
NEW = {"index.html": b"new", "kept/same.html": b"same", "come/new.html": b"come"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How it fails: with this error, once or from then on; without one the process ends."""

    name: str
    error: int = 0
    lasting: bool = False


FULL = Kind("disk full from then on", errno.ENOSPC, lasting=True)
FAILING = Kind("disk failing once", errno.EIO)
CRASH = Kind("crash")
KINDS = (FULL, FAILING, CRASH)


@dataclass(slots=True)
class Fault:
    kind: Kind
    at: int
    calls: int = 0

    @property
    def is_reached(self) -> bool:
        return self.calls >= self.at

    def meet(self, *arguments: object) -> None:
        self.calls += 1
        if self.calls != self.at and not (self.kind.lasting and self.is_reached):
            return
        if not self.kind.error:
            os._exit(CRASHED)
        named = [os.fspath(one) for one in arguments[:1] if isinstance(one, (str, Path))]
        raise OSError(self.kind.error, os.strerror(self.kind.error), *named)


def opening(fault: Fault) -> Callable[..., Any]:
    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            fault.meet()
            return super().write(data)

        def readall(self) -> bytes:
            fault.meet()
            return super().readall()

    def opened(path: Any, mode: str = "r", *_: Any, **__: Any) -> Any:
        fault.meet(path)
        raw = Raw(path, mode.replace("b", ""))
        return io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)

    return opened


@contextmanager
def faulty(fault: Fault) -> Iterator[None]:
    """The system, with the fault in it."""

    def failing(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            fault.meet(*arguments)
            return call(*arguments, **named)

        for able in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
            able.update({called} if call in able else ())
        return called

    whole = {name: getattr(os, name) for name in CALLS}, io.open
    for name, call in whole[0].items():
        setattr(os, name, failing(call))
    for module in (io, builtins):
        setattr(module, "open", opening(fault))  # noqa: B010
    try:
        yield
    finally:
        for name, call in whole[0].items():
            setattr(os, name, call)
        for module in (io, builtins):
            setattr(module, "open", whole[1])  # noqa: B010


# --- what is done -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Operation:
    name: str
    reset: Callable[[Path], None]  # whatever stands there, it becomes the old again
    run: Callable[[Path], object]
    kinds: tuple[Kind, ...] = KINDS
    swaps: bool = True  # False: as on a system that cannot exchange folders


def site_in(folder: Path) -> Path:
    return folder / "_site"


def old_site(folder: Path) -> None:
    publish.publish(OLD, site_in(folder))
    site = site_in(folder)
    if not (site / "CNAME").exists():
        (site / "CNAME").write_bytes(b"ours to keep")
        (site / "link").symlink_to("nowhere")
        (site / "kept/box").mkdir(mode=0o700)
        os.mkfifo(site / "pipe")
        for name in ("CNAME", "kept/box"):
            os.utime(site / name, (1, 1))


def new_site(folder: Path) -> None:
    publish.publish(NEW, site_in(folder))


def old_twin(folder: Path) -> None:
    """The new site's turn to be kept for the next."""
    (folder / CACHE).mkdir(exist_ok=True)
    new_site(folder)
    old_site(folder)


def old_file(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"old")


def replaced(folder: Path) -> None:
    with io.FileIO(folder / "a.yaml") as file:  # not one of the calls that fail
        before = file.readall()
    disk.replace_text(folder / "a.yaml", before, b"new")


def stored(folder: Path) -> None:
    disk.store(folder / "a.yaml", b"new")


OPERATIONS = (
    Operation("publish", old_site, new_site),
    Operation("publish by two renames", old_site, new_site, (FULL, CRASH), swaps=False),
    Operation("publish beginning with an earlier site", old_twin, new_site),
    Operation("replace", old_file, replaced),
    Operation("store", old_file, stored),
)


def state(folder: Path) -> dict[str, object]:
    """Every entry; of the two names of a site that changes in two steps, whichever it has."""
    stale = folder / "._site.old"
    moved = {"._site.old": "_site"} if stale.exists() and not site_in(folder).exists() else {}
    found: dict[str, object] = {}
    for base, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(base, name)
            parts = path.relative_to(folder).parts
            if not parts[0].startswith(".") or parts[0] in moved:
                found["/".join((moved.get(parts[0], parts[0]), *parts[1:]))] = entry(path)
    return found


def entry(path: Path) -> tuple[object, ...]:
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return mode, path.read_bytes(), path.stat().st_mtime_ns if path.name == "CNAME" else 0
    if stat.S_ISLNK(mode):
        return mode, os.readlink(path)
    return mode, path.lstat().st_mtime_ns if path.name == "box" else 0


# --- trials -------------------------------------------------------------------------------------


def tried(operation: Operation, kind: Kind, folder: Path, step: int) -> Counter[str]:
    """How many calls failed, and how the operation ended."""
    operation.reset(folder)
    old = state(folder)
    operation.run(folder)
    new = state(folder)
    ends: Counter[str] = Counter()
    for at in count(1, step):
        operation.reset(folder)
        fault = Fault(kind, at)
        end = ended(operation, fault, folder)
        if end == "untouched":
            return ends
        allowed = {"refused": [old], "done": [new], "crashed": [old, new]}
        is_whole = state(folder) in allowed[end]
        operation.run(folder)
        left = {path.name for path in folder.iterdir()} - {"_site", "a.yaml", CACHE}
        is_mended = state(folder) == new and not left
        ends[end if is_whole and is_mended else f"broken at call {at}"] += 1
    raise AssertionError("the calls have an end")


def ended(operation: Operation, fault: Fault, folder: Path) -> str:
    if not fault.kind.error:
        return {0: "untouched", CRASHED: "crashed"}[in_a_process(operation, fault, folder)]
    try:
        with faulty(fault):
            operation.run(folder)
    except InputError:
        return "refused"
    return "done" if fault.is_reached else "untouched"


def in_a_process(operation: Operation, fault: Fault, folder: Path) -> int:
    pid = os.fork()
    if not pid:
        run(operation, fault, folder)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def run(operation: Operation, fault: Fault, folder: Path) -> NoReturn:
    code = 70
    try:
        with faulty(fault):
            operation.run(folder)
        code = 0
    finally:
        os._exit(code)


def main(step: int) -> int:
    setattr(disk, "PATIENCE", 0.1)  # a lock that cannot be had is not waited for  # noqa: B010
    is_broken = False
    for operation in OPERATIONS:
        setattr(publish, "exchange", exchange.exchange if operation.swaps else lambda *_: False)  # noqa: B010
        for kind in operation.kinds:
            with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
                ends = tried(operation, kind, Path(folder), step)
            told = ", ".join(f"{end} {number}" for end, number in ends.items())
            print(f"{operation.name}, {kind.name}: {told}")
            is_broken |= any(end.startswith("broken") for end in ends)
    return int(is_broken)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else 1))
