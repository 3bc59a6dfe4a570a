"""What is fuzzed: bytes → the reader of a kind of file, and what must hold of its answer."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Mapping
from contextlib import chdir
from functools import cache
from pathlib import Path

from msgspec.structs import replace
from openpyxl import Workbook

from tests.fuzz.oracle import explained, harmless
from tests.projects import YEARS_DATE, inputs, project
from tracker.errors import InputError, Problem
from tracker.inputs import Inputs, shown
from tracker.pipeline import advice, assess, render_files, reports_of
from tracker.read.files import BOM, decoded
from tracker.read.inspection import inspect
from tracker.read.report import report_in
from tracker.read.site import page_in
from tracker.read.targets import targets_in
from tracker.render.prose import html
from tracker.sheets.changes import changes
from tracker.sheets.imports import Before, draft_of, failings
from tracker.sheets.rows import Project, project_of
from tracker.suggest import suggest

Subject = Callable[[bytes], None]

FILES = ("site.yaml", "corrections.yaml", "synonyms.yaml", "about.md", "xugou-2099.md")
HEADER = "===="  # ==== site.yaml: begins a file of a project that is one text
SHEET = b"xlsx\n"  # begins the cells of a workbook


@cache
def years() -> Inputs:
    """The made-up city with every kind of target."""
    folder = project("years", Path(tempfile.mkdtemp(prefix="fuzz-")))
    return inputs(folder)


def targets(data: bytes) -> None:
    problems: list[Problem] = []
    path = shown(years().targets)
    if (text := decoded(data, path, problems)) is not None:
        text = text.removeprefix(BOM)
        site, reports = reports_of_years()
        names = tuple(report.id for report in reports)
        targets_in(text, path, reports[0], names, site, problems)
    if problems:
        explained(InputError(problems).problems, {path: text or ""})
    else:
        accepted(replace(years(), drafts={years().targets: text or ""}), {path: text or ""})


reports_of_years = cache(lambda: reports_of(years()))


def accepted(project: Inputs, texts: Mapping[str, str]) -> None:
    try:
        explained(advice(assess(project, YEARS_DATE, today=YEARS_DATE)), texts)
    except InputError as error:
        explained(error.problems, {**texts, **error.texts})


def page(data: bytes) -> None:
    """Front matter and Markdown."""
    problems: list[Problem] = []
    text = decoded(data, "content/about.md", problems)
    found = page_in(text, "content/about.md", problems) if text is not None else None
    explained(InputError(problems).problems, {"content/about.md": text or ""})
    if found:
        words = f"<!doctype html><title>x</title><main>{html(found.markdown)}</main>"
        harmless({"about.html": words.encode()})


def report(data: bytes) -> None:
    """A printed page, with or without front matter."""
    problems: list[Problem] = []
    text = decoded(data, "xugou-2099.md", problems)
    if text is not None:
        report_in(text, "xugou-2099.md", problems)
        inspect(text)
    explained(InputError(problems).problems, {"xugou-2099.md": text or ""})
    if text is not None and not problems:
        try:
            suggest(text, "xugou-2099")
        except InputError as error:
            explained(error.problems, {"xugou-2099.md": text})


@cache
def kept() -> tuple[Before, Project]:
    path = years().targets
    text = path.read_text("utf-8")
    return Before(path, text.encode(), text), project_of(assess(years(), YEARS_DATE), text)


def ledger(data: bytes) -> None:
    """A CSV file, or lines of cells that are put into a workbook."""
    before, known = kept()
    sheet = workbook(data.removeprefix(SHEET)) if data.startswith(SHEET) else data
    found = changes(sheet, "ledger", known)
    text = data.decode("utf-8", errors="replace")
    explained([*found.problems, *found.remarks], {"ledger": text})
    if found.edits and not found.problems:
        try:
            problems = failings(before, found, years(), YEARS_DATE)
            after = draft_of(before, found).text
        except InputError as error:
            explained(error.problems, {"ledger": text, **error.texts})
        else:
            explained(problems, {"ledger": text, shown(years().targets): after})


def workbook(data: bytes) -> bytes:
    """Numbers as numbers, the rest as text: what a spreadsheet program makes of typing."""
    book = Workbook()
    sheet = book.active
    assert sheet
    for row, cells in enumerate(csv.reader(io.StringIO(sayable(data))), 1):
        for column, words in enumerate(cells[:40], 1):
            cell = sheet.cell(min(row, 200), column)
            try:
                cell.value = float(words)
            except ValueError:
                cell.value = words
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sayable(data: bytes) -> str:
    """Without what no XML can hold."""
    text = data.decode("utf-8", errors="replace")
    return "".join(char for char in text if char.isprintable() or char in "\n\t")


def site(data: bytes) -> None:
    """Several files of a project; where it is accepted, every page of the site."""
    files = files_in(data.decode("utf-8", errors="replace"))
    folder = years().content.parent
    before = {name: path.read_bytes() for name in files if (path := place(name)).exists()}
    try:
        for name, text in files.items():
            place(name).write_text(text, "utf-8", errors="surrogateescape", newline="")
        with chdir(folder):
            built(Inputs(Path("content"), Path("targets.yaml"), Path("templates")), files)
    finally:
        for name in files:
            place(name).unlink()
        for name, old in before.items():
            place(name).write_bytes(old)


def built(project: Inputs, files: Mapping[str, str]) -> None:
    texts = {name if name == "targets.yaml" else f"content/{name}": t for name, t in files.items()}
    try:
        harmless(render_files(assess(project, YEARS_DATE, today=YEARS_DATE), project))
    except InputError as error:
        explained(error.problems, {**texts, **error.texts})


def place(name: str) -> Path:
    return years().targets if name == "targets.yaml" else years().content / name


def files_in(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(HEADER) and line[4:].strip() in (*FILES, "targets.yaml"):
            name = line[4:].strip()
            found[name] = ""
        elif name:
            found[name] += line
    return found


SUBJECTS: dict[str, Subject] = {
    "targets": targets,
    "page": page,
    "report": report,
    "ledger": ledger,
    "site": site,
}
