"""What the editor reads: one entry per kind of problem, in Chinese and in English."""

from __future__ import annotations

from tracker.characters import shown
from tracker.messages import imports, preview, said, sheets, usage

LANGUAGES = ("zh", "en")

Texts = dict[str, tuple[str, str]]

WORDS: Texts = {
    **said.WORDS,
    **imports.WORDS,
    **sheets.WORDS,
    **usage.WORDS,
    **preview.WORDS,
}


def say(code: str, language: str, **details: object) -> str:
    return shown(WORDS[code][LANGUAGES.index(language)].format(**details))
