"""`build.py import-report`: a report of Word, a web page or a PDF, ready to be worked on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.commands.said import diagnosed, print_briefly
from tracker.errors import InputError, Problem, Where
from tracker.inputs import Inputs
from tracker.messages import say

if TYPE_CHECKING:
    from tracker.imports import Imported


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--id", default="", metavar="NAME")
    parser.add_argument("--title", default="", metavar="TEXT")
    parser.add_argument("--body", default="", metavar="TEXT")
    parser.add_argument("--year", default="", metavar="YYYY")


def run(inputs: Inputs, options: Namespace) -> int:
    """The draft first: a report without its draft would look finished."""
    from tracker.disk import create
    from tracker.imports import Wishes, import_report
    from tracker.next_steps import draft_path, home_in, steps
    from tracker.suggest import within_content

    wishes = Wishes(options.id, options.title.strip(), options.body.strip(), options.year.strip())
    imported = import_report(options.file, inputs.content, wishes)
    name = imported.report.id
    home = home_in(inputs.content)
    report = inputs.content / f"{name}.md"
    draft = draft_path(name, home, inputs)
    taken = [path for path in (report, draft) if path.exists()]
    if taken:
        shown = [path.as_posix() for path in taken]
        raise InputError(Problem(Where(one), "import-exists", {"path": one}) for one in shown)
    text = imported.draft if draft == inputs.targets else within_content(imported.draft)
    create({draft: text.encode(), report: imported.markdown.encode()})
    print_written(imported, report, draft, options.lang)
    print_remarks(imported.remarks, options.lang)
    print(say("import-next", options.lang))
    for number, step in enumerate(steps(imported.report, home, draft, inputs), 1):
        print(f"  {number}. {say(step.code, options.lang, **step.details)}")
    return 0


def print_written(imported: Imported, report: Path, draft: Path, language: str) -> None:
    found = imported.report
    print(say("import-written", language, path=report.as_posix()))
    print(say("import-facts", language, title=found.title, body=found.body, year=found.year))
    print(say("import-written", language, path=draft.as_posix()))
    sentences = list(found.sentences)
    counts = {
        "paragraphs": sum(bool(line.strip()) for line in found.printed.splitlines()),
        "sentences": len(sentences),
        "targets": imported.draft.count("\n- id: "),
    }
    print(say("import-counts", language, **counts))


def print_remarks(remarks: Sequence[Problem], language: str) -> None:
    if not remarks:
        print(say("import-whole", language))
        return
    print(say("import-look", language, count=len(remarks)))
    print_briefly(diagnosed(remarks, language))
