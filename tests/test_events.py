"""What happened when: on the page, in the feeds, in the calendar, and between two dates."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
import vobject
from icalendar import Calendar
from reader import make_reader

from tests.projects import YEARS_DATE, inputs, real_assessment, real_files, whole, years_project
from tracker.cli import main
from tracker.model import Assessment, Cause, Status
from tracker.pipeline import assess, build_files
from tracker.render.contexts.updates import updates


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return years_project(tmp_path_factory.mktemp("years"))


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, bytes]:
    return build_files(inputs(folder), YEARS_DATE)


def feed_ids(files: dict[str, bytes]) -> list[str]:
    return [entry.id for entry in feedparser.parse(files["updates.xml"]).entries]


def rebuilt(folder: Path, old: str, new: str) -> dict[str, bytes]:
    path = folder / "targets.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return build_files(inputs(folder), YEARS_DATE)


# --- events -------------------------------------------------------------------------------------


def statuses_on(assessment: Assessment) -> Counter[Status]:
    return Counter(
        one.judgement.status
        for ledger in assessment.ledgers
        if ledger.report.year <= assessment.as_of.year
        for one in ledger.targets
        if not one.target.parts
    )


def test_the_counts_of_each_past_day_are_those_of_a_site_built_on_it(folder: Path) -> None:
    page = next(updates(whole(assess(inputs(folder), YEARS_DATE))))
    days = [date(2097, 12, 31), date(2098, 12, 31), date(2099, 12, 31), YEARS_DATE]

    for day, snapshot in zip(days, page.snapshots, strict=True):
        counts = statuses_on(assess(inputs(folder), day))
        assert dict(zip((s.status for s in page.statuses), snapshot.counts, strict=True)) == {
            label.status: counts[label.status] for label in page.statuses
        }


def test_a_status_turns_on_the_day_of_its_value(folder: Path) -> None:
    turns = [
        (event.day.isoformat(), event.after)
        for event in reversed(assess(inputs(folder), YEARS_DATE).events)
        if event.target == "jia-bridge" and event.cause is Cause.STATUS
    ]

    assert turns == [
        ("2099-03-20", Status.ON_TRACK),
        ("2100-01-18", Status.ACHIEVED),
    ]


def test_nothing_is_known_before_its_source_was_read(folder: Path) -> None:
    for event in assess(inputs(folder), YEARS_DATE).events:
        assert event.known >= event.day


# --- feeds --------------------------------------------------------------------------------------


def test_the_feed_has_an_entry_for_every_event_and_names_each_once(
    folder: Path, files: dict[str, bytes]
) -> None:
    ids = feed_ids(files)

    assert len(ids) == len(set(ids)) == len(assess(inputs(folder), YEARS_DATE).events)


def test_each_target_has_a_feed_of_its_own() -> None:
    files = real_files()
    feeds = [name for name in files if name.startswith("targets/") and name.endswith(".xml")]
    assert len(feeds) == 48

    for name in [*feeds, "updates.xml"]:
        parsed = feedparser.parse(files[name])
        assert not parsed.bozo, name
        assert parsed.feed.id.startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("says: 大桥开工", "says: 大桥正式开工"),
        ("value: 510, source: bulletin", "value: 511, source: bulletin"),
        ("- id: ferry", "- id: ferries\n  formerly: [ferry]"),
        ("- id: gdp\n", "- id: gdp\n  note: 一句说明\n"),
        (
            "says: 大桥合龙, source: mayor",
            "says: 大桥合龙, source: mayor, confirmed_by: [bulletin]",
        ),
    ],
)
def test_a_correction_makes_no_new_entry(
    tmp_path: Path, files: dict[str, bytes], old: str, new: str
) -> None:
    assert feed_ids(rebuilt(years_project(tmp_path), old, new)) == feed_ids(files)


def test_a_renamed_target_keeps_its_entries_and_its_day_in_the_calendar(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    old = "- id: jia-bridge"
    renamed = rebuilt(years_project(tmp_path), old, "- id: bridge\n  formerly: [jia-bridge]")

    assert set(feed_ids(renamed)) == set(feed_ids(files))
    assert uids(renamed) == uids(files)


def test_a_feed_reader_shows_what_is_new(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = tmp_path / "updates.xml"
    path.write_bytes(files["updates.xml"])
    with make_reader(":memory:", feed_root=str(tmp_path)) as reader:
        reader.add_feed("updates.xml")
        reader.update_feeds()
        before = {entry.id for entry in reader.get_entries()}
        added = "  - {as_of: 2100-01-20, value: 560, source: bulletin}\n- id: jia-bridge"
        path.write_bytes(
            rebuilt(years_project(tmp_path / "p"), "- id: jia-bridge", added)["updates.xml"]
        )
        reader.update_feed("updates.xml")
        after = {entry.id: entry.title for entry in reader.get_entries()}

    assert before == set(feed_ids(files))
    assert [after[name] for name in set(after) - before] == ["改造旧路：560公里"]


# --- calendar -----------------------------------------------------------------------------------


def uids(files: dict[str, bytes]) -> set[str]:
    events = Calendar.from_ical(files["calendar.ics"]).walk("VEVENT")
    return {str(event["UID"]) for event in events}


def test_the_calendar_has_one_day_for_every_target_with_a_date() -> None:
    assessment = real_assessment()
    dated = {one.target.title: one.target.deadline for one in assessment.targets}
    wanted = {f"时限：{title}": day for title, day in dated.items() if day}

    events = Calendar.from_ical(real_files()["calendar.ics"]).walk("VEVENT")
    assert {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events} == wanted
    assert len(uids(real_files())) == len(wanted) == 43


def test_a_calendar_client_opens_it() -> None:
    calendar = vobject.readOne(real_files()["calendar.ics"].decode())
    due = [e for e in calendar.vevent_list if e.dtstart.value == date(2025, 12, 31)]

    assert {event.summary.value for event in due} == {
        "时限：省级专业镇数量（到“十四五”末）",
        "时限：市级专业镇县域全覆盖",
        "时限：万荣外加剂企业户数",
        "时限：万荣外加剂产值",
    }


# --- between two dates --------------------------------------------------------------------------


def test_changes_lists_what_turned_between_two_days(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    words = ["changes", "--since", "2099-06-30", "--date", "2099-09-30", "--format", "json"]

    assert main(words) == 0

    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["before"], row["after"]) for row in found["changed"]] == [
        ("gdp", "no_data", "holding"),
        ("provincial-kindergarten", "no_data", "achieved"),
        ("markets", "no_data", "withdrawn"),
    ]


def test_changes_says_so_when_nothing_did(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)

    assert main(["changes", "--since", "2099-06-30", "--date", "2099-07-01", "--lang", "zh"]) == 0

    assert "其间没有目标改变状态" in capsys.readouterr().out
