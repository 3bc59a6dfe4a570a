"""The calendar: two programs that know nothing of each other read in it what was written."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.render.calendar import Event, calendar_file

STAMP = date(2099, 1, 15)
PILES = Event(
    uid="piles@xugou-2099",
    day=date(2099, 12, 31),
    summary="时限：建成充电桩2万个；虚构市",
    description="报告原话：“年底前建成充电桩2万个”\n状态：进行中",
    url="https://example.org/targets/piles.html",
    categories=("进行中", "虚构市, 各县"),
    sequence=2,
)
ROADS = Event("roads@xugou-2099", date(2099, 6, 30), "时限：修路", "", "", ())

SPECIAL = st.sampled_from('\\nN;,:"\n\t 兑')  # what the format itself uses, or cuts in the middle
anything = st.text(SPECIAL | st.characters(exclude_categories=[]))
sayable = st.text(
    SPECIAL
    | st.characters(min_codepoint=0x20, exclude_characters="\x7f\ufeff", exclude_categories=["Cs"])
)


def parsed(data: bytes) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def titled(title: str, description: str) -> Event:
    return Event("one@xugou-2099", date(2099, 5, 1), title, description, "", ())


def test_an_event_is_read_as_it_was_written() -> None:
    calendar = parsed(calendar_file("兑现·虚构市", [PILES], STAMP))
    (event,) = calendar.events

    assert calendar["VERSION"] == "2.0"
    assert "Duixian" in str(calendar["PRODID"])
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "兑现·虚构市"
    assert event.uid == PILES.uid
    assert event["SUMMARY"] == PILES.summary
    assert event["DESCRIPTION"] == PILES.description
    assert event["URL"] == PILES.url
    assert tuple(event.categories) == PILES.categories
    assert event.sequence == 2
    assert event["TRANSP"] == "TRANSPARENT"
    assert not event.errors


def test_an_event_takes_the_whole_of_its_day_and_no_hour() -> None:
    lines = calendar_file("", [PILES], STAMP).decode().split("\r\n")

    assert "DTSTART;VALUE=DATE:20991231" in lines
    assert "DTEND;VALUE=DATE:21000101" in lines


def test_the_stamp_is_the_beginning_of_the_given_day_in_china() -> None:
    assert b"\r\nDTSTAMP:20990114T160000Z\r\n" in calendar_file("", [PILES], STAMP)


def test_what_an_event_does_not_have_is_left_out() -> None:
    (event,) = parsed(calendar_file("", [ROADS], STAMP)).events

    assert not {"DESCRIPTION", "URL", "CATEGORIES"} & set(event)


def test_events_stand_in_the_order_of_their_days_however_they_are_given() -> None:
    twin = Event("a@xugou-2099", PILES.day, "同一天", "", "", ())

    data = calendar_file("", [PILES, twin, ROADS], STAMP)

    assert [event.uid for event in parsed(data).events] == [ROADS.uid, twin.uid, PILES.uid]
    assert data == calendar_file("", [ROADS, twin, PILES], STAMP)


def test_another_program_finds_each_event_on_its_day() -> None:
    events = vobject.readOne(calendar_file("兑现", [PILES, ROADS], STAMP).decode()).vevent_list

    def on(day: date) -> list[str]:
        return [e.uid.value for e in events if e.dtstart.value <= day < e.dtend.value]

    assert on(ROADS.day) == [ROADS.uid]
    assert on(PILES.day) == [PILES.uid]
    assert on(PILES.day - timedelta(days=1)) == on(PILES.day + timedelta(days=1)) == []


@given(sayable, sayable)
@example("C:\\News", "\\\\N, \\n")
def test_both_programs_read_any_text_as_it_was_written(title: str, description: str) -> None:
    data = calendar_file(title, [titled(title, description)], STAMP)
    (one,) = parsed(data).events
    other = vobject.readOne(data.decode()).vevent

    assert one["SUMMARY"] == title
    assert other.summary.value == title
    assert one.get("DESCRIPTION", "") == description
    assert (other.description.value if description else "") == description


@given(anything, anything)
def test_whatever_is_written_lines_are_short_and_end_alike(title: str, description: str) -> None:
    data = calendar_file(title, [titled(title, description)], STAMP)
    lines = data.split(b"\r\n")

    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert not {*b"\r\n\0\x07\x7f"} & {*b"".join(lines)}
    assert [line.decode() for line in lines]  # no character is cut in two
    assert len(parsed(data).events) == 1
    assert data == calendar_file(title, [titled(title, description)], STAMP)


def test_a_line_may_end_in_any_way() -> None:
    (event,) = parsed(calendar_file("", [titled("", "一\r\n二\r三\n四")], STAMP)).events

    assert event["DESCRIPTION"] == "一\n二\n三\n四"


def test_a_half_of_a_character_does_not_stop_the_file() -> None:
    (event,) = parsed(calendar_file("", [titled("充\ud83d电\x00桩", "")], STAMP)).events

    assert event["SUMMARY"] == "充电桩"
