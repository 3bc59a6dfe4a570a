"""`build.py verify`: whether a published copy is byte for byte what was built."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from functools import partial
from pathlib import Path

from tracker.characters import shown
from tracker.commands.said import progress
from tracker.inputs import Inputs
from tracker.messages import say

SHOWN = 10  # of the files that are not the site's


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("copy", nargs="?")
    parser.add_argument("--manifest", type=Path, metavar="FILE")


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.verify import verify

    with progress(options.lang) as step:
        copy = options.copy or options.output.as_posix()
        found = verify(copy, options.manifest, partial(step, "verifying"))
    print(say("verified", options.lang, count=found.files, manifest=found.manifest))
    with suppress(ValueError, KeyError):
        info = json.loads(found.build_info)
        print(say("verified-as-of", options.lang, as_of=info["as_of"], rules=info["rules_version"]))
    if beside := found.unlisted:
        names = [*beside[:SHOWN], *["…"] * (len(beside) > SHOWN)]
        print(shown(say("verified-beside", options.lang, names=", ".join(names))))
    return 0
