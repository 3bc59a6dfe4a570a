"""What the fuzzer kept and found, once more: `make fuzz` looks for new inputs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutation import mutated
from tests.fuzz.subjects import SUBJECTS

KEPT = Path(__file__).parent / "fuzz"
FINDINGS = sorted(KEPT.glob("findings/*/*"))
CORPUS = {name: sorted(KEPT.glob(f"corpus/{name}/*")) for name in SUBJECTS}
CHANGED = {"targets": 20, "page": 60, "report": 20, "ledger": 10}  # a few new inputs of each


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_is_explained_or_published(path: Path) -> None:
    SUBJECTS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", [name for name in SUBJECTS if name != "site"])
def test_the_corpus_is_explained_or_published(name: str) -> None:
    assert CORPUS[name]
    for path in CORPUS[name]:
        SUBJECTS[name](path.read_bytes())


def test_an_accepted_project_is_published_harmlessly() -> None:
    for path in CORPUS["site"]:
        if path.name.startswith("seed-"):
            SUBJECTS["site"](path.read_bytes())


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_input_is_explained_or_published(name: str) -> None:
    random = Random(8)
    seeds = [path for path in CORPUS[name] if path.name.startswith("seed-")]
    for _ in range(CHANGED[name]):
        text = mutated(random.choice(seeds).read_text("utf-8"), random)
        SUBJECTS[name](text.encode("utf-8", errors="replace"))
