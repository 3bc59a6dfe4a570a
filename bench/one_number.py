"""A number in a file that is another one after each change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

NUMBER = re.compile(r"\d+")
ITEM = re.compile(r"^ *- (?:\{ *)?id: *(?P<id>[\w-]+)", re.MULTILINE)  # - id: 5g-base-stations
VALUE = re.compile(r"\bupdates:.*?\bvalue: ?(?=\d)", re.DOTALL)


@dataclass(slots=True)
class OneNumber:
    path: Path
    before: str
    number: int
    after: str

    @classmethod
    def behind(cls, path: Path, *words: str) -> Self:
        """The first number behind these words, which follow each other in the file."""
        text, at = path.read_text("utf-8"), 0
        for word in words:
            at = text.index(word, at) + len(word)
        found = NUMBER.search(text, at)
        assert found
        return cls(path, text[: found.start()], int(found[0]), text[found.end() :])

    def change(self) -> None:
        self.number += 1
        self.path.write_text(f"{self.before}{self.number}{self.after}", "utf-8")


def first_value(paths: Sequence[Path]) -> tuple[str, OneNumber]:
    """Of the first target in the first of these files that has an update with a value."""
    for path in paths:
        text = path.read_text("utf-8")
        items = list(ITEM.finditer(text))
        ends = [item.start() for item in items[1:]] + [len(text)]
        for item, end in zip(items, ends, strict=True):
            if value := VALUE.search(text, item.end(), end):
                return item["id"], OneNumber.behind(path, text[: value.end()])
    raise ValueError("no target has an update with a value")
