"""What a build has to do: the settings of the site, and its reports region by region."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tracker.errors import Problem
from tracker.inputs import ASSETS, Inputs, shown
from tracker.keys import key_of
from tracker.lazy import regex
from tracker.look import look_of
from tracker.memo import Memo
from tracker.model import Correction, Page, Site, Synonym
from tracker.order import place_among
from tracker.provenance import editors_files, input_digests
from tracker.read.files import read_bytes
from tracker.read.front import is_report_text
from tracker.read.limits import LARGEST_TEXT
from tracker.regions import Common, DoubtError, Pair, Region, Source
from tracker.render.press import FEW
from tracker.target_files import kept_in

if TYPE_CHECKING:
    from tracker.render.prose import Body

REGION = regex(r"^region:(.*)$", re.MULTILINE)
YEAR = regex(r"^year:[ \t]*(\d{4})\b", re.MULTILINE)


class Head(Struct, frozen=True):
    """What places a report among the others, as far as a glance tells."""

    id: str
    region: str
    year: int
    path: Path


class Settings(Struct, frozen=True):
    """What the editors say besides reports and targets."""

    site: Site
    pages: tuple[Page, ...]
    synonyms: tuple[Synonym, ...]
    corrections: tuple[Correction, ...]
    bodies: Mapping[str, Body]  # of the pages, by their ids


class Plan(Struct, frozen=True):
    common: Common
    regions: tuple[Region, ...]  # the site's own first
    keys: Mapping[str, str]  # of each region's files, by its name
    digests: Mapping[str, str]  # SHA-256 of the editors' files, by path
    texts: str  # key of all but the targets
    bodies: Mapping[str, Body]  # of the pages, by their ids


def planned(inputs: Inputs, as_of: date, today: date, memo: Memo, travelling: bool) -> Plan:
    """Raises `DoubtError` where something is amiss; `travelling` files take their bytes along."""
    digests = input_digests(inputs.content, inputs.targets)
    look = look_of(inputs.templates, memo)
    program = key_of(look.program)
    prose, texts = told_apart(inputs)
    names = ["site.yaml", "synonyms.yaml", "corrections.yaml", *(path.name for path in prose)]
    written = key_of(program, [digests.get(f"content/{name}") for name in names])
    settings = memo.value("settings", written, partial(read_settings, inputs, prose))
    site = settings.site
    heads = in_order(texts, site)
    if next(kept_in(inputs, site).problems([head.id for head in heads]), None):
        raise DoubtError
    files = TargetsFiles(inputs, digests, site, travelling)
    several, pictured = len(heads) > 1, len(heads) <= FEW
    looks = key_of(look)
    common = Common(
        site=site,
        pages=settings.pages,
        synonyms=settings.synonyms,
        corrections=settings.corrections,
        several=several,
        pictured=pictured,
        as_of=as_of,
        today=today,
        templates_folder=inputs.templates,
        templates=look.templates.files,
        assets=ASSETS,
        folders=(look.templates.digest, look.assets.digest),
        loaded=look.assets.files,
        program=look.program,
        text_key=key_of(program, digests.get("content/site.yaml")),
        reading_key=key_of(program, digests.get("content/site.yaml"), as_of),
        look=looks,
        key=key_of(looks, written, several, pictured, as_of),
    )
    groups = groupby(heads, key=lambda head: head.region)
    pairs = {name: tuple(map(files.pair, group)) for name, group in groups}
    return Plan(
        common,
        tuple(Region(name, own, {}) for name, own in pairs.items()),
        {name: key_of(common.key, [pair.key for pair in own]) for name, own in pairs.items()},
        digests,
        key_of(common.key, [pair.report.sha256 for own in pairs.values() for pair in own]),
        settings.bodies,
    )


def told_apart(inputs: Inputs) -> tuple[list[Path], dict[Path, str]]:
    """Pages of prose, and reports with their front matter."""
    prose, texts = [], {}
    for path in inputs.markdown:
        front = front_of(path)
        if is_report_text(front):
            texts[path] = front
        else:
            prose.append(path)
    return prose, texts


def front_of(path: Path) -> str:
    data = read_bytes(path, "", [], LARGEST_TEXT) or b""  # what is wrong, its reader says
    return data[: data.find(b"\n---", 3) + 5].decode("utf-8", errors="replace")


def read_settings(inputs: Inputs, prose: list[Path]) -> Settings:
    from tracker.pipeline import read_own_corrections, read_own_synonyms, read_prose
    from tracker.read.site import read_site
    from tracker.render.prose import bodies, harmful_addresses  # with the parser of Markdown

    problems: list[Problem] = []
    site = read_site(inputs.content / "site.yaml", shown(inputs.content / "site.yaml"), problems)
    if site is None:
        raise DoubtError
    pages = read_prose(inputs, prose, problems)
    synonyms = read_own_synonyms(inputs, problems)
    corrections = read_own_corrections(inputs, site, problems)
    if problems or any(harmful_addresses(pages)):
        raise DoubtError
    return Settings(site, pages, synonyms, corrections, bodies(pages))


def in_order(texts: Mapping[Path, str], site: Site) -> list[Head]:
    """The site's own first, as `pipeline.read_reports` has it."""
    heads = list(heads_in(texts, site))
    own = next((head for head in heads if head.id == site.report), None)
    if own is None:
        raise DoubtError
    others = (head for head in heads if head is not own)
    return [own, *sorted(others, key=lambda head: place_among(head, own.region))]


def heads_in(texts: Mapping[Path, str], site: Site) -> Iterator[Head]:
    for path, front in texts.items():
        year, region = YEAR.search(front), REGION.search(front)
        if not year:
            raise DoubtError
        yield Head(
            path.stem, region[1].strip("\"' \t\r") if region else site.region, int(year[1]), path
        )


class TargetsFiles:
    """The files of the reports, as sources."""

    def __init__(
        self, inputs: Inputs, digests: Mapping[str, str], site: Site, travelling: bool
    ) -> None:
        self._kept = kept_in(inputs, site)
        self._digests = digests
        self._names = {path: name for name, path in editors_files(inputs.content, inputs.targets)}
        self._main = site.report
        self._travelling = travelling

    def pair(self, head: Head) -> Pair:
        path = self._kept.of(head.id)
        has_one = head.id == self._main or path.exists()
        return Pair(self._source(head.path), self._source(path) if has_one else None)

    def _source(self, path: Path) -> Source:
        name = self._names.get(path, "")
        if name not in self._digests:
            raise DoubtError
        data = path.read_bytes() if self._travelling else None
        return Source(path, shown(path), self._digests[name], data)
