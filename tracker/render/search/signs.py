"""How characters are written and read: traditional and simplified forms, and pinyin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.render.dictionaries import dictionaries

# What queries are asked and counted in, though the texts may lack it.
ASKED = "万亿两请问现还为什么时候怎样几个没吗达实开"

# Names of places in which a character is read otherwise than it mostly is.
PLACE_NAMES = {
    "解州": ["hai", "zhou"],
    "涡阳": ["guo", "yang"],
    "洪洞": ["hong", "tong"],
    "隰县": ["xi", "xian"],
    "蔚县": ["yu", "xian"],
    "六安": ["lu", "an"],
    "亳州": ["bo", "zhou"],
    "歙县": ["she", "xian"],
    "黟县": ["yi", "xian"],
    "铅山": ["yan", "shan"],
    "莘县": ["shen", "xian"],
    "单县": ["shan", "xian"],
    "浚县": ["xun", "xian"],
    "泌阳": ["bi", "yang"],
    "长垣": ["chang", "yuan"],
    "尉犁": ["yu", "li"],
    "会稽": ["kuai", "ji"],
    "丽水": ["li", "shui"],
    "台州": ["tai", "zhou"],
    "乐亭": ["lao", "ting"],
    "乐清": ["yue", "qing"],
    "蠡县": ["li", "xian"],
    "大埔": ["da", "bu"],
    "番禺": ["pan", "yu"],
    "东莞": ["dong", "guan"],
    "珲春": ["hun", "chun"],
    "大城": ["dai", "cheng"],
}


def fold_of(present: set[str]) -> str:
    """Pairs for the characters that stand in the texts themselves."""
    return "".join(old + new for old, new in dictionaries().simplified.items() if old in present)


def fold_table(present: set[str]) -> str:
    """Pairs of a traditional character and a simplified one that texts of these may have."""
    simplified = dictionaries().simplified
    sought = present.union((simplified[old] for old in present & simplified.keys()), ASKED)
    return "".join(old + new for old, new in simplified.items() if new in sought)


def readings(pairs: Iterable[str]) -> dict[str, list[str]]:
    """Character → syllables: of every character of the pairs, and of every common one.

    First as it is read by itself, then as it is read in a pair.
    """
    present = {char for char in "".join(pairs) if "\u3400" <= char <= "\u9fff"}
    said = {
        char: list(_alone(char)[: None if char in present else 1])
        for char in present.union(_common())
    }
    in_words = {**dictionaries().pairs, **PLACE_NAMES}
    for word in in_words.keys() & pairs:
        for char, syllable in zip(word, in_words[word], strict=True):
            if syllable not in said[char]:
                said[char].append(syllable)
    return said


def by_syllable(said: dict[str, list[str]]) -> str:
    """“ba:八巴 bai:百白 …”"""
    characters: dict[str, list[str]] = defaultdict(list)
    for char, syllables in sorted(said.items()):
        for syllable in syllables:
            characters[syllable].append(char)
    return " ".join(f"{name}:{''.join(characters[name])}" for name in sorted(characters))


def _alone(char: str) -> list[str]:
    return dictionaries().readings.get(char, [char])


def _common() -> Iterator[str]:
    """The 3755 of the first level of GB 2312, which a wrong character will mostly be among."""
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def by_initials(pairs: Iterable[str], said: dict[str, list[str]]) -> dict[str, str]:
    """First letters of a pair, as “cd” of 充电 → all such pairs in the order given."""
    found: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        first, second = ({s[0] for s in said.get(char, [char])} for char in pair)
        for letters in sorted(a + b for a in first for b in second):
            if letters.isascii() and letters.isalnum():
                found[letters].append(pair)
    return {letters: "".join(same) for letters, same in found.items()}
