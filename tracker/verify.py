"""Whether a published copy, in a folder or at an address, is byte for byte what its list says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from tracker.errors import InputError, Problem, Where
from tracker.links import AGENT, in_words
from tracker.manifest import PATH, digest, digests
from tracker.provenance import PATH as BUILD_INFO

AT_ONCE = 8  # requests; a browser opens as many
TIMEOUT = 20.0  # seconds of silence that a server is allowed
LARGEST = 100_000_000  # bytes of one file
HEADERS = {"User-Agent": f"{AGENT} (verifies what it published)", "Accept-Encoding": "identity"}
GONE = (404, 410)

Read = Callable[[str], bytes | None]  # a path of the site → its bytes; None where there is none
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verified:
    files: int
    manifest: str  # its own SHA-256
    unlisted: tuple[str, ...]  # in a folder, beside the site's files
    build_info: bytes  # empty where the site has none


def verify(copy: str, trusted: Path | None, step: Step = lambda *_: None) -> Verified:
    """Against the list that the copy itself has, or against a trusted one.

    `step` is told the files read and all there are. Raises `InputError` with all that differs.
    """
    at_an_address = copy.startswith(("http://", "https://"))
    read = partial(fetched, copy) if at_an_address else partial(stored, Path(copy))
    own_place = place(copy, PATH)
    own = listed(own_place, lambda: read(PATH))
    expected = listed(trusted.as_posix(), trusted.read_bytes) if trusted else own
    files = entries(expected, trusted.as_posix() if trusted else own_place)
    problems = [] if own == expected else [Problem(Where(own_place), "copy-list-differs")]
    with ThreadPoolExecutor(AT_ONCE if at_an_address else 1) as readers:
        for done, problem in enumerate(readers.map(partial(compared, copy, read), files.items())):
            step(done + 1, len(files))
            problems += problem
    if problems:
        raise InputError(problems)
    unlisted = () if at_an_address else tuple(beside(Path(copy), {*files, PATH}))
    info = read(BUILD_INFO) if BUILD_INFO in files else None
    return Verified(len(files), digest(expected), unlisted, info or b"")


def listed(shown: str, read: Callable[[], bytes | None]) -> bytes:
    try:
        found = read()
    except FileNotFoundError:
        found = None
    except OSError as error:
        raise InputError([unreadable(shown, error)]) from error
    if found is None:
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
    return Problem(Where(shown), "copy-unreadable", {"error": in_words(error)})


def place(copy: str, path: str) -> str:
    return f"{copy.rstrip('/')}/{path}"


def stored(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def fetched(address: str, path: str) -> bytes | None:
    request = Request(place(address, quote(path)), headers=HEADERS)
    try:
        with urlopen(request, timeout=TIMEOUT) as response:
            return bytes(response.read(LARGEST))
    except HTTPError as error:
        if error.code in GONE:
            return None
        raise OSError(error.code, f"HTTP {error.code}") from error
    except (HTTPException, ValueError) as error:
        raise OSError(0, type(error).__name__) from error


def beside(folder: Path, ours: set[str]) -> Iterator[str]:
    """What the editors put into the folder themselves; hidden files are no part of a site."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in ours and "/." not in f"/{name}":
            yield name
