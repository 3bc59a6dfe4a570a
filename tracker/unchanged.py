"""Whether a build would find everything as the last one has left it; imports next to nothing.

What the last build saw of each file is its place on the disk, its size and its times. A file that
was written in the very moment in which it was looked at counts as changed.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from tracker.speech import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

Seen = tuple[int, ...]

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
RECORD = "seen"
SITE = "site"
LANGUAGES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "PYTHONIOENCODING")
YOUNG = 100_000_000  # nanoseconds: no clock of a file system is coarser
UNREAD = ("__pycache__",)  # folders from which no site is made


def told(words: list[str]) -> bool:
    """Says what a build would say that has nothing to do; False where there may be something."""
    try:
        output = output_in(words)
        record = noted(output, RECORD)
        if record["asked"] != asked(words) or not all(map(stands, record["files"].items())):
            return False
        folders, absent = record["folders"], record["absent"]
        if folders != listed(folders) or any(map(os.path.exists, absent)):
            return False
        site = os.path.realpath(output)
        if any(seen(f"{site}/{path}") != left for path, left in noted(output, SITE).items()):
            return False
        prepare()
        sys.stdout.write(record["said"])
        sys.stdout.flush()
    except (OSError, EOFError, ValueError, TypeError, KeyError):
        return False
    return True


def noted(output: str, name: str) -> dict[str, Any]:
    with open(os.path.join(cache_of(output), name), "rb") as stream:
        found: dict[str, Any] = marshal.loads(stream.read())  # `load` asks for each value
    return found


def asked(words: list[str]) -> tuple[object, ...]:
    """What is asked for and when: the same words, another day or another place are another."""
    day = time.strftime("%Y-%m-%d"), os.environ.get("SOURCE_DATE_EPOCH")
    spoken = tuple(os.environ.get(name) for name in LANGUAGES)
    return tuple(words), day, os.getcwd(), spoken, sys.version


def output_in(words: list[str]) -> str:
    for at, word in enumerate(words):
        if word == "--output" and at + 1 < len(words):
            return words[at + 1]
        if word.startswith("--output="):
            return word.removeprefix("--output=")
    return "_site"


def cache_of(output: str) -> str:
    """The folder beside a site that the next build of it finds."""
    folder, name = os.path.split(os.path.realpath(output))
    return os.path.join(folder, f".{name}.cache")


def package_folders() -> list[str]:
    ends = ("site-packages", "dist-packages")  # the latter on Debian
    return [path for path in sys.path if path.endswith(ends) and os.path.isdir(path)]


def standing(tops: Iterable[str]) -> tuple[tuple[str, Seen], ...]:
    """How all files of these folders stand; empty where one may have changed since unseen."""
    young = time.time_ns() - YOUNG
    found = [(path, seen(path)) for top in tops for path in sorted(files_below(top))]
    return () if any(is_young(told, young) for _, told in found) else tuple(found)


def is_young(told: Seen, young: int) -> bool:
    return max(told[2:]) >= young


def files_below(top: str) -> Iterator[str]:
    if os.path.isfile(top):
        yield top
        return
    with os.scandir(top) as found:
        for entry in found:
            if not entry.is_dir():
                yield entry.path
            elif entry.name not in UNREAD:
                yield from files_below(entry.path)


def stands(entry: tuple[str, Seen]) -> bool:
    path, before = entry
    return seen(path) == before


def seen(path: str) -> Seen:
    told = os.stat(path)
    return told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns


def listed(folders: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {folder: tuple(sorted(set(os.listdir(folder)) - {*UNREAD})) for folder in folders}
