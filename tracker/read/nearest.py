"""What somebody probably meant who wrote a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable

LIKENESS = 0.6  # from 0 to 1, below which a name is another one
FEW = 100  # names; of more, difflib takes a second for some ten thousand


def nearest(written: str, known: Iterable[str]) -> str:
    """Empty where none is near."""
    known = list(known)
    if len(known) <= FEW:
        from difflib import get_close_matches

        return next(iter(get_close_matches(written, known, n=1, cutoff=LIKENESS)), "")
    from rapidfuzz import fuzz, process

    found = process.extractOne(written, known, scorer=fuzz.ratio, score_cutoff=100 * LIKENESS)
    return found[0] if found else ""
