"""The words of a command line → options, or what to say instead in the editor's language."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from importlib import import_module
from itertools import zip_longest
from keyword import iskeyword
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from tracker.lazy import regex
from tracker.messages import LANGUAGES, WORDS, say
from tracker.places import folder_of, place_of
from tracker.read.nearest import nearest

COMMANDS = (
    "build", "check", "serve", "record", "add", "export", "import", "changes", "inspect",
    "suggest", "compare", "import-report", "schema", "verify", "archive-demo",
)  # fmt: skip
ADDRESSED = ("build", "check")  # their site may stand at an address
# argparse speaks English; what it may say, and our words for it
COMPLAINTS = (
    (regex(r"the following arguments are required: (?P<name>.+)"), "usage-required"),
    (regex(r"unrecognized arguments: (?P<found>.+)"), "usage-unrecognized"),
    (
        regex(
            r"argument (?P<name>.+?): invalid choice: (?P<found>.+) \(choose from (?P<known>.+)\)"
        ),
        "usage-choice",
    ),
    (regex(r"argument (?P<name>.+?): invalid \S+ value: (?P<found>.+)"), "usage-invalid"),
    (regex(r"argument (?P<name>.+?): expected .+"), "usage-expected"),
)
DASHES = regex("^[-–—−]+")  # what keyboards and Word make of --


class UsageError(Exception):
    """Nothing is done: help was asked for (`code` 0), or the words make no sense (2)."""

    def __init__(self, words: str, code: int) -> None:
        super().__init__(words)
        self.code = code


class Parser(argparse.ArgumentParser):
    """One that speaks the language asked for."""

    def __init__(self, command: str, language: str) -> None:
        super().__init__(prog=f"build.py {command}", add_help=False, allow_abbrev=False)
        self.language = language
        self.description = say(f"help-{command}", language)
        self._positionals.title = say("help-arguments", language)
        self._optionals.title = say("help-options", language)

    def error(self, message: str) -> NoReturn:
        words = in_words(message, self.language, self._option_string_actions)
        raise UsageError(f"{self.prog}: {words}", 2)

    def format_help(self) -> str:
        for action in self._actions:
            action.help = self.explained(action.dest.replace("_", "-"))
        return super().format_help().replace("usage: ", say("help-usage", self.language), 1)

    def explained(self, option: str) -> str | None:
        """In the command's own words, where it has any."""
        command = self.prog.removeprefix("build.py ")
        keys = (f"help-{command}-{option}", f"help-{option}")
        return next((say(key, self.language) for key in keys if key in WORDS), None)


def in_words(message: str, language: str, known: Iterable[str] = ()) -> str:
    for pattern, code in COMPLAINTS:
        if match := pattern.fullmatch(message):
            if code == "usage-unrecognized" and (near := option_meant(match["found"], known)):
                return say("usage-option", language, found=match["found"].split()[0], near=near)
            return say(code, language, **match.groupdict())
    return message


def option_meant(found: str, known: Iterable[str]) -> str:
    """－－value and --vlaue are --value; empty for a word that is no option."""
    import unicodedata

    word = DASHES.sub("--", unicodedata.normalize("NFKC", found.split()[0]).partition("=")[0])
    if not word.startswith("--"):
        return ""
    return nearest(word, known)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Raises `UsageError` where there is nothing to run."""
    language = language_of(words)
    name, rest = command_of(words)
    if name not in COMMANDS:
        raise UsageError(unknown_command(name, language), 2)
    if words and words[0] in ("-h", "--help"):
        raise UsageError(overview(language), 0)
    parser = parser_of(name, language)
    if "-h" in rest or "--help" in rest:
        raise UsageError(parser.format_help(), 0)
    options = parser.parse_args(rest)
    options.command, options.lang, options.words = name, language, list(words)
    options.date = options.date or default_date(parser)
    options.today = max(options.date, date.today())  # a site may be built as of a day gone by
    return options


def command_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command may stand behind options; without one the site is built."""
    for place, word in enumerate(words):
        if word in COMMANDS and not (place and words[place - 1].startswith("--")):
            return word, [*words[:place], *words[place + 1 :]]
    if words and not words[0].startswith("-"):
        return words[0], list(words[1:])
    return "build", list(words)


def module_of(command: str) -> ModuleType:
    """An underscore more for what is a word of Python's own: import."""
    name = command.replace("-", "_")
    return import_module(f"tracker.commands.{name}{'_' if iskeyword(name) else ''}")


def unknown_command(name: str, language: str) -> str:
    if near := nearest(name, COMMANDS):
        return say("usage-command-near", language, found=name, near=near)
    return say("usage-command", language, found=name, known=", ".join(COMMANDS))


def overview(language: str) -> str:
    lines = [f"  build.py {name:15}{say(f'help-{name}', language)}" for name in COMMANDS]
    return "\n".join([say("help", language), "", *lines, "", say("help-more", language)])


def parser_of(command: str, language: str) -> Parser:
    """The command's own arguments first, then those of all."""
    parser = Parser(command, language)
    module_of(command).arguments(parser)
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    parser.add_argument("--targets", type=Path, default=Path("targets.yaml"), metavar="FILE")
    parser.add_argument("--templates", type=Path, default=Path("templates"), metavar="DIR")
    output = parser.get_default("output") or Path("_site")
    asked = place_of if command in ADDRESSED else folder_of
    parser.add_argument("--output", type=asked, default=output, metavar="DIR")
    parser.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--lang", choices=LANGUAGES)
    return parser


def language_of(words: Sequence[str]) -> str:
    """`--lang`, else Chinese for a Chinese locale, else English."""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in LANGUAGES:
            return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if written := os.environ.get(name):
            return "zh" if written.lower().startswith("zh") else "en"
    import locale

    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def default_date(parser: Parser) -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except ValueError:
        parser.error(say("usage-epoch", parser.language))
