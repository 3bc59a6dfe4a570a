"""A large archive, made up from the clauses of real reports; the same seed makes the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from tests.projects import ROOT
from tracker.model import reading_order
from tracker.read.front import split_front
from tracker.read.structure import Structure, read_structure
from tracker.render import addresses
from tracker.render.labels import STATUSES
from tracker.render.search.library import Library, Named
from tracker.render.search.volumes import Entry, Line, Volume

SHARED = ROOT.parent / "shared"
REGIONS = 30
YEARS = range(2091, 2101)
REPORTS = REGIONS * len(YEARS)
TEXTS_PER_TARGET = 20
CHAPTERS = 12  # of a report
PLACES = 5  # of a region, besides itself

CLAUSE = re.compile(r"[^，；。：！？]+[，；。：！？]*")  # 完成改厕3.7万座，
DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[年—－-])")  # 2023年
NUMBER = re.compile(r"(?<![\dA-Za-z.])\d+(?:\.\d+)?(?![\dA-Za-z.])")  # 3.7万座, but not 5G
YEAR = re.compile(r"20\d\d")  # 2098, as written for `DATE`
DIGIT = re.compile(r"\d")
# 城镇新增就业, of 城镇新增就业3000人次
GOAL = re.compile(
    r"^([^\d]{4,24}?)(?:年均|再|分别)?(?:达到?|增长|提高到?|不低于|控制在|超过?|约)?\d"
)
TITLE = re.compile(r"[一-鿿]{4,16}")  # 加快发展数字经济
LEAST, MOST = 6, 300  # characters of a sentence

# What the real reports name; each name gives way to one of the invented region.
NAMES = re.compile(
    "深圳|龙岗|盐田|罗湖|福田|南山|宝安|坪山|光明区|龙华|大鹏|前海|河套|沙头角|梅沙|布吉|坂田|横岗|平湖|坪地"
    "|广东|广州|珠海|汕头|佛山|东莞|惠州|河北|保定|石家庄|唐山|安国|阜平|曲阳|徐水|满城|祁州|雄安"
    "|山东|济南|青岛|烟台|潍坊|四川|成都|绵阳|宜宾|天府|运城|盐湖|永济|河津|万荣|闻喜|北京|上海|天津|重庆"
)
FIRST = "虚澄墨岚霁砚苍青碧云鹤松柏兰芷溪泓沐晴朔晓望栖鹿枫梧桐棠荷莲菱芦荻茗菊竹梅雪霜露虹霞星"
SECOND = "岭川陵原泽渡浦坪坞垣埠塘堰墩屿岑崖岗峪峰谷潭渚汀洲湾港桥关寨堡营店集镇庄屯寺塔台亭阁楼"


@dataclass(frozen=True, slots=True)
class Region:
    """Who reports; `first` is the position of its own name among all places."""

    id: str
    year: int
    first: int
    names: tuple[str, ...]  # its own, then its places'


@dataclass(frozen=True, slots=True)
class Sources:
    """What the real reports lend."""

    shapes: tuple[tuple[str, ...], ...]  # of sentences: the mark that closes each clause
    clauses: dict[str, tuple[str, ...]]  # by the mark that closes them
    items: tuple[str, ...]  # of enumerations
    titles: tuple[str, ...]


def archive(size: int, seed: int = 5) -> Library:
    """`size` distinct texts in all, targets and sentences, spread evenly over the reports."""
    random = Random(seed)
    sources = sources_of(real_reports())
    every = list(regions(random))
    seen: set[str] = set()
    shares = (size * (at + 1) // REPORTS - size * at // REPORTS for at in range(REPORTS))
    volumes = tuple(
        volume(region, share, sources, random, seen)
        for region, share in zip(every, shares, strict=True)
    )
    return Library(
        region="虚构省",
        volumes=volumes,
        statuses=tuple((status.status, status.label) for status in STATUSES),
        places=tuple(named_places(every, volumes)),
        agencies=(),
        topics=(),
        synonyms=(),
    )


def regions(random: Random) -> Iterator[Region]:
    names = ["".join(pair) for pair in product(FIRST, SECOND)]
    random.shuffle(names)
    for year, at in product(reversed(YEARS), range(REGIONS)):
        first = at * (PLACES + 1)
        own = tuple(names[first : first + PLACES + 1])
        yield Region(f"region{at:02}-{year}", year, first, own)


def named_places(every: Sequence[Region], volumes: Sequence[Volume]) -> Iterator[Named]:
    about = [place for one in volumes for target in one.targets for place in target.places]
    counts = [0] * (REGIONS * (PLACES + 1))
    for place in about:
        counts[place] += 1
    for at, name in enumerate(name for region in every[:REGIONS] for name in region.names):
        yield Named(addresses.place(f"place{at}"), f"{name}县", name, counts[at])


def real_reports() -> list[Structure]:
    paths = sorted([*SHARED.glob("report/*.txt"), *SHARED.glob("reports/*.txt")])
    return [read_structure(split_front(path.read_text("utf-8"))[1], 0) for path in paths]


def sources_of(reports: Sequence[Structure]) -> Sources:
    shapes: list[tuple[str, ...]] = []
    clauses: dict[str, list[str]] = {}
    for read in reports:
        for sentence in reading_order(read.heading, read.preamble, read.parts):
            parts = CLAUSE.findall(sentence.text)
            shapes.append(tuple(map(mark_of, parts)))
            for part in parts:
                clauses.setdefault(mark_of(part), []).append(part)
    every = (clause for group in clauses.values() for clause in group)
    titles = (section.title for read in reports for section in read.sections)
    return Sources(
        tuple(filter(None, shapes)),
        {mark: tuple(group) for mark, group in clauses.items()},
        tuple(item for clause in every for item in clause.split("、")[1:-1]),
        tuple(title for title in titles if TITLE.fullmatch(title)),
    )


def mark_of(clause: str) -> str:
    return clause[-1] if clause[-1] in "，；。：！？" else ""


def volume(region: Region, share: int, sources: Sources, random: Random, seen: set[str]) -> Volume:
    wanted = share // TEXTS_PER_TARGET
    titles = [random.choice(sources.titles) for _ in range(CHAPTERS)]
    lines: list[Line] = []
    while len(lines) < share - wanted:
        text = localised(recombined(sources, random), region, random)
        if LEAST <= len(text) <= MOST and text not in seen:
            seen.add(text)
            title = titles[len(lines) * CHAPTERS // (share - wanted)]
            lines.append(Line(f"s{len(lines) + 1}", text, title))
    return Volume(
        region.id,
        region.year,
        tuple((f"c{at + 1}", title) for at, title in enumerate(titles)),
        tuple(entries(region, lines, random))[:wanted],
        tuple(lines),
    )


def recombined(sources: Sources, random: Random) -> str:
    marks = random.choice(sources.shapes)
    clauses = (random.choice(sources.clauses[mark]) for mark in marks)
    return "".join(relisted(clause, sources.items, random) for clause in clauses)


def relisted(clause: str, items: Sequence[str], random: Random) -> str:
    """The inner items of an enumeration give way to others."""
    first, *others = clause.split("、")
    return "、".join([first, *(random.choice(items) for _ in others[:-1]), *others[-1:]])


def localised(text: str, region: Region, random: Random) -> str:
    text = NAMES.sub(lambda _: random.choice(region.names), text)
    text = DATE.sub(lambda _: str(region.year - random.randrange(3)), text)
    return NUMBER.sub(lambda hit: another(hit[0], random), text)


def another(number: str, random: Random) -> str:
    """As many digits, as wide, none of them zero; years stay."""
    if YEAR.fullmatch(number):
        return number
    zero = (ord(digit) - int(digit) for digit in DIGIT.findall(number))
    return DIGIT.sub(lambda _: chr(next(zero) + random.randrange(1, 10)), number)


def entries(region: Region, lines: Sequence[Line], random: Random) -> Iterator[Entry]:
    """Sentences with a number become targets, in random order, of every status and place."""
    for line in random.sample(lines, len(lines)):
        clauses = CLAUSE.findall(line.text)
        goals = [(hit[1], clause) for clause in clauses if (hit := GOAL.match(clause))]
        if goals:
            title, clause = goals[0]
            yield Entry(
                id=f"{region.id}-{line.id}",
                title=title,
                quote=clause.rstrip("，；。：！？"),
                status=random.randrange(len(STATUSES)),
                note=f"{clause[len(title) :].rstrip('，；。：！？')}，{region.year}年底前",
                chapter=random.randrange(CHAPTERS),
                places=(region.first + random.randrange(PLACES + 1),),
                topics=(),
            )
