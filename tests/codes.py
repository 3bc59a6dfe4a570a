"""The codes of `tracker.messages`, each with a bad and a good example from the tests.

`python -m tests.codes` writes them into the last section of `content/editing.md`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.projects import ROOT, SITES
from tests.test_mistakes import changed, changes_of
from tracker.characters import ANY
from tracker.errors import Problem, Where
from tracker.messages import problems

EDITING = ROOT / "content" / "editing.md"
HEADING = "## 出错时的代号\n"
INTRO = """
检查、生成、预览和导入时，每一处问题都会写出：哪个文件、第几行、第几列，那一行原来的样子，现在写的是什么，应该怎么写。方括号里是代号：\
在下面的单子里点它，或在网址`editing.html`后面写上`#`和代号，就到它的说明。例子里的城市、数字和网址都是编造的。
"""
CODED = re.compile(r"^\S.* \[([a-z0-9-]+)\]$", re.MULTILINE)
LONGEST = 6  # lines of an example
WIDEST = 90  # characters of one
UNSEEN = re.compile(rf"[\x00-\x09\x0b-\x1f\u00a0\u200b\u3000]|{ANY.pattern}")


@dataclass(frozen=True, slots=True)
class Example:
    bad: str
    good: str
    message: str  # what is said of the bad one, in Chinese


def section() -> str:
    """The whole section, by subject, then as the messages stand."""
    shown = examples()
    parts = [HEADING, INTRO, index()]
    for title, codes in problems.SUBJECTS.items():
        parts.append(f"\n### {title}\n")
        parts += [entry(code, shown[code]) for code in codes]
    return "".join(parts)


def index() -> str:
    """Every code as a link to what is said of it, by subject."""
    rows = [
        f"- {title}：{'、'.join(f'[{code}](#{code})' for code in sorted(codes))}\n"
        for title, codes in problems.SUBJECTS.items()
    ]
    return "".join(["\n", *rows])


def entry(code: str, example: Example) -> str:
    return (
        f"\n#### {code}\n\n{example.message}\n\n错：\n\n{indented(example.bad)}\n"
        f"\n对：\n\n{indented(example.good)}\n"
    )


def indented(words: str) -> str:
    return "\n".join(f"    {line}" for line in words.splitlines())


@cache
def examples() -> dict[str, Example]:
    """For each code the first case of the tests that shows it and nothing else, if there is one."""
    found = written_down()
    cases = sorted(SITES.glob("invalid/*/zh.txt")) + sorted(SITES.glob("remarks/*/zh.txt"))
    for path in sorted(cases, key=lambda path: len(CODED.findall(path.read_text("utf-8")))):
        text = path.read_text("utf-8")
        for code in CODED.findall(text):
            if code not in found:
                bad, good = difference(path.parent, block_of(code, text))
                found[code] = Example(bad, good, said(block_of(code, text)))
    return found


def written_down() -> dict[str, Example]:
    """Those of commands, which no change of a project brings about."""
    rows = yaml.safe_load((ROOT / "tests/cases/codes.yaml").read_text("utf-8"))
    return {row["code"]: Example(row["bad"], row["good"], message_of(row)) for row in rows}


def message_of(row: dict[str, Any]) -> str:
    details = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in row.get("details", {}).items()
    }
    return sentences(problems.explain(Problem(Where(""), row["code"], details), "zh"))


def block_of(code: str, text: str) -> str:
    blocks = re.split(r"\n(?! {4})", text)
    return next(block for block in blocks if f" [{code}]" in block.partition("\n")[0])


def said(block: str) -> str:
    """The message, without the line and its caret."""
    first, *rest = block.splitlines()
    found = re.sub(r"^\S+?(?::\d+)*: (.*) \[[a-z0-9-]+\]$", r"\1", first)
    advice = [line.strip() for line in rest if not line.startswith("    |")]
    return sentences((found, *advice))


def sentences(lines: Sequence[str]) -> str:
    return "".join(line if line.endswith(("。", "？")) else f"{line}。" for line in lines)


def difference(case: Path, block: str) -> tuple[str, str]:
    """The lines of the file that the problem names, with the mistake and without."""
    file, _, line = re.match(r"([^\s:]+):?((\d*))", block).groups()  # type: ignore[union-attr]
    changes = [change for change in changes_of(case) if change["file"] == file] or changes_of(case)
    if "delete" in changes[0]:
        return f"（没有文件{changes[0]['file']}）", f"（文件{changes[0]['file']}在原处）"
    if "encoding" in changes[0]:
        return f"（文件以{changes[0]['encoding']}编码保存）", "（文件以UTF-8编码保存）"
    folders = (SITES / "small", ROOT)  # the templates are the project's own
    paths = [path for folder in folders if (path := folder / changes[0]["file"]).exists()]
    before = paths[0].read_text("utf-8") if paths else ""
    after = before
    for change in changes:
        after = changed(after, change)
    return lines_that_differ(before.splitlines(), after.splitlines(), int(line or 0))


def lines_that_differ(before: list[str], after: list[str], line: int) -> tuple[str, str]:
    blocks = [
        block
        for block in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if block[0] != "equal"
    ]
    _, a, b, c, d = min(blocks, key=lambda block: abs(block[3] + 1 - line))
    only_blanks = [line.strip() for line in before[a:b]] == [line.strip() for line in after[c:d]]
    if a == b or c == d or only_blanks:  # the line before shows where, or how far
        while a and c and not before[a - 1].strip():
            a, c = a - 1, c - 1
        a, c = max(a - 1, 0), max(c - 1, 0)
    return shortened(after[c:d]), shortened(before[a:b])


def shortened(lines: list[str]) -> str:
    if not lines:
        return "（空）"
    more = ["…"] if len(lines) > LONGEST else []
    shown = [line if len(line) <= WIDEST else f"{line[:WIDEST]}…" for line in lines[:LONGEST]]
    return UNSEEN.sub(lambda sign: f"〔U+{ord(sign[0]):04X}〕", "\n".join([*shown, *more]))


if __name__ == "__main__":
    text = EDITING.read_text("utf-8").partition(HEADING)[0]
    EDITING.write_text(text + section(), "utf-8")
