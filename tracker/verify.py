"""Whether a published copy, in a folder or at an address, is byte for byte what its list says."""

from __future__ import annotations

import errno
import os
import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPException, HTTPResponse, IncompleteRead
from multiprocessing.pool import ThreadPool
from pathlib import Path
from time import monotonic
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct

from tracker.errors import InputError, Problem, Where
from tracker.lazy import regex
from tracker.links import AGENT, encoded, in_words
from tracker.manifest import PATH, as_listed, digest, digests
from tracker.output import MARKER
from tracker.provenance import PATH as BUILD_INFO

ADDRESS = regex("https?:", re.IGNORECASE)
AT_ONCE = 8  # requests; a browser opens as many
TIMEOUT = 20.0  # seconds of silence that a server is allowed
LONGEST = 120.0  # seconds that it is allowed for one file
LARGEST = 32_000_000  # bytes of one file
LARGEST_LIST = 10_000_000  # of the list: 100,000 files, a hundred times a site's
PIECE = 65_536
HEADERS = {"User-Agent": f"{AGENT} (verifies what it published)", "Accept-Encoding": "identity"}
GONE = (404, 410)
GZIP = 16 + zlib.MAX_WBITS  # as zlib has it: with the head and the sum of a gzip file

Read = Callable[[str], bytes | None]  # a path of the site → its bytes; None where there is none
Step = Callable[[int, int], None]


class Verified(Struct, frozen=True):
    files: int
    manifest: str  # its own SHA-256
    unlisted: tuple[str, ...]  # in a folder, beside the site's files
    build_info: bytes  # empty where the site has none


class ElsewhereError(OSError):
    """A server sends visitors to another; whoever asks for this one's files learns of that."""


def verify(copy: str, trusted: Path | None, step: Step = lambda *_: None) -> Verified:
    """Against the list that the copy itself has, or against a trusted one.

    `step` is told the files read and all there are. Raises `InputError` with all that differs.
    """
    at_an_address = bool(ADDRESS.match(copy.strip()))
    site = site_at(copy) if at_an_address else copy
    read = partial(fetched, site) if at_an_address else partial(stored, Path(site))
    own_place = place(site, PATH)
    own = listed(own_place, lambda: read(PATH))
    expected = as_listed(listed(trusted.as_posix(), partial(kept, trusted))) if trusted else own
    files = entries(expected, trusted.as_posix() if trusted else own_place)
    problems = [] if own == expected else [Problem(Where(own_place), "copy-list-differs")]
    # Whose threads end with the process: no server keeps it from ending.
    with ThreadPool(AT_ONCE if at_an_address else 1) as readers:
        found = readers.imap(partial(compared, site, read), files.items())
        for done, problem in enumerate(found):
            step(done + 1, len(files))
            problems += problem
    if problems:
        raise InputError(problems)
    unlisted = () if at_an_address else tuple(beside(Path(site), {*files, PATH, MARKER}))
    info = read(BUILD_INFO) if BUILD_INFO in files else None
    return Verified(len(files), digest(expected), unlisted, info or b"")


def site_at(address: str) -> str:
    """As it is asked for: in ASCII, without what a page may be asked and its places."""
    try:
        return urlsplit(encoded(address))._replace(query="").geturl()
    except ValueError as error:
        raise InputError([Problem(Where(address), "copy-list-missing")]) from error


def listed(shown: str, read: Callable[[], bytes | None]) -> bytes:
    """Raises `InputError` where there is none, or one of nothing."""
    try:
        found = read()
        if found and len(found) > LARGEST_LIST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    except OSError as error:
        raise InputError([unreadable(shown, error)]) from error
    if not found:
        raise InputError([Problem(Where(shown), "copy-list-missing")])
    return found


def entries(manifest: bytes, shown: str) -> dict[str, str]:
    try:
        return digests(manifest)
    except ValueError as error:
        raise InputError([Problem(Where(shown, error.args[0]), "copy-list-damaged")]) from error


def compared(copy: str, read: Read, entry: tuple[str, str]) -> list[Problem]:
    path, expected = entry
    try:
        found = read(path)
    except OSError as error:
        return [unreadable(place(copy, path), error)]
    if found is None:
        return [Problem(Where(place(copy, path)), "copy-missing")]
    if digest(found) != expected:
        return [Problem(Where(place(copy, path)), "copy-differs")]
    return []


def unreadable(shown: str, error: OSError) -> Problem:
    if isinstance(error, ElsewhereError):
        return Problem(Where(shown), "copy-elsewhere", {"address": error.args[0]})
    return Problem(Where(shown), "copy-unreadable", {"error": in_words(error)})


def place(copy: str, path: str) -> str:
    return f"{copy.rstrip('/')}/{path}"


# --- a folder -----------------------------------------------------------------------------------


def stored(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def kept(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


# --- an address ---------------------------------------------------------------------------------


def fetched(address: str, path: str) -> bytes | None:
    request = Request(place(address, quote(path)), headers=HEADERS)
    try:
        with build_opener(Redirects).open(request, timeout=TIMEOUT) as response:
            return unpacked(b"".join(pieces(response)), response)
    except HTTPError as error:
        if error.code in GONE:
            return None
        raise OSError(error.code, f"HTTP {error.code}") from error
    except (HTTPException, ValueError, zlib.error) as error:
        raise OSError(0, type(error).__name__) from error


class Redirects(HTTPRedirectHandler):
    """Within a host, as from /about.html to /about; another's files are not this one's."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        here, there = urlsplit(req.full_url), urlsplit(encoded(newurl))
        if here.hostname != there.hostname or (here.scheme, there.scheme) == ("https", "http"):
            fp.close()
            raise ElsewhereError(f"{there.scheme}://{there.netloc}/")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def pieces(response: HTTPResponse) -> Iterator[bytes]:
    """To the end, if that comes: neither a slow nor an endless answer is waited for."""
    end = monotonic() + LONGEST
    size = 0
    while piece := response.read1(PIECE):
        yield piece
        size += len(piece)
        if size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        if monotonic() > end:
            raise TimeoutError
    if response.length:  # of what the server promised
        raise IncompleteRead(b"", response.length)


def unpacked(data: bytes, response: HTTPResponse) -> bytes:
    """Some send gzip, whatever they are asked for."""
    if response.headers.get("Content-Encoding", "").lower() not in ("gzip", "x-gzip"):
        return data
    return zlib.decompressobj(GZIP).decompress(data, LARGEST)


# --- what else is there -------------------------------------------------------------------------


def beside(folder: Path, ours: set[str]) -> Iterator[str]:
    """What the site is not made of: files of the editors' own, or of somebody else's."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name not in ours and not path.is_dir():
            yield name
