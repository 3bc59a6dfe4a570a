"""The files that the search box loads."""

from __future__ import annotations

from msgspec import Struct

from tracker.render.search.library import Library

INDEX = "assets/search-index.js"
PARTS = "assets/search/"
ONE_FILE = 300_000  # bytes of text that are loaded whole; more would keep a phone waiting


class SearchIndex(Struct, frozen=True):
    """`version` depends on all that the files hold, so that pages and files can be compared."""

    version: str
    files: dict[str, bytes]

    @property
    def addresses(self) -> list[str]:
        """As browsers ask for the files."""
        return [f"{path}?v={self.version}" for path in self.files]


def search_index(library: Library, largest: int = ONE_FILE) -> SearchIndex:
    """One file for texts of up to `largest` bytes, else a small one with many beside it.

    How characters are written and read is in a file of its own, which few queries need.
    """
    from tracker.render.search import signs  # with the dictionaries that it reads
    from tracker.render.search.archive import archive
    from tracker.render.search.forms import MARKS, SCALES, UNITS
    from tracker.render.search.one_file import one_file
    from tracker.render.search.scripts import as_json, script, version_of

    texts = list(library.texts())
    present = set().union(*texts)
    fold = signs.fold_of(present)
    size = sum(len(text.encode()) for text in texts)
    packed = (one_file if size <= largest else archive)(library, fold)
    table = {"marks": MARKS, "units": UNITS, "scales": SCALES, "fold": fold}
    first = {**common(library), **table, **packed.first}
    said = signs.readings(packed.pairs)
    by_initials = signs.by_initials(packed.pairs, said) if packed.parts else {}
    parts: dict[str, object] = {
        "synonyms": library.synonyms,
        "signs": [signs.fold_table(present), signs.by_syllable(said), list(by_initials)],
        **{f"y{initials}": pairs for initials, pairs in by_initials.items()},
        **packed.parts,
    }
    written = {name: as_json(part) for name, part in parts.items()}
    version = version_of([as_json(first), *written.values()])
    return SearchIndex(
        version,
        {
            INDEX: script("duixianIndex", as_json({"version": version, **first})),
            **{
                f"{PARTS}{name}.js": script("duixianPart", as_json(version), as_json(name), part)
                for name, part in written.items()
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
