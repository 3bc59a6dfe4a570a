"""The search index: everything is in it, it is the same every time, and it can do no harm."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from tests.projects import SMALL_DATE, inputs, small_project
from tracker.model import Assessment, Status
from tracker.pipeline import assess
from tracker.render.search import SearchIndex, fold_table, search_index


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return assess(inputs(small_project(tmp_path_factory.mktemp("small"))), SMALL_DATE)


def content(index: SearchIndex) -> dict[str, Any]:
    words = index.script.decode().removeprefix("duixianIndex(").removesuffix(");\n")
    loaded: dict[str, Any] = json.loads(words)
    return loaded


def with_title(assessment: Assessment, title: str) -> Assessment:
    first, *others = assessment.targets
    renamed = replace(first, target=replace(first.target, title=title))
    ledger = replace(assessment.ledger, targets=(renamed, *others))
    return replace(assessment, ledger=ledger, ledgers=(ledger,))


def test_every_target_and_every_sentence_is_in_it(assessment: Assessment) -> None:
    found = content(search_index(assessment))

    assert [row[0] for row in found["targets"]] == [a.target.id for a in assessment.targets]
    assert [row[:2] for row in found["sentences"]] == [
        [sentence.id, sentence.text] for sentence in assessment.report.sentences
    ]
    assert found["report"] == assessment.report.id
    assert found["sections"]


def test_a_sentence_names_its_targets_and_its_section(assessment: Assessment) -> None:
    rows = {row[0]: row for row in content(search_index(assessment))["sentences"]}

    for assessed in assessment.targets:
        _, text, section, targets = rows[assessed.match.sentence.id]
        assert assessed.target.quote in text
        assert assessed.target.id in targets
        assert section == assessed.path[-1].title


def test_the_status_is_given_in_words(assessment: Assessment) -> None:
    for row in content(search_index(assessment))["targets"]:
        assert row[4] == next(status.label for status in Status if status == row[3])


def test_the_version_is_that_of_everything_else(assessment: Assessment) -> None:
    index = search_index(assessment)
    rest = content(index)

    assert rest.pop("version") == index.version
    words = json.dumps(rest, ensure_ascii=False, separators=(",", ":"))
    assert sha256(words.encode()).hexdigest()[:12] == index.version
    assert search_index(with_title(assessment, "别的题目")).version != index.version


def test_it_is_the_same_every_time(assessment: Assessment) -> None:
    assert search_index(assessment) == search_index(assessment)


def test_words_cannot_leave_the_script(assessment: Assessment) -> None:
    title = "</script><!--\u2028\u2029\"\\');"
    index = search_index(with_title(assessment, title))

    assert b"<" not in index.script
    assert not {"\u2028", "\u2029"} & set(index.script.decode())
    assert content(index)["targets"][0][1] == title


def test_traditional_characters_fold_into_those_of_the_texts() -> None:
    table = fold_table(["农田"])
    pairs = dict(zip(table[::2], table[1::2], strict=True))

    assert pairs["農"] == "农"
    assert "鎮" not in pairs  # 镇 is not sought
    assert list(pairs) == sorted(pairs)


def test_the_characters_of_questions_fold_although_no_text_has_them() -> None:
    assert "嗎吗" in fold_table([])
    assert "萬万" in fold_table([])
