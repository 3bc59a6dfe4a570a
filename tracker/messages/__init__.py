"""What the editor reads: one entry per kind of problem, in Chinese and in English."""

from __future__ import annotations

from tracker.errors import Problem
from tracker.messages import fields, files, preview, publishing, report, said, site, targets, usage

LANGUAGES = ("zh", "en")

Texts = dict[str, tuple[str, str]]

PROBLEMS: Texts = {
    **files.PROBLEMS,
    **fields.PROBLEMS,
    **targets.PROBLEMS,
    **report.PROBLEMS,
    **site.PROBLEMS,
    **publishing.PROBLEMS,
    **preview.PROBLEMS,
}
WORDS: Texts = {**said.WORDS, **usage.WORDS, **preview.WORDS}


def say(code: str, language: str, **details: object) -> str:
    return WORDS[code][LANGUAGES.index(language)].format(**details)


def explain(problem: Problem, language: str) -> tuple[str, str]:
    """What was found, and what to write instead."""
    template = PROBLEMS[problem.code][LANGUAGES.index(language)]
    comma = "、" if language == "zh" else ", "
    details = {
        name: comma.join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in problem.details.items()
    }
    found, _, advice = template.partition("\n")
    return found.format(**details), advice.format(**details)
