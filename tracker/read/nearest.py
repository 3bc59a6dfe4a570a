"""What somebody probably meant who wrote a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6  # from 0 to 1, below which a name is another one


def nearest(written: str, known: Iterable[str]) -> str:
    """Empty where none is near."""
    return next(iter(get_close_matches(written, list(known), n=1, cutoff=LIKENESS)), "")
