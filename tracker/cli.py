"""Arguments in; exit code out: 0 done, 1 problems in the input, 2 wrong usage. Only this prints."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from tracker.errors import InputError, Problem, Where
from tracker.messages import LANGUAGES, explain, say
from tracker.model import Assessment
from tracker.pipeline import (
    Inputs,
    Progress,
    addresses_cited,
    advice,
    assess,
    build_files,
    render_files,
)

COMMANDS = ("build", "check", "serve", "changes", "inspect", "suggest", "compare")
FILES = {"inspect": 1, "suggest": 1, "compare": 2}  # how many a command reads


def main(arguments: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parse(sys.argv[1:] if arguments is None else arguments)
    inputs = Inputs(options.content, options.targets, options.templates)
    try:
        commands = {
            "build": build, "check": check, "serve": preview, "changes": list_changes,
            "inspect": inspect_file, "suggest": suggest_targets,
            "compare": compare_reports,
        }  # fmt: skip
        return commands[options.command](inputs, options)
    except BrokenPipeError:
        # Whoever reads has seen enough: `build.py check | head`. Nothing may be flushed after that.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except InputError as error:
        closing = "problems" if options.command in ("build", "serve") else "checked-problems"
        print_problems(error.problems, options.lang, closing)
        return 1


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Turns a work report and targets.yaml into a public site."
    )
    parser.add_argument(
        "command", nargs="?", choices=COMMANDS, default="build",
        help="build the site (default); check the input only; serve it and rebuild on change; "
        "list the changes since a day; inspect a report; suggest a first targets.yaml for it; "
        "compare two reports, earlier first",
    )  # fmt: skip
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE",
        help="one of inspect and suggest, two of compare",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=("text", "json"), default="text",
        help="of changes, inspect and compare",
    )  # fmt: skip
    parser.add_argument(
        "--since", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD",
        help="of changes: list what changed from this day to --date",
    )  # fmt: skip
    parser.add_argument(
        "--links", action="store_true", help="of check: ask each web address whether it answers"
    )
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    parser.add_argument("--targets", type=Path, default=Path("targets.yaml"), metavar="FILE")
    parser.add_argument("--templates", type=Path, default=Path("templates"), metavar="DIR")
    parser.add_argument("--output", type=Path, default=Path("_site"), metavar="DIR")
    parser.add_argument(
        "--date", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD",
        help="judge as of this day (default: SOURCE_DATE_EPOCH, else today)",
    )  # fmt: skip
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help="language of messages")
    parser.add_argument("--port", type=int, default=8000, help="of serve (default: 8000)")
    options = parser.parse_intermixed_args(arguments)  # files may stand behind an option
    wanted, given = FILES.get(options.command, 0), len(options.files)
    if given != wanted:
        parser.error(
            f"{options.command} takes {wanted or 'no'} FILE{'s' * (wanted > 1)}, got {given}"
        )
    if (options.since is not None) != (options.command == "changes"):
        parser.error("changes, and only changes, takes --since YYYY-MM-DD")
    if options.links and options.command != "check":
        parser.error("only check takes --links")
    options.lang = options.lang or locale_language()
    try:
        options.date = options.date or default_date()
    except ValueError:
        parser.error("SOURCE_DATE_EPOCH is not a number of seconds")
    if options.since and options.since > options.date:
        parser.error("--since must not be after --date")
    return options


def locale_language() -> str:
    """Chinese for a Chinese locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if written := os.environ.get(name):
            return "zh" if written.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def default_date() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def build(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.disk import publish, published

    with progress(options.lang) as step:
        files = build_files(inputs, options.date, published(options.output), step)
        changed = publish(files, options.output, partial(step, "writing"))
    code = "built" if changed else "unchanged"
    print(say(code, options.lang, count=changed, path=options.output))
    print(say("open", options.lang, path=(options.output / "index.html").resolve().as_uri()))
    return 0


def check(inputs: Inputs, options: argparse.Namespace) -> int:
    """Renders too, so that a template's error is found before anyone publishes."""
    from tracker.disk import published

    assessment = assess(inputs, options.date, published(options.output))
    render_files(assessment, inputs)
    remarks = advice(assessment)
    if options.links:
        remarks += ask_links(assessment, options)
    print_remarks(sorted(remarks, key=lambda remark: remark.where), options.lang)
    targets = sum(len(ledger.targets) for ledger in assessment.ledgers)
    numbers = sum(len(ledger.coverage) for ledger in assessment.ledgers)
    print(say("sound", options.lang, targets=targets, numbers=numbers))
    return 0


def ask_links(assessment: Assessment, options: argparse.Namespace) -> list[Problem]:
    """One remark for every source whose address, or whose copy's, does not answer as it should."""
    from tracker.links import State, ask

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


def list_changes(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.changes import changes, to_json, to_text

    found = changes(assess(inputs, options.since), assess(inputs, options.date))
    print(to_json(found) if options.format == "json" else to_text(found, options.lang))
    return 0


def preview(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.serve import serve

    def rebuild() -> bool:
        try:
            return build(inputs, options) == 0
        except InputError as error:
            print_problems(error.problems, options.lang, "problems")
            return False

    def ready(address: str) -> None:
        print(say("serving", options.lang, address=address), flush=True)

    try:
        serve(rebuild, ready, options.output, inputs, options.port)
    except (OSError, OverflowError):
        print(say("no-port", options.lang, port=options.port), file=sys.stderr)
        return 2
    return 0


def inspect_file(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.inspect import to_json, to_text
    from tracker.read.inspection import inspect

    [text] = report_texts(options.files)
    inspection = inspect(text)
    print(to_json(inspection) if options.format == "json" else to_text(inspection))
    return 0


def suggest_targets(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.suggest import suggest

    [text] = report_texts(options.files)
    print(suggest(text, options.files[0].stem))
    return 0


def compare_reports(inputs: Inputs, options: argparse.Namespace) -> int:
    from tracker.compare import Volume, compare, known_targets, to_json, to_text

    texts = report_texts(options.files)
    old, new = (
        Volume(path.stem, text, known_targets(path, inputs.targets))
        for path, text in zip(options.files, texts, strict=True)
    )
    comparison = compare(old, new)
    years = {"old": comparison.old.year, "new": comparison.new.year}
    if all(years.values()) and years["old"] >= years["new"]:
        where = Where(options.files[0].as_posix())
        raise InputError([Problem(where, "compare-order", years)])
    in_json = options.format == "json"
    print(to_json(comparison) if in_json else to_text(comparison, options.lang))
    return 0


def report_texts(paths: Sequence[Path]) -> list[str]:
    """All texts, or all files' problems at once."""
    from tracker.read.files import read_any_text

    problems: list[Problem] = []
    texts = [read_any_text(path, path.as_posix(), problems) for path in paths]
    if problems:
        raise InputError(problems)
    return [text for text in texts if text is not None]


def print_remarks(remarks: Sequence[Problem], language: str) -> None:
    """What to do about them is said once for each kind."""
    told = set()
    for remark in remarks:
        words = explain(remark, language)
        print(words.partition("\n")[0] if remark.code in told else words)
        told.add(remark.code)
    if remarks:
        print(say("advice", language, count=len(remarks)))


def print_problems(problems: tuple[Problem, ...], language: str, closing: str) -> None:
    for problem in problems:
        print(explain(problem, language), file=sys.stderr)
    print(say(closing, language, count=len(problems)), file=sys.stderr)


@contextmanager
def progress(language: str) -> Iterator[Progress]:
    """A bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("reading", language), total=None)

        def step(stage: str, done: int, total: int) -> None:
            bar.update(task, description=say(stage, language), completed=done, total=total or None)

        yield step
