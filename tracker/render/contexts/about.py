"""What the site is, in the editors' words; and from what this edition of it was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tracker.model import Assessment
from tracker.render import addresses, wording


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


def about_page(assessment: Assessment, title: str, body: Markup) -> AboutPage:
    return AboutPage(title, body, tuple(_origins(assessment)))


def _origins(assessment: Assessment) -> Iterator[Origin]:
    for ledger in assessment.ledgers:
        report = ledger.report
        title = f"{wording.report_title(report)}，报纸原文"
        yield Origin(title, addresses.printed_text(report), report.sha256)
    for name in _target_files(assessment):
        yield Origin(f"目标台账，{name}", "", assessment.inputs[name])


def _target_files(assessment: Assessment) -> Iterator[str]:
    ids = [ledger.report.id for ledger in assessment.ledgers]
    kept = (f"{folder}/{name}.yaml" for name in ids for folder in ("targets", "content"))
    yield from (name for name in ("targets.yaml", *kept) if name in assessment.inputs)
