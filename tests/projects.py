"""Small projects to build: a copy of one in `tests/sites`, or the real one."""

from __future__ import annotations

import os
import shutil
from datetime import date
from functools import cache
from pathlib import Path

from tracker.inputs import Inputs
from tracker.model import Assessment
from tracker.pipeline import assess, render_files
from tracker.render.digests import digest_of
from tracker.render.whole import Whole, whole_of

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
SMALL_DATE = date(2099, 11, 5)
YEARS_DATE = date(2100, 1, 25)
REAL_DATE = date(2026, 11, 23)


def small_project(folder: Path) -> Path:
    """A copy of the made-up city's project, with the real templates, in `folder`."""
    return project("small", folder)


def years_project(folder: Path) -> Path:
    """The made-up city with four reports and every kind of target, likewise."""
    return project("years", folder)


def project(name: str, folder: Path) -> Path:
    shutil.copytree(SITES / name, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder


def inputs(folder: Path) -> Inputs:
    return Inputs(folder / "content", folder / "targets.yaml", folder / "templates")


REAL = inputs(ROOT)


@cache
def real_assessment() -> Assessment:
    """The real project as of one day, the same for every test: nobody may change it."""
    return assess(REAL, REAL_DATE)


@cache
def real_files() -> dict[str, bytes]:
    """The real site, likewise."""
    return render_files(real_assessment(), REAL)


def whole(assessment: Assessment) -> Whole:
    """What the pages of the whole site are made from."""
    return whole_of(assessment, [digest_of(assessment.of(one)) for one in assessment.ledgers])


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(base, name) for base, _, names in os.walk(folder) for name in names)
        if path.is_file()
    }
