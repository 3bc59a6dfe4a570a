"""An archive of reports that are made up, and our program building it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.contenders import Contender
from bench.one_number import OneNumber, first_value
from tests.projects import ROOT

NAME = "ours"
TARGETS = 35  # of a report
DATE = "2099-11-30"  # its years lie ahead
BUILD = str(ROOT / "build.py")


@dataclass(frozen=True, slots=True)
class Archive:
    folder: Path

    @classmethod
    def made(cls, reports: int, folder: Path) -> Archive:
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, BUILD, "archive-demo", str(reports), "--output", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return cls(folder)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def site(self) -> Path:
        return self.folder / "_site"

    @property
    def inputs(self) -> tuple[str, ...]:
        """As options of a command."""
        places = {
            "--content": self.content,
            "--targets": self.folder / "targets.yaml",
            "--templates": ROOT / "templates",
        }
        named = (word for name, path in places.items() for word in (name, str(path)))
        return (*named, "--date", DATE)

    def command(self, site: Path) -> tuple[str, ...]:
        return (sys.executable, BUILD, "build", *self.inputs, "--output", str(site))

    def one_value(self) -> tuple[str, OneNumber]:
        """A target, and one of its values, in a file of the middle."""
        paths = sorted((self.folder / "targets").glob("*.yaml"))
        middle = len(paths) // 2
        return first_value(paths[middle:])


def reports_for(targets: int) -> int:
    return max(1, round(targets / TARGETS))


def contender(archive: Archive) -> Contender:
    target, value = archive.one_value()
    return Contender(
        NAME,
        archive.command(archive.site),
        archive.folder,
        archive.site,
        (archive.folder / "._site.cache",),
        target,
        value,
    )
