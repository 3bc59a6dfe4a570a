"""What the site is, in the editors' words; and from what this edition of it was made."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from tracker.render import addresses, wording
from tracker.render.whole import Digest, Whole


class Origin(Struct, frozen=True):
    """A file that the edition was made from; `href` where the site itself has it."""

    name: str
    href: str
    sha256: str


class AboutPage(Struct, frozen=True):
    title: str
    body: Markup
    origins: tuple[Origin, ...]
    reports: int  # of which one alone is named, where they are too many; else 0


def about_page(whole: Whole, title: str, body: Markup) -> AboutPage:
    named = whole.digests[:1] if whole.is_archive else whole.digests
    reports = len(whole.digests) if whole.is_archive else 0
    return AboutPage(title, body, tuple(_origins(whole, named)), reports)


def _origins(whole: Whole, named: tuple[Digest, ...]) -> Iterator[Origin]:
    for report in (digest.report for digest in named):
        title = f"{wording.report_title(report)}，报纸原文"
        yield Origin(title, addresses.printed_text(report), report.sha256)
    for name in _target_files(whole, named):
        yield Origin(f"目标台账，{name}", "", whole.inputs[name])


def _target_files(whole: Whole, named: tuple[Digest, ...]) -> Iterator[str]:
    ids = [digest.id for digest in named]
    kept = (f"{folder}/{name}.yaml" for name in ids for folder in ("targets", "content"))
    yield from (name for name in ("targets.yaml", *kept) if name in whole.inputs)
