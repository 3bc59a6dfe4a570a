"""A change of a file of targets: checked, shown, and written once the editor agrees."""

from __future__ import annotations

import sys
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from typing import TYPE_CHECKING

from tracker.commands.said import diagnosed, print_briefly
from tracker.errors import InputError, Problem
from tracker.inputs import Inputs, shown
from tracker.messages import say

if TYPE_CHECKING:
    from tracker.draft import Draft

# Remarks of a check that an editor should see before agreeing: a slip of the keys, most likely.
DOUBTFUL = ("value-out-of-scale", "value-as-fraction", "value-falls")
YES = ("y", "yes", "是", "好")


def agreement(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true")


def offer(draft: Draft, inputs: Inputs, options: Namespace, left: Collection[str] = ()) -> int:
    """0 where the change is written, else 1. `left` are codes of problems to be mended later."""
    from tracker.disk import replace_text

    def ahead(one: Inputs) -> list[Problem]:
        return [p for p in problems_of(one, options) if p.code not in left]

    if problems := ahead(draft.within(inputs)):
        if already := ahead(inputs):
            raise InputError(already)  # to be mended first, at the lines that the file has
        raise InputError(problems, {shown(draft.path): draft.text})
    path = shown(draft.path)
    print(say("change", options.lang, path=path))
    print("\n".join(draft.diff()))
    print_briefly(diagnosed(doubts(draft, inputs, options), options.lang, {path: draft.text}))
    if not (options.yes or agrees(options.lang)):
        print(say("unwritten", options.lang))
        return 1
    replace_text(draft.path, draft.before, draft.after)
    print(say("written", options.lang, path=path))
    return 0


def problems_of(inputs: Inputs, options: Namespace) -> tuple[Problem, ...]:
    from tracker.output import published
    from tracker.pipeline import assess

    try:
        assess(inputs, options.date, published(options.output), options.today)
    except InputError as error:
        return error.problems
    return ()


def doubts(draft: Draft, inputs: Inputs, options: Namespace) -> list[Problem]:
    """Of the lines that would be new."""
    from tracker.pipeline import advice, assess

    try:
        assessment = assess(draft.within(inputs), options.date)
    except InputError:
        return []  # what is to be mended later has been let pass
    return [
        remark
        for remark in advice(assessment)
        if remark.code in DOUBTFUL
        and remark.where.path == shown(draft.path)
        and remark.where.line in draft.lines
    ]


def agrees(language: str) -> bool:
    """Nobody can be asked where there is no terminal."""
    if not (sys.stdin and sys.stdin.isatty()):
        return False
    try:
        answer = input(say("agree", language))
    except (EOFError, KeyboardInterrupt):
        print()
        return False
    return unicodedata.normalize("NFKC", answer).strip().lower() in YES
