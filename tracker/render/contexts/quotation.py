"""A target's words where they stand in the report."""

from __future__ import annotations

from msgspec import Struct

from tracker.model import Assessed, Assessment
from tracker.render import addresses, outline
from tracker.render.addresses import Link
from tracker.render.contexts.report import MisprintView, misprint_view
from tracker.render.sentences import MarkedSentence, Marker


class Quotation(Struct, frozen=True):
    """The paragraph that holds the quote, the way to it, and its place on both versions."""

    paragraph: tuple[MarkedSentence, ...]
    path: tuple[Link, ...]
    sentence: Link
    printed: Link
    misprints: tuple[MisprintView, ...]


class Quotations:
    """Finds every target's paragraph; the report is walked once."""

    def __init__(self, assessment: Assessment) -> None:
        self._report = assessment.report
        self._marker = Marker(assessment)
        self._paragraphs = {
            sentence.id: paragraph.sentences
            for paragraph in outline.paragraphs(assessment.report)
            for sentence in paragraph.sentences
        }

    def of(self, assessed: Assessed) -> Quotation:
        report, sentence = self._report, assessed.match.sentence
        paragraph = self._paragraphs.get(sentence.id, (sentence,))
        marked = tuple(self._marker.mark(s, only=assessed.target.id) for s in paragraph)
        found = (m for m in report.misprints if any(m.printed in s.text for s in paragraph))
        return Quotation(
            paragraph=marked,
            path=tuple(
                Link(outline.spoken_title(section), addresses.sentence(report, section.id))
                for section in assessed.path
            ),
            sentence=Link(sentence.id.lstrip("s"), addresses.sentence(report, sentence.id)),
            printed=Link(str(sentence.line), addresses.printed_line(report, sentence.line)),
            misprints=tuple(misprint_view(misprint, report) for misprint in found),
        )
