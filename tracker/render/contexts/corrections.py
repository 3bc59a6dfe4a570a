"""What the site said wrongly and says now, and how a reader reports a mistake."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Assessment, Channel, Correction, Target
from tracker.render import addresses, wording
from tracker.render.addresses import Link
from tracker.render.whole import Imprint, Whole


class CorrectionView(Struct, frozen=True):
    day: str
    iso: str
    about: Link
    was: str
    now: str
    why: str
    thanks: str


class CorrectionsPage(Struct, frozen=True):
    corrections: tuple[CorrectionView, ...]
    channel: Channel
    report_href: str


def corrections_page(whole: Whole) -> CorrectionsPage:
    return CorrectionsPage(
        tuple(_view(one, _about(one, whole)) for one in corrected(whole)),
        whole.site.contact.channel,
        addresses.report(whole.report),
    )


def corrections_of(target: Target, assessment: Assessment) -> tuple[CorrectionView, ...]:
    about = Link(target.title, addresses.target(target.id))
    return tuple(_view(one, about) for one in corrected(assessment) if one.target == target.id)


def _view(correction: Correction, about: Link) -> CorrectionView:
    return CorrectionView(
        wording.day(correction.day),
        correction.day.isoformat(),
        about,
        correction.was,
        correction.now,
        correction.why,
        correction.thanks,
    )


def _about(correction: Correction, whole: Whole) -> Link:
    if correction.target:
        return Link(whole.by_id[correction.target].title, addresses.target(correction.target))
    if correction.report:
        report = next(one.report for one in whole.digests if one.id == correction.report)
        number = correction.sentence.lstrip("s")
        href = addresses.sentence(report, correction.sentence)
        return Link(f"《{report.title}》第{number}句", href)
    titles = {f"{page.id}.html": page.title for page in whole.pages}
    path = correction.page.partition("#")[0]
    return Link(titles.get(path, path), correction.page)


def corrected(made: Imprint) -> tuple[Correction, ...]:
    """What had been corrected by then, latest first."""
    known = (one for one in made.corrections if one.day <= made.as_of)
    return tuple(sorted(known, key=lambda one: one.day, reverse=True))
