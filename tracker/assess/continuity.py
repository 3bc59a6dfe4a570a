"""Where a later report speaks of what an earlier one promised, whatever the figures.

Texts are compared clause by clause, and of a clause only its subject counts: figures, units and
the words of the frame (力争, 新建, 达到, 全年) go, so that 新建公园20个 and 新建学校20所 share
nothing. What is left is compared by pairs of characters, each weighing the more the fewer clauses
have it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from tracker.lazy import regex
from tracker.model import Echo, Part, Sentence

# Measured on the promises of three consecutive reports of one city, labelled by hand: what came
# back in its old wording scored 70 and more, reworded 40 to 68; another thing in like words
# reached 66, what was dropped mostly stayed below 30. A false silence is worse than one more place
# to look at, so the lower bound is as low as what came back allows.
SURE = 70
LIKELY = 40
# Of the weight found elsewhere in the sentence: 开展有机物治理攻坚，完成企业治理117家 is one thing.
NEIGHBOURS = 0.4
# Lost by a clause that says nothing but other things beside: 引领作用更加突出.
SURPLUS = 0.35
# Kept of a score where no figure of the sentence has the promise's unit: 50万户 and 1596亿元.
OTHER_UNIT = 0.85
# Kept of a score where a word of TELLING stands on one side only.
TOLD_APART = 0.75
# A subject that weighs less than half of a word said once (项目, 企业) makes nothing sure.
EVIDENCE = 0.5
# A pair that more clauses have finds none of them; in a report of 1,600 clauses 170 have 发展.
COMMON = 250

# --- words ------------------------------------------------------------------------------------

UNITS = (
    "个?百分点|微克/立方米|平方公里|平方千米|平方米|立方米|公里|千米|千瓦时|千瓦|兆瓦|美元|港元|元|"
    "亩|公顷|吨标准煤|吨/日|吨|标准?箱|人次|人年|架次|个?工作日|分钟|小时|天|年|月|日|[%‰]|倍|岁|米|"
    "[个家座所项件条套台辆架艘头户名位人张间栋场批支宗处种类门例株棵次只列大]"
)
SAME_UNIT = {"百分点": "%", "个百分点": "%", "美元": "元", "港元": "元"}
# 力争达到8000座以上, 不超过20个, 三家; a name keeps its digits: 5G, PM2.5, 20+8
FIGURE = regex(
    r"(?:不(?:低于|少于|超过|高于)|超过?|突破|达到?|[约近至])?"
    r"(?:(?<![A-Za-z0-9.+])[0-9][0-9.,]*+(?![0-9.+]*[A-Za-z+])(?:[~\-—至到][0-9][0-9.,]*)?"
    rf"[多余]?[十百千万亿]*[多余]?(?:{UNITS})?"
    rf"|(?<![一二两三四五六七八九十百千万亿几])[一二两三四五六七八九十百千万亿几]++(?:{UNITS}))"
    r"(?:\(间\))?(?:及?以[上下内]|左右|上下)?"
)
UNIT = regex(f"(?<=[0-9十百千万亿])(?:{UNITS})")
# 占全社会研发投入比重: of what it is a share does not tell one share from another
WHOLE = regex(r"占[^,;。、 ]{2,12}?(?=的?比[重例]|\s|$)")
FRAME = regex(
    "力争|争取|努力|确保|达到|控制在|保持在?|稳定在|维持在|年底前?|年内|全年|今年|累计|总[数量]|"
    "(?:提高|提升|增加(?!值)|上升|下降|降低|减少)[到至]?|[降增][到至]|增长|新增|新建|完成|实现|推进|推动|"
    "加快|加强|建设|开展|实施|建成|投产|投用|新?开工|改造|新?改?扩建|启动|培育|打造|打通|引进|"
    r"新\(?改\)?建|创建|分别|其中|同比|预计|首批|持续|进一步|全面|继续|全市|我[市省县区]|以[上内下]|左右|[《》()等的]"
)
# The same thing under another name; the first is the one kept.
ALIKE = tuple(
    (word, regex(others))
    for word, others in (
        ("", "[“”\"'‘’]"),
        ("经营主体", "市场主体|商事主体"),
        ("规上", "规模以上"),
        (
            "研发投入强度",
            "(?:全社会)?(?:研发|R&D)(?:经费)?投入(?:强度|占(?:地区生产总值|GDP)的?(?:比[重例]|占比))",
        ),
        ("地区生产总值", "国内生产总值|GDP"),
        ("保障性住房", "公共住房|保障房"),
        ("实际利用外资", "实际使用外资"),
        ("重点片区", "重点区域"),
        ("上市公司", "上市企业"),
        ("比重", "占比"),
        ("年均", "年平均"),
        ("亿级", "亿元级"),
    )
)
ANOTHER_NAME = regex("|".join(others.pattern for _, others in ALIKE))
# Two indicators that share all other words: 新型基础设施投资, 人均地区生产总值, 农村居民收入.
TELLING = regex("新型|单位|人均|农村|城镇|民间|(?<!进)出口|进口")
# Says too little by itself: 新开工60个项目.
GENERAL = regex("项目|企业|机构|工程|活动|平台|线路")
TOKEN = regex(r"[A-Za-z0-9.+\-&]+|[\u3400-\u9fff]+")
LATIN = regex("[A-Za-z+&]")
STOP = regex(r"[，。；：！？;:!?\n]|,(?![0-9])")


def plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


def subject_of(words: str) -> str:
    """What the words are about; spaces stand for the figures and the frame that were left out."""
    words = plain(words)
    if ANOTHER_NAME.search(words):
        for word, others in ALIKE:
            words = others.sub(word, words)
    for left_out in (FIGURE, WHOLE, FRAME):
        words = left_out.sub(" ", words)
    return words


def pairs_of(subject: str) -> frozenset[str]:
    """Pairs of neighbouring characters; a Latin name counts as one."""
    found: set[str] = set()
    for token in TOKEN.findall(subject):
        if token[0] >= "\u3400":
            found.update(map(add, token, token[1:]))
        elif LATIN.search(token):
            found.add(token.lower())
    return frozenset(found)


def says_enough(words: str) -> bool:
    return bool(pairs_of(GENERAL.sub(" ", subject_of(words))))


# --- clauses ----------------------------------------------------------------------------------


def clauses_of(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the clauses; 、 ends one only between figures: 幼儿园、中小学178所 is one."""
    start = 0
    for end in [*(stop.start() for stop in STOP.finditer(text)), len(text)]:
        pieces = list(pieces_of(text, start, end))
        if pieces[1:]:
            figures = [high for low, high in pieces if has_figure(text, low, high)]
            for pause in figures[:-1]:
                yield start, pause
                start = pause + 1
        if start < end:
            yield start, end
        start = end + 1


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (pause := text.find("、", start, end)) >= 0:
        yield start, pause
        start = pause + 1
    yield start, end


def has_figure(text: str, start: int, end: int) -> bool:
    return bool(FIGURE.search(plain(text[start:end])))


def words_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause of a number; what stands before it is taken in while it says too little."""
    spans = list(clauses_of(text)) or [(0, len(text))]
    place = max((at for at, span in enumerate(spans) if span[0] <= start), default=0)
    low, high = spans[place][0], max(spans[place][1], end)
    if text[low:start].endswith("等") and says_enough(text[end:high]):
        return start, high  # 甲、乙、丙等20个园区: the examples change, the parks are the same
    while place and not says_enough(text[low:high]):
        place -= 1
        low = spans[place][0]
    return low, high


def lead_before(text: str, start: int) -> str:
    """The clause that leads up to another, 推进“工业上楼”，…, unless it has a figure of its own."""
    before = [span for span in clauses_of(text) if span[1] <= start]
    return text[slice(*before[-1])] if before and not has_figure(text, *before[-1]) else ""


def asked_for(words: str) -> str:
    """The clauses that hold the figures, if they say enough; else all of the words."""
    counted = [words[low:high] for low, high in clauses_of(words) if has_figure(words, low, high)]
    chosen = "，".join(counted)
    return chosen if says_enough(chosen) else words


# --- likeness ---------------------------------------------------------------------------------


class Subject(Struct, frozen=True):
    pairs: frozenset[str]
    telling: frozenset[str]

    @classmethod
    def of(cls, words: str) -> Subject:
        """Of words that are all frame, the words themselves."""
        subject = subject_of(words)
        telling = frozenset(TELLING.findall(subject))
        return cls(pairs_of(subject) or frozenset({plain(words)}), telling)


class Clause(Struct, frozen=True):
    sentence: Sentence
    start: int
    end: int
    subject: Subject

    @classmethod
    def at(cls, sentence: Sentence, start: int, end: int) -> Clause:
        return cls(sentence, start, end, Subject.of(sentence.text[start:end]))


class Rarity:
    """How much a pair of characters tells: the fewer clauses have it, the more."""

    def __init__(self, clauses: Collection[Clause]) -> None:
        counts = Counter(pair for clause in clauses for pair in clause.subject.pairs)
        self.rarest = log(len(clauses) + 1)
        self.weights = {pair: self.rarest - log(count) for pair, count in counts.items()}

    def of(self, pairs: Iterable[str]) -> float:
        return sum(self.weigh(pair) for pair in sorted(pairs))

    def weigh(self, pair: str) -> float:
        return self.weights.get(pair, self.rarest)


class Later:
    """The clauses of a later report, ready to be asked for many promises."""

    def __init__(self, clauses: Sequence[Clause], rarity: Rarity | None = None) -> None:
        self.clauses = clauses
        self.rarity = rarity or Rarity(clauses)
        texts = {clause.sentence.id: clause.sentence.text for clause in clauses}
        self.units = {key: units_of(text) for key, text in texts.items()}
        self.weights: dict[int, float] = {}
        self.having: dict[str, list[int]] = defaultdict(list)
        for place, clause in enumerate(clauses):
            for pair in clause.subject.pairs:
                self.having[pair].append(place)

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Later:
        return cls([Clause.at(s, *span) for s in sentences for span in clauses_of(s.text)])

    def among(self, clauses: Sequence[Clause]) -> Later:
        """Other clauses of the same report, judged by the same rarity."""
        return Later(clauses, self.rarity)

    def echo(self, words: str, parts: Collection[Part] = tuple(Part)) -> Echo | None:
        """The place that speaks of what the words promise; None where none is even likely."""
        found = self.nearest(words, parts)
        return found if found and found.score >= LIKELY else None

    def echo_of_number(
        self, text: str, start: int, end: int, parts: Collection[Part] = tuple(Part)
    ) -> Echo | None:
        """The place that speaks of what a number of a sentence promises.

        Where none does, the place that surely has the clause leading up to it is a likely one.
        """
        low, high = words_around(text, start, end)
        if found := self.echo(text[low:high], parts):
            return found
        lead = self.echo(lead_before(text, low), parts)
        return replace(lead, score=LIKELY, sure=False) if lead and lead.sure else None

    def nearest(self, words: str, parts: Collection[Part] = tuple(Part)) -> Echo | None:
        """The likest clause in these parts, however little alike."""
        found = (echo for _, echo in self.echoes(words) if echo.sentence.tells_of in parts)
        return max(found, key=lambda echo: (echo.sure, echo.score), default=None)

    def echoes(self, words: str) -> Iterator[tuple[int, Echo]]:
        """Every clause that has anything in common with the words, by its place among them all."""
        chosen = asked_for(words)
        asked, units = Subject.of(chosen), units_of(chosen)
        whole = self.rarity.of(asked.pairs)
        tells = whole >= EVIDENCE * self.rarity.rarest
        for place, share in self.shares(asked):
            clause = self.clauses[place]
            text, part = clause.sentence.text, clause.sentence.tells_of
            score = 100 * share / whole
            if units and not units & self.units[clause.sentence.id]:
                score *= OTHER_UNIT
            if asked.telling != clause.subject.telling:
                score *= TOLD_APART
            # a glossary explains words and reports nothing
            sure = tells and score >= SURE and part is not Part.ANNEX
            if words == text[clause.start : clause.end]:
                score, sure = 100, True
            yield place, Echo(clause.sentence, clause.start, clause.end, round(score), sure)

    def weight_of(self, place: int) -> float:
        """Of all that a clause says; many are asked for again and again."""
        if place not in self.weights:
            self.weights[place] = self.rarity.of(self.clauses[place].subject.pairs)
        return self.weights[place]

    def shares(self, asked: Subject) -> Iterator[tuple[int, float]]:
        """The clauses that have any pair asked for, and how much of their weight they have."""
        inside: dict[int, float] = defaultdict(float)
        around: dict[str, set[str]] = defaultdict(set)
        for pair in sorted(asked.pairs):
            places, weight = self.having.get(pair, ()), self.rarity.weigh(pair)
            for place in places if len(places) <= COMMON else ():
                inside[place] += weight
                around[self.clauses[place].sentence.id].add(pair)
        beside = {key: self.rarity.of(pairs) for key, pairs in around.items()}
        for place, found in sorted(inside.items()):
            clause = self.clauses[place]
            nearby = NEIGHBOURS * (beside[clause.sentence.id] - found)
            surplus = 1 - found / self.weight_of(place)
            yield place, (found + nearby) * (1 - SURPLUS * surplus)


def units_of(words: str) -> frozenset[str]:
    return frozenset(SAME_UNIT.get(unit, unit) for unit in UNIT.findall(plain(words)))


def echo(words: str, sentences: Iterable[Sentence]) -> Echo | None:
    """For one promise; for many, keep a `Later`."""
    return Later.of(sentences).echo(words)
