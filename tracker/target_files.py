"""Where the targets of each report are kept.

`targets.yaml` may be the file of the report on the home page; that of any report is
`targets/ID.yaml`, or `content/ID.yaml` beside its text.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from tracker.errors import Problem, Where
from tracker.inputs import Inputs
from tracker.model import Site
from tracker.read.nearest import nearest

KINDS = (".yaml", ".yml")


def folder_of(targets: Path) -> Path:
    """The folder beside `targets.yaml`."""
    return targets.parent / "targets"


def files_in(folder: Path) -> list[Path]:
    """What an editor keeps there; hidden files are those of programs.

    Not by `rglob`, which is silent about a folder that may not be read.
    """
    if not folder.is_dir():
        return []
    paths = (Path(base, name) for base, _, names in os.walk(folder, onerror=fail) for name in names)
    kept = (path for path in paths if path.suffix.lower() in KINDS)
    return sorted(path for path in kept if not path.name.startswith((".", "~")))


def fail(error: OSError) -> None:
    raise error


class TargetFiles(Struct, frozen=True):
    content: Path
    targets: Path
    main: str  # id of the report on the home page

    def places(self, report: str) -> tuple[Path, ...]:
        """Where the file of a report may be, the best place first."""
        own = (self.targets,) if report == self.main else ()
        folders = (folder_of(self.targets), self.content)
        return (*own, *(folder / f"{report}.yaml" for folder in folders))

    def of(self, report: str) -> Path:
        """The file, or where it should be."""
        places = self.places(report)
        standing = next((path for path in places if path.exists()), None)
        if standing or report == self.main:
            return standing or self.targets
        return places[0] if folder_of(self.targets).is_dir() else places[-1]

    def problems(self, reports: Collection[str]) -> Iterator[Problem]:
        """A report with two files, and files that belong to no report."""
        for report in reports:
            standing = [path for path in self.places(report) if path.exists()]
            if len(standing) > 1:
                yield twice(report, standing)
        folder = folder_of(self.targets)
        if self.main in reports and folder.is_dir() and not self.of(self.main).exists():
            details = {"report": self.main, "path": (folder / f"{self.main}.yaml").as_posix()}
            yield Problem(Where(self.targets.as_posix()), "targets-missing", details)
        yield from astray(folder, reports)


def twice(report: str, standing: Iterable[Path]) -> Problem:
    first, second = (path.as_posix() for path in list(standing)[:2])
    details = {"report": report, "first": first, "second": second}
    return Problem(Where(first), "targets-twice", details)


def astray(folder: Path, reports: Collection[str]) -> Iterator[Problem]:
    """A file of another name, or in a folder within, would leave a report without its targets."""
    known = dict.fromkeys(f"{report}.yaml" for report in reports)
    for path in files_in(folder):
        if path.parent == folder and path.name in known:
            continue
        near = nearest(path.name, known)
        code = "targets-of-no-report-near" if near else "targets-of-no-report"
        details = {"near": (folder / near).as_posix()} if near else {}
        yield Problem(Where(path.as_posix()), code, details)


def kept_in(inputs: Inputs, site: Site) -> TargetFiles:
    return TargetFiles(inputs.content, inputs.targets, site.report)
