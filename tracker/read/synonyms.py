"""`content/synonyms.yaml`: what citizens say, and what the reports say for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.errors import Problem, Where
from tracker.lazy import regex
from tracker.model import Synonym, canonical
from tracker.read import nodes
from tracker.read.files import lines_in, read_text
from tracker.read.nodes import Node, Scalar, read_mapping

WRITTEN = regex(r"^[^\S\n]*+[^\s#]", re.MULTILINE)  # more than comments
COLON_SLIP = regex(r"""\s*([^\s#:："'\[-][^#:：]*+)(?:(：)|:\S)""")  # 厕所：[厕], 厕所:[厕]


def read_synonyms(path: Path, shown: str, problems: list[Problem]) -> tuple[Synonym, ...]:
    text = read_text(path, shown, problems)
    if text is None or not WRITTEN.search(text):
        return ()
    if slips := list(colon_slips(text, shown)):
        problems += slips
        return ()
    node = read_mapping(text, shown, 1, problems)
    return tuple(synonyms_of(node, problems)) if node else ()


def colon_slips(text: str, shown: str) -> Iterator[Problem]:
    """Slips for which YAML would name another line."""
    for number, line in enumerate(lines_in(text), 1):
        if match := COLON_SLIP.match(line):
            code = "fullwidth-colon" if match[2] else "colon-without-space"
            yield Problem(Where(shown, number), code, {"key": match[1].rstrip(), "value": "…"})


def synonyms_of(node: nodes.Mapping, problems: list[Problem]) -> Iterator[Synonym]:
    first: dict[str, Where] = {}
    for key, (where, value) in node.items.items():
        word = Scalar(where, key.strip())
        before = first.setdefault(canonical(word.text), where)
        if before != where:
            details = {"key": word.text, "first": before.line}
            problems.append(Problem(where, "duplicate-key", details))
            continue
        meant = meant_by(value)
        slips = list(slips_of(word, meant))
        problems += slips
        if meant and not slips:
            yield Synonym(where, word.text, tuple(one.text for one in meant))


def meant_by(value: Node) -> tuple[Scalar, ...] | None:
    """One word or a list of them; None for anything else."""
    if isinstance(value, Scalar):
        value = nodes.Sequence(value.where, (value,) if value.text.strip() else ())
    if not isinstance(value, nodes.Sequence):
        return None
    words = [item for item in value.items if isinstance(item, Scalar)]
    if len(words) < len(value.items):
        return None
    return tuple(Scalar(one.where, one.text.strip()) for one in words)


def slips_of(word: Scalar, meant: Sequence[Scalar] | None) -> Iterator[Problem]:
    """What is wrong with one entry."""
    for one in (word, *(meant or ())):
        if not any(character.isalnum() for character in one.text):
            yield Problem(one.where, "synonym-no-word", {"found": one.text})
    if meant is None:
        yield Problem(word.where, "synonym-not-words", {"word": word.text})
    elif not meant:
        yield Problem(word.where, "synonym-nothing", {"word": word.text})
    seen: set[str] = set()
    for one in meant or ():
        details = {"word": word.text, "found": one.text}
        if canonical(one.text) == canonical(word.text):
            yield Problem(one.where, "synonym-itself", details)
        elif canonical(one.text) in seen:
            yield Problem(one.where, "synonym-twice", details)
        seen.add(canonical(one.text))
