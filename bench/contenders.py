"""Who builds the same pages, and how each is brought before a build."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import mkdtemp

from bench.one_number import NUMBER, OneNumber
from bench.processes import Cost, cost_of, peak_of

VALUE = re.compile(r'"evidence-item-value">([^<]*<)')  # <b class="evidence-item-value">118公里</b>


class Case(StrEnum):
    COLD = "cold"
    SAME = "no change"
    CHANGE = "one change"


@dataclass(frozen=True, slots=True)
class Contender:
    name: str
    command: tuple[str, ...]
    folder: Path  # where it runs
    site: Path
    leavings: tuple[Path, ...]  # what a build leaves, besides the site
    target: str
    value: OneNumber  # one of the target's, which changes

    def prepare(self, case: Case) -> None:
        """What is written so far goes to the disk now, not while the clock runs."""
        if case is Case.COLD:
            for path in (self.site, *self.leavings):
                set_aside(path)
        if case is Case.CHANGE:
            self.value.change()
        os.sync()

    def build(self, case: Case) -> Cost:
        self.prepare(case)
        cost = cost_of(self.command, self.folder)
        assert self.shows_its_value, f"{self.name} shows an old value"
        return cost

    @property
    def shows_its_value(self) -> bool:
        page = (self.site / "targets" / f"{self.target}.html").read_text("utf-8")
        numbers = NUMBER.findall("".join(VALUE.findall(page)))
        return str(self.value.number) in numbers

    def peak(self, case: Case) -> float:
        self.prepare(case)
        return peak_of(self.command, self.folder)


def set_aside(path: Path) -> None:
    """Moved, not deleted: ext4 is slow to make files where it deleted some a minute ago."""
    if path.exists():
        path.rename(Path(mkdtemp(prefix="old-", dir=path.parent)) / path.name)


@dataclass(frozen=True, slots=True)
class Footprint:
    pages: int  # of HTML
    html: int  # bytes of them
    files: int
    size: int  # bytes

    @classmethod
    def of(cls, site: Path) -> Footprint:
        files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
        pages = [size for path, size in files.items() if path.suffix == ".html"]
        return cls(len(pages), sum(pages), len(files), sum(files.values()))
