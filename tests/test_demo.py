"""`build.py archive-demo`: an archive that is made up, always the same, and sound."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from tests.projects import ROOT, tree
from tests.yaml_core import load
from tracker.cli import main
from tracker.demo.archive import AS_OF, archive, paths
from tracker.demo.regions import MOST_REPORTS, name_of, regions
from tracker.inputs import Inputs
from tracker.model import Assessment, Status, Type
from tracker.pipeline import assess

DAY = date.fromisoformat(AS_OF)
YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?=[年-])")
CONTINUES = re.compile(rb"^  continues: .*\n", re.MULTILINE)
TARGETS = 35  # of each report
SENTENCES = range(170, 230)
REPORTS = 12  # of two regions


@cache
def files(reports: int) -> dict[str, bytes]:
    return dict(archive(reports))


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    folder = tmp_path_factory.mktemp("demo")
    for name, data in files(REPORTS).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return assess(
        Inputs(folder / "content", folder / "targets.yaml", ROOT / "templates"), DAY, today=DAY
    )


def test_the_same_number_makes_the_same_bytes() -> None:
    assert dict(archive(3)) == files(3)
    assert list(files(3)) == paths(3)


def test_a_larger_archive_holds_the_reports_of_a_smaller_one() -> None:
    """Only that what is older, and now there, is continued."""
    small, large = files(3), files(REPORTS)
    for name in small.keys() - {"content/site.yaml"}:
        assert CONTINUES.sub(b"", small[name]) == CONTINUES.sub(b"", large[name])


def test_it_is_visibly_made_up() -> None:
    for name, data in files(REPORTS).items():
        text = data.decode()
        assert {year for year in YEAR.findall(text) if not "2090" <= year <= "2099"} == set(), name
        assert set(re.findall(r"https?://([^/\s,}]+)", text)) <= {"example.invalid"}, name
        if name.startswith("content/region"):
            assert "虚构，仅供测试" in text.splitlines()[1]
            assert "这是为测试而编造的报告" in text
        if re.search(r"/(?:region|about)", name):
            assert "编造" in text


def test_no_two_places_have_one_name() -> None:
    names = [name for region in regions(MOST_REPORTS) for name in region.names]
    assert len(names) == len(set(names))
    assert name_of(0) != name_of(1)


def test_the_check_passes_and_each_report_is_as_large_as_the_benchmarks_need(
    assessment: Assessment,
) -> None:
    assert [len(ledger.targets) for ledger in assessment.ledgers] == [TARGETS] * REPORTS
    for ledger in assessment.ledgers:
        assert len(list(ledger.report.sentences)) in SENTENCES


def test_it_has_every_type_and_every_status(assessment: Assessment) -> None:
    targets = [one for ledger in assessment.ledgers for one in ledger.targets]

    assert {one.target.type for one in targets} == set(Type)
    assert {one.judgement.status for one in targets} == set(Status)
    told = [one for one in targets if one.target.updates]
    assert 0.4 < len(told) / len(targets) < 0.6
    for field in (
        "revisions",
        "disputes",
        "withdrawn",
        "baseline",
        "schedule",
        "mentions",
        "context",
    ):
        assert any(getattr(one.target, field) for one in targets), field


def test_families_go_through_the_years_of_one_region(assessment: Assessment) -> None:
    for ledger in assessment.ledgers:
        for one in ledger.targets:
            assert {name.partition("-")[0] for name in one.family} == {
                ledger.report.id.partition("-")[0]
            }
    assert max(len(one.family) for one in assessment.targets) == 10


def test_its_ledgers_follow_the_schema() -> None:
    schema = json.loads((ROOT / "data/targets.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for name, data in files(3).items():
        if name.startswith("targets/"):
            assert list(validator.iter_errors(load(data.decode()))) == []


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "_archive"


def test_the_command_writes_it_and_says_how_to_build_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive-demo", "3", "--lang", "zh"]) == 0

    assert "编造了3份报告、105项目标，放在_archive" in capsys.readouterr().out
    assert tree(folder) == {**files(3), ".archive-demo": "".join(
        f"{name}\n" for name in sorted(paths(3))
    ).encode()}  # fmt: skip


def test_a_smaller_one_takes_the_place_of_a_larger_one_and_leaves_what_is_not_ours(
    folder: Path,
) -> None:
    assert main(["archive-demo", "3"]) == 0
    (folder / "notes.txt").write_text("mine", "utf-8")

    assert main(["archive-demo", "1"]) == 0

    assert set(tree(folder)) == {*paths(1), ".archive-demo", "notes.txt"}


def test_a_folder_of_somebody_elses_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    (folder / "targets.yaml").write_text("mine", "utf-8")

    assert main(["archive-demo", "1", "--lang", "zh"]) == 1

    assert "[output-not-ours]" in capsys.readouterr().err
    assert tree(folder) == {"targets.yaml": b"mine"}


def test_nothing_is_written_over_a_file_or_through_a_link(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive-demo", "1"]) == 0
    taken = folder / "content/region01-2098.md"
    taken.write_text("mine", "utf-8")

    assert main(["archive-demo", "2"]) == 1
    assert "[output-taken]" in capsys.readouterr().err
    assert taken.read_text("utf-8") == "mine"

    taken.unlink()
    elsewhere = folder.with_name("elsewhere")
    (folder / "targets").rename(elsewhere)
    (folder / "targets").symlink_to(elsewhere, target_is_directory=True)
    before = tree(elsewhere)

    assert main(["archive-demo", "2"]) == 1
    assert tree(elsewhere) == before


@pytest.mark.parametrize("words", ["0", "-3", "viele", str(MOST_REPORTS + 1)])
def test_the_number_of_reports_is_a_number(words: str, folder: Path) -> None:
    assert main(["archive-demo", words]) == 2
    assert not folder.exists()
