"""From what a site was made: its inputs by their SHA-256, the program, the rules, the day."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from tracker.errors import Problem, Where
from tracker.inputs import Inputs
from tracker.manifest import digest, listing
from tracker.model import Rules
from tracker.read.limits import LARGEST_TEXT
from tracker.target_files import files_in, folder_of

PATH = "build-info.json"
ROOT = Path(__file__).parent.parent
# What has a say in the bytes of the pages besides our own code.
PACKAGES = (
    "budoux", "deflate", "jinja2", "lxml", "markdown-it-py", "markupsafe", "minify-go", "opencc",
    "pillow", "pypinyin", "pyyaml", "segno",
)  # fmt: skip


def input_digests(content: Path, targets: Path) -> dict[str, str]:
    """Path → SHA-256 of the editors' files; what cannot be read is left to its reader to tell."""
    found = {}
    for name, path in editors_files(content, targets):
        with suppress(OSError):
            if path.is_file() and path.stat().st_size <= LARGEST_TEXT:
                found[name] = digest(path.read_bytes())
    return found


def changed_since(before: Mapping[str, str], inputs: Inputs) -> Iterator[Problem]:
    """What somebody saved meanwhile: a site is made of one state of its inputs."""
    now = input_digests(inputs.content, inputs.targets)
    for name in sorted({*now, *before}):
        if now.get(name) != before.get(name):
            yield Problem(Where(name), "input-changed")


def editors_files(content: Path, targets: Path) -> Iterator[tuple[str, Path]]:
    """By the same names wherever they stand."""
    for pattern in ("*.md", "*.yaml"):
        for path in content.glob(pattern):
            yield f"content/{path.name}", path
    yield "targets.yaml", targets
    folder = folder_of(targets)
    for path in files_in(folder):
        yield f"targets/{path.relative_to(folder).as_posix()}", path


class Program(Struct, frozen=True):
    """Whatever has a say in the bytes besides inputs, templates and assets."""

    code: Mapping[str, str]
    packages: Mapping[str, str]
    python: str

    @classmethod
    def running(cls) -> Program:
        return cls(own_code(), packages(), sys.version)


def build_info(assessment: Made, program: Program, templates: str, assets: str) -> bytes:
    """`templates` and `assets` are the digests of their folders."""
    info = {
        "as_of": assessment.as_of.isoformat(),
        "rules_version": assessment.rules.version,
        "inputs": dict(sorted(assessment.inputs.items())),
        "program": {
            **program.code,
            "templates": templates,
            "assets": assets,
        },
        "packages": program.packages,
    }
    return (json.dumps(info, ensure_ascii=False, indent=2) + "\n").encode()


class Made(Protocol):
    """An `Assessment`, or what the pages of the whole site are made from."""

    @property
    def as_of(self) -> date: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def inputs(self) -> Mapping[str, str]: ...


@cache  # a process goes on with the code that it began with
def own_code() -> dict[str, str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {"version": project["version"], "tracker": folder_digest(ROOT / "tracker", ".py")}


@cache
def packages() -> dict[str, str]:
    from importlib.metadata import version  # slow to import

    return {name: version(name) for name in PACKAGES}


def folder_digest(folder: Path, suffix: str = "") -> str:
    """That of the list of its files, as `sha256sum` writes it, in the order of their paths."""
    return digest(listing({
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob(f"*{suffix}")
        if path.is_file() and "/." not in f"/{path.relative_to(folder).as_posix()}"
    }))  # fmt: skip
