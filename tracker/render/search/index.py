"""The files that the search box loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tracker.render.search import archive
from tracker.render.search.forms import MARKS, SCALES, UNITS
from tracker.render.search.library import Library
from tracker.render.search.one_file import one_file, pairs_of
from tracker.render.search.postings import postings_of
from tracker.render.search.scripts import as_json, script, version_of

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

    def without_data(self) -> SearchIndex:
        return replace(self, files=dict.fromkeys(self.files, b""))


class Lookup(Struct, frozen=True):
    """What the texts alone decide, whatever else is told of them; it takes longest to make."""

    fold: str
    signs: Sequence[object]
    by_initials: dict[str, str]  # of an archive
    shards: list[tuple[str, str]] | None  # of an archive


class Texts(Struct, frozen=True):
    """All that is searched: of an archive, or as much as is loaded whole."""

    every: list[str]
    documents: list[str] | None  # of an archive

    def lookup(self) -> Lookup:
        from tracker.render.search import signs  # with the dictionaries that it reads

        present = set().union(*self.every)
        fold = signs.fold_of(present)
        postings = postings_of(self.every if self.documents is None else self.documents, fold)
        shards = None if self.documents is None else archive.shards(postings, len(self.documents))
        pairs = pairs_of(postings) if shards is None else archive.by_frequency(postings)
        said = signs.readings(pairs)
        by_initials = {} if shards is None else signs.by_initials(pairs, said)
        table = [signs.fold_table(present), signs.by_syllable(said), list(by_initials)]
        return Lookup(fold, table, by_initials, shards)


Find = Callable[[Texts], Lookup]


def search_index(
    library: Library, largest: int = ONE_FILE, found: Find = Texts.lookup
) -> SearchIndex:
    """One file for texts of up to `largest` bytes, else a small one with many beside it.

    How characters are written and read is in a file of its own, which few queries need.
    """
    texts = texts_of(library, largest)
    lookup = found(texts)
    packed = one_file(library) if lookup.shards is None else archive.packed(library, lookup.shards)
    table = {"marks": MARKS, "units": UNITS, "scales": SCALES, "fold": lookup.fold}
    first = {**common(library), **table, **packed.first}
    parts: dict[str, object] = {
        "synonyms": library.synonyms,
        "signs": lookup.signs,
        **{f"y{initials}": pairs for initials, pairs in lookup.by_initials.items()},
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


def texts_of(library: Library, largest: int) -> Texts:
    every = list(library.texts())
    is_large = sum(len(text.encode()) for text in every) > largest
    return Texts(every, list(archive.documents(library)) if is_large else None)


def common(library: Library) -> dict[str, object]:
    return {
        "region": library.region,
        "statuses": library.statuses,
        "places": [[one.href, one.name, one.short, one.count] for one in library.places],
        "agencies": [[one.href, one.name, one.short, one.count] for one in library.agencies],
        "topics": library.topics,
        "chapters": library.volumes[0].chapters,
    }
