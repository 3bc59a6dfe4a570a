"""What an editor's slip did to a value, by name: a code of `tracker.messages`, and details."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import islice

from tracker.lazy import regex
from tracker.read.days import day_meant
from tracker.read.key_names import value_meant
from tracker.read.nearest import nearest
from tracker.read.numerals import NUMERAL, value_of

Slip = tuple[str, dict[str, object]]

RANGE = regex(r"(.+?)(?:—+|[-~～–至到、])(.+)")  # 3-5, 3～5, 3、5
BOUNDED = regex(  # 约8000, ≥8000, 8000以上
    r"(?P<before>约|近|超过?|突破|达到?|至少|不少于|不低于|不超过|[<>≤≥≈=~]+)?\s*"
    r"(?P<number>[^\s<>≤≥约近](?:\s*[^\s<>≤≥约近])*?)\s*(?P<behind>以上|以下|以内|左右|多|余|\+)?"
)
NOTHING = ("无", "暂无", "没有", "不详", "未知", "待定", "待查", "待核", "-", "—", "——", "/", "n/a")
MISTYPED = str.maketrans("。·OoIl|", ".." + "00111")
TRAILING = " ，。；;、,.！"
SIGNS = "<>=~"
COUNTED = regex(rf"[-−]?({NUMERAL})\s*(?!多|余|左右|以上)([%‰\u4e00-\u9fff]\D*)")  # 8000座
NO_YEAR = regex(r"\d{1,2}(?:[月./-]\d{1,2}日?|月)")
SEPARATORS = regex(r"\s*[，,、；;]\s*|\s+")
FLAGS = {
    **dict.fromkeys(("true", "yes", "y", "on", "1", "是", "对", "√", "已", "有"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "0", "否", "不", "×", "没有", "无"), "false"),
}
MARKS = "“”‘’\"'「」『』《》"
MOST_SHOWN = 60  # names that are listed instead of one that is not known
LONGEST = 60  # characters of what can be meant as a number or a day


def number_slip(written: str) -> Slip | None:
    """A number that can be read, but may be meant otherwise."""
    plain = unicodedata.normalize("NFKC", written)
    if plain != written:
        return "fullwidth-number", {"found": written, "plain": plain.replace(",", "")}
    if re.fullmatch(r"0\d+(?:\.\d+)?", written):
        return "leading-zero", {"found": written, "plain": written.lstrip("0") or "0"}
    return None


def not_a_number(written: str) -> Slip:
    if len(written) > LONGEST:
        return "not-a-number", {"found": f"{written[:LONGEST]}…"}
    plain = unicodedata.normalize("NFKC", written)
    if value_of(plain) is not None:
        return "fullwidth-number", {"found": written, "plain": plain.replace(",", "")}
    if written.lower() in NOTHING:
        return "number-none", {"found": written}
    for slip in (spaced, like_a_time, with_a_unit, as_a_range, mistyped, bounded):
        if found := slip(plain):
            return found[0], {"found": written, **found[1]}
    return "not-a-number", {"found": written}


def spaced(written: str) -> Slip | None:
    """1_000, 8 000"""
    plain = re.sub(r"(?<=\d)[_\s'](?=\d)", "", written)
    if plain == written or value_of(plain) is None:
        return None
    return "number-parted", {"plain": plain}


def like_a_time(written: str) -> Slip | None:
    return ("number-like-time", {}) if re.fullmatch(r"\d{1,2}(?::\d{1,2}){1,2}", written) else None


def with_a_unit(written: str) -> Slip | None:
    match = COUNTED.fullmatch(written)
    if not match or value_of(match[1]) is None:
        return None
    return "number-with-unit", {"plain": match[1], "unit": match[2].strip()}


def as_a_range(written: str) -> Slip | None:
    match = RANGE.fullmatch(written)
    if not match or value_of(match[1].strip()) is None or value_of(match[2].strip()) is None:
        return None
    return "range-in-words", {"low": match[1].strip(), "high": match[2].strip()}


def mistyped(written: str) -> Slip | None:
    """3。7, 80OO, 8000；"""
    plain = written.rstrip(TRAILING).translate(MISTYPED)
    if not plain[:1].isdigit() or value_of(plain) is None:
        return None
    return "number-mistyped", {"plain": plain}


def bounded(written: str) -> Slip | None:
    match = BOUNDED.fullmatch(written)
    words = match and (match["before"] or match["behind"])
    if not match or not words or value_of(match["number"]) is None:
        return None
    return "number-with-bound", {"plain": match["number"], "words": words}


def flag_meant(written: str) -> str:
    """true or false; empty where it can mean neither."""
    return FLAGS.get(unicodedata.normalize("NFKC", written).strip().lower(), "")


def date_slip(written: str) -> Slip:
    """A text that is no date as we write it."""
    if len(written) > LONGEST:
        return "not-a-date", {"found": f"{written[:LONGEST]}…"}
    if meant := day_meant(written):
        return "date-form", {"found": written, "plain": meant.text}
    if NO_YEAR.fullmatch(written):
        return "date-without-year", {"found": written}
    return "not-a-date", {"found": written}


def unknown_choice(written: str, known: tuple[str, ...]) -> Slip:
    if near := value_meant(written, known):
        plain = f'"{near}"' if near[0] in SIGNS else near  # bare, YAML would take it otherwise
        return "unknown-choice-near", {"found": written, "near": plain}
    return "unknown-choice", {"found": written, "known": known}


def unknown_name(written: str, known: Collection[str], code: str) -> Slip:
    """`code` is what to say where no known name is near."""
    parts = tuple(part for part in SEPARATORS.split(written) if part)
    if len(parts) > 1 and all(part in known for part in parts):
        return "names-run-together", {"found": written, "plain": ", ".join(parts)}
    plain = unicodedata.normalize("NFKC", written).strip(MARKS)
    if near := nearest(plain, known):
        return f"{code}-near", {"found": written, "near": near}
    shown = tuple(islice(known, MOST_SHOWN))
    more = ("…",) if len(known) > MOST_SHOWN else ()
    return code, {"found": written, "known": (*shown, *more) or ("–",)}
