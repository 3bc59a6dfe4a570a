"""How the time of reading grows with hostile text: `make bench-hostile`.

Every reader is given texts that repeat something, each twice as long as the one before. Time that
grows with the length has the exponent 1; with one of 2 a few pages of brackets would hold up a
build for hours.
"""

from __future__ import annotations

import math
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

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

SIZES = (1000, 2000, 4000, 8000, 16000, 32000)  # characters
PATIENCE = 4.0  # seconds for one text
SHORT = 0.004  # seconds within which chance decides
STEEP = 1.3
SHOWN = 3  # texts of each reader, the steepest
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
    return compare(Volume("a", f"2098年{text}"), Volume("b", f"2099年{text}"))


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


class TooSlowError(Exception):
    """It takes longer than anybody waits."""


def main() -> int:
    signal.signal(signal.SIGPROF, give_up)
    wanted = sys.argv[1:] or list(READERS)
    texts = {*(("", char) for char in CHARACTERS), *near_misses()}
    print(f"{len(texts)} texts, each of up to {SIZES[-1]:,} characters")
    print(f"{'reader':<24}{'steepest text':<28}{'characters':>11}{'seconds':>9}{'exponent':>9}")
    steep = [row for name in wanted for row in measured(name, sorted(texts))]
    print(f"{len(steep)} steeper than {STEEP}" if steep else "all grow with the length")
    return bool(steep)


def measured(name: str, texts: list[tuple[str, str]]) -> list[str]:
    """Prints the steepest texts of a reader, and returns those that are too steep."""
    rows = sorted((row_of(READERS[name], *text) for text in texts), reverse=True)
    steep = [text for exponent, _, _, text in rows if exponent > STEEP]
    for exponent, size, seconds, text in rows[: max(SHOWN, min(len(steep), 12))]:
        print(f"{name:<24}{text[:26]:<28}{size:>11,}{seconds:>9.3f}{exponent:>9.2f}", flush=True)
    return steep


def row_of(reader: Reader, before: str, body: str) -> tuple[float, int, float, str]:
    """Exponent at the largest size that was reached, that size, its seconds, and the text."""
    times: list[float] = []
    size = SIZES[0]
    for size in SIZES:
        times.append(seconds_of(reader, before + body * (size // len(body)) + "☃"))
        if times[-1] >= PATIENCE or (size == SIZES[2] and times[-1] < SHORT / 8):
            break
    exponent = math.log2(times[-1] / times[-2]) if len(times) > 1 and times[-1] > SHORT else 0.0
    if times[-1] >= PATIENCE:
        exponent = max(exponent, 9.0 if len(times) == 1 else math.log2(times[-1] / times[-2]))
    return exponent, size, times[-1], repr((before + "|" if before else "") + body)


def seconds_of(reader: Reader, text: str) -> float:
    """The better of two, as others work on the machine too."""
    return min(once(reader, text), once(reader, text))


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
