"""A site too large to be loaded whole: postings of pairs of characters, and texts in blocks.

A document is a target, a chapter or a sentence; its number says in which block its row stands,
and is the smaller the sooner it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import sub

from tracker.render.search.forms import Normaliser
from tracker.render.search.library import Library
from tracker.render.search.one_file import Packed, Row, is_pair, line_row, target_row

BLOCK = 16  # documents whose rows are loaded together
SHARD = 6_000  # characters of postings that are loaded together
COMMON = 16  # what stands in more than one document of so many needs no postings: look anywhere

# A number is written in figures of one alphabet, and its last one in another.
FIGURES = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\<:|')
MORE, LAST = FIGURES[1:45], FIGURES[45:]
ANYWHERE = FIGURES[0]  # opens the mere number of documents, instead of postings

Postings = dict[str, list[int]]


def archive(library: Library, normaliser: Normaliser) -> Packed:
    postings = postings_of(normaliser.form(words).grams() for words in documents(library))
    count = sum(1 for _ in documents(library))
    shards = list(shards_of(postings, count))
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
    return Packed(first, by_frequency(postings), parts)


def by_frequency(postings: Postings) -> list[str]:
    pairs = filter(is_pair, postings)
    return sorted(pairs, key=lambda pair: (-len(postings[pair]), pair))


def documents(library: Library) -> Iterator[str]:
    """The words of each document, in the order of their numbers."""
    for volume in library.volumes:
        for target in volume.targets:
            yield f"{target.title}\n{target.quote}"
    for volume in library.volumes:
        for _, title in volume.chapters:
            yield title
    for volume in library.volumes:
        for line in volume.lines:
            yield line.text


def postings_of(documents: Iterable[Iterable[str]]) -> Postings:
    """Gram → the numbers of the documents that hold it, rising."""
    postings: Postings = defaultdict(list)
    for number, grams in enumerate(documents):
        for gram in grams:
            postings[gram].append(number)
    return postings


def shards_of(postings: Postings, documents: int) -> Iterator[tuple[str, str]]:
    """First gram and entries of each shard, in the order in which a browser compares strings."""
    written = written_numbers(documents)
    entries: list[str] = []
    first, size = "", 0
    for gram in sorted(postings, key=lambda gram: gram.encode("utf-16-be")):
        numbers = postings[gram]
        is_common = len(numbers) * COMMON > documents
        entry = f"{gram}:{f'{ANYWHERE}{len(numbers)}' if is_common else encode(numbers, written)}"
        if entries and size + len(entry) > SHARD:
            yield first, "|".join(entries)
            entries, size = [], 0
        first = first if entries else gram
        entries.append(entry)
        size += len(entry)
    if entries:
        yield first, "|".join(entries)


def encode(numbers: list[int], written: list[str]) -> str:
    """The first number, then the differences."""
    differences = map(sub, numbers[1:], numbers)
    return written[numbers[0]] + "".join(map(written.__getitem__, differences))


def written_numbers(largest: int) -> list[str]:
    """Every number up to `largest` as it is written."""
    heads = [""]
    while len(heads) * len(LAST) <= largest:
        heads.append(heads[len(heads) // len(MORE)] + MORE[len(heads) % len(MORE)])
    return [head + figure for head in heads for figure in LAST]


def blocks_of(library: Library) -> Iterator[list[Row]]:
    rows = rows_of(library)
    while block := list(islice(rows, BLOCK)):
        yield block


def rows_of(library: Library) -> Iterator[Row]:
    """Of each document, in the order of their numbers."""
    for volume in library.volumes:
        yield from map(target_row, volume.targets)
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
        "topics": [target.topics for target in targets],
    }
