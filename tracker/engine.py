"""Builds a site from what the last build has left: as little as possible is made anew.

A file is kept where everything that it was made from is as it was. Wherever something may be
wrong, the whole is read and rendered at once, which tells all problems in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain
from typing import Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import astuple, replace

from tracker.assess.published import PUBLISHED
from tracker.assess.synonyms import SEPARATOR
from tracker.beside import kept
from tracker.compressed import SUFFIX, twin_of, with_compressed
from tracker.errors import InputError, WorkersError
from tracker.executors import CLUSTER, opened
from tracker.executors.partner import Partner
from tracker.inputs import ASSETS, Inputs, Progress, silent
from tracker.keys import key_of
from tracker.manifest import PATH as MANIFEST
from tracker.manifest import listing_of, with_manifest
from tracker.memo import Memo
from tracker.model import Correction
from tracker.plan import Plan, planned
from tracker.provenance import PATH as BUILD_INFO
from tracker.provenance import build_info, changed_since
from tracker.regions import (
    Built,
    ChangedError,
    Common,
    DoubtError,
    Region,
    built,
    press_of,
    words_in,
)
from tracker.render import assets
from tracker.render.addresses import SPELLED
from tracker.render.links import Check, Word
from tracker.render.offline import Worker
from tracker.render.press import Press, Printed
from tracker.render.previews.studio import Studio
from tracker.render.previews.words import Card
from tracker.render.search.index import Lookup, SearchIndex, Texts, search_index
from tracker.render.search.library import Library, library
from tracker.render.site import closing_files, list_files, site_files
from tracker.render.stamps import Stamp
from tracker.render.whole import Digest, Whole
from tracker.schema import PATH as SCHEMA

PATIENCE = 100  # builds in a row during which somebody has saved: that is no editor any more
PICTURES = 8  # from which on a second process is worth its start

T = TypeVar("T")

Draughtsman = Partner[Card, bytes]


class Request(Struct, frozen=True):
    """`published` are the paths of the site as it stands, whose targets' addresses must not die."""

    inputs: Inputs
    as_of: date
    today: date
    published: Collection[str] = ()
    executor: str | None = None
    gzip: bool = False

    @property
    def travels(self) -> bool:
        return bool(self.executor and self.executor.startswith(CLUSTER))


class Sink(Protocol):
    """Where the files go.

    `keep` leaves one as the last build has left it; `anew` forgets all that were put or kept.
    """

    def anew(self) -> None: ...
    def put(self, path: str, data: bytes) -> None: ...
    def keep(self, path: str) -> None: ...
    def read(self, path: str) -> bytes: ...


class File(Struct, frozen=True):
    """`key` as in `Printed`."""

    key: str
    stamp: Stamp


class Kept(Struct, frozen=True):
    """A region, but for its digests; `key` is the plan's."""

    key: str
    paths: tuple[str, ...]
    spoken: frozenset[str]
    used: frozenset[str]  # names in the memo


class Last(Struct, frozen=True):
    """What a build leaves for the next: its files, and what it knew of each region."""

    files: dict[str, File] = field(default_factory=dict)
    regions: dict[str, Kept] = field(default_factory=dict)
    texts: str = ""  # key of all that may have changed what can be linked to
    gzip: bool = False

    def without(self, damaged: Collection[str]) -> Last:
        """A file and its compressed twin are made together."""
        gone = {*damaged, *(path.removesuffix(SUFFIX) for path in damaged)}
        sound = {path: file for path, file in self.files.items() if path not in gone}
        return replace(self, files=sound)


class Lists(Struct, frozen=True):
    """In the memo, but for the data."""

    index: SearchIndex
    files: tuple[Printed, ...]
    used: frozenset[str]  # names in the memo


def build(
    request: Request, last: Last, memo: Memo, sink: Sink, progress: Progress = silent
) -> Last:
    """Raises `InputError` with all problems at once."""
    try:
        return settled(request, last, memo, sink, progress)
    except WorkersError:
        raise
    except (DoubtError, InputError, OSError):  # of a file that cannot be read, or of the sink
        from tracker.pipeline import build_files

        found = build_files(
            request.inputs, request.as_of, request.published, request.today, progress
        )
        if request.gzip:
            listed = {path: data for path, data in found.items() if path != MANIFEST}
            found = with_manifest(with_compressed(listed))
        sink.anew()
        for path, data in found.items():
            sink.put(path, data)
        return Last()


def settled(request: Request, last: Last, memo: Memo, sink: Sink, progress: Progress) -> Last:
    """Begins again where an editor has saved meanwhile."""
    for _ in range(PATIENCE):
        try:
            return incremental(request, last, memo, sink, progress)
        except ChangedError:
            sink.anew()
    raise DoubtError


def incremental(request: Request, last: Last, memo: Memo, sink: Sink, progress: Progress) -> Last:
    progress("reading", 0, 0)
    inputs = request.inputs
    plan = planned(inputs, request.as_of, request.today, memo, request.travels)
    SPELLED.update(memo.value("spelled", plan.common.look, dict))
    laid = Layout(sink, last if last.gzip == request.gzip else Last(), request.gzip)
    studio = Studio(plan.common.assets)
    with Partner(studio.drawn, studio.open, PICTURES) as partner:
        digests, regions = regions_of(plan, request, laid, memo, partner, progress)
        whole = whole_of(plan, digests)
        sound(whole, frozenset().union(*(one.spoken for one in regions.values())), request)
        site_of(whole, plan.common, laid, memo, partner)
    linked(laid, whole, plan)
    if any(changed_since(plan.digests, inputs)):
        raise ChangedError
    memo.keep("spelled", plan.common.look, dict(SPELLED))
    memo.sweep()
    return Last(laid.files | laid.twins, regions, plan.texts, request.gzip)


class Layout:
    """The new site as it comes into being: what is new goes to the sink, the rest is kept."""

    def __init__(self, sink: Sink, last: Last, gzip: bool) -> None:
        self.sink = sink
        self.last = last
        self._gzip = gzip
        self.files: dict[str, File] = {}
        self.twins: dict[str, File] = {}  # compressed
        self.due: list[Printed] = []
        self.words: set[Word] = set()
        self.kept: list[str] = []

    @property
    def stamps(self) -> dict[str, Stamp]:
        return {path: file.stamp for path, file in self.files.items()}

    def has(self, key: str) -> Callable[[str], bool]:
        """Whether the last build has left a file with this key."""
        files = self.last.files
        return lambda path: path in files and files[path].key == key

    def take(self, printed: Printed) -> None:
        """Bytes that are as they were are as good as kept."""
        path, before = printed.path, self.last.files.get(printed.path)
        if printed.due:
            self.due.append(printed)
            return
        if printed.data is None:
            if before is None:
                raise DoubtError
            self.keep(path, before)
            return
        stamp = Stamp.of(printed.data)
        if before and before.stamp == stamp:
            self.keep(path, File(printed.key, stamp))
            return
        self.sink.put(path, printed.data)
        self.files[path] = File(printed.key, stamp)
        if self._gzip and path != MANIFEST and (twin := twin_of(path, printed.data)):
            self.sink.put(path + SUFFIX, twin)
            self.twins[path + SUFFIX] = File(printed.key, Stamp.of(twin))

    def wait(self) -> None:
        """Takes what was due."""
        due, self.due = self.due, []
        for one in due:
            self.take(Printed(one.path, one.due.result() if one.due else None, one.key))

    def keep(self, path: str, file: File) -> None:
        self.sink.keep(path)
        self.kept.append(path)
        self.files[path] = file
        if self._gzip and (twin := self.last.files.get(path + SUFFIX)):
            self.sink.keep(path + SUFFIX)
            self.twins[path + SUFFIX] = twin

    def take_all(self, files: Iterable[Printed]) -> tuple[Printed, ...]:
        """One by one, as they do not fit into memory together; what is left is without data."""
        left = []
        for one in files:
            if one.data is not None:
                self.words |= words_in([one])
            self.take(one)
            left.append(one.without_data())
        return tuple(left)


# --- regions -------------------------------------------------------------------------------------


def regions_of(
    plan: Plan, request: Request, laid: Layout, memo: Memo, partner: Draughtsman, progress: Progress
) -> tuple[list[Digest], dict[str, Kept]]:
    """The digests in the reports' order, and what the next build is to know of each region."""
    regions: dict[str, Kept | None] = {
        region.name: standing(region.name, plan, laid) for region in plan.regions
    }
    todo = [with_standing(region, laid) for region in plan.regions if not regions[region.name]]
    digests: dict[str, tuple[Digest, ...]] = {}
    drawing = partner if len(todo) == 1 else None  # several are for as many processes
    if drawing and plan.common.pictured and not todo[0].standing:
        drawing.start()
    shared = Shared(plan.common, Memo(None) if request.travels else memo, drawing)
    with opened(request.executor, len(todo), shared) as executor:
        for done, (region, made) in enumerate(zip(todo, executor.map(work, todo), strict=True)):
            progress("rendering", done, len(todo))
            regions[region.name] = taken(made, plan.keys[region.name], laid, memo)
            digests[region.name] = made.digests
    kept = {name: one for name, one in regions.items() if one}
    for name, one in kept.items():
        if name not in digests:
            memo.used |= one.used
            digests[name] = memo.value("digests", one.key, unknown)
            for path in one.paths:
                laid.keep(path, laid.last.files[path])
    return [digest for region in plan.regions for digest in digests[region.name]], kept


class Shared(Struct, frozen=True):
    common: Common
    memo: Memo
    partner: Draughtsman | None


def work(shared: Shared, region: Region) -> Built:
    ordered = shared.partner.submit if shared.partner else None
    return built(shared.common, region, shared.memo.for_one(), ordered)


def standing(name: str, plan: Plan, laid: Layout) -> Kept | None:
    """What the last build knew of a region, if that is as it was and all its files stand."""
    one = laid.last.regions.get(name)
    if one and one.key == plan.keys[name] and all(path in laid.last.files for path in one.paths):
        return one
    return None


def with_standing(region: Region, laid: Layout) -> Region:
    """Files of the region that the last build has left, if it was in that build."""
    before, files = laid.last.regions.get(region.name), laid.last.files
    paths = before.paths if before else ()
    return replace(region, standing={path: files[path].key for path in paths if path in files})


def taken(made: Built, key: str, laid: Layout, memo: Memo) -> Kept:
    for one in made.files:
        laid.take(one)
    laid.words |= made.words
    memo.used |= made.used
    memo.keep("digests", key, made.digests)
    return Kept(key, tuple(one.path for one in made.files), made.spoken, made.used)


def unknown() -> tuple[Digest, ...]:
    raise DoubtError


# --- the whole -----------------------------------------------------------------------------------


def whole_of(plan: Plan, digests: Iterable[Digest]) -> Whole:
    common = plan.common
    return Whole(
        common.site,
        common.pages,
        common.synonyms,
        common.corrections,
        PUBLISHED,
        common.as_of,
        dict(plan.digests),
        tuple(digests),
        plan.bodies,
    )


def sound(whole: Whole, spoken: frozenset[str], request: Request) -> None:
    """Raises `DoubtError` where reports of different regions, or settings, may not fit together."""
    names = [*(card.id for card in whole.cards)]
    names += [stem_of(path) for digest in whole.digests for path in digest.former]
    said = {words for synonym in whole.synonyms for words in synonym.meant}
    if (
        len(set(names)) < len(names)
        or not said <= spoken
        or any(SEPARATOR.search(synonym.word) for synonym in whole.synonyms)
        or any(not is_founded(one, whole) for one in whole.corrections)
        or gone(set(names), whole, request.published)
    ):
        raise DoubtError


def is_founded(one: Correction, whole: Whole) -> bool:
    if one.target:
        return one.target in whole.by_id
    if one.report:
        volumes = (digest.volume for digest in whole.digests if digest.id == one.report)
        return any(line.id == one.sentence for volume in volumes for line in volume.lines)
    return True


def gone(names: Collection[str], whole: Whole, published: Collection[str]) -> bool:
    """Whether an address once published would die."""
    if f"report/{whole.own.id}.html" not in published:
        return False
    pages = (path for path in published if path.startswith("targets/") and path.endswith(".html"))
    return any(stem_of(path) not in names for path in pages)


def stem_of(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")


def site_of(whole: Whole, common: Common, laid: Layout, memo: Memo, partner: Draughtsman) -> None:
    """The files that are no report's own."""
    browser_files = memo.value("assets", common.look, partial(files_for_browsers, common))
    laid.take_all(Printed(path, data) for path, data in browser_files.items())
    standing = {path: file.key for path, file in laid.last.files.items()}
    press = press_of(common, standing, partner.submit)
    index = lists_of(whole.listed(), common, press, laid, memo)
    laid.take_all(site_files(whole, press, index.version, laid.stamps))
    laid.wait()
    worker = memo.value("worker", common.look, partial(worker_of, common))
    laid.take_all(closing_files(whole, worker, browser_files, index, laid.stamps))
    laid.take(Printed(SCHEMA, memo.value("schema", common.look, schema)))
    laid.take(Printed(BUILD_INFO, build_info(whole, common.program, *common.folders)))
    every = laid.files | laid.twins
    digests = {path: file.stamp.sha256 for path, file in every.items()}
    laid.take(Printed(MANIFEST, listing_of(digests)))


def files_for_browsers(common: Common) -> dict[str, bytes]:
    return of_assets(common, "assets", partial(assets.files, ASSETS))


def worker_of(common: Common) -> Worker:
    return Worker(*of_assets(common, "worker", lambda: astuple(Worker.read(ASSETS))))


def of_assets(common: Common, name: str, make: Callable[[], T]) -> T:
    """Made for whichever site comes first: what shortens scripts is slow to start."""
    key = key_of(common.program, common.folders[1])
    return kept(assets.__file__, f"{name}.marshal", key, make)


def lists_of(listed: Whole, common: Common, press: Press, laid: Layout, memo: Memo) -> SearchIndex:
    """The pages of lists and the search index, as the last build left them if it knew the same."""
    key = key_of(common.key, [digest.key for digest in listed.digests])
    last = memo.found("lists", key)
    if isinstance(last, Lists) and all(laid.has(one.key)(one.path) for one in last.files):
        laid.take_all(last.files)
        memo.used |= last.used
        return last.index
    own = memo.for_one()
    index, written = index_of(library(listed), common, laid, own)
    left = laid.take_all(chain(written, list_files(listed, press, index.version)))
    memo.keep("lists", key, Lists(index.without_data(), left, frozenset(own.used)))
    memo.used |= own.used
    return index


def index_of(
    everything: Library, common: Common, laid: Layout, memo: Memo
) -> tuple[SearchIndex, list[Printed]]:
    """With its files, known by the key of all that they are made from."""
    key = key_of(common.look, everything)
    index = memo.found("index", key)
    if isinstance(index, SearchIndex) and all(map(laid.has(key), index.files)):
        return index, [Printed(path, None, key) for path in index.files]
    index = search_index(everything, found=partial(lookup_in, memo, common.look))
    memo.keep("index", key, index.without_data())
    return index, [Printed(path, data, key) for path, data in index.files.items()]


def lookup_in(memo: Memo, look: str, texts: Texts) -> Lookup:
    return memo.value("lookup", key_of(look, texts), texts.lookup)


def schema() -> bytes:
    from tracker.schema.document import schema_file

    return schema_file()


# --- links ---------------------------------------------------------------------------------------


def linked(laid: Layout, whole: Whole, plan: Plan) -> None:
    """Raises `DoubtError` where a link may lead nowhere.

    The links of a page that is kept are looked at again when something may have gone.
    """
    words, gone = set(laid.words), laid.last.files.keys() - laid.files.keys() - laid.twins.keys()
    if gone or plan.texts != laid.last.texts:
        kept = (Printed(path, laid.sink.read(path)) for path in laid.kept if is_linking(path))
        words.update(words_in(kept))
    check = Check(Contents(laid), whole.site)
    if not all(map(check.is_sound, words)):
        raise DoubtError


def is_linking(path: str) -> bool:
    return path.endswith((".html", ".xml"))


class Contents(Mapping[str, bytes]):
    """The files of the new site, read when they are looked at."""

    def __init__(self, laid: Layout) -> None:
        self._laid = laid

    def __getitem__(self, path: str) -> bytes:
        return self._laid.sink.read(path)

    def __contains__(self, path: object) -> bool:
        return path in self._laid.files

    def __iter__(self) -> Iterator[str]:
        return iter(self._laid.files)

    def __len__(self) -> int:
        return len(self._laid.files)
