"""The workflows run what the project has, with no more rights than they need."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.programs import PACKAGES
from tests.projects import ROOT
from tracker.usage import parse

FOLDER = ROOT / ".github" / "workflows"
OWN_HOST = ROOT / "deploy" / "own-host.yml"
WORKFLOWS = [*sorted(FOLDER.glob("*.yml")), OWN_HOST]
BUILD = ".venv/bin/python build.py "
# What a machine of GitHub's has, beside make and this project
PRESENT = {"sudo", "install", "rsync", "ssh"}
RIGHTS = {
    ("audit.yml", "audit"): {"contents": "read"},
    ("check.yml", "check"): {"contents": "read"},
    ("test.yml", "test"): {"contents": "read"},
    ("publish.yml", "build"): {"contents": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("own-host.yml", "publish"): {"contents": "read"},
}

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def lines_run(path: Path) -> list[str]:
    written = "\n".join(step.get("run", "") for step in steps(path)).replace("\\\n", "")
    return [line for line in written.splitlines() if line]


def targets_of_make() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([\w./-]+):", makefile, re.MULTILINE))


def run(*command: str | Path) -> None:
    tool, *arguments = (str(word) for word in command)
    program = str(Path(sys.executable).with_name(tool))
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_github_understands_them() -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)


def test_none_is_unsafe() -> None:
    config = ROOT / ".github" / "zizmor.yml"
    run("zizmor", "--offline", "--pedantic", "--quiet", "--config", config, *WORKFLOWS)


@every_workflow
def test_they_run_only_what_is_there(path: Path) -> None:
    for line in lines_run(path):
        if line.startswith(BUILD):
            parse(shlex.split(line.removeprefix(BUILD)))
        elif line.startswith("make "):
            assert set(line.split()[1:]) <= targets_of_make(), line
        else:
            assert line.split()[0] in PRESENT or re.match(r"\w+=\$\(date ", line), line


@every_workflow
def test_only_actions_of_github_run_and_each_by_its_major_version(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[\w/-]+@v\d+", name)] == []


@every_workflow
def test_no_job_may_do_more_than_it_needs_nor_run_for_ever(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == RIGHTS[path.name, name]
        assert job["timeout-minutes"] <= 60


def test_a_change_is_checked_and_each_problem_stands_at_its_line() -> None:
    [command] = [line for line in lines_run(FOLDER / "check.yml") if "build.py" in line]
    options = parse(shlex.split(command.removeprefix(BUILD)))
    assert (options.command, options.format, options.lang) == ("check", "github", "zh")
    assert read(FOLDER / "check.yml")[True] == "pull_request"  # YAML 1.1 reads `on` so


@pytest.mark.parametrize("path", [FOLDER / "publish.yml", OWN_HOST], ids=lambda path: path.name)
def test_what_is_published_is_checked_first_and_each_day_anew(path: Path) -> None:
    workflow = read(path)
    commands = [line.removeprefix(BUILD) for line in lines_run(path) if BUILD in line]
    options = [parse(shlex.split(command)) for command in commands]
    assert [one.command for one in options] == ["check", "build"]
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert len(workflow[True]["schedule"]) == 1
    assert workflow["env"] == {"TZ": "Asia/Shanghai"}
    assert workflow["concurrency"]["cancel-in-progress"] is False


def test_the_own_host_is_sent_what_pages_would_be_and_its_compressed_twins() -> None:
    pages, own = read(FOLDER / "publish.yml"), read(OWN_HOST)
    *building, _ = pages["jobs"]["build"]["steps"]
    *same, made, _ = own["jobs"]["publish"]["steps"]
    assert [*same, {**made, "run": made["run"].removesuffix(" --gzip")}] == building
    for name in (True, "env", "concurrency", "permissions"):
        assert own[name] == pages[name]


def test_the_tests_find_their_programs() -> None:
    installed = next(line for line in lines_run(FOLDER / "test.yml") if "install" in line)
    assert set(PACKAGES.values()) <= set(installed.split())
