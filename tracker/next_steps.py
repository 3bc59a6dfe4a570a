"""Where an imported report belongs in the site, and what is left for the editor to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tracker.inputs import Inputs
from tracker.lazy import regex
from tracker.model import Report
from tracker.read.files import read_text
from tracker.target_files import TargetFiles

# report: xugou-2099
LINE = regex(
    r"^(title|tagline|region|report|search_scope|search_example):[ ]*(\S.*)$", re.MULTILINE
)
LISTS = regex(r"^(places|agencies):[ ]*\r?$", re.MULTILINE)
YEAR = regex(r"^year:[ ]*[\"']?(\d{4})", re.MULTILINE)
LONGEST = 20  # characters shown of what a line says now
OF_CITY = ("title", "tagline", "region", "search_scope", "search_example")


class Home(Struct, frozen=True):
    """The site that a report comes to."""

    path: str  # of site.yaml
    lines: Mapping[str, tuple[int, str]]  # line and value of its keys
    lists: Mapping[str, int]  # line of those that lists follow
    year: int  # of the report that the home page shows, 0 where it has none yet

    def value(self, key: str) -> str:
        return self.lines.get(key, (0, ""))[1].strip("\"'")


class Step(Struct, frozen=True):
    """`code` names its words in `tracker.messages`."""

    code: str
    details: Mapping[str, object]


def home_in(content: Path) -> Home:
    """As far as site.yaml tells; what is wrong with it is for `check` to say."""
    path = content / "site.yaml"
    text = words_in(path)
    lines = {match[1]: (line_of(match), match[2].rstrip(" \r")) for match in LINE.finditer(text)}
    lists = {match[1]: line_of(match) for match in LISTS.finditer(text)}
    home = Home(path.as_posix(), lines, lists, 0)
    year = YEAR.search(words_in(content / f"{home.value('report')}.md"))
    return replace(home, year=int(year[1])) if year else home


def line_of(match: re.Match[str]) -> int:
    return match.string.count("\n", 0, match.start()) + 1


def words_in(path: Path) -> str:
    return (read_text(path, "", []) or "") if path.is_file() else ""


def draft_path(name: str, home: Home, inputs: Inputs) -> Path:
    """Where the site looks for it: `targets.yaml` is its own report's, if that is free."""
    is_free = not home.year and not inputs.targets.exists()
    main = name if is_free else home.value("report")
    return TargetFiles(inputs.content, inputs.targets, main).of(name)


def steps(report: Report, home: Home, draft: Path, inputs: Inputs) -> Iterator[Step]:
    """Until the site shows the report, on its home page if it is the newest."""
    check = Step("import-do-check", {})
    yield Step("import-do-read", {"path": report.where.path})
    if home.year:
        yield check
        if is_of_another_region(report, home):
            yield Step("import-do-own-region", {"path": report.where.path})
        if report.year < home.year:
            return
        yield Step("import-do-optional", {"was": home.value("report")})
    if draft != inputs.targets and inputs.targets.exists():
        old = draft.with_stem(home.value("report") or "old")
        yield moved(inputs.targets, old)
        yield moved(draft, inputs.targets)
        details = {"old": old.as_posix(), "new": inputs.targets.as_posix()}
        yield Step("import-do-first-lines", details)
    yield from site_steps(report, home)
    yield check


def moved(old: Path, new: Path) -> Step:
    return Step("import-do-move", {"old": old.as_posix(), "new": new.as_posix()})


def is_of_another_region(report: Report, home: Home) -> bool:
    return bool(home.value("region")) and home.value("region") not in report.body


def site_steps(report: Report, home: Home) -> Iterator[Step]:
    """The lines of site.yaml that name another report or another city."""
    line, was = home.lines.get("report", (0, ""))
    if not line:
        yield Step("import-do-site", {"path": home.path, "id": report.id})
    elif home.value("report") != report.id:
        details = {"path": home.path, "line": line, "now": f"report: {report.id}", "was": was}
        yield Step("import-do-line", details)
    if not is_of_another_region(report, home):
        return
    for key in OF_CITY:
        if key in home.lines:
            line, was = home.lines[key]
            shown = was if len(was) <= LONGEST else f"{was[:LONGEST]}…"
            details = {"path": home.path, "line": line, "key": key, "was": shown}
            yield Step("import-do-region", details)
    for key, line in home.lists.items():
        yield Step("import-do-list", {"path": home.path, "line": line, "key": key})
