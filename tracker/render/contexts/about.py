"""What the site is, in the editors' words; and from what this edition of it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tracker.render import addresses, wording
from tracker.render.whole import Whole


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that the edition was made from; `href` where the site itself has it."""

    name: str
    href: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    title: str
    body: Markup
    origins: tuple[Origin, ...]


def about_page(whole: Whole, title: str, body: Markup) -> AboutPage:
    return AboutPage(title, body, tuple(_origins(whole)))


def _origins(whole: Whole) -> Iterator[Origin]:
    for report in (digest.report for digest in whole.digests):
        title = f"{wording.report_title(report)}，报纸原文"
        yield Origin(title, addresses.printed_text(report), report.sha256)
    for name in _target_files(whole):
        yield Origin(f"目标台账，{name}", "", whole.inputs[name])


def _target_files(whole: Whole) -> Iterator[str]:
    ids = [digest.id for digest in whole.digests]
    kept = (f"{folder}/{name}.yaml" for name in ids for folder in ("targets", "content"))
    yield from (name for name in ("targets.yaml", *kept) if name in whole.inputs)
