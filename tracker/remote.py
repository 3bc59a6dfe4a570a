"""Publishes a site at an address of a store, such as `s3://bucket/prefix`, as `fsspec` reaches it.

A store cannot take a site in one step. What no page leads to yet comes first, then what has
changed, the home page after all; what is gone goes last. A list of what is under way stands there
meanwhile, so that the next run mends what an interrupted one has left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.errors import InputError, Problem, Where
from tracker.manifest import PATH as MANIFEST
from tracker.manifest import digests
from tracker.output import MARKER, SHOWN, listed_in, marker
from tracker.places import SECRET, Address

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

PENDING = ".duixian-pending"  # lists what a run changes, while it does
HOME = "index.html"
AT_ONCE = 8  # requests to delete
PIECE = 256  # files whose contents are in memory together
FEW = 100  # names that are asked for one by one, rather than by a list of everything
S3 = ("s3", "s3a")
READ_ONLY = ("http", "https")
DRIVERS = {
    "abfs": "adlfs", "az": "adlfs", "gcs": "gcsfs", "gs": "gcsfs", "oss": "ossfs", "s3": "s3fs",
    "s3a": "s3fs", "sftp": "paramiko", "smb": "smbprotocol", "ssh": "paramiko",
    "webdav": "webdav4",
}  # fmt: skip
NOT_KNOWN = {"NoCredentialsError", "PartialCredentialsError", "AuthenticationException"}
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/atom+xml",
    "opensearch.xml": "application/opensearchdescription+xml",
    "sitemap.xml": "application/xml",
}
UNKNOWN = "application/octet-stream"

Step = Callable[[int, int], None]


class Store(Struct, frozen=True):
    """The files below an address."""

    address: Address
    system: AbstractFileSystem
    root: str

    def read(self, name: str) -> bytes | None:
        try:
            found: bytes = self.system.cat_file(f"{self.root}/{name}")
        except FileNotFoundError:
            return None
        return found

    def write(self, files: Mapping[str, bytes], type_: str) -> None:
        """All at once, where the driver can; browsers ask each time whether a file has changed."""
        found = {f"{self.root}/{name}": data for name, data in files.items()}
        headers = {"ContentType": type_, "CacheControl": "no-cache"}
        if not self.system.async_impl:  # real folders, rather than names that hold slashes
            for folder in sorted({PurePosixPath(path).parent.as_posix() for path in found}):
                self.system.makedirs(folder, exist_ok=True)
        self.system.pipe(found, **(headers if self.address.scheme in S3 else {}))

    def delete(self, names: Collection[str]) -> None:
        """One by one: a list would be taken for patterns. What is gone already is no matter."""

        def delete_one(name: str) -> None:
            with suppress(FileNotFoundError):
                self.system.rm_file(f"{self.root}/{name}")

        with ThreadPoolExecutor(AT_ONCE if self.system.async_impl else 1) as pool:
            for _ in pool.map(delete_one, names):
                pass

    def holding(self, names: Collection[str]) -> list[str]:
        """Those that stand there."""
        if len(names) <= FEW:
            return [name for name in names if self.system.exists(f"{self.root}/{name}")]
        try:
            found = {path.strip("/") for path in self.system.find(self.root)}
        except FileNotFoundError:
            return []
        return [name for name in names if f"{self.root}/{name}".strip("/") in found]

    def require_empty(self) -> None:
        try:
            found = self.system.ls(self.root, detail=True)
        except FileNotFoundError:
            return
        own = [one for one in found if one["name"].strip("/") == self.root.strip("/")]
        if any(one["type"] == "file" and one["size"] for one in own):
            raise refusal(self.address, "output-no-folder", path=self.address.as_posix())
        if len(found) > len(own):  # consoles put an empty file for a folder
            raise refusal(self.address, "output-not-ours", path=self.address.as_posix())


class Standing(Struct, frozen=True, dict=True):
    """What the last runs have left at the address."""

    lists: Mapping[str, bytes]
    marked: frozenset[str]
    pending: frozenset[str]  # not to be trusted: a run was changing them when it ended

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Of a list that is damaged, none: then everything is written anew."""
        try:
            return digests(self.lists.get(MANIFEST, b""))
        except ValueError:
            return {}

    @cached_property
    def ours(self) -> frozenset[str]:
        if not {MARKER, PENDING} & self.lists.keys():
            return frozenset()
        return self.marked | self.pending | frozenset(self.digests) | {MANIFEST}


class Plan(Struct, frozen=True):
    turns: tuple[tuple[str, ...], ...]  # written one after the other, each at once
    gone: tuple[str, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        return tuple(name for names in self.turns for name in names)


def publish(files: Mapping[str, bytes], address: Address, step: Step = lambda *_: None) -> int:
    """Writes what differs and returns how many files do; only those contents are asked for.

    `step` is told the files done and all there are. Raises `InputError` where what stands there is
    someone else's, or the store cannot be reached.
    """
    with refusals(address):
        store = store_at(address)
        standing = standing_at(store)
        plan = planned(files, standing, store)
        lists = {MANIFEST: files[MANIFEST], MARKER: marker(files)}
        new = [name for name, data in lists.items() if standing.lists.get(name) != data]
        if not (new or plan.turns or standing.pending):
            return 0
        under_way = {*standing.pending, *plan.changed, *plan.gone}
        store.write({PENDING: marker(under_way)}, type_of(PENDING))
    with refusals(address, "remote-half-done"):
        renew(plan, files, lists, store, step)
    return len(plan.changed) + len(new)


def renew(
    plan: Plan, files: Mapping[str, bytes], lists: Mapping[str, bytes], store: Store, step: Step
) -> None:
    """The lists last: until then, what is under way is not to be trusted."""
    done = 0
    for names in plan.turns:
        step(done, len(plan.changed))
        store.write({name: files[name] for name in names}, type_of(names[0]))
        done += len(names)
    store.delete(plan.gone)
    for name, data in lists.items():
        store.write({name: data}, type_of(name))
    store.delete([PENDING])


def published(address: Address) -> frozenset[str]:
    """The paths of the site that stands there, as its last build listed them."""
    with refusals(address):
        return standing_at(store_at(address)).marked


# --- what stands there, and what is to come -----------------------------------------------------


def standing_at(store: Store) -> Standing:
    """Raises `InputError` where something of somebody else's stands."""
    names = (MARKER, MANIFEST, PENDING)
    lists = {name: data for name in names if (data := store.read(name)) is not None}
    if not {MARKER, PENDING} & lists.keys():
        store.require_empty()
    marked, pending = (
        listed_in(whole(lists.get(name, b"")), (store.address / name).as_posix())
        for name in (MARKER, PENDING)
    )
    return Standing(lists, marked, pending)


def whole(listed: bytes) -> bytes:
    """Without a last line that was cut off when it was written."""
    return listed[: listed.rfind(b"\n") + 1]


def planned(files: Mapping[str, bytes], standing: Standing, store: Store) -> Plan:
    """Raises `InputError` where somebody else's file has a name of ours."""
    strange = [name for name in files if name not in standing.ours] if standing.lists else []
    if taken := store.holding(strange):
        raise InputError(
            Problem(Where((store.address / name).as_posix()), "output-taken", {"path": name})
            for name in taken[:SHOWN]
        )
    new = digests(files[MANIFEST])
    changed = [
        name
        for name, expected in new.items()
        if name in standing.pending or standing.digests.get(name) != expected
    ]
    gone = standing.ours - files.keys() - {MANIFEST, MARKER, PENDING}
    return Plan(tuple(turns(changed, standing.ours)), tuple(sorted(gone)))


def turns(names: Iterable[str], ours: Collection[str]) -> Iterator[tuple[str, ...]]:
    def place(name: str) -> tuple[int, str]:
        return turn(name, ours), type_of(name)

    for _, alike in groupby(sorted(names, key=place), place):
        found = tuple(alike)
        yield from (found[start : start + PIECE] for start in range(0, len(found), PIECE))


def turn(name: str, ours: Collection[str]) -> int:
    """When it is written: no page that is there leads to one that is not there yet."""
    plain = name.removesuffix(".gz")
    if plain == HOME:
        return 4
    is_page = plain.endswith(".html")
    return is_page if name not in ours else 2 + is_page


def type_of(name: str) -> str:
    path = PurePosixPath(name)
    if path.name in (MARKER, PENDING):
        return TYPES[".txt"]
    return TYPES.get(path.name) or TYPES.get(path.suffix, UNKNOWN)


# --- the store ----------------------------------------------------------------------------------


def store_at(address: Address) -> Store:
    try:
        from fsspec import get_filesystem_class
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise refusal(address, "remote-driver", package="fsspec") from error
    if address.scheme in READ_ONLY:
        raise refusal(address, "remote-unknown", scheme=address.scheme)
    try:
        get_filesystem_class(address.scheme)
    except ValueError as error:
        raise refusal(address, "remote-unknown", scheme=address.scheme) from error
    except ImportError as error:
        package = DRIVERS.get(address.scheme, str(error))
        raise refusal(address, "remote-driver", package=package) from error
    system, root = url_to_fs(address.url)
    system.invalidate_cache()
    return Store(address, system, root)


@contextmanager
def refusals(address: Address, half_done: str = "") -> Iterator[None]:
    """Drivers raise whatever their own packages do."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        code = half_done or code_of(error)
        raise refusal(address, code, error=in_a_line(error)) from error


def code_of(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "remote-missing"
    if isinstance(error, PermissionError) or type(error).__name__ in NOT_KNOWN:
        return "remote-forbidden"
    return "remote-failing"


def in_a_line(error: Exception) -> str:
    return SECRET.sub("…", (str(error) or type(error).__name__).splitlines()[0])


def refusal(address: Address, code: str, **details: object) -> InputError:
    return InputError([Problem(Where(address.as_posix()), code, details)])
