"""One region: read, assessed and rendered, with as little as possible made anew.

Only the reports of one region have to do with each other, so regions are built one by one, in any
process and on any machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from tracker.assess.days import ahead_of
from tracker.assess.families import Echoes, related
from tracker.assess.ledger import ledger_of
from tracker.assess.published import PUBLISHED
from tracker.assess.synonyms import standing_in
from tracker.errors import InputError, Problem
from tracker.keys import key_of
from tracker.memo import Memo
from tracker.model import (
    Accounted,
    Assessed,
    Assessment,
    Correction,
    Event,
    Ledger,
    Page,
    Report,
    Site,
    Synonym,
    Target,
)
from tracker.provenance import Program
from tracker.read.files import text_of
from tracker.read.targets import Known, report_duplicates, targets_in
from tracker.render.data import Records, records_of
from tracker.render.digests import digest_of
from tracker.render.grounds import Kin, grounds_of
from tracker.render.links import Word, words_of
from tracker.render.press import Ordered, Press, Printed
from tracker.render.report import region_files, report_files
from tracker.render.templates import Templates
from tracker.render.whole import Digest


class DoubtError(Exception):
    """Something may be wrong: only a look at the whole can tell what."""


class ChangedError(DoubtError):
    """An input is not any more what it was when the build began."""


class Common(Struct, frozen=True):
    """What is the same for every region of a build; `key` tells everything else that is."""

    site: Site
    pages: tuple[Page, ...]
    synonyms: tuple[Synonym, ...]
    corrections: tuple[Correction, ...]
    several: bool  # reports
    pictured: bool  # each page has a picture of its own, not only the home page
    as_of: date
    today: date
    templates_folder: Path
    templates: tuple[tuple[str, str], ...]  # name → source
    assets: Path
    folders: tuple[str, str]  # the digests of templates and assets
    loaded: tuple[tuple[str, str], ...]  # name of a script or style sheet → its address
    program: Program
    text_key: str  # of what a report depends on besides its file
    reading_key: str  # of what ledgers depend on besides their files
    look: str  # of program, templates and assets
    key: str


class Source(Struct, frozen=True):
    """A file to be read; `data` travels along where it cannot be reached."""

    path: Path
    shown: str
    sha256: str
    data: bytes | None = None

    def text(self) -> str:
        data = self.path.read_bytes() if self.data is None else self.data
        if sha256(data).hexdigest() != self.sha256:
            raise ChangedError
        problems: list[Problem] = []
        text = text_of(data, self.shown, problems)
        if text is None or problems:
            raise DoubtError
        return text


class Pair(Struct, frozen=True):
    """A report and, where it has one, the file of its targets."""

    report: Source
    targets: Source | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        kept = self.targets
        return (
            self.report.shown,
            self.report.sha256,
            kept.shown if kept else "",
            kept.sha256 if kept else "",
        )


# Targets, coverage and events of a `Ledger`
Said = tuple[tuple[Assessed, ...], tuple[Accounted, ...], tuple[Event, ...]]


class Region(Struct, frozen=True):
    """What is to be built; `standing` are the keys of its files that the last build has left."""

    name: str
    pairs: tuple[Pair, ...]
    standing: Mapping[str, str]


class Built(Struct, frozen=True):
    files: tuple[Printed, ...]
    digests: tuple[Digest, ...]
    words: frozenset[Word]  # of the pages that were made anew
    spoken: frozenset[str]  # words that citizens' words lead to, and stand here
    used: frozenset[str]  # names in the memo


def built(common: Common, region: Region, memo: Memo, ordered: Ordered | None = None) -> Built:
    """Raises `DoubtError` where the region is not sound beyond doubt."""
    ids = tuple(Path(pair.report.shown).stem for pair in region.pairs)
    keys = [key_of(common.reading_key, ids, pair.key) for pair in region.pairs]
    ledgers = [
        ledger(pair, key, ids, common, memo) for key, pair in zip(keys, region.pairs, strict=True)
    ]
    if any(one.report.region != region.name for one in ledgers):
        raise DoubtError
    problems: list[Problem] = []
    heard = Heard(keys, region, memo)
    whole = related(ledgers, common.as_of, problems, heard.echoes)
    heard.keep(ledgers)
    report_duplicates([each.target for one in whole for each in one.targets], problems)
    if problems:
        raise DoubtError
    assessment = assessed(common, whole)
    press = press_of(common, region.standing, ordered)
    made = list(reports(common, assessment, keys, region, press, memo))
    digests = tuple(one.digest for one in made)
    shared = tuple(region_files(assessment, digests, [one.records for one in made], press))
    return Built(
        files=(*(file for one in made for file in one.files), *shared),
        digests=digests,
        words=words_in([*(file for one in made for file in one.files), *shared]),
        spoken=frozenset().union(*(one.spoken for one in made)),
        used=frozenset(memo.used),
    )


class Heard:
    """Where the next reports speak of the targets of one, as the memo has it.

    That depends on the targets of the one, and on the texts of all.
    """

    def __init__(self, keys: list[str], region: Region, memo: Memo) -> None:
        texts = [pair.report.sha256 for pair in region.pairs]
        self._keys = [key_of(key, texts) for key in keys]
        self._memo = memo
        found = [memo.found("heard", key) for key in self._keys]
        self._known = {key for key, one in zip(self._keys, found, strict=True) if one is not None}
        self.echoes: Echoes = {}
        for one in found:
            self.echoes |= cast(Echoes, one or {})

    def keep(self, ledgers: list[Ledger]) -> None:
        for key, one in zip(self._keys, ledgers, strict=True):
            if key not in self._known:
                own = {each.target.id for each in one.targets}
                echoes = {place: echo for place, echo in self.echoes.items() if place[0] in own}
                self._memo.keep("heard", key, echoes)


def ledger(pair: Pair, key: str, ids: tuple[str, ...], common: Common, memo: Memo) -> Ledger:
    """The report apart from what is said of it, as that changes more often."""
    source = pair.report
    text_key = key_of(common.text_key, source.shown, source.sha256)
    report = memo.value("text", text_key, partial(report_of, source, common.site))
    memo.hold("targets", targets_key(pair, common))
    return Ledger(report, *memo.value("said", key, partial(said, report, pair, ids, common, memo)))


def targets_key(pair: Pair, common: Common) -> str:
    """Of the file, not of what stands in it: most of that stays when something is changed."""
    return key_of(common.text_key, pair.targets.shown if pair.targets else "")


def report_of(source: Source, site: Site) -> Report:
    from tracker.read.report import report_in  # with all that reads Chinese

    problems: list[Problem] = []
    report = report_in(source.text(), source.shown, problems, site)
    if report is None or problems or not report.year:
        raise DoubtError
    return report


def said(report: Report, pair: Pair, ids: tuple[str, ...], common: Common, memo: Memo) -> Said:
    if pair.targets is None:
        return (), (), ()
    problems: list[Problem] = []
    shown, own = pair.targets.shown, targets_key(pair, common)
    known = Known(cast(Mapping[str, Target], memo.found("targets", own) or {}))
    file = targets_in(pair.targets.text(), shown, report, ids, common.site, problems, known)
    memo.keep("targets", own, known.now)
    if file is None or problems:
        raise DoubtError
    problems += ahead_of(file.targets, common.today)
    found = ledger_of(report, file, common.as_of, problems)
    if problems:
        raise DoubtError
    return found.targets, found.coverage, found.events


def assessed(common: Common, ledgers: tuple[Ledger, ...]) -> Assessment:
    return Assessment(
        site=common.site,
        pages=common.pages,
        synonyms=common.synonyms,
        ledger=ledgers[0],
        ledgers=ledgers,
        corrections=common.corrections,
        rules=PUBLISHED,
        as_of=common.as_of,
        inputs={},
    )


# --- the pages of each report --------------------------------------------------------------------


class Made(Struct, frozen=True):
    """Of one report; in the memo its files have no data."""

    digest: Digest
    files: tuple[Printed, ...]
    records: Records
    spoken: frozenset[str]


def reports(
    common: Common,
    region: Assessment,
    keys: list[str],
    work: Region,
    press: Press,
    memo: Memo,
) -> Iterator[Made]:
    kin = Kin(region)
    for one, ledger_key in zip(region.ledgers, keys, strict=True):
        own = region.of(one)
        key = key_of(common.key, ledger_key, *kin.of(one))
        last = memo.found("report", key)
        if isinstance(last, Made) and all(
            work.standing.get(file.path) == file.key for file in last.files
        ):
            yield last
            continue
        made = rendered(own, common, kin, key, press)
        memo.keep("report", key, without_data(made))
        yield made


def rendered(own: Assessment, common: Common, kin: Kin, key: str, press: Press) -> Made:
    digest = digest_of(own)
    grounds = grounds_of(own, digest, kin, common.key)
    try:
        files = tuple(
            replace(file, key=file.key or key)
            for file in report_files(own, digest, common.several, press, grounds, kin.shown)
        )
    except InputError as error:
        raise DoubtError from error
    titles = [one.target.title for one in own.targets]
    texts = [*(sentence.text for sentence in own.report.sentences), *titles]
    return Made(digest, files, records_of(own), standing_in(common.synonyms, texts))


def without_data(made: Made) -> Made:
    return replace(made, files=tuple(file.without_data() for file in made.files))


def words_in(files: Iterable[Printed]) -> frozenset[Word]:
    """Of the pages and feeds among them that were made anew."""
    return words_of(
        (file.path, file.data)
        for file in files
        if file.data is not None and file.path.endswith((".html", ".xml"))
    )


def press_of(common: Common, standing: Mapping[str, str], ordered: Ordered | None = None) -> Press:
    return Press(
        templates_of(common.templates_folder, common.templates),
        common.assets,
        dict(common.loaded),
        common.look,
        standing,
        common.pictured,
        common.several,
        ordered,
    )


@lru_cache(maxsize=1)
def templates_of(folder: Path, sources: tuple[tuple[str, str], ...]) -> Templates:
    """Loaded once in a process, as long as none of them changes."""
    return Templates(folder, sources)
