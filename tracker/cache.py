"""What a build leaves beside its site for the next one; all of it may be thrown away."""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.msgpack import Decoder, encode

from tracker.engine import Last
from tracker.inputs import ASSETS, Inputs
from tracker.memo import UNREADABLE, Memo
from tracker.output import MARKER, published
from tracker.target_files import folder_of
from tracker.unchanged import (
    RECORD,
    ROOT,
    SITE,
    UNREAD,
    YOUNG,
    Seen,
    asked,
    cache_of,
    files_below,
    is_young,
    listed,
    package_folders,
    seen,
)

LAST = "last"


class Cache:
    """In a hidden folder beside the site, which only its owner may enter."""

    def __init__(self, output: Path) -> None:
        self._output = Path(os.path.realpath(output))
        self._folder = Path(cache_of(str(output)))
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self._folder / "memo").mkdir(mode=0o700, exist_ok=True)
        self.memo = Memo(self._folder / "memo")
        self._outputs: dict[str, Seen] = {}  # as the last build has left them

    def last(self) -> Last:
        """What the last build has left, as far as it stands as it was left."""
        with suppress(OSError, *UNREADABLE):
            last = Decoder(Last).decode((self._folder / LAST).read_bytes())
            before = marshal.loads((self._folder / SITE).read_bytes())
            self._outputs = {path: now for path, now in self._seen(before) if now == before[path]}
            return last.without(last.files.keys() - self._outputs.keys())
        return Last()

    def forget(self) -> None:
        """While a site is built, no other build has found what it will be."""
        (self._folder / RECORD).unlink(missing_ok=True)

    def keep(
        self, last: Last, words: list[str], looked: Record, said: str, changed: Collection[str]
    ) -> None:
        """After the site has taken its place; `looked` is from before anything was read.

        But for what has `changed`, its files are those that were looked at then.
        """
        with suppress(OSError):  # nothing is lost but time
            names = {*(last.files or published(self._output)), MARKER}
            kept = names & self._outputs.keys() - {*changed}
            outputs = {path: self._outputs[path] for path in kept} | dict(self._seen(names - kept))
            self._keep(last, words, looked, said, outputs)

    def _keep(
        self, last: Last, words: list[str], looked: Record, said: str, outputs: dict[str, Seen]
    ) -> None:
        self._write(LAST, encode(last))
        self._write(SITE, marshal.dumps(outputs))
        self._write(RECORD, marshal.dumps({**looked, "asked": asked(words), "said": said}))

    def _seen(self, paths: Iterable[str]) -> Iterator[tuple[str, Seen]]:
        for path in paths:
            with suppress(OSError):
                yield path, seen(f"{self._output}/{path}")

    def _write(self, name: str, data: bytes) -> None:
        fresh = self._folder / f".{name}"
        fresh.write_bytes(data)
        fresh.replace(self._folder / name)


Record = dict[str, Any]


def looked_at(inputs: Inputs) -> Record:
    """How everything stands on the disk from which a site is made."""
    try:
        return _looked_at(inputs)
    except OSError:  # what it is, a reader says
        return {"files": {"": ()}, "folders": {}, "absent": ()}


def _looked_at(inputs: Inputs) -> Record:
    young = time.time_ns() - YOUNG
    targets = folder_of(inputs.targets)
    flat = [inputs.content, *([targets] if targets.is_dir() else [])]
    deep = [inputs.templates, ASSETS, Path(ROOT, "tracker")]
    folders = [str(folder) for folder in flat]
    paths = [str(inputs.targets), f"{ROOT}/pyproject.toml"]
    paths += [f"{folder}/{name}" for folder in folders for name in os.listdir(folder)]
    found = {path: seen(path) for path in paths if os.path.isfile(path)}
    for top in map(str, deep):
        folders += folders_below(top)
        found |= {path: seen(path) for path in files_below(top)}
    return {
        "files": {path: () if is_young(told, young) else told for path, told in found.items()},
        "folders": listed(dict.fromkeys([*folders, *package_folders()], ())),
        "absent": tuple(path for path in (str(inputs.targets), str(targets))
                        if not os.path.exists(path)),
    }  # fmt: skip


def folders_below(top: str) -> Iterator[str]:
    for folder, names, _ in os.walk(top):
        names[:] = [name for name in names if name not in UNREAD]
        yield folder
