"""Data as scripts of one call: pages opened from disk, and a strict policy, allow no other way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

# JSON that is safe inside a script of any age, and inside <script> should anyone paste it there.
UNSAFE = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("<", "\\u003c"))


def script(function: str, *arguments: str) -> bytes:
    """`arguments` are JSON."""
    return f"{function}({','.join(arguments)})".encode()


def version_of(contents: Iterable[str]) -> str:
    digest = sha256()
    for content in contents:
        digest.update(content.encode())
    return digest.hexdigest()[:8]


def as_json(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escape in UNSAFE:
        words = words.replace(character, escape)
    return words
