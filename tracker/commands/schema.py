"""`build.py schema`: the JSON Schema of `targets.yaml`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from tracker.inputs import Inputs


def arguments(parser: ArgumentParser) -> None:
    """None of its own."""


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.schema.document import schema_file

    print(schema_file().decode(), end="")
    return 0
