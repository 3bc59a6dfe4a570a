"""An address that a phone reads off paper."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

QUIET = 4  # modules of paper that must surround a code


class QrCode(Struct, frozen=True):
    """`path` is for an SVG of `side` by `side` modules, its quiet zone included."""

    address: str
    side: int
    path: str


def qr_code(address: str) -> QrCode:
    import segno  # needed by a site that has an address

    rows = [list(row) for row in segno.make_qr(address, error="m").matrix]
    return QrCode(
        address,
        len(rows) + 2 * QUIET,
        "".join(_row(row, number + QUIET) for number, row in enumerate(rows)),
    )


def _row(modules: list[int], y: int) -> str:
    x, drawn = QUIET, ""
    for dark, run in groupby(modules):
        length = len(list(run))
        drawn += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return drawn
