"""Builds the real site on machines as unlike each other as one can pretend: equal byte for byte?

`make reproducible` builds on all of them and prints the files that differ.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.chromium import install_packages, is_root
from tests.projects import REAL_DATE, ROOT, tree

DAY = ("--date", REAL_DATE.isoformat())
EPOCH = "1795392000"  # REAL_DATE in UTC
# Folders are read in an order of chance, as file systems differ in theirs; then the command runs.
SHUFFLED = """
import os, random, sys
listdir, scandir = os.listdir, os.scandir
chance = random.Random(os.environ["SHUFFLE"])
os.listdir = lambda *words: chance.sample(found := listdir(*words), len(found))
class shuffled:
    def __init__(self, *words):
        with scandir(*words) as entries:
            found = list(entries)
        self.entries = iter(chance.sample(found, len(found)))
    def __next__(self):
        return next(self.entries)
    def __iter__(self):
        return self
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
os.scandir = shuffled
sys.path.insert(0, os.getcwd())
from tracker.cli import main
raise SystemExit(main(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """How it differs; `before` stands before the command of Python, `python` are its options."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    python: tuple[str, ...] = ()
    umask: int = 0o022
    folder: str = "project"  # where the project lies
    words: tuple[str, ...] = DAY


MACHINES = (
    Machine("as it is", {"SHUFFLE": "1"}),
    Machine(
        "other zone, language, hashes, order of files, folder, rights; the day by the environment",
        {
            "SHUFFLE": "2", "PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0", "COLUMNS": "40",
            "HOME": "/nonexistent", "USER": "someone", "SOURCE_DATE_EPOCH": EPOCH,
        },
        python=("-OO",),
        umask=0o077,
        folder="a folder/另一处",
        words=(),
    ),
    Machine("one processor", {"SHUFFLE": "3"}, ("taskset", "--cpu-list", "0")),
    Machine(
        "another host's name",
        {"SHUFFLE": "4"},
        ("unshare", "--uts", "sh", "-c", 'hostname elsewhere; exec "$@"', "sh"),
    ),
    Machine("years later", {"SHUFFLE": "5"}, ("faketime", "2031-02-28 23:59:58")),
)  # fmt: skip


def built(machine: Machine, folder: Path) -> dict[str, bytes]:
    """The site, built there from a copy of the project."""
    project = folder / machine.folder
    copy_of_project(project)
    command = [
        *machine.before,
        sys.executable,
        *machine.python,
        "-c",
        SHUFFLED,
        "--output",
        "_site",
    ]
    subprocess.run(
        [*command, *machine.words],
        cwd=project,
        env={**os.environ, **machine.environment},
        umask=machine.umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return tree(project / "_site")


def copy_of_project(project: Path) -> None:
    project.mkdir(parents=True)
    for name in ("tracker", "content", "templates", "assets"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "targets.yaml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, project / name)


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def possible(machine: Machine) -> bool:
    """False where the program that it takes is not to be had."""
    if not machine.before or shutil.which(machine.before[0]):
        return machine.before[:1] != ("unshare",) or is_root()
    return install_packages([machine.before[0]]) and bool(shutil.which(machine.before[0]))


def main() -> int:
    first: dict[str, bytes] = {}
    code = 0
    for machine in MACHINES:
        if not possible(machine):
            print(f"{machine.name}: not tried, there is no {machine.before[0]} here")
            continue
        with TemporaryDirectory() as folder:
            site = built(machine, Path(folder))
        first = first or site
        differing = differences(first, site)
        print(f"{machine.name}: {len(site)} files, {len(differing)} differ {' '.join(differing)}")
        code |= bool(differing)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
