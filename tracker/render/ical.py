"""Days to remember as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

import icalendar

from tracker.render.calendar import Event

PRODUCT = "-//Duixian//Duixian//ZH"
BEIJING = timezone(timedelta(hours=8))
# A byte order mark is harmless, but readers take it away at the start of a text.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


class Text(icalendar.vText):
    r"""Text in which a backslash before an N is one, where the library sees a line break."""

    def to_ical(self) -> bytes:
        parts = self.split(r"\N")
        return rb"\\N".join(icalendar.vText(part).to_ical() for part in parts)


def calendar_file(title: str, events: Iterable[Event], stamp: date) -> bytes:
    """`stamp` is the day the events were known as they are here.

    Without any event the file is not valid, as a calendar must hold something.
    """
    calendar = icalendar.Calendar()
    calendar["VERSION"] = "2.0"
    calendar["PRODID"] = PRODUCT
    calendar["NAME"] = calendar["X-WR-CALNAME"] = text(title)
    for event in sorted(events, key=lambda event: (event.day, event.uid)):
        calendar.add_component(component(event, stamp))
    written: bytes = calendar.to_ical()
    return written


def component(event: Event, stamp: date) -> icalendar.Event:
    written = icalendar.Event()
    written["UID"] = text(event.uid)
    written.add("DTSTAMP", datetime.combine(stamp, time(), BEIJING).astimezone(UTC))
    written.add("DTSTART", event.day)
    written.add("DTEND", event.day + timedelta(days=1))
    written.add("SEQUENCE", event.sequence)
    written["SUMMARY"] = text(event.summary)
    written["TRANSP"] = "TRANSPARENT"  # a deadline does not make anyone busy
    if event.description:
        written["DESCRIPTION"] = text(event.description)
    if event.url:
        written["URL"] = icalendar.vUri(event.url)
    if event.categories:
        written.add("CATEGORIES", [text(name) for name in event.categories])
    return written


def text(words: str) -> Text:
    """Without the characters that the format has no way to write."""
    return Text(NOT_TEXT.sub("", words))
