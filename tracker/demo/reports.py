"""The text of a made-up report, and every number in it that is no target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from msgspec import Struct, field

from tracker.demo import words
from tracker.demo.goals import SEED, Goal, goals, plain
from tracker.demo.lives import final, is_told
from tracker.demo.regions import YEARS, Region
from tracker.demo.themes import (
    CITY_PART,
    COUNTY_PART,
    GDP,
    INCOME,
    SCHEDULED,
    THEMES,
    Theme,
)

CHAPTERS = ("一、", "二、", "三、")
ORDINALS = ("（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）")
POINTS = ("一是", "二是", "三是")
REVIEW_LINES, PLAN_LINES, OWN_LINES = 4, 8, 12  # sentences of prose in each section
PARAGRAPH = 5  # sentences
LONG = 0.6  # of the sentences have two parts
KM = "公里"


class Text(Struct):
    """A report as it is being written."""

    region: Region
    year: int
    goals: tuple[Goal, ...]
    chance: Random
    lines: list[str] = field(default_factory=list)
    excluded: dict[tuple[str, str], str] = field(default_factory=dict)  # (quote, number) → reason

    def exclude(self, quote: str, number: str, reason: str) -> None:
        self.excluded.setdefault((quote, number), reason)

    def paragraphs(self, sentences: Sequence[str]) -> None:
        for start in range(0, len(sentences), PARAGRAPH):
            self.lines.append("".join(sentences[start : start + PARAGRAPH]))


def text_of(region: Region, year: int) -> Text:
    chance = Random(f"{SEED}|{region.number}|{year}|text")
    text = Text(region, year, goals(region, year), chance)
    text.lines += [
        f"# {region.name}政府工作报告",
        "各位代表：",
        f"{words.INVENTED}现在，我代表{region.name}人民政府向大会报告工作，请予审议。",
    ]
    write_review(text)
    write_plan(text)
    write_own(text)
    text.lines += words.FAREWELLS
    return text


def markdown(text: Text) -> str:
    region, year = text.region, text.year
    return "\n".join([
        "---",
        f"title: {year}年{region.name}政府工作报告（虚构，仅供测试）",
        f"body: {region.name}人民政府",
        f"region: {region.name}",
        f"year: {year}",
        f"date: {year}-01-12",
        "inferred:",
        "- {about: 全文, note: 整份报告由程序编造，仅供测试，不要引用。}",
        "---",
        "\n\n".join(text.lines),
        "",
    ])  # fmt: skip


# --- the three chapters -------------------------------------------------------------------------


def write_review(text: Text) -> None:
    first = text.year == YEARS.start
    title = "上年工作回顾" if first else f"{text.year - 1}年工作回顾"
    text.lines.append(f"{CHAPTERS[0]}{title}")
    if not first:
        text.exclude(title, f"{text.year - 1}年", "date")
    facts = {} if first else facts_of(text)
    for ordinal, theme in zip(ORDINALS, THEMES, strict=True):
        text.lines.append(f"{ordinal}{theme.topic}方面")
        sentences = [*facts.get(theme.topic, []), *prose(text, theme, REVIEW_LINES)]
        text.chance.shuffle(sentences)
        verdict = text.chance.choice(words.REVIEWED)
        text.paragraphs([*sentences, f"{theme.topic}这本账，{verdict}。"])


def facts_of(text: Text) -> dict[str, list[str]]:
    """What is said of the year before, by topic; its numbers are of the past."""
    found: dict[str, list[str]] = {}
    for goal in goals(text.region, text.year - 1):
        if goal.aim.past and is_told(goal):
            number = plain(final(goal))
            fact = goal.aim.past.format(n=number)
            many = "万" if goal.aim.unit.startswith("万") else ""
            text.exclude(fact, f"{number}{many}", "past")
            manner = text.chance.choice(words.MANNERS)
            thing = text.chance.choice(goal.theme.things)
            found.setdefault(goal.theme.topic, []).append(f"{manner}清点{thing}，{fact}。")
    return found


def write_plan(text: Text) -> None:
    title = f"{text.year}年工作安排"
    text.lines.append(f"{CHAPTERS[1]}{title}")
    text.exclude(title, f"{text.year}年", "date")
    for ordinal, theme in zip(ORDINALS, THEMES, strict=True):
        text.lines.append(f"{ordinal}{text.chance.choice(theme.titles)}")
        promised = list(promises(text, [one for one in text.goals if one.theme is theme]))
        sentences = [*promised, *prose(text, theme, PLAN_LINES)]
        text.chance.shuffle(sentences)
        text.paragraphs(sentences)
        if text.chance.random() < 0.5:
            write_points(text, theme)


def promises(text: Text, own: Sequence[Goal]) -> Iterator[str]:
    """One sentence for each goal; some stand together, as one is measured by the other."""
    by_aim = {goal.aim: goal for goal in own}
    for goal in own:
        if goal.aim in (CITY_PART, COUNTY_PART, INCOME):
            continue
        clause = goal.clause
        if goal.aim is GDP:
            clause += f"，{by_aim[INCOME].clause}"
        exclude_days(text, goal)
        where = f"在{goal.place}" if goal.place and goal.place not in goal.quote else ""
        place = f"{where}{text.chance.choice(words.MANNERS)}推开" if where else ""
        lead = place or text.chance.choice(words.OPENINGS)
        yield f"{lead}，{clause}。"


def exclude_days(text: Text, goal: Goal) -> None:
    """The numbers of a promise that only say by when."""
    if goal.due_words.startswith("到"):
        text.exclude(goal.due_words, f"{goal.due.year}年", "deadline")
    elif goal.due_words.startswith("6月"):
        text.exclude(goal.due_words, "6月", "deadline")
    if goal.aim is SCHEDULED:
        half = f"其中上半年完成{plain(goal.halfway)}{KM}"
        text.exclude(half, "上半年", "date")
        text.exclude(half, f"{plain(goal.halfway)}{KM}", "summary")


def write_points(text: Text, theme: Theme) -> None:
    sentences = []
    for point in POINTS:
        text.exclude(point, point[0], "ordinal")
        sentences.append(f"{point}{sentence(text, theme)}")
    text.lines.append("".join(sentences))


def write_own(text: Text) -> None:
    text.lines.append(f"{CHAPTERS[2]}政府自身建设")
    chance = text.chance
    text.paragraphs([
        f"{chance.choice(words.DOINGS)}{chance.choice(words.OWN_THINGS)}，{chance.choice(words.CHECKS)}。"
        for _ in range(OWN_LINES)
    ])  # fmt: skip


# --- prose --------------------------------------------------------------------------------------


def prose(text: Text, theme: Theme, count: int) -> list[str]:
    return [sentence(text, theme) for _ in range(count)]


def sentence(text: Text, theme: Theme) -> str:
    aim = text.chance.choice(words.AIMS)
    more = f"；{clause(text, theme)}" if text.chance.random() < LONG else ""
    return f"{clause(text, theme)}{more}，{aim}。"


def clause(text: Text, theme: Theme) -> str:
    chance = text.chance
    one, other = chance.sample(theme.things, 2)
    do, then = chance.sample(words.DOINGS, 2)
    manner = chance.choice(words.MANNERS)
    match chance.randrange(6):
        case 0:
            return f"{chance.choice(words.OPENINGS)}，{do}{one}，{then}{other}"
        case 1:
            return f"{manner}{do}{one}和{other}"
        case 2:
            return f"在{chance.choice(text.region.counties)}{do}{one}，{then}{other}"
        case 3:
            return f"请{chance.choice(words.WHO)}参与{one}，{manner}{do}{other}"
        case 4:
            return f"{do}{one}和{other}，{chance.choice(words.CHECKS)}"
        case _:
            return f"{chance.choice(words.WHO)}提到的{one}，{manner}{do}"
