"""Text as search compares it: the same forms, from the same table, as `assets/js/search` makes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from tracker.lazy import regex

# Left out when texts are compared; a number does not go on across one of them.
MARKS = "“”‘’\"'「」『』《》〈〉()[]【】"
SPACE = regex(r"[\t-\r \u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u3000\ufeff]")
UNITS = {
    "km2": "平方公里",
    "km": "公里",
    "m2": "平方米",
    "m3": "立方米",
    "kw": "千瓦",
    "mw": "兆瓦",
    "kg": "公斤",
}
THOUSANDS = regex(
    r"([0-9０-９]),(?=[0-9０-９]{3}(?![0-9０-９]))|([０-９])，(?=[０-９]{3}(?![０-９]))"
)  # 3,000 and ３，０００ but not 5，300亿元
# One unit for what is measured in several: 150兆瓦 is 15万千瓦.
SCALES = {"兆瓦": (1000, "千瓦"), "公顷": (15, "亩")}
UNIT = regex(rf"(?<![a-z])({'|'.join(UNITS)})(?![a-z0-9])")

DIGITS = "零〇一二两三四五六七八九"
FIGURE = rf"(?:[0-9{DIGITS}十百万亿]|千(?![瓦米克升]))"  # 十五万千瓦 is not 十五万千
# no number is longer, and each character of a run that is none begins another
RUN = regex(rf"{FIGURE}(?:{FIGURE}|\.(?=[0-9])|点(?=[{DIGITS}])){{0,99}}")
POINT = regex(r"([^点.]+)点([零〇一二三四五六七八九]+)([万亿]*)")  # 三百八十一点四亿
ARABIC = regex(r"[0-9]+(?:\.[0-9]+)?[百千]?[万亿]*")
ARABIC_SMALL = regex(r"([0-9]+(?:\.[0-9]+)?)([百千]?)")
LONG = regex(r"[0-9]{16,}")  # beyond what a double holds exactly
SPOKEN = regex(r"[百千万亿][0-9一二两三四五六七八九]$")  # 三万五 is 35000, 二百五 an insult
YEAR = regex(r"[零〇一二三四五六七八九]{4}")
HAN = regex(
    r"([一二两三四五六七八九]千)?零?([一二两三四五六七八九]百)?零?"
    r"([一二两三四五六七八九]?十)?零?([一二两三四五六七八九]?)"
)
SIZE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
LARGEST = 1e15
LONGEST = 60  # characters of a number with 万 or 亿 below that value

MARK, OPEN, CLOSE = "\ue002", "\ue000", "\ue001"
TOGETHER, BETWEEN = 500, "\x00"


class Form(Struct, frozen=True):
    """`text` as it is compared; `counted` the same with each number as a token of its value."""

    text: str
    counted: str


class Normaliser(dict[int, str]):
    """Character → what stands for it; `fold` are pairs of a traditional and a simplified one."""

    def __init__(self, fold: str = "") -> None:
        super().__init__()
        self.fold = dict(zip(fold[::2], fold[1::2], strict=True))

    def __missing__(self, point: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(point)).lower()
        plain = SPACE.sub("", self.fold.get(plain, plain))
        self[point] = "".join(MARK if char in MARKS else char for char in plain)
        return self[point]

    def form(self, printed: str) -> Form:
        text = THOUSANDS.sub(r"\1\2", printed).translate(self)
        text = UNIT.sub(lambda found: UNITS[found[1]], text)
        counted = "".join(_counted(text))
        return Form(text.replace(MARK, ""), counted.replace(MARK, ""))

    def forms(self, texts: Iterable[str]) -> Iterator[Form]:
        """The same, many at once: calls cost more than characters."""
        every = iter(texts)
        while some := list(islice(every, TOGETHER)):
            whole = self.form(BETWEEN.join(text.replace(BETWEEN, "") for text in some))
            pairs = zip(whole.text.split(BETWEEN), whole.counted.split(BETWEEN), strict=True)
            yield from (Form(text, counted) for text, counted in pairs)


def _counted(text: str) -> Iterator[str]:
    done = 0
    for start, end, value in numerals(text):
        yield text[done:start].removesuffix("百分之")
        unit = next((unit for unit in SCALES if text.startswith(unit, end)), "")
        factor, common = SCALES.get(unit, (1, ""))
        yield f"{OPEN}{_plain(float(value) * factor) if unit else value}{CLOSE}{common}"
        if text.endswith("百分之", done, start):
            yield "%"
        done = end + len(unit)
    yield text[done:]


def numerals(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and value of each number; none for what is not well formed (十四五)."""
    at = 0
    while found := RUN.search(text, at):
        words = found[0]
        value = value_of(words)
        if not value:
            words = _head(words)
            value = value_of(words)
        at = found.start() + len(words)
        if value:
            yield found.start(), at, value


def _head(words: str) -> str:
    """The beginning that may be a number where the whole is none."""
    arabic = ARABIC.match(words)
    return arabic[0] if arabic else words.partition("点")[0]


@lru_cache(100_000)
def value_of(words: str) -> str:
    """In plain digits; empty for what is no well-formed number."""
    if LONG.fullmatch(words):
        return words
    if SPOKEN.search(words) or SIZE.get(words, 0) > 10:
        return ""
    value = _with_point(words)
    return "" if value is None or value >= LARGEST else _plain(value)


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _with_point(words: str) -> float | None:
    found = POINT.fullmatch(words)
    if not found:
        return _amount(words)
    whole = _amount(found[1])
    digits = "".join(str(_digit(char)) for char in found[2])
    return None if whole is None else _amount(f"{whole:.0f}.{digits}{found[3]}")


def _amount(words: str) -> float | None:
    sign = next((one for one in "亿万" if words.find(one) > 0), "")
    if not sign:
        return _small(words)
    if len(words) > LONGEST:
        return None
    head, _, tail = words.rpartition(sign)
    tail = tail.removeprefix("零")
    before = SIZE[head] if head in SIZE else _amount(head)
    after = _amount(tail) if tail else 0
    return None if before is None or after is None else before * SIZE[sign] + after


def _small(words: str) -> float | None:
    if found := ARABIC_SMALL.fullmatch(words):
        return float(found[1]) * SIZE.get(found[2], 1)
    if YEAR.fullmatch(words):
        return float("".join(str(_digit(char)) for char in words))
    found = HAN.fullmatch(words)
    if not found or not words.strip("零"):
        return None
    thousands, hundreds, tens, ones = (part or "" for part in found.groups())
    return (
        1000 * _digit(thousands[:1])
        + 100 * _digit(hundreds[:1])
        + 10 * (1 if tens == "十" else _digit(tens[:1]))
        + _digit(ones)
    )


def _digit(char: str) -> int:
    return "〇一二三四五六七八九".index({"两": "二", "零": "〇"}.get(char, char)) if char else 0
