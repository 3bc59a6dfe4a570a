"""Which texts hold what a query may ask for: pairs of characters, last characters, and numbers."""

from __future__ import annotations

import gc
import marshal
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import add

from tracker.lazy import regex
from tracker.render.search.forms import CLOSE, OPEN, Normaliser

NUMBER = regex(f"{OPEN}([^{CLOSE}]+){CLOSE}")
END = " "  # no form has a space; with it, one character can be looked up like the first of a pair

ALONE = 20_000  # texts; with more, a second process pays

Postings = dict[str, list[int]]


def postings_of(texts: Sequence[str], fold: str, alone: int = ALONE) -> Postings:
    """Gram → the numbers of the texts that hold it, rising: 充电, 桩 and a space, #280000."""
    if len(texts) <= alone:
        return _postings(texts, fold, 0)
    from concurrent.futures import ProcessPoolExecutor

    half = len(texts) // 2
    with collector_resting(), ProcessPoolExecutor(1) as pool:
        later = pool.submit(_marshalled, texts[half:], fold, half)
        postings = _postings(texts[:half], fold, 0)
        for gram, numbers in marshal.loads(later.result()).items():
            postings.setdefault(gram, []).extend(numbers)
    return postings


def _marshalled(texts: Sequence[str], fold: str, start: int) -> bytes:
    """Millions of numbers cross from process to process several times faster so than pickled."""
    with collector_resting():
        return marshal.dumps(_postings(texts, fold, start))


@contextmanager
def collector_resting() -> Iterator[None]:
    """Millions of new objects, none of them garbage: looking for it again and again takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _postings(texts: Sequence[str], fold: str, start: int) -> Postings:
    postings: Postings = defaultdict(list)
    noting = Noting(postings)
    for number, form in enumerate(Normaliser(fold).forms(texts), start):
        words = form.text + END
        for note in map(noting.__getitem__, set(map(add, words, words[1:]))):
            note(number)
        if OPEN in form.counted:
            for value in set(NUMBER.findall(form.counted)):
                postings[f"#{value}"].append(number)
    # What ends a word before a comma and before a full stop was noted twice.
    return {gram: list(dict.fromkeys(n)) if is_end(gram) else n for gram, n in postings.items()}


class Noting(dict[str, Callable[[int], None]]):
    """Two neighbours → what notes the text that has them; found out once for each two."""

    def __init__(self, postings: Postings) -> None:
        super().__init__()
        self.postings = postings

    def __missing__(self, neighbours: str) -> Callable[[int], None]:
        first, second = neighbours[0], neighbours[1]
        if not first.isalnum():
            self[neighbours] = deque[int](maxlen=0).append
        else:
            self[neighbours] = self.postings[neighbours if second.isalnum() else first + END].append
        return self[neighbours]


def is_pair(gram: str) -> bool:
    return len(gram) == 2 and gram[0] != "#" and not is_end(gram)


def is_end(gram: str) -> bool:
    return gram[-1] == END
