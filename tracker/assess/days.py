"""Days that nobody can know of yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.errors import Problem
from tracker.model import Target


def ahead_of(targets: Iterable[Target], today: date) -> Iterator[Problem]:
    """Searches and updates of a day, month or year that is not over: typing errors, forecasts."""
    for target in targets:
        if target.searched and target.searched > today:
            details: dict[str, object] = {"found": target.searched, "today": today}
            yield Problem(target.at("searched"), "searched-ahead", details)
        for update in target.updates:
            if update.as_of and update.as_of.last > today:
                details = {"found": update.as_of.text, "today": today}
                yield Problem(update.where, "update-ahead", details)
