"""A site for a store is laid out in a folder of this machine, and copied from there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tracker.output import published
from tracker.places import Address

FOLDER = Path("_remote")  # of all the sites that are laid out for stores


class Laid(Mapping[str, bytes]):
    """The files of a site in a folder, read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = published(folder)

    def __getitem__(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def laid_out_in(output: Path | Address) -> Path:
    return output if isinstance(output, Path) else FOLDER / output.name


def published_at(output: Path | Address) -> frozenset[str]:
    if isinstance(output, Path):
        return published(output)
    from tracker import remote

    return remote.published(output)


def publish_from(folder: Path, address: Address, step: Callable[[int, int], None]) -> int:
    from tracker import remote

    return remote.publish(Laid(folder), address, step)
