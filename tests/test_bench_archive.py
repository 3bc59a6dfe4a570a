"""The archive that the search is measured on is the same every time, and like no real one twice."""

from __future__ import annotations

import pytest

from bench.archive import SHARED, archive
from tracker.render.search.library import Library

SIZE = 6000

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports").is_dir(), reason="the real reports do not lie beside the project"
)


@pytest.fixture(scope="module")
def made_up() -> Library:
    return archive(SIZE)


def test_the_same_seed_makes_the_same_archive(made_up: Library) -> None:
    assert archive(SIZE) == made_up
    assert archive(SIZE, seed=6) != made_up


def test_no_sentence_stands_in_it_twice(made_up: Library) -> None:
    lines = [line.text for volume in made_up.volumes for line in volume.lines]

    assert len(set(lines)) == len(lines)


def test_it_has_as_many_texts_as_asked_for_and_targets_of_every_status(made_up: Library) -> None:
    targets = [target for volume in made_up.volumes for target in volume.targets]
    lines = [line for volume in made_up.volumes for line in volume.lines]

    assert len(targets) + len(lines) == SIZE
    assert {target.status for target in targets} == set(range(len(made_up.statuses)))


def test_each_target_is_quoted_from_its_report(made_up: Library) -> None:
    for volume in made_up.volumes:
        text = "\n".join(line.text for line in volume.lines)
        assert all(target.quote in text for target in volume.targets)
