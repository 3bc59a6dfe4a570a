"""What the site said wrongly and says now, and how a reader reports a mistake."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Assessment, Channel, Correction, Target
from tracker.render import addresses, wording
from tracker.render.contexts.quotation import Link


@dataclass(frozen=True, slots=True)
class CorrectionView:
    day: str
    iso: str
    about: Link
    was: str
    now: str
    why: str
    thanks: str


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    corrections: tuple[CorrectionView, ...]
    channel: Channel
    report_href: str


def corrections_page(assessment: Assessment) -> CorrectionsPage:
    return CorrectionsPage(
        tuple(_view(one, assessment) for one in assessment.corrected),
        assessment.site.contact.channel,
        addresses.report(assessment.report),
    )


def corrections_of(target: Target, assessment: Assessment) -> tuple[CorrectionView, ...]:
    own = (one for one in assessment.corrected if one.target == target.id)
    return tuple(_view(one, assessment) for one in own)


def _view(correction: Correction, assessment: Assessment) -> CorrectionView:
    return CorrectionView(
        wording.day(correction.day),
        correction.day.isoformat(),
        _about(correction, assessment),
        correction.was,
        correction.now,
        correction.why,
        correction.thanks,
    )


def _about(correction: Correction, assessment: Assessment) -> Link:
    for ledger in assessment.ledgers:
        report = ledger.report
        if correction.report == report.id:
            number = correction.sentence.lstrip("s")
            href = addresses.sentence(report, correction.sentence)
            return Link(f"《{report.title}》第{number}句", href)
        for one in ledger.targets:
            if correction.target == one.target.id:
                return Link(one.target.title, addresses.target(one.target.id))
    titles = {f"{page.id}.html": page.title for page in assessment.pages}
    path = correction.page.partition("#")[0]
    return Link(titles.get(path, path), correction.page)
