"""The files that the search box loads."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.render.search import signs
from tracker.render.search.archive import archive
from tracker.render.search.forms import MARKS, SCALES, UNITS, Normaliser
from tracker.render.search.library import Library
from tracker.render.search.one_file import one_file
from tracker.render.search.scripts import script, version_of

INDEX = "assets/search-index.js"
PARTS = "assets/search/"
ONE_FILE = 300_000  # bytes of text that are loaded whole; more would keep a phone waiting


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """`version` depends on all that the files hold, so that pages and files can be compared."""

    version: str
    files: dict[str, bytes]


def search_index(library: Library, largest: int = ONE_FILE) -> SearchIndex:
    """One file for texts of up to `largest` bytes, else a small one with many beside it.

    How characters are written and read is in a file of its own, which few queries need.
    """
    fold = signs.fold_of(library.texts())
    size = sum(len(text.encode()) for text in library.texts())
    packed = (one_file if size <= largest else archive)(library, Normaliser(fold))
    table = {"marks": MARKS, "units": UNITS, "scales": SCALES, "fold": fold}
    first = {**common(library), **table, **packed.first}
    said = signs.readings(packed.pairs)
    by_initials = signs.by_initials(packed.pairs, said) if packed.parts else {}
    parts: dict[str, object] = {
        "synonyms": library.synonyms,
        "signs": [signs.fold_table(library.texts()), signs.by_syllable(said), list(by_initials)],
        **{f"y{initials}": pairs for initials, pairs in by_initials.items()},
        **packed.parts,
    }
    version = version_of(first, parts)
    return SearchIndex(
        version,
        {
            INDEX: script("duixianIndex", {"version": version, **first}),
            **{
                f"{PARTS}{name}.js": script("duixianPart", version, name, part)
                for name, part in parts.items()
            },
        },
    )


def common(library: Library) -> dict[str, object]:
    return {
        "region": library.region,
        "statuses": library.statuses,
        "places": [[one.href, one.name, one.short, one.count] for one in library.places],
        "agencies": [[one.href, one.name, one.short, one.count] for one in library.agencies],
        "topics": library.topics,
        "chapters": library.volumes[0].chapters,
    }
