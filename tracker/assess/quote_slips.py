"""A quote that the report does not contain: by which slip, and what it has instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import Report, Sentence

MARKS = "“”‘’\"'「」『』＂＇"
_MARKS = regex(f"[{MARKS}]")
ALIKE = 50  # of 100; below, showing a difference would help nobody
LONGEST = 500  # characters of a quote whose difference is shown; one sentence has fewer
SLACK = 8  # characters that a passage may be longer or shorter than its misquotation
_BLANKS = regex(r"\s+")


def unfound(where: Where, quote: str, report: Report) -> Problem:
    """The slip by name, or the nearest words and the difference."""
    for code, fold in FOLDS:
        if meant := unfolded(quote, report, fold):
            return Problem(where, code, {"quote": quote, "meant": meant})
    sentence, nearest = nearest_words(quote, report)
    if len(quote) > LONGEST or fuzz.ratio(quote, nearest) < ALIKE:
        return Problem(where, "quote-nowhere", {"quote": quote})
    details = {
        "quote": quote,
        "nearest": nearest,
        "difference": difference(quote, nearest),
        "place": f"{report.where.path}:{line_in_file(report, sentence)}" if sentence else "",
        "spot": spot(quote, nearest),
    }
    return Problem(where, "quote-not-found", details)


# --- the same words, otherwise written ---------------------------------------------------------

Fold = Callable[[str], str]


def without_marks(text: str) -> str:
    return _MARKS.sub("", text)


def without_blanks(text: str) -> str:
    return _BLANKS.sub("", text)


def in_one_width(text: str) -> str:
    return without_blanks(unicodedata.normalize("NFKC", text))


FOLDS: tuple[tuple[str, Fold], ...] = (
    ("quote-marks", without_marks),
    ("quote-blanks", without_blanks),
    ("quote-width", in_one_width),
)


def unfolded(quote: str, report: Report, fold: Fold) -> str:
    """The report's own writing of a quote, if it is the same but for what `fold` takes away."""
    if not fold(quote):
        return ""
    found = {words for sentence in report.sentences for words in passages(quote, sentence, fold)}
    return found.pop() if len(found) == 1 else ""


def passages(quote: str, sentence: Sentence, fold: Fold) -> Iterator[str]:
    """Each passage of the sentence that is the quote when folded, in the sentence's own writing."""
    folded = fold(quote)
    text, places = folded_text(sentence.text, fold)
    start = text.find(folded)
    while start >= 0:
        low, high = places[start], places[start + len(folded) - 1] + 1
        # what the quote has at its ends and folds away, the sentence may have there too
        while not fold(quote[0]) and low and not fold(sentence.text[low - 1]):
            low -= 1
        while not fold(quote[-1]) and not fold(sentence.text[high : high + 1] or "x"):
            high += 1
        yield sentence.text[low:high]
        start = text.find(folded, start + 1)


@lru_cache(maxsize=20_000)  # a report's sentences are looked through for every quote
def folded_text(text: str, fold: Fold) -> tuple[str, tuple[int, ...]]:
    """With the place of each character that was kept."""
    kept = [(fold(char), at) for at, char in enumerate(text)]
    return "".join(short for short, _ in kept), tuple(at for short, at in kept for _ in short)


# --- other words -------------------------------------------------------------------------------


def nearest_words(quote: str, report: Report) -> tuple[Sentence | None, str]:
    """The words of the report that come nearest to the quote, and their sentence."""
    best: tuple[float, Sentence | None, int] = (0.0, None, 0)
    quote = quote[:LONGEST]
    for one in report.sentences:
        found = fuzz.partial_ratio_alignment(quote, one.text)
        if found and found.score > best[0]:
            best = (found.score, one, found.dest_start)
    _, sentence, start = best
    return sentence, passage_like(quote, sentence.text, start) if sentence else ""


def passage_like(quote: str, text: str, start: int) -> str:
    """Of the passages that begin near `start`, the one most like the quote, of whatever length."""
    if len(quote) > len(text):
        return text
    passages = (
        text[low:high]
        for low in range(max(start - SLACK, 0), start + SLACK + 1)
        for high in range(low + max(len(quote) - SLACK, 1), low + len(quote) + SLACK + 1)
    )
    return max(passages, key=lambda passage: fuzz.ratio(quote, passage))


def difference(found: str, wanted: str) -> str:
    """`found` with what differs from `wanted` set in brackets: 年底〔力争→争取〕达到."""
    parts = []
    for tag, a, b, c, d in SequenceMatcher(None, found, wanted, autojunk=False).get_opcodes():
        parts.append(found[a:b] if tag == "equal" else f"〔{found[a:b]}→{wanted[c:d]}〕")
    return "".join(parts)


def spot(found: str, wanted: str) -> tuple[int, int]:
    """Where in `found` the first difference stands, and how many characters it has."""
    for tag, a, b, _, _ in SequenceMatcher(None, found, wanted, autojunk=False).get_opcodes():
        if tag != "equal":
            return a, max(b - a, 1)
    return 0, len(found)


def line_in_file(report: Report, sentence: Sentence | None) -> int:
    return report.first_line + sentence.line - 1 if sentence else 0
