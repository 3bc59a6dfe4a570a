"""What OpenCC and pypinyin say of each character.

Both take half a second to import and to ask, so it is written down once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from tracker.beside import kept
from tracker.keys import key_of

IDEOGRAPHS = (range(0x3400, 0xA000), range(0x20000, 0x323B0))
COMMON = IDEOGRAPHS[0]  # whose readings are known here
READINGS = 3  # of a character, that are told
NAME = "dictionaries.marshal"


class Dictionaries(Struct, frozen=True):
    """`readings` have no tones; those of a character by itself stand the usual one first."""

    simplified: dict[str, str]  # every ideograph that OpenCC simplifies → what it becomes
    readings: dict[str, list[str]]
    pairs: dict[str, list[str]]  # in which one is read otherwise than by itself


@cache
def dictionaries() -> Dictionaries:
    key = key_of(Path(__file__).read_bytes())
    simplified, ranks, pairs = kept(__file__, NAME, key, _written_down)
    return Dictionaries(dict(zip(*simplified, strict=True)), _readings(ranks), pairs)


def said(character: str) -> str:
    """As it is mostly read, without tones; as it is written, if it is no ideograph."""
    if known := dictionaries().readings.get(character):
        return known[0]
    if character.isascii():
        return character
    from pypinyin import lazy_pinyin  # which takes a quarter of a second to import

    return "".join(lazy_pinyin([character]))


Ranks = list[dict[str, str]]  # syllable → characters of which it is the first reading, …


def _readings(ranks: Ranks) -> dict[str, list[str]]:
    first, *others = ranks
    found = {char: [syllable] for syllable, characters in first.items() for char in characters}
    for rank in others:
        for syllable, characters in rank.items():
            for char in characters:
                found[char].append(syllable)
    return found


def _written_down() -> tuple[tuple[str, str], Ranks, dict[str, list[str]]]:
    """In few values, which are read in no time."""
    alone = _alone()
    ranks: Ranks = [{} for _ in range(READINGS)]
    for char, syllables in alone.items():
        for rank, syllable in zip(ranks, syllables, strict=False):
            rank[syllable] = rank.get(syllable, "") + char
    return _simplified(), ranks, _read_otherwise(alone)


def _simplified() -> tuple[str, str]:
    from opencc import OpenCC

    characters = [chr(point) for block in IDEOGRAPHS for point in block]
    # One character a line: OpenCC must not read neighbours as a phrase.
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = [(old, new) for old, new in zip(characters, simple, strict=True) if old != new]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)


# pypinyin's dictionaries are asked themselves: its functions would look for words first.


def _alone() -> dict[str, list[str]]:
    from pypinyin.constants import PINYIN_DICT

    return {
        chr(point): list(dict.fromkeys(map(_untoned, PINYIN_DICT[point].split(","))))[:READINGS]
        for point in COMMON
        if point in PINYIN_DICT
    }


def _read_otherwise(alone: dict[str, list[str]]) -> dict[str, list[str]]:
    from pypinyin.constants import PHRASES_DICT

    words = (word for word in PHRASES_DICT if len(word) == 2)
    said = {word: [_untoned(toned[0]) for toned in PHRASES_DICT[word]] for word in words}
    return {
        word: syllables
        for word, syllables in said.items()
        if any(one not in alone.get(char, ()) for char, one in zip(word, syllables, strict=True))
    }


@cache
def _untoned(syllable: str) -> str:
    from pypinyin.constants import Style
    from pypinyin.style import convert

    return convert(syllable, Style.NORMAL, strict=True)
