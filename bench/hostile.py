"""How the time of reading grows with hostile text: `make bench-hostile`.

Every reader is given texts that repeat something. Time that grows with the length has the exponent
1; with one of 2 a few pages of brackets would hold up a build for hours. All texts are tried short;
those that take longest or grow most are measured at two lengths, in seconds of the processor.
"""

from __future__ import annotations

import math
import signal
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from heapq import nlargest

from bench.near_misses import near_misses
from tests.fuzz.subjects import kept, reports_of_years
from tracker.assess.quote_slips import unfound
from tracker.compare import Volume, compare
from tracker.diagnostics import diagnose, to_text
from tracker.errors import InputError, Problem, Where
from tracker.imports import body_of
from tracker.read.commitments import numbers_of
from tracker.read.deadlines import find_deadlines
from tracker.read.inspection import inspect
from tracker.read.line_slips import written_slips
from tracker.read.nodes import read_mapping
from tracker.read.numerals import find_numerals
from tracker.read.quantities import find_quantities
from tracker.read.report import report_in
from tracker.read.targets import targets_in
from tracker.read.value_slips import date_slip, not_a_number
from tracker.render.prose import html
from tracker.render.search.forms import Normaliser
from tracker.sheets.changes import changes
from tracker.texts.text import UnreadableError
from tracker.texts.web import read_html

Reader = Callable[[str], object]
Text = tuple[str, str]  # a beginning, and what is repeated behind it

TRIED = (1000, 4000)  # characters
MEASURED = (8000, 32000)
AGAIN = (32000, 128000)
TIMES = MEASURED[1] / MEASURED[0]
PATIENCE = 20.0  # seconds for one text
SHORT = 0.02  # seconds within which the clock's ticks decide
STEEP = 1.3
CHOSEN = 6  # texts of each reader that take longest, and as many that grow most
SHOWN = 15
CHARACTERS = (
    *"()（）[]【】《》“”‘’{}<>「」*_`~!#>-+|:;,.，。；：、？！?&\\/'\"—–…·%‰￥$@^=",
    *"0123456789零〇一二十百千万亿两几多余年月日第是要个座公里a中国市县区省",
    " ", "\t", "\n", "\r", "\u3000", "\u200b", "\u00a0", "\x00", "e\u0301", "①", "（一）", "一、", "1.",
    "第一，", "一是", "# ", "## ", "> ", "- ", "* ", "1. ", "    ", "```\n", "~~~\n", "|a", "|-", "| |\n",
    "![", "](", "[a](", "[a]: b\n", "[a][b]", "*a", "*a ", "**a", "_a", "<a ", "<!--", "&amp", "&#x",
    "a\n", "中\n", "\n\n", "。\n", "：\n", "中。", "中，", "1,000", "1.1", "1至", "1、", "12万", "增长1%",
    "年底前", "到2099年", "力争", "a: ", "a: b\n", "- a\n", "a:\n ", "{a: ", "[a, ", "a: |\n", '"', "'",
    "\\n", "&nbsp;", "<br>", "<p>", "<div>", "—— ", "%\n", "a,b\n", '"a"\n', ",",
)  # fmt: skip

ALIKE = str.maketrans(
    dict.fromkeys("023456789", "1")
    | dict.fromkeys("零〇二两三四五六七八九", "一")
    | dict.fromkeys("十百千亿", "万")
    | dict.fromkeys("；！？", "。")
)


def yaml(text: str) -> object:
    return read_mapping(text, "x.yaml", 1, [])


def quote(text: str) -> object:
    """As the quote of a target, a value and a day of it."""
    return targets(f"  quote: {as_scalar(text)}\n  value: {as_scalar(text)}\n")


def targets(fields: str) -> object:
    site, reports = reports_of_years()
    whole = f"report: xugou-2099\ntargets:\n- id: a\n{fields}"
    return targets_in(whole, "targets.yaml", reports[0], ("xugou-2099",), site, [])


def as_scalar(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\n\n   ") + "'"


def not_found(text: str) -> object:
    return unfound(Where("x"), text, reports_of_years()[1][0])


def said(text: str) -> object:
    problem = Problem(Where("x", 1, len(text) // 2), "alias")
    return to_text(diagnose(problem, "zh", lambda path: [text]))


def report(text: str) -> object:
    return report_in(f"---\ntitle: x\nbody: x\nyear: 2099\n---\n{text}", "x.md", [])


def twice(text: str) -> object:
    half = text[: len(text) // 2]
    return compare(Volume("a", f"2098年{half}"), Volume("b", f"2099年{half}"))


def sheet(text: str) -> object:
    return changes(f"编号,备注\n{text}".encode(), "x.csv", kept()[1])


READERS: dict[str, Reader] = {
    "report, read": report,
    "report, inspected": inspect,
    "numbers of a sentence": lambda text: numbers_of(text, "plan", 2099),
    "quantities": find_quantities,
    "numerals": find_numerals,
    "deadlines": lambda text: find_deadlines(text, 2099),
    "two reports compared": twice,
    "value of a field": lambda text: (not_a_number(text), date_slip(text)),
    "YAML": yaml,
    "slips of YAML": lambda text: written_slips(text, "x", 1),
    "quote and value": quote,
    "quote not found": not_found,
    "problem said": said,
    "Markdown": html,
    "search": Normaliser().form,
    "ledger": sheet,
    "web page": read_html,
    "body of a report": lambda text: body_of(text, text),
}


@dataclass(frozen=True, slots=True)
class Growth:
    """What one text costs a reader, at the longest that was measured."""

    reader: str
    text: str
    size: int
    seconds: float
    exponent: float

    @property
    def row(self) -> str:
        shown = self.text.replace("|", "\\|").replace("`", "´")
        return (
            f"| {self.reader} | `{shown}` | {self.size:,} | {self.seconds:.2f} "
            f"| {self.exponent:.2f} |"
        )


class TooSlowError(Exception):
    """It takes longer than anybody waits."""


def main() -> int:
    signal.signal(signal.SIGPROF, give_up)
    texts = distinct({*(("", char) for char in CHARACTERS), *near_misses()})
    found: list[Growth] = []
    for name in sys.argv[1:] or READERS:
        begun = time.process_time()
        found += measured(name, texts)
        print(f"{name}: {time.process_time() - begun:.0f} s", file=sys.stderr, flush=True)
    print(f"{len(texts)} texts, {len(found)} measured at {MEASURED[1]:,} characters or more\n")
    print("| reader | repeated | characters | seconds | exponent |\n|---|---|---|---|---|")
    steep = [one for one in found if one.exponent > STEEP]
    slowest = nlargest(SHOWN, found, key=lambda one: one.seconds)
    for one in dict.fromkeys([*slowest, *steep]):
        print(one.row)
    print(f"\n{len(steep)} steeper than {STEEP}")
    return bool(steep)


def distinct(texts: Iterable[Text]) -> list[Text]:
    """One of those that differ in nothing but a digit, a power of ten or a mark."""
    alike = {tuple(words.translate(ALIKE) for words in text): text for text in sorted(texts)}
    return list(alike.values())


def measured(name: str, texts: list[Text]) -> list[Growth]:
    tried = [tried_on(READERS[name], text) for text in texts]
    slowest = nlargest(CHOSEN, tried)
    steepest = nlargest(CHOSEN, tried, key=lambda row: row[1])
    return [growth_of(name, text) for text in dict.fromkeys(row[2] for row in slowest + steepest)]


def tried_on(reader: Reader, text: Text) -> tuple[float, float, Text]:
    """Its seconds, and how they grow."""
    short, long = (elapsed(reader, repeated(text, size)) for size in TRIED)
    return long, long / (short + SHORT / 4), text


def growth_of(name: str, text: Text) -> Growth:
    """What seems steep is measured again at a length at which chance does not decide."""
    found = growth_at(MEASURED, name, text)
    return growth_at(AGAIN, name, text) if STEEP < found.exponent < math.inf else found


def growth_at(sizes: tuple[int, int], name: str, text: Text) -> Growth:
    short, long = (once(READERS[name], repeated(text, size)) for size in sizes)
    before, body = text
    words = repr((before + " … " if before else "") + body)[1:-1]
    return Growth(name, words, sizes[1], long, exponent_of(short, long))


def exponent_of(short: float, long: float) -> float:
    if short >= PATIENCE:
        return math.inf
    told = min(short, long) > SHORT
    return math.log(long / short, TIMES) if told else 0.0


def repeated(text: Text, size: int) -> str:
    before, body = text
    return before + body * (size // len(body)) + "☃"


def elapsed(reader: Reader, text: str) -> float:
    """By the wall's clock, which is finer than the processor's."""
    start = time.perf_counter()
    once(reader, text)
    return time.perf_counter() - start


def once(reader: Reader, text: str) -> float:
    html.cache_clear()
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    start = time.process_time()
    try:
        with suppress(InputError, UnreadableError):
            reader(text)
    except TooSlowError:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - start


def give_up(*_: object) -> None:
    raise TooSlowError


if __name__ == "__main__":
    sys.exit(main())
