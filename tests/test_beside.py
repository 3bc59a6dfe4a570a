"""What is worked out once for the program is kept beside its compiled modules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from pypinyin import lazy_pinyin

from tracker import beside
from tracker.beside import kept
from tracker.render.dictionaries import said


@pytest.fixture(autouse=True)
def folder(kept_beside: Callable[[ModuleType], Path]) -> Path:
    return kept_beside(beside)


def value_of(key: str, made: object = "made") -> object:
    return kept(beside.__file__, "value", key, lambda: made)


def test_a_value_is_made_once() -> None:
    assert [value_of("key"), value_of("key", "made again")] == ["made", "made"]


def test_a_value_is_made_anew_for_another_key() -> None:
    assert [value_of("key"), value_of("other", "made again")] == ["made", "made again"]


def test_a_value_is_made_anew_with_other_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    (packages / "jieba-0.42.1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(packages)
    first = value_of("key")
    (packages / "jieba-0.42.1.dist-info").rename(packages / "jieba-0.43.dist-info")

    assert [first, value_of("key", "made again")] == ["made", "made again"]


def test_a_file_cut_short_is_as_good_as_none(folder: Path) -> None:
    value_of("key")
    whole = (folder / "value").read_bytes()
    for length in (0, 1, 9, len(whole) // 2, len(whole) - 1):
        (folder / "value").write_bytes(whole[:length])
        assert value_of("key", "made again") == "made again"


def test_a_program_that_may_not_be_written_to_makes_it_each_time(folder: Path) -> None:
    folder.rmdir()

    assert [value_of("key"), value_of("key", "made again")] == ["made", "made again"]


def test_characters_are_said_as_pypinyin_says_them() -> None:
    words = "吕梁市·重庆〇𠀀㐂A2々é行"

    assert [said(char) for char in words] == [lazy_pinyin([char])[0] for char in words]
