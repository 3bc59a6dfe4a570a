"""`build.py add --from-report`: a target from the report's own words, or what could be one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tracker.commands.offer import agreement, offer
from tracker.errors import InputError, Problem, Where
from tracker.inputs import Inputs
from tracker.messages import say

TO_BE_MENDED = ("number-unaccounted",)  # a file that is only begun has not yet accounted for all

if TYPE_CHECKING:
    from tracker.add import Kept


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--from-report", nargs="*", required=True, metavar="…")
    parser.add_argument("--id", default="", metavar="ID")
    parser.add_argument("--title", default="", metavar="…")
    agreement(parser)


def run(inputs: Inputs, options: Namespace) -> int:
    from tracker.add import Names, added, kept_of, meant

    kept, words = kept_of(inputs, options.from_report)
    if not words:
        return print_open(kept, options.lang)
    names = Names(options.id, options.title)
    if len(words) > 1 and (names.id or names.title):
        raise InputError([Problem(Where("--id"), "add-one-name")])
    draft = added([meant(one, kept) for one in words], kept, names)
    code = offer(draft, inputs, options, TO_BE_MENDED)
    if not names.id:
        print(say("add-rename", options.lang))
    return code


def print_open(kept: Kept, language: str) -> int:
    from tracker.add import handle, open_goals

    goals = open_goals(kept)
    for goal in goals:
        reason = kept.reason(goal)
        remark = say("add-excluded", language, reason=reason) if reason else ""
        print(f"{handle(goal):8}{goal.quote}{remark}")
    code = "add-how" if goals else "add-none"
    print(say(code, language, count=len(goals), report=kept.report.id))
    return 0
