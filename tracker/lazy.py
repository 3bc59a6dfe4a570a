"""What is made ready when it is first used: a build uses a few of all our regular expressions."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class Lazy:
    def __init__(self, pattern: object, flags: int) -> None:
        self.pattern = pattern
        self.given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(cast(str, self.pattern), self.given)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, with the methods of a pattern, its `pattern`, and no more."""
    return cast("re.Pattern[AnyStr]", Lazy(pattern, flags))
