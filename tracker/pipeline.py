"""The whole way in one place: read everything, assess, render. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from tracker.assess.corrections import ahead, unfounded
from tracker.assess.days import ahead_of
from tracker.assess.families import abroad, by_region, related
from tracker.assess.ledger import ledger_of
from tracker.assess.published import PUBLISHED
from tracker.assess.synonyms import astray
from tracker.assess.warnings import sources_of, warnings
from tracker.errors import InputError, Problem, Where, reading
from tracker.inputs import ASSETS, Inputs, Progress, shown, silent
from tracker.manifest import with_manifest
from tracker.model import (
    Assessment,
    Correction,
    Ledger,
    Page,
    Report,
    Site,
    Synonym,
    TargetFile,
)
from tracker.order import place_among
from tracker.provenance import PATH as BUILD_INFO
from tracker.provenance import Program, build_info, changed_since, folder_digest, input_digests
from tracker.read.corrections import read_corrections
from tracker.read.files import BOM
from tracker.read.front import is_report
from tracker.read.report import read_report
from tracker.read.site import read_page, read_site
from tracker.read.synonyms import read_synonyms
from tracker.read.targets import read_targets, report_duplicates, targets_in
from tracker.render.links import broken_links
from tracker.render.site import render
from tracker.schema import PATH as SCHEMA
from tracker.schema.document import schema_file
from tracker.target_files import kept_in

REQUIRED_PAGES = ("about", "method")


def build_files(
    inputs: Inputs,
    as_of: date,
    published: Collection[str] = (),
    today: date = date.max,
    progress: Progress = silent,
) -> dict[str, bytes]:
    """Every file of the site, by its path in it; raises `InputError` with all problems at once.

    `published` are the paths of the site as it stands, whose targets' addresses must not die.
    """
    progress("reading", 0, 0)
    assessment = assess(inputs, as_of, published, today)
    files = render_files(assessment, inputs, progress)
    if problems := list(changed_since(assessment.inputs, inputs)):
        raise InputError(problems)
    return files


@reading()
def render_files(
    assessment: Assessment, inputs: Inputs, progress: Progress = silent
) -> dict[str, bytes]:
    """Rendered, and every link among the files checked."""
    from tracker.render.prose import harmful_addresses  # with the parser of Markdown

    rendered = render(assessment, inputs.templates, ASSETS, partial(progress, "rendering"))
    folders = folder_digest(inputs.templates), folder_digest(ASSETS)
    info = build_info(assessment, Program.running(), *folders)
    files = with_manifest({**rendered, SCHEMA: schema_file(), BUILD_INFO: info})
    problems = [in_content(one, assessment) for one in broken_links(files, assessment.site)]
    if problems := [*problems, *harmful_addresses(assessment.pages)]:
        raise InputError(problems)
    return files


def in_content(problem: Problem, assessment: Assessment) -> Problem:
    """A broken link, traced back to the line of `content/` that holds it."""
    for correction in assessment.corrections:
        if correction.page == problem.details["link"]:
            return replace(problem, where=correction.where)
    for page in assessment.pages:
        place = page.markdown.find(f"({problem.details['link']}")
        if problem.where.path == f"{page.id}.html" and place >= 0:
            line = page.first_line + page.markdown.count("\n", 0, place)
            return replace(problem, where=Where(page.where.path, line))
    return problem


@reading()
def assess(
    inputs: Inputs, as_of: date, published: Collection[str] = (), today: date = date.max
) -> Assessment:
    """Everything that can be said as of a day; raises `InputError` with all problems at once.

    What is said of a day after `today` is a mistake; what lies after `as_of` is left out.
    """
    problems: list[Problem] = []
    digests = input_digests(inputs.content, inputs.targets)
    site = read_site(inputs.content / "site.yaml", shown(inputs.content / "site.yaml"), problems)
    reports = read_reports(inputs, site, problems) if site else ()
    pages = read_pages(inputs, reports, problems) if reports else ()
    synonyms = read_own_synonyms(inputs, problems)
    corrections = read_own_corrections(inputs, site, problems) if site else ()
    if not (site and reports and reports[0].id == site.report and all(r.year for r in reports)):
        raise InputError(problems)
    if misplaced := list(kept_in(inputs, site).problems([report.id for report in reports])):
        raise InputError([*problems, *misplaced])
    names = ids_by_region(reports)
    files = {
        report.id: read_own_targets(path, report, names[report.region], site, inputs, problems)
        for report in reports
        if (path := targets_of(report, inputs, site)).exists() or report is reports[0]
    }
    if None in files.values():
        raise InputError(abroad(problems, {one.id: one.region for one in reports}, {}))
    tracked = {name: file for name, file in files.items() if file}
    targets = [target for file in tracked.values() for target in file.targets]
    report_duplicates(targets, problems)
    problems += ahead_of(targets, today)
    problems += astray(synonyms, reports, targets)
    problems += unfounded(corrections, reports, targets)
    ledgers = [
        ledger_of(report, tracked[report.id], as_of, problems)
        if report.id in tracked
        else Ledger(report, (), (), ())
        for report in reports
    ]
    if not problems:
        problems += gone(tracked, published)
    related_ledgers = tuple(
        ledger for group in by_region(ledgers) for ledger in related(group, as_of, problems)
    )
    if problems:
        homes = {one.id: one.region for one in reports}
        regions = {one.target.id: each.report.region for each in ledgers for one in each.targets}
        raise InputError(abroad(problems, homes, regions))
    return Assessment(
        site=site,
        pages=pages,
        synonyms=synonyms,
        ledger=related_ledgers[0],
        ledgers=related_ledgers,
        corrections=corrections,
        rules=PUBLISHED,
        as_of=as_of,
        inputs=digests,
    )


def advice(assessment: Assessment) -> list[Problem]:
    """What an editor might mend though the site can be published as it is, in file order."""
    remarks = warnings([one for ledger in assessment.ledgers for one in ledger.targets])
    remarks += ahead(assessment.corrections, assessment.as_of)
    return sorted(remarks, key=lambda remark: remark.where)


def addresses_cited(assessment: Assessment) -> dict[str, list[Where]]:
    """Every web address of a source, with the places that cite it."""
    targets = (one.target for ledger in assessment.ledgers for one in ledger.targets)
    sources = {source.where: source for target in targets for source in sources_of(target)}
    cited: dict[str, list[Where]] = {}
    for where, source in sorted(sources.items()):
        for address in filter(None, (source.url, source.archived)):
            cited.setdefault(address, []).append(where)
    return cited


def gone(files: Mapping[str, TargetFile], published: Collection[str]) -> list[Problem]:
    """An address once published never dies: a target has it, or formerly had."""
    first = next(iter(files.values()))
    if f"report/{first.report}.html" not in published:
        return []
    targets = [target for file in files.values() for target in file.targets]
    kept = {name for target in targets for name in (target.id, *target.formerly)}
    pages = (Path(name) for name in sorted(published))
    names = [p.stem for p in pages if p.parent == Path("targets") and p.suffix == ".html"]
    return [Problem(first.where, "id-gone", {"id": name}) for name in names if name not in kept]


def read_reports(inputs: Inputs, site: Site, problems: list[Problem]) -> tuple[Report, ...]:
    """The site's own first, then those of its region, then by region; newest first in each."""
    own = read_main_report(inputs, site, problems)
    if own is None:
        return ()
    others = [
        read_report(path, shown(path), problems, site)
        for path in inputs.markdown
        if path.stem != own.id and is_report(path)
    ]
    found = [report for report in others if report]
    return (own, *sorted(found, key=lambda report: place_among(report, own.region)))


def ids_by_region(reports: Iterable[Report]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for report in reports:
        found.setdefault(report.region, []).append(report.id)
    return found


def read_main_report(inputs: Inputs, site: Site, problems: list[Problem]) -> Report | None:
    path = inputs.content / f"{site.report}.md"
    return read_report(path, shown(path), problems, site) if path.exists() else None


def targets_of(report: Report, inputs: Inputs, site: Site) -> Path:
    return kept_in(inputs, site).of(report.id)


def own_targets(inputs: Inputs) -> Path:
    """The file of the report on the home page; what is wrong with the settings, `assess` says."""
    path = inputs.content / "site.yaml"
    site = read_site(path, shown(path), []) if path.exists() else None
    return kept_in(inputs, site).of(site.report) if site else inputs.targets


def base_of(inputs: Inputs) -> str:
    """The path prefix under which the site's 404 page finds the others."""
    path = inputs.content / "site.yaml"
    site = read_site(path, shown(path), [])
    return site.base if site else "/"


def read_own_targets(
    path: Path, report: Report, names: Collection[str], site: Site, inputs: Inputs,
    problems: list[Problem],
) -> TargetFile | None:  # fmt: skip
    if path in inputs.drafts:
        draft = inputs.drafts[path].removeprefix(BOM)
        return targets_in(draft, shown(path), report, names, site, problems)
    return read_targets(path, shown(path), report, names, site, problems)


@reading()
def reports_of(inputs: Inputs) -> tuple[Site, tuple[Report, ...]]:
    """The site's settings and its reports; raises `InputError` where either is at fault."""
    problems: list[Problem] = []
    site = read_site(inputs.content / "site.yaml", shown(inputs.content / "site.yaml"), problems)
    reports = read_reports(inputs, site, problems) if site else ()
    if site is None or problems:
        raise InputError(problems)
    return site, reports


@reading()
def target_paths(inputs: Inputs) -> tuple[Path, ...]:
    """The files of targets, the site's own report's first."""
    site, reports = reports_of(inputs)
    if misplaced := list(kept_in(inputs, site).problems([report.id for report in reports])):
        raise InputError(misplaced)
    own, *others = (targets_of(report, inputs, site) for report in reports)
    return (own, *(path for path in others if path.exists()))


def read_pages(
    inputs: Inputs, reports: tuple[Report, ...], problems: list[Problem]
) -> tuple[Page, ...]:
    """Every Markdown file of the folder but the reports."""
    names = {report.id for report in reports}
    prose = [path for path in inputs.markdown if path.stem not in names]
    return read_prose(inputs, prose, problems)


def read_prose(inputs: Inputs, prose: list[Path], problems: list[Problem]) -> tuple[Page, ...]:
    for name in REQUIRED_PAGES:
        path = inputs.content / f"{name}.md"
        if path not in prose:
            problems.append(Problem(Where(shown(path)), "page-missing", {"path": shown(path)}))
    pages = (read_page(path, shown(path), problems) for path in prose if not is_report(path))
    return tuple(page for page in pages if page)


def read_own_synonyms(inputs: Inputs, problems: list[Problem]) -> tuple[Synonym, ...]:
    """None where the project has no such file."""
    path = inputs.content / "synonyms.yaml"
    return read_synonyms(path, shown(path), problems) if path.exists() else ()


def read_own_corrections(
    inputs: Inputs, site: Site, problems: list[Problem]
) -> tuple[Correction, ...]:
    """None where the project has no such file."""
    path = inputs.content / "corrections.yaml"
    return read_corrections(path, shown(path), site.report, problems) if path.exists() else ()
