"""A site too large to be loaded whole: postings of pairs of characters, and texts in blocks.

A document is a target, a chapter or a sentence; its number says in which block its row stands,
and is the smaller the sooner it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import sub

from msgspec import Struct

from tracker.render.search.library import Library
from tracker.render.search.one_file import SENTENCE, Packed, Row, line_row, target_row
from tracker.render.search.postings import Postings, is_end, is_pair

MANY = 200  # documents that hold a character, of which a reader looks at a few
BLOCK = 16  # documents whose rows are loaded together
SHARD = 6_000  # characters of postings that are loaded together
COMMON = 32  # what stands in more than one document of so many needs no postings: look anywhere

# What stands in one document of so many or fewer is told by the block: that is what is loaded.
RARE = 128

# A number is written in figures of one alphabet, and its last one in another.
FIGURES = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<:|')


class Notation(Struct, frozen=True):
    """How the numbers of a gram are written; `sign` opens them."""

    sign: str
    last: str  # figures that end a number
    more: str  # figures that come before the last

    def numbers(self, largest: int) -> list[str]:
        """Every number up to `largest` as it is written."""
        heads = [""]
        while len(heads) * len(self.last) <= largest:
            at = len(heads)
            heads.append(heads[at // len(self.more)] + self.more[at % len(self.more)])
        return [head + figure for head in heads for figure in self.last]


ANYWHERE = FIGURES[0]  # opens the mere count of documents, of what is common
CLOSE_BY = 60  # the mean difference between numbers, from which on most take two figures
DENSE = Notation(FIGURES[1], FIGURES[20:], FIGURES[5:20])
SPARSE = Notation(FIGURES[2], FIGURES[48:], FIGURES[5:48])
DENSE_BLOCKS = Notation(FIGURES[3], DENSE.last, DENSE.more)
SPARSE_BLOCKS = Notation(FIGURES[4], SPARSE.last, SPARSE.more)


def shards(postings: Postings, documents: int) -> list[tuple[str, str]]:
    without_needless_ends(postings)
    return list(shards_of(postings, documents))


def packed(library: Library, shards: list[tuple[str, str]]) -> Packed:
    first: dict[str, object] = {
        "reports": [
            [one.id, one.year, len(one.chapters), len(one.targets), len(one.lines)]
            for one in library.volumes
        ],
        "block": BLOCK,
        "shards": "|".join(first for first, _ in shards),
    }
    parts: dict[str, object] = {
        "facets": facets(library),
        **{f"p{number}": entries for number, (_, entries) in enumerate(shards)},
        **{f"t{number}": rows for number, rows in enumerate(blocks_of(library))},
    }
    return Packed(first, parts)


def without_needless_ends(postings: Postings) -> None:
    """A character that begins many pairs is found often enough without those that it ends."""
    beginning: Counter[str] = Counter()
    for gram, numbers in postings.items():
        beginning[gram[0]] += len(numbers)
    for gram in [gram for gram in postings if is_end(gram) and beginning[gram[0]] > MANY]:
        del postings[gram]


def by_frequency(postings: Postings) -> list[str]:
    pairs = filter(is_pair, postings)
    return sorted(pairs, key=lambda pair: (-len(postings[pair]), pair))


def documents(library: Library) -> Iterator[str]:
    """The words of each document, in the order of their numbers."""
    for volume in library.volumes:
        for target in volume.targets:
            yield f"{target.title}|{target.quote}"
    for volume in library.volumes:
        for _, title in volume.chapters:
            yield title
    for volume in library.volumes:
        for line in volume.lines:
            yield line.text


def shards_of(postings: Postings, documents: int) -> Iterator[tuple[str, str]]:
    """First gram and entries of each shard, in the order in which a browser compares strings."""
    write = Writer(documents)
    entries: list[str] = []
    first, size = "", 0
    for gram in sorted(postings, key=lambda gram: gram.encode("utf-16-be")):
        entry = f"{gram}:{write(postings[gram])}"
        if entries and size + len(entry) > SHARD:
            yield first, "|".join(entries)
            entries, size = [], 0
        first = first if entries else gram
        entries.append(entry)
        size += len(entry)
    if entries:
        yield first, "|".join(entries)


class Writer:
    """Writes where a gram stands, among so many documents."""

    def __init__(self, documents: int) -> None:
        self.documents = documents
        every = (DENSE, SPARSE, DENSE_BLOCKS, SPARSE_BLOCKS)
        self.written = {notation: notation.numbers(documents) for notation in every}

    def __call__(self, numbers: list[int]) -> str:
        if len(numbers) > max(MANY, self.documents / COMMON):
            return f"{ANYWHERE}{len(numbers)}"
        if len(numbers) * RARE > self.documents:
            return self.encode(numbers, DENSE, SPARSE)
        return self.encode(
            list(dict.fromkeys(map(BLOCK.__rfloordiv__, numbers))), DENSE_BLOCKS, SPARSE_BLOCKS
        )

    def encode(self, numbers: list[int], dense: Notation, sparse: Notation) -> str:
        """The first number, then the differences."""
        notation = dense if numbers[-1] < CLOSE_BY * len(numbers) else sparse
        written = self.written[notation]
        differences = map(sub, numbers[1:], numbers)
        return notation.sign + written[numbers[0]] + "".join(map(written.__getitem__, differences))


def blocks_of(library: Library) -> Iterator[list[Row | str]]:
    rows = rows_of(library)
    while block := list(islice(rows, BLOCK)):
        yield list(shortened(block))


def shortened(rows: Iterable[Row]) -> Iterator[Row | str]:
    """A sentence that follows another of the same section is its mere text."""
    expected: Row = ()
    for row in rows:
        if len(row) != SENTENCE:
            yield row
            continue
        anchor, text, section = row
        yield str(text) if [anchor, section] == expected else row
        expected = [following(str(anchor)), section]


def following(anchor: str) -> str:
    """s13 after s12."""
    return f"s{int(anchor[1:]) + 1}"


def rows_of(library: Library) -> Iterator[Row]:
    """Of each document, in the order of their numbers."""
    for volume in library.volumes:
        yield from (target_row(target, library) for target in volume.targets)
    for volume in library.volumes:
        yield from ([anchor, title] for anchor, title in volume.chapters)
    for volume in library.volumes:
        yield from map(line_row, volume.lines)


def facets(library: Library) -> dict[str, object]:
    """What the targets can be narrowed by, a character or a list for each in their order."""
    targets = [target for volume in library.volumes for target in volume.targets]
    return {
        "statuses": "".join(FIGURES[target.status] for target in targets),
        "places": [target.places for target in targets],
        "topics": [[library.topics.index(one) for one in target.topics] for target in targets],
    }
