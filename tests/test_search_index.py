"""The search index: everything is in it, it is the same every time, and it can do no harm."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.projects import SMALL_DATE, YEARS_DATE, inputs, small_project, whole, years_project
from tests.search_library import made_up_library
from tracker.model import Assessment
from tracker.pipeline import assess
from tracker.render.search.archive import (
    ANYWHERE,
    BLOCK,
    DENSE,
    DENSE_BLOCKS,
    SPARSE,
    SPARSE_BLOCKS,
    Writer,
    documents,
)
from tracker.render.search.index import INDEX, SearchIndex, search_index
from tracker.render.search.library import Library, library
from tracker.render.search.postings import postings_of
from tracker.render.search.signs import by_initials, by_syllable, fold_table, readings

CALL = re.compile(r"(duixianIndex|duixianPart)\((.*)\)", re.DOTALL)


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    return assess(inputs(small_project(tmp_path_factory.mktemp("small"))), SMALL_DATE)


def arguments(script: bytes) -> list[Any]:
    found = CALL.fullmatch(script.decode())
    assert found
    loaded: list[Any] = json.loads(f"[{found[2]}]")
    return loaded


def first(index: SearchIndex) -> dict[str, Any]:
    content: dict[str, Any] = arguments(index.files[INDEX])[0]
    return content


def part(index: SearchIndex, name: str) -> Any:
    return arguments(index.files[f"assets/search/{name}.js"])[2]


def archive() -> SearchIndex:
    return search_index(made_up_library(), largest=0)


def with_title(kept: Library, title: str) -> Library:
    volume, *others = kept.volumes
    entry, *more = volume.targets
    renamed = replace(volume, targets=(replace(entry, title=title), *more))
    return replace(kept, volumes=(renamed, *others))


# --- one file -----------------------------------------------------------------------------------


def test_every_target_and_every_sentence_is_in_it(assessment: Assessment) -> None:
    found = first(search_index(library(whole(assessment))))

    assert [row[0] for row in found["targets"]] == [a.target.id for a in assessment.targets]
    assert [row[:2] for row in found["lines"]] == [
        [sentence.id, sentence.text] for sentence in assessment.report.sentences
    ]
    assert found["chapters"]


def test_a_sentence_names_its_section_and_a_target_its_status(assessment: Assessment) -> None:
    found = first(search_index(library(whole(assessment))))
    sections = {row[0]: row[2] for row in found["lines"]}

    for row, assessed in zip(found["targets"], assessment.targets, strict=True):
        status = assessed.judgement.status
        assert found["statuses"][row[3]] == [status, status.label]
        assert sections[assessed.match.sentence.id] == assessed.path[-1].title


def test_reports_stand_one_after_the_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    years = assess(inputs(years_project(tmp_path_factory.mktemp("years"))), YEARS_DATE)
    found = first(search_index(library(whole(years))))

    counts = [(row[0], row[3], row[4]) for row in found["reports"]]
    assert counts == [
        (ledger.report.id, len(ledger.targets), sum(1 for _ in ledger.report.sentences))
        for ledger in years.ledgers
    ]
    assert len(found["targets"]) == sum(targets for _, targets, _ in counts)
    assert len(found["lines"]) == sum(lines for _, _, lines in counts)


def test_the_version_is_that_of_everything_else() -> None:
    index = search_index(made_up_library())
    changed = search_index(with_title(made_up_library(), "别的题目"))
    other_words = replace(made_up_library(), synonyms=(("茅房", ("改厕",)),))

    assert first(index)["version"] == index.version
    assert arguments(index.files["assets/search/signs.js"])[:2] == [index.version, "signs"]
    assert len({index.version, changed.version, search_index(other_words).version}) == 3


@pytest.mark.parametrize("largest", [0, 1_000_000])
def test_it_is_the_same_every_time(largest: int) -> None:
    assert search_index(made_up_library(), largest) == search_index(made_up_library(), largest)


@pytest.mark.parametrize("largest", [0, 1_000_000])
def test_words_cannot_leave_the_script(largest: int) -> None:
    title = "</script><!--\u2028\u2029\"\\');"
    index = search_index(with_title(made_up_library(), title), largest)

    for script in index.files.values():
        assert b"<" not in script
        assert not {"\u2028", "\u2029"} & set(script.decode())
        arguments(script)
    rows = first(index)["targets"] if largest else part(index, "t0")
    assert rows[0][1] == title


# --- an archive ---------------------------------------------------------------------------------


def test_every_document_has_its_row_in_the_block_that_its_number_tells() -> None:
    index, kept = archive(), made_up_library()
    block = first(index)["block"]
    blocks = sum("/t" in path for path in index.files)
    rows = [row for number in range(blocks) for row in part(index, f"t{number}")]
    count = sum(1 for _ in documents(kept))

    assert len(rows) == count
    assert len(part(index, "t0")) == block
    targets = len(kept.volumes[0].targets)
    assert [row[1] for row in rows[:targets]] == [one.title for one in kept.volumes[0].targets]
    assert rows[-1] == kept.volumes[0].lines[-1].text


def test_the_postings_of_a_pair_are_the_documents_that_hold_it() -> None:
    index, kept = archive(), made_up_library()
    texts = list(documents(kept))
    entries, postings = all_entries(index), postings_of(texts, "")

    assert list(entries) == sorted(entries, key=lambda gram: gram.encode("utf-16-be"))
    for gram, written in entries.items():
        holding = postings[gram]
        if written.startswith(ANYWHERE):
            assert int(written[1:]) == len(holding) > 200
        else:
            assert set(holding) <= decoded(written)


def all_entries(index: SearchIndex) -> dict[str, str]:
    starts = first(index)["shards"].split("|")
    shards = [part(index, f"p{number}").split("|") for number in range(len(starts))]
    assert [shard[0].partition(":")[0] for shard in shards] == starts
    entries = [entry.partition(":") for shard in shards for entry in shard]
    return {gram: written for gram, _, written in entries}


def decoded(written: str) -> set[int]:
    """The numbers of documents, or of all those in the blocks told."""
    sign, figures = written[0], written[1:]
    notation = next(n for n in (DENSE, SPARSE, DENSE_BLOCKS, SPARSE_BLOCKS) if n.sign == sign)
    numbers, before, head = [], 0, 0
    for figure in figures:
        if figure in notation.more:
            head = head * len(notation.more) + notation.more.index(figure)
        else:
            before += head * len(notation.last) + notation.last.index(figure)
            numbers.append(before)
            head = 0
    if notation in (DENSE, SPARSE):
        return set(numbers)
    return {number * BLOCK + i for number in numbers for i in range(BLOCK)}


SIZE = 100_000
WRITE = Writer(SIZE)


@given(
    st.one_of(
        st.sets(st.integers(0, SIZE - 1), min_size=1, max_size=50),
        st.builds(range, st.integers(0, 50), st.just(SIZE), st.integers(20, 200)),
    )
)
def test_postings_are_read_as_they_were_written(numbers: set[int] | range) -> None:
    written = WRITE(sorted(numbers))
    if written.startswith(ANYWHERE):
        assert int(written[1:]) == len(numbers)
        return
    blocks = {number // BLOCK for number in numbers}

    assert set(numbers) <= decoded(written)
    assert {number // BLOCK for number in decoded(written)} == blocks
    if len(numbers) * 128 > SIZE:
        assert decoded(written) == set(numbers)


def test_facets_of_targets_stand_in_a_small_table() -> None:
    facets = part(archive(), "facets")
    targets = made_up_library().volumes[0].targets

    assert len(facets["statuses"]) == len(facets["places"]) == len(facets["topics"]) == len(targets)


# --- how characters are written and read --------------------------------------------------------


def test_traditional_characters_fold_into_those_of_the_texts() -> None:
    table = fold_table(set("农田"))
    pairs = dict(zip(table[::2], table[1::2], strict=True))

    assert pairs["農"] == "农"
    assert "鎮" not in pairs  # 镇 is not sought
    assert list(pairs) == sorted(pairs)


def test_the_characters_of_questions_fold_although_no_text_has_them() -> None:
    assert "嗎吗" in fold_table(set())
    assert "萬万" in fold_table(set())


def test_a_character_is_read_as_its_place_or_word_has_it() -> None:
    said = readings(["解州", "银行"])

    assert "hai" in said["解"]
    assert "hang" in said["行"]
    assert said["桩"] == ["zhuang"]  # in no pair, but common
    assert "hai:" in by_syllable(said)


def test_pairs_are_found_by_their_first_letters() -> None:
    pairs = ["充电", "电桩", "5g"]

    assert by_initials(pairs, readings(pairs)) == {"cd": "充电", "dz": "电桩", "5g": "5g"}
