"""Targets in `targets/ID.yaml`, and reports of several regions in one site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from tests.projects import YEARS_DATE, inputs, whole, years_project
from tests.test_years import change, fates
from tracker.cli import main
from tracker.errors import InputError
from tracker.model import Assessment, Carried
from tracker.pipeline import assess, target_paths
from tracker.preview.project import Project
from tracker.render.contexts.about import about_page

DATE = ["--date", YEARS_DATE.isoformat()]
SOURCE = ["--source-title", "虚构的通报", "--source-url", "https://example.org/1", "--yes"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The years of one city, each report's targets in a file of `targets/`."""
    years_project(tmp_path)
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets.yaml").rename(tmp_path / "targets/xugou-2099.yaml")
    (tmp_path / "content/xugou-2098.yaml").rename(tmp_path / "targets/xugou-2098.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_same_is_said_wherever_the_targets_stand(folder: Path, tmp_path: Path) -> None:
    other = assess(inputs(years_project(tmp_path / "other")), YEARS_DATE)

    found = assess(inputs(folder), YEARS_DATE)

    assert statuses(found) == statuses(other)
    assert fates(found) == fates(other)
    assert [event.key for event in found.events] == [event.key for event in other.events]


def statuses(assessment: Assessment) -> dict[str, str]:
    targets = (one for ledger in assessment.ledgers for one in ledger.targets)
    return {one.target.id: one.judgement.arithmetic for one in targets}


def test_the_site_says_from_which_files_it_was_made(folder: Path) -> None:
    about = about_page(whole(assess(inputs(folder), YEARS_DATE)), "", Markup(""))
    assert [origin.name for origin in about.origins if "台账" in origin.name] == [
        "目标台账，targets/xugou-2099.yaml",
        "目标台账，targets/xugou-2098.yaml",
        "目标台账，content/xugou-2097.yaml",
    ]


def test_every_file_of_targets_is_watched_and_found(folder: Path) -> None:
    paths = [path.relative_to(folder).as_posix() for path in target_paths(inputs(folder))]
    project = Project.of(inputs(folder))

    assert paths == [
        "targets/xugou-2099.yaml",
        "targets/xugou-2098.yaml",
        "content/xugou-2097.yaml",
    ]
    assert all(project.holds(folder.resolve() / path) for path in paths)
    assert folder.resolve() / "targets" in project.folders()


@pytest.mark.parametrize(
    ("words", "file", "added"),
    [
        (["record", "roads-2099", "--value", "111", "--as-of", "2100-01-19", *SOURCE],
         "targets/xugou-2099.yaml", "value: 111"),
        (["record", "trees-2098", "--value", "1", "--as-of", "2098-11-30", *SOURCE],
         "targets/xugou-2098.yaml", "as_of: 2098-11-30"),
        (["add", "--from-report", "xugou-2099", "改造旧路", "--id", "paths", "--yes"],
         "targets/xugou-2099.yaml", "id: paths"),
    ],
)  # fmt: skip
def test_the_commands_write_into_the_file_of_the_report(
    folder: Path, words: list[str], file: str, added: str
) -> None:
    if words[0] == "add":
        without(folder / file, "- id: old-roads", "- id: jia-bridge")
    before = (folder / file).read_text("utf-8")

    assert main([*words, *DATE]) == 0

    after = (folder / file).read_text("utf-8")
    assert added in after
    assert added not in before


def without(path: Path, first: str, following: str) -> None:
    """The file without one target, so that there is something to add."""
    text = path.read_text("utf-8")
    start, end = text.index(first), text.index(following)
    entry = "- {quote: 改造旧路1000公里, number: 1000公里, reason: context}\n"
    path.write_text(text[:start] + text[end:] + entry, "utf-8")


def test_a_sheet_of_the_report_goes_out_and_comes_back(folder: Path) -> None:
    assert main(["export", "--to", "a.csv", *DATE]) == 0
    path = folder / "a.csv"
    path.write_text(path.read_text("utf-8-sig").replace(",新建公路,", ",新修公路,"), "utf-8-sig")

    assert main(["import", "a.csv", "--yes", *DATE]) == 0

    assert "title: 新修公路" in (folder / "targets/xugou-2099.yaml").read_text("utf-8")


def test_an_imported_report_comes_beside_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (folder / "content/xugou-2098.md").read_text("utf-8").partition("---\n#")[2]
    (folder / "a.txt").write_text(f"#{text.replace('2098', '2100')}", "utf-8")

    words = [
        "--id",
        "xugou-2100",
        "--title",
        "2100年虚构市政府工作报告",
        "--body",
        "虚构市人民政府",
    ]
    assert main(["import-report", "a.txt", *words, "--year", "2100", "--lang", "zh"]) == 0

    draft = (folder / "targets/xugou-2100.yaml").read_text("utf-8")
    assert draft.startswith("# yaml-language-server: $schema=../data/")
    assert "改名" not in capsys.readouterr().out


def test_compare_knows_the_ids_that_are_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "content/xugou-2098.md", "content/xugou-2099.md"]) == 0
    assert "continues: roads-2098" in capsys.readouterr().out


def test_a_site_is_not_put_among_its_targets(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--output", "targets/site", *DATE, "--lang", "zh"]) == 1
    assert "[output-within]" in capsys.readouterr().err


# --- regions ------------------------------------------------------------------------------------


def elsewhere(folder: Path, report: str) -> None:
    """Makes a report one of another region."""
    change(folder, f"content/{report}.md", "year:", "region: 甲县\nyear:")


def test_the_reports_of_the_home_page_s_region_come_first(folder: Path) -> None:
    for report in ("xugou-2098", "xugou-2096"):
        elsewhere(folder, report)
    change(folder, "targets/xugou-2098.yaml", "  continues: roads-2097\n", "")
    change(folder, "targets/xugou-2098.yaml", "  silent_in: [xugou-2099]\n", "")
    change(folder, "targets/xugou-2099.yaml", "continues: roads-2098", "continues: roads-2097")

    ledgers = assess(inputs(folder), YEARS_DATE).ledgers

    assert [(one.report.id, one.report.region) for one in ledgers] == [
        ("xugou-2099", "虚构市"),
        ("xugou-2097", "虚构市"),
        ("xugou-2098", "甲县"),
        ("xugou-2096", "甲县"),
    ]


def test_the_next_report_is_the_next_of_the_region(folder: Path) -> None:
    elsewhere(folder, "xugou-2098")
    change(folder, "targets/xugou-2098.yaml", "  continues: roads-2097\n", "")
    change(folder, "targets/xugou-2098.yaml", "  silent_in: [xugou-2099]\n", "")
    change(folder, "targets/xugou-2099.yaml", "continues: roads-2098", "continues: roads-2097")

    assert fates(assess(inputs(folder), YEARS_DATE)) == {"roads-2097": Carried.CONTINUED}


Mend = Callable[[Path], None]


def keep_both(folder: Path) -> None:
    change(folder, "targets/xugou-2098.yaml", "  continues: roads-2097\n", "")
    change(folder, "targets/xugou-2099.yaml", "continues: roads-2098", "continues: roads-2097")


def keep_silence_out(folder: Path) -> None:
    change(folder, "targets/xugou-2098.yaml", "  silent_in: [xugou-2099]\n", "")


@pytest.mark.parametrize(
    ("mend", "codes"),
    [
        (keep_both, ["silent-elsewhere"]),
        (keep_silence_out, ["continues-elsewhere", "continues-elsewhere"]),
    ],
)
def test_what_leads_to_another_region_is_a_mistake(
    folder: Path, mend: Mend, codes: list[str]
) -> None:
    elsewhere(folder, "xugou-2098")
    mend(folder)

    with pytest.raises(InputError) as error:
        assess(inputs(folder), YEARS_DATE)
    assert [problem.code for problem in error.value.problems] == codes
