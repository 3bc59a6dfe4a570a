"""`build.py check`: what is wrong, and what might be better; nothing is published."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from tracker.characters import in_json
from tracker.commands.said import diagnosed, print_briefly, problem_format, progress
from tracker.diagnostics import to_github, to_rows
from tracker.errors import Problem
from tracker.inputs import Inputs
from tracker.messages import say
from tracker.model import Assessment


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--links", action="store_true")
    problem_format(parser)


def run(inputs: Inputs, options: Namespace) -> int:
    """Renders too, so that a template's error is found before anyone publishes."""
    from tracker.pipeline import advice, assess, render_files
    from tracker.publishers import published_at

    assessment = assess(inputs, options.date, published_at(options.output), options.today)
    render_files(assessment, inputs)
    remarks = advice(assessment)
    if options.links:
        remarks += ask_links(assessment, options)
    counts = {
        "targets": sum(len(ledger.targets) for ledger in assessment.ledgers),
        "numbers": sum(len(ledger.coverage) for ledger in assessment.ledgers),
    }
    print_remarks(sorted(remarks, key=lambda remark: remark.where), counts, options)
    return 0


def ask_links(assessment: Assessment, options: Namespace) -> list[Problem]:
    """One remark for every source whose address, or whose copy's, does not answer as it should."""
    from tracker.links import State, ask
    from tracker.pipeline import addresses_cited

    cited = addresses_cited(assessment)
    answers = []
    with progress(options.lang) as step:
        for answer in ask(cited):
            answers.append(answer)
            step("asking", len(answers), len(cited))
    if answers and all(one.state is State.FAILING for one in answers):
        print(say("links-offline", options.lang))
        return []
    good = sum(answer.state is State.OK for answer in answers)
    print(say("links-asked", options.lang, asked=len(answers), good=good))
    if left := len(cited) - len(answers):
        print(say("links-left", options.lang, count=left))
    return [
        Problem(where, f"link-{one.state}", {"address": one.address, "detail": one.detail})
        for one in answers
        if one.state is not State.OK
        for where in cited[one.address]
    ]


def print_remarks(
    remarks: Sequence[Problem], counts: Mapping[str, int], options: Namespace
) -> None:
    diagnostics = diagnosed(remarks, options.lang)
    if options.format == "json":
        found = {"problems": [], "remarks": to_rows(diagnostics), **counts}
        print(in_json(json.dumps(found, ensure_ascii=False, indent=2)))
        return
    if options.format == "github" and diagnostics:
        print(to_github(diagnostics, options.lang, "warning"))
    elif diagnostics:
        print_briefly(diagnostics)
        print(say("advice", options.lang, count=len(diagnostics)))
    print(say("sound", options.lang, **counts))
