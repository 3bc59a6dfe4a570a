"""Days to remember, for the calendar of a phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """What falls due on a day.

    `uid` stays for ever, and `sequence` grows when the event is changed (say, put off), so that
    a calendar replaces what it has. `url` is absolute, or empty.
    """

    uid: str
    day: date
    summary: str
    description: str
    url: str
    categories: tuple[str, ...]
    sequence: int = 0
