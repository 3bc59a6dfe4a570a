"""A first `targets.yaml` for a report: every target it seems to set, every other number excluded.

The draft passes `check` as it is; what the program cannot quote without doubt becomes an exclusion
for the editor to look at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from tracker.assess.coverage import account, numerals_of
from tracker.assess.match import Wording, match_target, occurrences
from tracker.errors import InputError, Problem, Where
from tracker.lazy import regex
from tracker.model import (
    Bound,
    Change,
    Channel,
    Contact,
    Meaning,
    NotTarget,
    Number,
    Numeral,
    Quantity,
    Reason,
    Report,
    Sentence,
    Site,
    Type,
)
from tracker.read.commitments import numbers_of
from tracker.read.deadlines import due_date
from tracker.read.front import FENCE
from tracker.read.inspection import inspect
from tracker.read.report import report_in
from tracker.read.targets import targets_in
from tracker.schema import PATH
from tracker.schema.document import MODELINE

CLAUSE = regex(r"[，。；：、！？]")
DRAFT = "targets.yaml"
LONGEST_TITLE = 24
LONGEST_COMMENT = 70
# Characters before and behind a number that its quote may show, tried in turn.
WINDOWS = (
    (4, 6), (0, 6), (6, 0), (0, 3), (3, 0), (0, 1), (1, 0), (12, 12), (24, 24), (0, 48), (48, 0),
    (10_000, 10_000),
)  # fmt: skip
REASONS = {
    Meaning.NAME: Reason.NAME,
    Meaning.DATE: Reason.DATE,
    Meaning.ORDINAL: Reason.ORDINAL,
    Meaning.WORD: Reason.WORD,
    Meaning.PAST: Reason.PAST,
    Meaning.BASELINE: Reason.PAST,
    Meaning.QUALIFIER: Reason.QUALIFIER,
    Meaning.CONTEXT: Reason.CONTEXT,
    Meaning.TARGET: Reason.CONTEXT,
}
RATES = ("%", "‰", "百分点")
STORED = {Bound.EXACTLY: Bound.AT_LEAST, Bound.RANGE: Bound.AT_LEAST}


class Goal(Struct, frozen=True):
    """A target of the draft: the number, and the words that quote it without doubt."""

    sentence: Sentence
    number: Number
    quantity: Quantity | None  # None for a goal that has no amount: a milestone
    id: str
    quote: str
    words: str  # the quote's words that hold the number


def suggest(text: str, name: str) -> str:
    """The draft for a report's text, with or without front matter; `name` is its file's stem."""
    problems: list[Problem] = []
    if not FENCE.match(text):
        year = inspect(text).year
        text = f"---\ntitle: {name}\nbody: {name}\nyear: {year:04}\n---\n{text}"
    report = report_in(text, f"{name}.md", problems)
    if report is None or problems:
        raise InputError(problems)
    nobody = Contact(Channel.TEXT, "")
    site = Site(Where(""), "", "", "", "/", "", nobody, "", "", name, (), ())
    return draft(report, site)


def within_content(draft: str) -> str:
    """The draft for a file of `content/`, which stands a folder below the schema."""
    return draft.replace(MODELINE, MODELINE.replace(PATH, f"../{PATH}"), 1)


def draft(report: Report, site: Site) -> str:
    """The draft as text; a goal that would not pass `check` is left to the exclusions."""
    goals = list(goals_of(report))
    while True:
        text = "\n".join(lines_of(report, goals))
        failed = failing(text, report, site)
        kept = [goal for goal in goals if goal.id not in failed]
        if kept == goals:
            return text
        goals = kept


def failing(text: str, report: Report, site: Site) -> set[str]:
    """Ids of the targets of a draft that `check` would refuse."""
    problems: list[Problem] = []
    file = targets_in(text, DRAFT, report, (report.id,), site, problems)
    assert file, problems
    starts = [(target.where.line, target.id) for target in file.targets]
    wording = Wording(report)
    found = [(target, match_target(target, wording, problems, set())) for target in file.targets]
    matches = [(target, match) for target, match in found if match]
    account(wording, matches, file.not_targets, problems, set())
    end = min((entry.where.line for entry in file.not_targets), default=len(text))
    lines = [p.where.line for p in problems if p.where.path == DRAFT and p.where.line < end]
    failed = {max(one for one in starts if one[0] <= line)[1] for line in lines}
    return failed | {str(p.details["other"]) for p in problems if p.code == "number-claimed"}


# --- targets ------------------------------------------------------------------------------------


def goals_of(report: Report) -> Iterator[Goal]:
    texts = [sentence.text for sentence in report.sentences]
    for sentence in report.sentences:
        taken: set[tuple[int, int]] = set()
        for number in meanings(sentence, report.year):
            if number.kind is not Meaning.TARGET or (number.start, number.end) in taken:
                continue
            taken.add((number.start, number.end))
            quantity = next((q for q in sentence.quantities if q.start == number.start), None)
            quote = unique_quote(sentence.text, number, texts)
            if quote:
                name = draft_id(report.year, sentence, len(taken))
                words = sentence.text[number.start : number.end]
                yield Goal(sentence, number, quantity, name, quote, words)


def draft_id(year: int, sentence: Sentence, place: int) -> str:
    """`place` counts the sentence's promises from 1; the year keeps the ids of reports apart."""
    return f"{year}-{sentence.id}-{place}"


def meanings(sentence: Sentence, year: int) -> tuple[Number, ...]:
    return numbers_of(sentence.text, sentence.tells_of, year)


def unique_quote(text: str, number: Number, texts: list[str]) -> str:
    """The clause of the number, widened until only one sentence has it; empty if none will do."""
    cuts = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text)]
    starts = [cut for cut in cuts if cut <= number.start][::-1]
    ends = [cut for cut in cuts if cut >= number.end]
    words = text[number.start : number.end]
    for start, end in [*outwards(starts, ends), (number.start, ends[0])]:
        quote = text[start:end].strip("，。；：、 ")
        first = text.find(quote) + quote.find(words)
        if first == number.start and sum(other.count(quote) for other in texts) == 1:
            return quote
    return ""


def outwards(starts: list[int], ends: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs from the innermost outwards; the shorter side stays at its outermost."""
    for step in range(max(len(starts), len(ends))):
        yield starts[min(step, len(starts) - 1)], ends[min(step, len(ends) - 1)]


def type_of(goal: Goal) -> Type:
    number = goal.number
    if goal.quantity is None:
        return Type.MILESTONE
    if number.change is Change.DECREASE:
        return Type.REDUCTION
    if number.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return Type.LIMIT
    if number.change is Change.GROWTH and number.unit in RATES:
        return Type.GROWTH
    if number.unit in RATES or number.bound in (Bound.MORE_THAN, Bound.ABOUT):
        return Type.LEVEL
    return Type.CUMULATIVE


def title_of(goal: Goal) -> str:
    """The clause without its number, short enough for a list, and the number behind it."""
    before = CLAUSE.split(goal.sentence.text[: goal.number.start])[-1]
    after = CLAUSE.split(goal.sentence.text[goal.number.end :])[0]
    title = (before + after).strip()[:LONGEST_TITLE] or goal.quote[:LONGEST_TITLE]
    return f"{title}（{goal.words}）"


def scaled(quantity: Quantity) -> tuple[str, str]:
    """Value and unit as an editor writes them: 28 and 万亩."""
    unit = quantity.unit
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if quantity.low >= size and not quantity.low % (size / 1000):
            low, high = quantity.low / size, quantity.high / size
            return ranged(low, high), word + unit
    return ranged(quantity.low, quantity.high), unit or "（未写单位）"


def ranged(low: Decimal, high: Decimal) -> str:
    words = [format(value.normalize(), "f") for value in (low, high)]
    return words[0] if low == high else f"[{words[0]}, {words[1]}]"


def target_lines(goal: Goal, year: int) -> Iterator[str]:
    number, quantity, kind = goal.number, goal.quantity, type_of(goal)
    yield f"# 第{goal.sentence.id[1:]}句：{goal.sentence.text[:LONGEST_COMMENT]}"
    yield f"- id: {goal.id}"
    yield f"  title: {quoted(title_of(goal))}"
    yield f"  quote: {quoted(goal.quote)}"
    yield f"  type: {kind}"
    if quantity:
        value, unit = scaled(quantity)
        yield f"  value: {value}"
        yield f"  unit: {quoted(unit)}"
        yield f'  bound: "{STORED.get(quantity.bound, quantity.bound)}"'
        if quantity.per and quantity.per in goal.sentence.text:
            yield f"  per: {quoted(quantity.per)}"
        if quantity.stretch:
            yield "  effort: stretch"
    else:
        yield f"  criterion: {quoted(goal.quote)}"
    yield f"  number: {quoted(goal.words)}"
    yield from deadline_lines(number, goal.sentence.text, year)


def deadline_lines(number: Number, text: str, year: int) -> Iterator[str]:
    stated = number.deadline in text and due_date(number.deadline, year) == number.due
    due = number.due or (date(year, 12, 31) if year else None)
    remark = "" if number.due else "  # 报告未写明时限，按报告年度末"
    yield f"  deadline: {due.isoformat() if due else 'none'}{remark}"
    if number.deadline and stated:
        yield f"  deadline_words: {quoted(number.deadline)}"


# --- exclusions ---------------------------------------------------------------------------------


def exclusions(report: Report, goals: list[Goal]) -> list[NotTarget]:
    """One entry for every numeral that no goal answers for, and that no entry covers yet.

    Short sentences go first: a table's cell can only be quoted whole, and that quote then covers
    the same words elsewhere.
    """
    claimed = {key for goal in goals for key in answered(goal)}
    entries: list[tuple[int, NotTarget]] = []
    places = enumerate(report.sentences)
    for place, sentence in sorted(places, key=lambda one: len(one[1].text)):
        kinds = {(n.start, n.end): n.kind for n in meanings(sentence, report.year)}
        for numeral in sentence.numerals:
            if (sentence.id, numeral.start) not in claimed:
                entry, covered = exclusion(report, sentence, numeral, kinds, claimed)
                claimed |= covered
                entries.append((place, entry))
    return [entry for _, entry in sorted(entries, key=lambda one: one[0])]


def answered(goal: Goal) -> Iterator[tuple[str, int]]:
    number = goal.number
    for numeral in goal.sentence.numerals:
        if number.start < numeral.end and numeral.start < number.end:
            yield goal.sentence.id, numeral.start


def exclusion(
    report: Report,
    sentence: Sentence,
    numeral: Numeral,
    kinds: dict[tuple[int, int], Meaning],
    claimed: set[tuple[str, int]],
) -> tuple[NotTarget, set[tuple[str, int]]]:
    """The shortest quote around the numeral whose every occurrence is still unclaimed."""
    for before, after in WINDOWS:
        quote = sentence.text[max(0, numeral.start - before) : numeral.end + after].strip()
        entry = NotTarget(Where(DRAFT), quote, numeral.text, reason_of(numeral, kinds), "", ())
        covered = {
            (other.id, found.start)
            for other, at in occurrences(quote, report.sentences)
            for found in numerals_of(entry, other, at)
        }
        if covered and not covered & claimed:
            break
    return entry, covered


def reason_of(numeral: Numeral, kinds: dict[tuple[int, int], Meaning]) -> Reason:
    for (start, end), kind in kinds.items():
        if start < numeral.end and numeral.start < end:
            return REASONS[kind]
    return Reason.CONTEXT


# --- text ---------------------------------------------------------------------------------------


def lines_of(report: Report, goals: list[Goal]) -> Iterator[str]:
    yield MODELINE
    yield "# 草稿：由程序从报告原文摘出。请逐条核对，删去不是承诺的，"
    yield "# 改好编号（id）与标题（title）。"
    yield "# 每一条都照原文引用，现在就能通过check；格式说明见content/editing.md。"
    yield ""
    yield f"report: {report.id}"
    yield ""
    yield "targets:" if goals else "targets: []"
    owners = {
        sentence.id: section.title
        for section in report.sections
        for sentence in (section.heading, *(s for p in section.paragraphs for s in p))
    }
    shown = ""
    for goal in goals:
        if (owner := owners.get(goal.sentence.id, "")) != shown:
            shown = owner
            yield f"# ---- {owner}"
        yield from target_lines(goal, report.year)
    yield ""
    entries = exclusions(report, goals)
    yield "not_targets:" if entries else "not_targets: []"
    for entry in entries:
        yield (
            f"- {{quote: {quoted(entry.quote)}, number: {quoted(entry.number)}, "
            f"reason: {entry.reason}}}"
        )


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
