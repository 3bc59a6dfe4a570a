"""A site that is loaded whole: its targets and sentences, row after row."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from tracker.render.search.library import Library
from tracker.render.search.postings import Postings, is_pair
from tracker.render.search.volumes import Entry, Line

Row = Sequence[object]
SENTENCE = 3  # fields of its row


class Packed(Struct, frozen=True):
    """`first` is what the first file holds, `parts` are the others by their names."""

    first: dict[str, object]
    parts: dict[str, object] = field(default_factory=dict)


def one_file(library: Library) -> Packed:
    first: dict[str, object] = {
        "reports": [
            [volume.id, volume.year, volume.chapters, len(volume.targets), len(volume.lines)]
            for volume in library.volumes
        ],
        "targets": [
            target_row(one, library) for volume in library.volumes for one in volume.targets
        ],
        "lines": [line_row(line) for volume in library.volumes for line in volume.lines],
    }
    return Packed(first)


def pairs_of(postings: Postings) -> list[str]:
    """Of characters that occur."""
    return sorted(filter(is_pair, postings))


def target_row(target: Entry, library: Library) -> Row:
    return [
        target.id,
        target.title,
        target.quote,
        target.status,
        target.note,
        target.chapter,
        target.places,
        [library.topics.index(topic) for topic in target.topics],
    ]


def line_row(line: Line) -> Row:
    return [line.id, line.text, line.section]
