"""Sentences of the report as pages show them: runs marked with their targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from tracker.model import Assessment, Match, Sentence
from tracker.render import addresses, marks
from tracker.render.labels import STATUS, StatusLabel
from tracker.render.marks import Part
from tracker.render.pieces import Piece, pieces, pieces_with_tail


class Seal(Struct, frozen=True):
    """A target that ends here."""

    href: str
    title: str
    status: StatusLabel


class MarkedRun(Struct, frozen=True, dict=True):
    parts: tuple[Part, ...]
    href: str
    seal: Seal | None
    others: tuple[Seal, ...]  # targets whose quotes lie wholly inside another's
    notes: tuple[int, ...]  # numbers of the misprints that end here
    target: str

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The same words; before a seal the last one stays with it."""
        return pieces_with_tail(self.parts) if self.seal else pieces(self.parts)


class MarkedSentence(Struct, frozen=True):
    id: str
    number: str
    line: int  # on which it begins in print
    runs: tuple[MarkedRun, ...]


class Marker:
    """Marks the sentences of one report; looks every target up once."""

    def __init__(self, assessment: Assessment) -> None:
        self._misprints = assessment.report.misprints
        self._matches: dict[str, list[tuple[str, Match]]] = defaultdict(list)
        self._seals: dict[str, Seal] = {}
        self._plain: dict[str, MarkedSentence] = {}  # those without a target, by their ids
        self._composites = {one.target.id for one in assessment.targets if one.target.parts}
        for assessed in assessment.targets:
            target = assessed.target
            self._matches[assessed.match.sentence.id].append((target.id, assessed.match))
            self._seals[target.id] = Seal(
                addresses.target(target.id), target.title, STATUS[assessed.judgement.status]
            )

    def mark(self, sentence: Sentence, only: str = "") -> MarkedSentence:
        """`only` names the one target that is marked; by default all are."""
        matches = [
            (name, match)
            for name, match in self._matches.get(sentence.id, ())
            if not only or name == only
        ]
        if matches:
            return self._marked(sentence, matches, () if only else self._composites)
        if sentence.id not in self._plain:
            self._plain[sentence.id] = self._marked(sentence, (), ())
        return self._plain[sentence.id]

    def _marked(
        self, sentence: Sentence, matches: Sequence[tuple[str, Match]], wholes: Collection[str]
    ) -> MarkedSentence:
        runs = marks.runs(sentence, matches, self._misprints, wholes)
        marked = tuple(self._run(run) for run in runs)
        return MarkedSentence(sentence.id, sentence.id.lstrip("s"), sentence.line, marked)

    def _run(self, run: marks.Run) -> MarkedRun:
        own = run.target if run.target in run.closes else ""
        return MarkedRun(
            parts=run.parts,
            href=self._seals[run.target].href if run.target else "",
            seal=self._seals[own] if own else None,
            others=tuple(self._seals[name] for name in run.closes if name != own),
            notes=tuple(self._notes(run)),
            target=run.target,
        )

    def _notes(self, run: marks.Run) -> Iterator[int]:
        for number, misprint in enumerate(self._misprints, 1):
            if any(part.misprint is misprint for part in run.parts):
                yield number
