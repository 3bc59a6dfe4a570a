"""`build.py record`: what a source says of a target, added to its file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from msgspec.structs import fields

from tracker.commands.offer import agreement, offer
from tracker.inputs import Inputs

OPTIONS = (
    "value", "unit", "as-of", "when", "kind", "reached", "reached-on", "stage", "says", "note",
    "source", "source-title", "source-url", "publisher", "published", "tier", "accessed",
    "archived",
)  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("target", metavar="ID")
    for name in OPTIONS:
        parser.add_argument(f"--{name}", default="", metavar="…")
    agreement(parser)


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.pipeline import target_paths
    from tracker.record import Saying, record

    said = Saying(**{one.name: getattr(options, one.name) for one in fields(Saying)})
    return offer(record(said, target_paths(inputs), options.date), inputs, options)
