"""Whether each citizen's word leads to words that the site has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tracker.errors import Problem
from tracker.lazy import regex
from tracker.model import Report, Synonym, Target, canonical

SEPARATOR = regex(r"[、，；：,;【】［］]")  # 厕、改厕
NEAR = 50  # of 100: of a word of two characters, one
AROUND = 3  # characters shown on each side, for a part of a word to be understood


def standing_in(synonyms: Iterable[Synonym], texts: Iterable[str]) -> frozenset[str]:
    """The words that are led to and stand in one of the texts."""
    everything = canonical("\n".join(texts))
    words = {words for synonym in synonyms for words in synonym.meant}
    return frozenset(one for one in words if canonical(one) in everything)


def astray(
    synonyms: Sequence[Synonym], reports: Sequence[Report], targets: Sequence[Target]
) -> Iterator[Problem]:
    """Entries of several words in one, and words that are led to and stand nowhere."""
    missing = {canonical(words) for synonym in synonyms for words in synonym.meant}
    for texts in texts_of(reports, targets):
        missing = unspoken(missing, texts)
    for synonym in synonyms:
        if SEPARATOR.search(synonym.word):
            yield several(synonym, synonym.word)
        for words in synonym.meant:
            if canonical(words) in missing:
                every = (text for texts in texts_of(reports, targets) for text in texts)
                yield leads_nowhere(synonym, words, every)


def unspoken(words: Collection[str], texts: Iterable[str]) -> set[str]:
    """Those of the canonical words that stand in none of the texts."""
    if not words:
        return set()
    together = canonical("\n".join(texts))
    return {word for word in words if word not in together}


def texts_of(reports: Iterable[Report], targets: Iterable[Target]) -> Iterator[list[str]]:
    """The sentences of one report after the other, then the titles."""
    for report in reports:
        yield [sentence.text for sentence in report.sentences]
    yield [target.title for target in targets]


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
    from rapidfuzz import fuzz

    best, score = "", 0.0
    for text in texts:
        found = fuzz.partial_ratio_alignment(words, text, score_cutoff=NEAR)
        if found and found.score > score and len(words) <= len(text):
            start = max(found.dest_start - AROUND, 0)
            best, score = text[start : found.dest_end + AROUND], found.score
    return best
