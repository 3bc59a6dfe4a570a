"""Days that nobody can know of yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.errors import Problem
from tracker.model import Target


def ahead_of(targets: Iterable[Target], today: date) -> Iterator[Problem]:
    """Updates of a day, month or year that is not over: a typing error, or a forecast."""
    for target in targets:
        for update in target.updates:
            if update.as_of and update.as_of.last > today:
                details = {"found": update.as_of.text, "today": today}
                yield Problem(update.where, "update-ahead", details)
