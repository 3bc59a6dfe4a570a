"""A promise of the report → one more target in its file, in the report's order."""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import yaml
from msgspec import Struct

from tracker.assess.ledger import matched
from tracker.assess.match import misplaced, occurrences
from tracker.draft import Draft, drafted, raw_text
from tracker.edit.edits import AddExclusion, AddTarget, Edit, Entry, RemoveExclusion, Value
from tracker.errors import InputError, Problem, Where
from tracker.inputs import Inputs, shown
from tracker.lazy import regex
from tracker.model import Accounted, Bound, Match, Meaning, Number, Report, Sentence, Target, Type
from tracker.pipeline import reports_of, targets_of
from tracker.read.deadlines import find_deadlines
from tracker.read.files import BOM
from tracker.read.targets import targets_in
from tracker.suggest import (
    Goal,
    answered,
    draft_id,
    exclusion,
    goals_of,
    meanings,
    target_lines,
    unique_quote,
)

HANDLE = regex(r"(?:\d{4}-)?s?(\d+)(?:-(\d+))?")  # 12 · 12-1 · 2099-s12-1
LONGEST_TITLE = 24

COUNTED = (Meaning.CONTEXT, Meaning.BASELINE, Meaning.PAST)  # which the editor may know better

Key = tuple[str, int]  # sentence id, start of the numeral
Spot = tuple[int, int, str]  # sentence's place in the report, place in the sentence, target's id


class Kept(Struct, frozen=True):
    """A report with its targets as they stand, and every numeral that is kept as no target."""

    report: Report
    path: Path
    targets: tuple[tuple[Target, Match], ...]
    excluded: Mapping[Key, Accounted]

    @property
    def claimed(self) -> set[Key]:
        return {(m.sentence.id, n.start) for _, m in self.targets for n in m.numerals}

    def owner(self, goal: Goal) -> str:
        """The id of the target that has the goal's number, empty where none has."""
        keys = keys_of(goal)
        for target, match in self.targets:
            if match.sentence.id != goal.sentence.id or not goal.words:
                continue
            own = {(match.sentence.id, numeral.start) for numeral in match.numerals}
            around = match.start <= goal.number.start and goal.number.end <= match.end
            if keys & own or (not keys and around):
                return target.id
        return ""

    def reason(self, goal: Goal) -> str:
        """Why the goal's number is kept as no target, empty where it is not."""
        rows = [self.excluded[key] for key in sorted(keys_of(goal)) if key in self.excluded]
        return next((row.not_target.reason for row in rows if row.not_target), "")


class Names(Struct, frozen=True):
    """What the editor wants the new target to be called; empty where the draft's names will do."""

    id: str = ""
    title: str = ""


def kept_of(inputs: Inputs, words: Sequence[str]) -> tuple[Kept, Sequence[str]]:
    """The report that the first word names, else the site's own; and the rest of the words."""
    site, reports = reports_of(inputs)
    named = words[0].replace("\\", "/").split("/")[-1].removesuffix(".md") if words else ""
    report = next((one for one in reports if one.id == named), None)
    rest = words[1:] if report else words
    report = report or reports[0]
    path = targets_of(report, inputs, site)
    text = raw_text(path)[1].removeprefix(BOM)
    problems: list[Problem] = []
    names = tuple(one.id for one in reports)
    file = targets_in(text, shown(path), report, names, site, problems)
    if file is None or problems:
        raise InputError(problems)
    targets, coverage = matched(report, file, [])
    excluded = {(row.sentence.id, row.numeral.start): row for row in coverage if row.not_target}
    return Kept(report, path, tuple(targets), excluded), rest


def keys_of(goal: Goal) -> set[Key]:
    return set(answered(goal)) if goal.words else set()


def open_goals(kept: Kept) -> list[Goal]:
    """What the report seems to promise and no target has, in its order."""
    return [goal for goal in goals_of(kept.report) if not kept.owner(goal)]


def handle(goal: Goal) -> str:
    """12-1: the first promise of sentence 12."""
    return goal.id.partition("-s")[2]


# --- what is meant ------------------------------------------------------------------------------


def meant(words: str, kept: Kept) -> Goal:
    """The goal of a handle, or of words of the report."""
    if match := HANDLE.fullmatch(words.strip()):
        return numbered(words, match, kept)
    places = list(occurrences(words.strip(), kept.report.sentences))
    if len(places) != 1:
        raise InputError([misplaced(Where(words), words.strip(), kept.report, places)])
    sentence, start = places[0]
    return quoted(words, sentence, start, start + len(words.strip()), kept)


def numbered(words: str, match: re.Match[str], kept: Kept) -> Goal:
    goals = [one for one in goals_of(kept.report) if one.sentence.id == f"s{match[1]}"]
    if match[2]:
        goals = [one for one in goals if handle(one) == f"{match[1]}-{match[2]}"]
    return the_one(words, [one for one in goals if not kept.owner(one)] or goals, kept)


def quoted(words: str, sentence: Sentence, start: int, end: int, kept: Kept) -> Goal:
    """The promise among the words; else any other number there; else a milestone."""
    inside = [n for n in meanings(sentence, kept.report.year) if start <= n.start < end]
    promised = [number for number in inside if number.kind is Meaning.TARGET]
    numbers = promised or [number for number in inside if number.kind in COUNTED]
    if not numbers:
        return milestone(words, sentence, start, end, kept)
    goals = [goal_of(number, sentence, words, kept) for number in numbers]
    return the_one(words, [one for one in goals if not kept.owner(one)] or goals, kept)


def goal_of(number: Number, sentence: Sentence, words: str, kept: Kept) -> Goal:
    known = [g for g in goals_of(kept.report) if (g.sentence, g.number) == (sentence, number)]
    if known:
        return known[0]
    texts = [one.text for one in kept.report.sentences]
    quantity = next((q for q in sentence.quantities if q.start == number.start), None)
    quote = unique_quote(sentence.text, number, texts) or words.strip()
    place = 1 + [n.start for n in meanings(sentence, kept.report.year)].index(number.start)
    name = draft_id(kept.report.year, sentence, place)
    return Goal(sentence, number, quantity, name, quote, sentence.text[number.start : number.end])


def milestone(words: str, sentence: Sentence, start: int, end: int, kept: Kept) -> Goal:
    """Something to be done that has no number: its words are what counts as done."""
    due = [one for one in find_deadlines(sentence.text, kept.report.year) if one.start < end]
    deadline, day = (due[-1].words, due[-1].date) if due else ("", None)
    number = Number(
        start, end, None, None, "", Bound.EXACTLY, None, "", False, deadline, day, Meaning.TARGET
    )
    place = 1 + sum(match.sentence.id == sentence.id for _, match in kept.targets)
    name = draft_id(kept.report.year, sentence, place)
    return Goal(sentence, number, None, name, words.strip(), "")


def the_one(words: str, goals: Sequence[Goal], kept: Kept) -> Goal:
    if not goals:
        raise InputError([Problem(Where(words), "add-nothing", {"found": words})])
    if len(goals) > 1:
        known = tuple(f"{handle(goal)}（{goal.words}）" for goal in goals)
        raise InputError([Problem(Where(words), "add-several", {"found": words, "known": known})])
    if owner := kept.owner(goals[0]):
        details = {"found": goals[0].words or words, "id": owner}
        raise InputError([Problem(Where(words), "add-already", details)])
    return goals[0]


# --- what is written ----------------------------------------------------------------------------


def added(goals: Sequence[Goal], kept: Kept, names: Names) -> Draft:
    """The new targets where the report has them; their numbers are excluded no longer."""
    edits = list(exclusions_changed(goals, kept))
    line = sorted((*spot(match, kept), target.id) for target, match in kept.targets)
    for goal in goals:
        entry = entry_of(goal, kept, names, {name for _, _, name in line})
        here = (order_of(kept)[goal.sentence.id], goal.number.start, str(entry["id"]))
        edits.append(placed(entry, here[0], bisect(line, here), line, kept))
        insort(line, here)
    return drafted(kept.path, edits)


def spot(match: Match, kept: Kept) -> tuple[int, int]:
    """The place of a target in the report: its sentence, and its number or quote in it."""
    start = match.numerals[0].start if match.numerals else match.start
    return order_of(kept)[match.sentence.id], start


def order_of(kept: Kept) -> dict[str, int]:
    return {sentence.id: place for place, sentence in enumerate(kept.report.sentences)}


def placed(entry: Entry, place: int, at: int, line: Sequence[Spot], kept: Kept) -> AddTarget:
    """Behind the target before it, or below the heading of the one after it if it is theirs."""
    before, after = line[max(0, at - 1) : at], line[at : at + 1]
    sections = sections_of(kept.report)
    first = bool(before) and sections[before[0][0]] != sections[place]
    if after and (not before or (first and sections[after[0][0]] == sections[place])):
        return AddTarget(entry, before=after[0][2])
    return AddTarget(entry, after=before[0][2] if before else "")


def sections_of(report: Report) -> list[int]:
    """For each sentence, in order, the section that it stands in."""
    owners = {
        sentence.id: place
        for place, section in enumerate(report.sections)
        for sentence in (section.heading, *(s for part in section.paragraphs for s in part))
    }
    return [owners.get(sentence.id, -1) for sentence in report.sentences]


def entry_of(goal: Goal, kept: Kept, names: Names, used: Collection[str]) -> dict[str, Value]:
    if goal.words:
        [entry] = yaml.load("\n".join(target_lines(goal, kept.report.year)), yaml.BaseLoader)
    else:
        entry = milestone_entry(goal)
    if not entry.get("deadline_words"):  # then the reader's default, and the page says so
        entry = {key: one for key, one in entry.items() if not key.startswith("deadline")}
    name = names.id or free(str(entry["id"]), used)
    return {**entry, "id": name, "title": names.title or entry["title"]}


def free(name: str, used: Collection[str]) -> str:
    """The draft's id, or the next that nobody has."""
    base, _, first = name.rpartition("-")
    return next(one for n in count(int(first)) if (one := f"{base}-{n}") not in used)


def milestone_entry(goal: Goal) -> dict[str, Value]:
    return {
        "id": goal.id,
        "title": goal.quote[:LONGEST_TITLE],
        "quote": goal.quote,
        "type": Type.MILESTONE.value,
        "deadline": goal.number.due.isoformat() if goal.number.due else "",
        "deadline_words": goal.number.deadline,
        "criterion": goal.quote,
    }


def exclusions_changed(goals: Iterable[Goal], kept: Kept) -> Iterator[Edit]:
    """What else the entries of the numbers covered gets entries of its own."""
    numbers = {key for goal in goals for key in keys_of(goal)}
    gone = {row.not_target for key, row in kept.excluded.items() if key in numbers}
    staying = {key for key, row in kept.excluded.items() if row.not_target not in gone}
    claimed = kept.claimed | numbers | staying
    for key, row in kept.excluded.items():
        if row.not_target in gone and key not in claimed and row.not_target:
            entry, covered = exclusion(kept.report, row.sentence, row.numeral, {}, claimed)
            claimed |= covered
            reason = row.not_target.reason.value
            yield AddExclusion({"quote": entry.quote, "number": entry.number, "reason": reason})
    yield from (RemoveExclusion(one.quote, one.number) for one in gone if one)
