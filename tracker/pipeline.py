"""The whole way in one place: read everything, assess, render. Nothing is written here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from tracker.assess.coverage import account
from tracker.assess.match import match_target, places_of, settled
from tracker.assess.status import PUBLISHED, judge
from tracker.errors import InputError, Problem, Where
from tracker.model import (
    Assessed,
    Assessment,
    Page,
    Report,
    Section,
    Sentence,
    Site,
    Target,
    TargetFile,
)
from tracker.read.report import read_report
from tracker.read.site import read_page, read_site
from tracker.read.targets import read_targets
from tracker.render.links import broken_links
from tracker.render.site import render

ASSETS = Path(__file__).parent.parent / "assets"
REQUIRED_PAGES = ("about", "method")

Progress = Callable[[str, int, int], None]  # stage, done, total (0 where unknown)


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Inputs:
    content: Path
    targets: Path
    templates: Path


def build_files(
    inputs: Inputs,
    as_of: date,
    published: Collection[str] = (),
    progress: Progress = silent,
) -> dict[str, bytes]:
    """Every file of the site, by its path in it; raises `InputError` with all problems at once.

    `published` are the paths of the site as it stands, whose targets' addresses must not die.
    """
    progress("reading", 0, 0)
    return render_files(assess(inputs, as_of, published), inputs, progress)


def render_files(
    assessment: Assessment, inputs: Inputs, progress: Progress = silent
) -> dict[str, bytes]:
    """Rendered, and every link among the files checked."""
    files = render(assessment, inputs.templates, ASSETS, partial(progress, "rendering"))
    if problems := broken_links(files):
        raise InputError(in_content(problem, assessment.pages) for problem in problems)
    return files


def in_content(problem: Problem, pages: tuple[Page, ...]) -> Problem:
    """A broken link of a prose page, traced back to the line of `content/` that holds it."""
    for page in pages:
        place = page.markdown.find(f"({problem.details['link']}")
        if problem.where.path == f"{page.id}.html" and place >= 0:
            line = page.first_line + page.markdown.count("\n", 0, place)
            return replace(problem, where=Where(page.where.path, line))
    return problem


def assess(inputs: Inputs, as_of: date, published: Collection[str] = ()) -> Assessment:
    """Everything that can be said as of a day; raises `InputError` with all problems at once."""
    problems: list[Problem] = []
    site = read_site(inputs.content / "site.yaml", shown(inputs.content / "site.yaml"), problems)
    report = read_main_report(inputs, site, problems) if site else None
    pages = read_pages(inputs, report, problems) if report else ()
    if not (site and report):
        raise InputError(problems)
    file = read_targets(
        inputs.targets, shown(inputs.targets), {report.id: report.year}, site, problems
    )
    if file is None:
        raise InputError(problems)
    suspects: set[str] = set()
    sound = [t for t in file.targets if not is_mistaken(t, file, problems)]
    for target in file.targets:
        if target not in sound:
            suspects |= places_of(target.quote, report)
    found = [(t, match_target(t, report, problems, suspects)) for t in sound]
    matches = [(settled(target, match), match) for target, match in found if match]
    coverage = account(report, matches, file.not_targets, problems, suspects)
    problems += [] if problems else gone(file, published)
    if problems:
        raise InputError(problems)
    order = {sentence.id: place for place, sentence in enumerate(report.sentences)}
    paths = {sentence.id: path for part in report.parts for sentence, path in placed(part, ())}
    assessed = [
        Assessed(target, match, paths.get(match.sentence.id, ()), judge(target, report.year, as_of))
        for target, match in matches
    ]
    assessed.sort(key=lambda one: (order[one.match.sentence.id], one.match.start))
    return Assessment(site, report, pages, tuple(assessed), coverage, PUBLISHED, as_of)


def is_mistaken(target: Target, file: TargetFile, problems: list[Problem]) -> bool:
    """Whether one of the problems stands in the lines of this target."""
    after = [t.where.line for t in file.targets if t.where.line > target.where.line]
    lines = range(target.where.line, min(after, default=sys.maxsize))
    return any(p.where.path == target.where.path and p.where.line in lines for p in problems)


def gone(file: TargetFile, published: Collection[str]) -> list[Problem]:
    """An address once published for this report never dies: a target has it, or formerly had."""
    if f"report/{file.report}.html" not in published:
        return []
    kept = {name for target in file.targets for name in (target.id, *target.formerly)}
    pages = (Path(name) for name in sorted(published))
    names = [page.stem for page in pages if page.parent == Path("targets")]
    return [Problem(file.where, "id-gone", {"id": name}) for name in names if name not in kept]


def read_main_report(inputs: Inputs, site: Site, problems: list[Problem]) -> Report | None:
    path = inputs.content / f"{site.report}.md"
    return read_report(path, shown(path), problems) if path.exists() else None


def read_pages(inputs: Inputs, report: Report, problems: list[Problem]) -> tuple[Page, ...]:
    """Every Markdown file of the folder but the report."""
    prose = [path for path in sorted(inputs.content.glob("*.md")) if path.stem != report.id]
    for name in REQUIRED_PAGES:
        path = inputs.content / f"{name}.md"
        if path not in prose:
            problems.append(Problem(Where(shown(path)), "page-missing", {"path": shown(path)}))
    pages = (read_page(path, shown(path), problems) for path in prose)
    return tuple(page for page in pages if page)


Placed = tuple[Sentence, tuple[Section, ...]]


def placed(section: Section, above: tuple[Section, ...]) -> list[Placed]:
    """Each sentence below a section with the sections that lead to it, outermost first."""
    path = (*above, section)
    own = [section.heading, *(s for paragraph in section.paragraphs for s in paragraph)]
    below = (pair for child in section.children for pair in placed(child, path))
    return [*((sentence, path) for sentence in own), *below]


def shown(path: Path) -> str:
    """The path as the editor knows it: as given, with forward slashes."""
    return path.as_posix()
