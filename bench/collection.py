"""What is searched, laid out in a folder for a browser: the Yuncheng site, the archive."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import questions
from bench.archive import archive
from bench.questions import Record, records_of
from bench.tab import Engine
from tests.judged import Judged, judged_on
from tests.projects import REAL, REAL_DATE, ROOT, whole
from tracker.pipeline import assess, render_files
from tracker.render import assets
from tracker.render.search.index import INDEX, SearchIndex, search_index
from tracker.render.search.library import Library, library

SCRIPT = "assets/search.js"
PAGE = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script src="{SCRIPT}"></script>'


@dataclass(frozen=True, slots=True)
class Built:
    """An index and what it took; `text` is bytes of what is searched, as UTF-8."""

    index: SearchIndex
    seconds: float
    text: int

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(map(len, self.index.files.values()))


@dataclass(frozen=True, slots=True)
class Collection:
    name: str
    records: list[Record]
    judged: tuple[Judged, ...]
    built: Built
    engine: Engine


def site(folder: Path) -> Collection:
    """As the pipeline builds it, asked the queries that were judged by reading."""
    assessment = assess(REAL, REAL_DATE)
    everything = library(whole(assessment))
    judged = tuple(addressed(one, assessment.report.id) for one in judged_on(assessment.report))
    built, files = indexed(everything), render_files(assessment, REAL)
    engine = laid_out(built.index, files, folder, "search.html")
    return Collection("Yuncheng", records_of(everything), judged, built, engine)


def addressed(judged: Judged, report: str) -> Judged:
    """Ids become addresses from the site's root."""
    return Judged(
        judged.query,
        judged.kind_class,
        tuple(f"targets/{target}.html" for target in judged.targets),
        tuple(f"report/{report}.html#{sentence}" for sentence in judged.sentences),
    )


def large(folder: Path, size: int) -> Collection:
    """The archive, on a page with nothing but the search."""
    everything = archive(size)
    records, built = records_of(everything), indexed(everything)
    files = {"index.html": PAGE.encode(), **assets.files(ROOT / "assets")}
    engine = laid_out(built.index, files, folder, "index.html")
    judged = questions.judged_on(everything, records)
    return Collection(f"archive of {size:,} texts", records, judged, built, engine)


def indexed(everything: Library) -> Built:
    start = time.perf_counter()
    index = search_index(everything)
    seconds = time.perf_counter() - start
    texts = (text for record in records_of(everything) for text in record.texts)
    return Built(index, seconds, sum(len(text.encode()) for text in texts))


def laid_out(index: SearchIndex, files: Mapping[str, bytes], folder: Path, page: str) -> Engine:
    for name, data in {**files, **index.files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return Engine("ours.js", folder, page, (SCRIPT,), INDEX, index.version)
