"""Numerals, Arabic and Chinese: where they stand, and what they amount to."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from tracker.lazy import regex
from tracker.model import Numeral
from tracker.read.forms import SIMPLIFIED

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord("∶"): ":",
    ord("〜"): "~",
    ord("∼"): "~",
}
_COMMA = ord("，")
del _WIDE[_COMMA]
_FORMS = str.maketrans("壹贰貳叁柒玖佰仟", "一二二三七九百千")
_PLAIN = _WIDE | SIMPLIFIED | {code: chr(form) for code, form in _FORMS.items()}
_BANKER = str.maketrans("肆伍陆陸捌拾", "四五六六八十")
# What `plain` may change; most texts have none of it.
_UNPLAIN = frozenset(map(chr, (*_PLAIN, *_BANKER, ord("○"))))

# ４，３２８: a comma among full-width digits; 5，300户 may be two numbers.
_WIDE_COMMA = regex(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# 二○○三; a lone ○ is a bullet or a blank to fill in.
_CIRCLES = regex(r"(?<=[一二三四五六七八九十〇])○+|(?<!○)○++(?=[一二三四五六七八九十〇])")
# 伍拾万, 陆仟: but not the ends of 队伍, 大陆, 收拾.
_BANKERS = regex(r"[肆伍陆陸捌拾壹贰貳叁柒玖佰仟万萬亿億零]{2,}")
_BANKERS_SURE = frozenset("壹贰貳叁柒玖拾佰仟万萬亿億")

_DIGITS = {char: digit for digit, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGIT = "一二三四五六七八九两"
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}

HAN = "[零〇一二两三四五六七八九十百千万亿半]"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"  # 1,234.5 · 28 · 3.0
_MULTIPLE = rf"{ARABIC}[十百千万亿]+"
NUMERAL = rf"(?:{_MULTIPLE})+|{ARABIC}|{HAN}+"  # 1亿5千万 · 28万 · 415 · 二十八万
_NUMERAL = regex(NUMERAL)
_LONGEST = 24  # no number of a report is longer, and Decimal is exact up to here


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every numeral in the text, words and names included: 一批 holds 一, 万荣 holds 万."""
    return tuple(
        Numeral(found.start(), found.end(), text[found.start() : found.end()])
        for found in _NUMERAL.finditer(plain(text))
    )


@lru_cache(maxsize=32)  # one sentence is asked for several times over
def plain(text: str) -> str:
    """Digits and signs in ASCII, numerals and units simplified; no character changes place."""
    if _UNPLAIN.isdisjoint(text):
        return text
    text = _WIDE_COMMA.sub(",", text)
    text = _CIRCLES.sub(lambda found: "〇" * len(found[0]), text)
    text = _BANKERS.sub(_everyday, text)
    return text.translate(_PLAIN)


def _everyday(found: re.Match[str]) -> str:
    run = found[0]
    return run.translate(_BANKER) if _BANKERS_SURE.intersection(run) else run


def signed(written: str) -> Decimal | None:
    """-1.2 and −1.2: a rate may fall."""
    minus = written[:1] in ("-", "−")
    value = value_of(written[1:] if minus else written)
    return -value if minus and value is not None else value


def value_of(numeral: str) -> Decimal | None:
    """The number, 万 and 亿 multiplied out; None if the characters are no well-formed number."""
    written = plain(numeral.strip()).replace(",", "")
    if len(written) > _LONGEST:
        return None
    if written in ("半", "一半"):
        return Decimal("0.5")
    if written[:1].isdecimal():
        return _arabic(written)
    whole, point, rest = written.partition("点")
    return _with_point(whole, rest) if point else _chinese(written)


# --- 28万, 1亿5千万 ---------------------------------------------------------------------------

_PART = regex(r"(\d+(?:\.\d+)?)([十百千万亿]*)")


def _arabic(written: str) -> Decimal | None:
    total, at, last = Decimal(0), 0, 99
    while at < len(written):
        part = _PART.match(written, at)
        power = _power(part[2]) if part else None
        if part is None or power is None or power >= last:
            return None
        total += _times(part[1], power)
        at, last = part.end(), power
    return total


def _times(written: str, power: int) -> Decimal:
    """3.7 and 4 → 37000, without the trailing .0"""
    value = Decimal(written) * Decimal(10**power)
    return value.quantize(Decimal(1)) if power and value == value.to_integral_value() else value


def _power(multipliers: str) -> int | None:
    """The zeros of 百万 or 万亿; None for 千百, which nobody writes for a number."""
    if not re.fullmatch(r"[十百千]?万?亿?", multipliers):
        return None
    return sum(_POWERS[char] for char in multipliers)


# --- 二十八万, 百万, 二〇二三 ----------------------------------------------------------------

# 三千零五十 · 十五 · 三百六 (colloquial for 360)
_BELOW_WAN = regex(
    rf"(?:([{_DIGIT}])千)?(?:零?([{_DIGIT}])百)?(?:零?([{_DIGIT}]?)(十))?(?:(零?)([{_DIGIT}]))?"
)


def _with_point(whole: str, rest: str) -> Decimal | None:
    """二十三点五亿"""
    digits = re.fullmatch(r"([零〇一二三四五六七八九]+)([十百千万亿]*)", rest)
    high = _chinese(whole)
    power = _power(digits[2]) if digits else None
    if digits is None or high is None or power is None:
        return None
    return _times(f"{high}.{_spelt(digits[1])}", power)


def _chinese(written: str) -> Decimal | None:
    if written in ("零", "〇"):
        return Decimal(0)
    if re.fullmatch("[零〇一二三四五六七八九]{3,}|[一二三四五六七八九][零〇]", written):
        return Decimal(_spelt(written))
    value = _below(written.replace("〇", "零"))
    return None if value is None else Decimal(value)


def _spelt(digits: str) -> str:
    return "".join(str(_DIGITS[char]) for char in digits)


def _below(written: str) -> int | None:
    for unit in ("亿", "万"):
        head, found, tail = written.rpartition(unit)
        if found:
            return _joined(_high(head), tail, _POWERS[unit])
    return _below_wan(written) if written not in ("百", "千") else 10 ** _POWERS[written]


def _high(written: str) -> int | None:
    return _below(written) if written else 1


def _joined(high: int | None, tail: str, power: int) -> int | None:
    if high is None:
        return None
    if not tail:
        return int(high * 10**power)
    if len(tail) == 1 and tail in _DIGIT:  # 两万五
        return int(high * 10**power + _DIGITS[tail] * 10 ** (power - 1))
    low = None if tail[0] in _POWERS and tail[0] != "十" else _below(tail.removeprefix("零"))
    return None if low is None or low >= 10**power else int(high * 10**power + low)


def _below_wan(written: str) -> int | None:
    found = _BELOW_WAN.fullmatch(written)
    if not found or not written:
        return None
    thousands, hundreds, tens, ten, gap, ones = found.groups()
    value = 1000 * _digit(thousands) + 100 * _digit(hundreds)
    value += 10 * (_digit(tens) or 1) if ten else 0
    if not ones:
        return value
    shortened = not ten and not gap and (thousands or hundreds)
    return value + _digit(ones) * ((10 if hundreds else 100) if shortened else 1)


def _digit(char: str | None) -> int:
    return _DIGITS[char] if char else 0
