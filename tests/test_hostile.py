"""What is hostile where a value has a form, or where no text may have it, is refused by name."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.payloads import PAYLOADS, UNFIT
from tests.planting import CLOSED, FREE, Planter, as_yaml, plant, read_yaml, unplanted_keys
from tests.projects import SMALL_DATE, inputs, project
from tracker.characters import ANY
from tracker.cli import main
from tracker.errors import InputError
from tracker.messages.problems import explain
from tracker.pipeline import assess
from tracker.read.ids import is_id

FILES = ("targets.yaml", "content/site.yaml", "content/corrections.yaml")
FORMLESS = [one for one in PAYLOADS if not is_id(one.strip())]
RUNS = len(FORMLESS) if os.environ.get("RUNS") == "all" else 1  # payloads for each value


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project("hostile", tmp_path_factory.mktemp("closed") / "project")


def test_every_key_that_a_reader_knows_is_planted_or_has_a_form(tmp_path: Path) -> None:
    planter = Planter()
    plant(project("hostile", tmp_path / "project"), planter)

    assert unplanted_keys(planter) == set()


def closed_values(value: Any, record: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Holder and place of every scalar of a closed form, with its key."""
    for place, inner in value.items() if isinstance(value, dict) else enumerate(value):
        key = str(place) if isinstance(value, dict) else record
        if isinstance(inner, (dict, list)):
            yield from closed_values(inner, key)
        elif key in CLOSED and (record, key) not in FREE and inner:
            yield value, place, key


def refused(folder: Path) -> list[str]:
    """The codes of what is wrong, their words made as for an editor."""
    try:
        assess(inputs(folder), SMALL_DATE)
    except InputError as error:
        for problem in error.problems:
            assert not any(ANY.search(words) for words in explain(problem, "en"))
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize("file", FILES)
def test_a_value_of_a_form_refuses_every_payload(hostile: Path, file: str) -> None:
    path = hostile / file
    before = path.read_text("utf-8")
    count = len(list(closed_values(read_yaml(before))))
    try:
        for turn in range(count * RUNS):
            value = read_yaml(before)
            holder, place, key = list(closed_values(value))[turn % count]
            holder[place] = FORMLESS[turn * 5 % len(FORMLESS)]
            path.write_text(as_yaml(value), "utf-8")
            assert refused(hostile), (key, holder[place])
    finally:
        path.write_text(before, "utf-8")


@pytest.mark.parametrize("text", UNFIT)
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("targets.yaml", "title: 新建公路"),
        ("content/site.yaml", "title: 兑现"),
        ("content/corrections.yaml", "was: 旧话"),
        ("content/synonyms.yaml", "马路"),
        ("content/about.md", "title: 关于"),
        ("content/about.md", "测试用的"),
        ("content/xugou-2099.md", "newspaper: 虚构日报"),
        ("content/xugou-2099.md", "以上各项"),
    ],
)
def test_no_file_may_hold_what_steers_a_screen_or_is_no_character(
    hostile: Path, file: str, words: str, text: str
) -> None:
    path = hostile / file
    before = path.read_text("utf-8")
    try:
        path.write_text(before.replace(words, words + text, 1), "utf-8")
        found = refused(hostile)
    finally:
        path.write_text(before, "utf-8")

    assert {"control-character", "direction-character", "no-character"} & set(found)


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_what_is_said_of_them_steers_no_terminal(hostile: Path, form: str) -> None:
    path = hostile / "targets.yaml"
    before = path.read_text("utf-8")
    title = "".join(UNFIT) + "\n::error::x"
    try:
        spoilt = before.replace("id: roads", f"id: {json.dumps(title)}", 1)
        path.write_text(spoilt.replace("title: 路灯", "title: 路\x1b[31m灯", 1), "utf-8")
        with redirect_stdout(StringIO()) as said, redirect_stderr(said):
            words = ["--content", str(hostile / "content"), "--targets", str(path)]
            assert main(["check", *words, "--format", form, "--date", "2099-11-05"]) == 1
    finally:
        path.write_text(before, "utf-8")

    assert not ANY.search(said.getvalue())
    assert not any(line.startswith("::error::x") for line in said.getvalue().splitlines())
