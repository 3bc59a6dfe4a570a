"""Who publishes where: a folder takes a site in one step, a store at an address file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tracker.places import Address

Step = Callable[[int, int], None]
Publisher = Callable[[Mapping[str, bytes], Step], int]


def publisher_of(output: Path | Address, inputs: Iterable[Path]) -> Publisher:
    """Raises `InputError` where a folder is not to be had; a store is asked when it is read."""
    if isinstance(output, Address):
        from tracker import remote

        return lambda files, step: remote.publish(files, output, step)
    from tracker.output import require_place
    from tracker.publish import publish

    require_place(output, inputs)
    return lambda files, step: publish(files, output, step)


def published_at(output: Path | Address) -> frozenset[str]:
    if isinstance(output, Address):
        from tracker import remote

        return remote.published(output)
    from tracker.output import published

    return published(output)
