"""Days to remember as an iCalendar file (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone

from msgspec import Struct

from tracker.lazy import regex

LONGEST = 74  # bytes of a line, besides the blank of one that goes on
PRODUCT = "-//Duixian//Duixian//ZH"
BEIJING = timezone(timedelta(hours=8))
# A byte order mark is harmless, but readers take it away at the start of a text.
NOT_TEXT = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


class Event(Struct, frozen=True):
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


def calendar_file(title: str, events: Iterable[Event], stamp: date) -> bytes:
    """`stamp` is the day the events were known as they are here.

    Without any event the file is not valid, as a calendar must hold something.
    """
    in_order = sorted(events, key=lambda event: (event.day, event.uid))
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        f"NAME:{text(title)}",
        f"X-WR-CALNAME:{text(title)}",
        *(line for event in in_order for line in lines_of(event, stamp)),
        "END:VCALENDAR",
    )
    return b"".join(folded(line.encode()) for line in lines)


def lines_of(event: Event, stamp: date) -> Iterator[str]:
    known = datetime.combine(stamp, time(), BEIJING).astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{text(event.summary)}"
    yield f"DTSTART;VALUE=DATE:{basic(event.day)}"
    yield f"DTEND;VALUE=DATE:{basic(event.day + timedelta(days=1))}"
    yield f"DTSTAMP:{basic(known)}T{known:%H%M%SZ}"
    yield f"UID:{text(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(text, event.categories))}"
    if event.description:
        yield f"DESCRIPTION:{text(event.description)}"
    yield "TRANSP:TRANSPARENT"  # a deadline does not make anyone busy
    if event.url:
        yield f"URL:{event.url}"
    yield "END:VEVENT"


def basic(day: date) -> str:
    """ISO 8601 without its dashes."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def text(words: str) -> str:
    """As the format writes it, without the characters that it has no way to write."""
    words = NOT_TEXT.sub("", words)
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", r"\n")


def folded(line: bytes) -> bytes:
    """A long line goes on in the next; no character and no escape is cut in two."""
    pieces = []
    while len(line) > LONGEST:
        end = LONGEST
        while line[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        if line[end - 1] in b"\\^":
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
