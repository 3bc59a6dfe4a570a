"""What a source says of a target → one more update in the target's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from tracker.draft import Draft, drafted
from tracker.edit.edits import Append, Value
from tracker.errors import InputError, Problem, Where
from tracker.kept import Kept, Record, found, records, targets_in
from tracker.model import Revision, Tier, Type
from tracker.read import days
from tracker.read.days import day_meant, parts_meant
from tracker.read.fields import EITHER
from tracker.read.figures import figures_of, folded
from tracker.read.nearest import nearest
from tracker.read.sources import KEYS as SOURCE_KEYS
from tracker.read.sources import bad_address
from tracker.read.updates import UPDATE_KEYS
from tracker.read.value_slips import flag_meant
from tracker.schema.choices import CHOICES, choice_meant
from tracker.web_addresses import is_web_address


class Saying(Struct, frozen=True):
    """The editor's words, empty where there are none."""

    target: str
    as_of: str = ""
    when: str = ""
    value: str = ""
    unit: str = ""
    reached: str = ""
    reached_on: str = ""
    stage: str = ""
    says: str = ""
    kind: str = ""
    note: str = ""
    source: str = ""  # the key of one that stands under `sources`
    source_title: str = ""
    source_url: str = ""
    publisher: str = ""
    published: str = ""
    tier: str = ""
    accessed: str = ""
    archived: str = ""


def record(said: Saying, paths: Iterable[Path], today: date) -> Draft:
    """Raises `InputError` with everything that is wrong with the words."""
    kept = found(said.target, list(targets_in(paths)))
    problems: list[Problem] = []
    update = update_of(said, kept, today, problems)
    if not problems and (before := recorded(update, kept)):
        details = {"id": kept.id, "value": before, "day": update["as_of"]}
        problems.append(Problem(Where(kept.id), "record-already", details))
    if problems:
        raise InputError(problems)
    return drafted(kept.path, [Append(kept.id, "updates", update)])


# --- the update ---------------------------------------------------------------------------------


def update_of(said: Saying, kept: Kept, today: date, problems: list[Problem]) -> dict[str, Value]:
    milestone = kept.target.get("type") == Type.MILESTONE
    if milestone and said.value:
        problems.append(Problem(Where("--value"), "record-milestone", {"id": kept.id}))
    if not (said.value or milestone):
        problems.append(missing("--value", "8212"))
    if milestone and not (said.says or said.note or said.value):
        problems.append(missing("--says", "已建成通车"))
    if not (said.as_of or said.when):
        problems.append(missing("--as-of", "2023-12-31"))
    unit = said.unit or str(kept.target.get("unit", ""))
    values: dict[str, Value] = {
        "as_of": day_of(said.as_of, "--as-of", problems, today),
        "when": said.when,
        "value": value_of(said.value, unit, problems),
        "unit": said.unit if said.unit != kept.target.get("unit") else "",
        "reached": flag_of(said.reached, problems),
        "reached_on": day_of(said.reached_on, "--reached-on", problems, today),
        "stage": said.stage,
        "says": said.says,
        "kind": choice_of(said.kind, "--kind", Revision, problems),
        "note": said.note,
        "source": source_of(said, kept, today, problems),
    }
    return {key: values[key] for key in UPDATE_KEYS if values.get(key)}


def missing(name: str, example: str) -> Problem:
    return Problem(Where(name), "record-missing", {"name": name, "example": example})


def day_of(written: str, key: str, problems: list[Problem], today: date) -> str:
    """2023年12月31日 → 2023-12-31, 2023年12月 → 2023-12; nothing can be said of a day to come."""
    if not written:
        return ""
    parts = parts_meant(written)
    day = days.day_of(parts) if parts else None
    details = {"key": key, "found": written}
    if day is None:
        problems.append(Problem(Where(key), "no-such-date" if parts else "not-a-date", details))
        return ""
    if day.last > today:
        problems.append(Problem(Where(key), "update-ahead", {**details, "today": today}))
    return day.text


def value_of(written: str, unit: str, problems: list[Problem]) -> Value:
    """As the file has it: a range as a list."""
    figures = figures_of(written, unit)
    if written and not figures:
        details = {"found": written, "unit": unit}
        problems.append(Problem(Where("--value"), "record-value", details))
    return figures if len(figures) > 1 else "".join(figures)


def flag_of(written: str, problems: list[Problem]) -> str:
    flag = flag_meant(written)
    if written and not flag:
        details = {"key": "--reached", "found": written, "meant": EITHER}
        problems.append(Problem(Where("--reached"), "not-a-flag", details))
    return flag


def choice_of(written: str, key: str, options: type[StrEnum], problems: list[Problem]) -> str:
    """The handbook's Chinese word will do as well."""
    choice = choice_meant(folded(written), CHOICES[options])
    if written and not choice:
        details = {"key": key, "found": written, "known": tuple(options)}
        problems.append(Problem(Where(key), "unknown-choice", details))
    return choice


# --- the source ---------------------------------------------------------------------------------


def source_of(said: Saying, kept: Kept, today: date, problems: list[Problem]) -> Value:
    """The key of one that the file has, else a new one written out."""
    known = kept.sources
    if said.source:
        return known_source(said, known, problems)
    same = [key for key, one in known.items() if is_same(said, one)]
    if len(same) == 1:
        return str(same[0])
    if not (said.source_title or said.source_url):
        problems.append(Problem(Where("--source-title"), "record-sourceless"))
    elif not said.source_title:
        problems.append(missing("--source-title", "虚构市统计公报"))
    elif not said.source_url:
        details = {"title": said.source_title}
        problems.append(Problem(Where("--source-url"), "source-without-address", details))
    for key, address in (("--source-url", said.source_url), ("--archived", said.archived)):
        if address and not is_web_address(address.strip()):
            code, slip = bad_address(address)
            problems.append(Problem(Where(key), code, {"key": key, **slip}))
    values = {
        "title": said.source_title,
        "url": said.source_url.strip(),
        "publisher": said.publisher,
        "published": said.published,
        "tier": choice_of(said.tier, "--tier", Tier, problems),
        "accessed": day_of(said.accessed, "--accessed", problems, today),
        "archived": said.archived.strip(),
    }
    return {key: values[key] for key in SOURCE_KEYS if values[key]}


def known_source(said: Saying, known: Mapping[str, Record], problems: list[Problem]) -> str:
    if said.source_title or said.source_url:
        problems.append(Problem(Where("--source"), "record-two-sources"))
    if said.source not in known:
        titled = [key for key, one in known.items() if said.source == one.get("title")]
        near = titled[0] if titled else nearest(said.source, known)
        details = {"found": said.source, "known": (near,) if near else tuple(known) or ("–",)}
        problems.append(Problem(Where("--source"), "record-unknown-source", details))
    return said.source


def is_same(said: Saying, source: Record) -> bool:
    """The same address, under the same title or none."""
    if not said.source_url or source.get("url") != said.source_url.strip():
        return False
    return said.source_title.strip() in ("", source.get("title"))


def recorded(update: Mapping[str, Value], kept: Kept) -> str:
    """The value of the update that says the same day's from the same source already."""
    for old in kept.updates:
        day = day_meant(str(old.get("as_of", "")))
        same_day = bool(day) and day == day_meant(str(update.get("as_of", "")))
        same_kind = old.get("kind", "final") == update.get("kind", "final")
        if same_day and same_kind and identity(old, kept) == identity(update, kept):
            return str(old.get("value") or old.get("says") or old.get("as_of"))
    return ""


def identity(update: Mapping[str, Any], kept: Kept) -> tuple[str, str]:
    source = update.get("source")
    found = (
        kept.sources.get(source, {})
        if isinstance(source, str)
        else records({"": source}).get("", {})
    )
    return str(found.get("title", source)), str(found.get("url"))
