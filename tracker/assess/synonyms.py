"""Whether each citizen's word leads to words that the site has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from tracker.errors import Problem
from tracker.model import Report, Synonym, Target, canonical

SEPARATOR = re.compile(r"[、，；：,;【】［］]")  # 厕、改厕
NEAR = 50  # of 100: of a word of two characters, one
AROUND = 3  # characters shown on each side, for a part of a word to be understood


def standing_in(synonyms: Iterable[Synonym], texts: Iterable[str]) -> frozenset[str]:
    """The words that are led to and stand in one of the texts."""
    everything = canonical("\n".join(texts))
    words = {words for synonym in synonyms for words in synonym.meant}
    return frozenset(one for one in words if canonical(one) in everything)


def astray(
    synonyms: Iterable[Synonym], reports: Iterable[Report], targets: Iterable[Target]
) -> Iterator[Problem]:
    """Entries of several words in one, and words that are led to and stand nowhere."""
    texts = [sentence.text for report in reports for sentence in report.sentences]
    texts += [target.title for target in targets]
    everything = canonical("\n".join(texts))
    for synonym in synonyms:
        if SEPARATOR.search(synonym.word):
            yield several(synonym, synonym.word)
        for words in synonym.meant:
            if canonical(words) not in everything:
                yield leads_nowhere(synonym, words, texts)


def leads_nowhere(synonym: Synonym, words: str, texts: Iterable[str]) -> Problem:
    if SEPARATOR.search(words):
        return several(synonym, words)
    details = {"word": synonym.word, "found": words}
    if near := nearest(words, texts):
        return Problem(synonym.where, "synonym-astray-near", details | {"near": near})
    return Problem(synonym.where, "synonym-astray", details)


def several(synonym: Synonym, words: str) -> Problem:
    marks = "".join(SEPARATOR.findall(words))
    return Problem(synonym.where, "synonym-several", {"found": words, "mark": marks})


def nearest(words: str, texts: Iterable[str]) -> str:
    """The most similar words, with a little around them; empty where nothing is similar."""
    best, score = "", 0.0
    for text in texts:
        found = fuzz.partial_ratio_alignment(words, text, score_cutoff=NEAR)
        if found and found.score > score and len(words) <= len(text):
            start = max(found.dest_start - AROUND, 0)
            best, score = text[start : found.dest_end + AROUND], found.score
    return best
