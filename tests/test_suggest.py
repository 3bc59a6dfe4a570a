"""A draft of `targets.yaml` that passes `check` as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.projects import ROOT, SITES, SMALL_DATE, inputs, small_project
from tests.test_inspect import REPORT
from tracker.cli import main
from tracker.pipeline import assess, render_files

SHARED = ROOT.parent / "shared" / "reports"
REPORTS = sorted(SHARED.glob("*.txt"))


def untargeted_project(folder: Path) -> Path:
    """The small project without corrections: they name targets that are still to be written."""
    project = small_project(folder)
    (project / "content" / "corrections.yaml").unlink()
    return project


def project_of(folder: Path, text: str, year: int) -> Path:
    """The small project with another report in its place; its targets are still to be written."""
    project = untargeted_project(folder)
    front = f"---\ntitle: 虚构\nbody: 虚构\nyear: {year}\n---\n"
    (project / "content" / "xugou-2099.md").write_text(front + text, "utf-8")
    return project


def suggested(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["suggest", str(project / "content" / "xugou-2099.md")]) == 0
    draft = capsys.readouterr().out
    (project / "targets.yaml").write_text(draft, "utf-8")
    return draft


def test_the_draft_lists_what_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(tmp_path, REPORT, 2031)
    monkeypatch.chdir(project)

    draft = yaml.safe_load(suggested(project, capsys))

    keys = ("quote", "type", "value", "unit", "bound", "effort")
    assert [tuple(target.get(key) for key in keys) for target in draft["targets"]] == [
        ("地区生产总值增长6%左右", "growth", 6, "%", "~", None),
        ("居民消费价格涨幅控制在3%以内", "limit", 3, "%", "<=", None),
        ("新建孵化器3个以上", "cumulative", 3, "个", ">=", None),
        ("力争研发投入突破28万元", "level", 28, "万元", ">", "stretch"),
        ("年底前新修公路120至140公里", "cumulative", [120, 140], "公里", ">=", None),
        ("森林覆盖率由29%提高到31%", "level", 31, "%", ">=", None),
    ]
    assert str(draft["targets"][-1]["deadline"]) == "2035-12-31"
    reasons = {entry["number"]: entry["reason"] for entry in draft["not_targets"]}
    assert reasons["789"] == "name"
    assert reasons["6.1"] == "past"
    assert main(["check"]) == 0


def test_a_report_without_front_matter_tells_its_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "yunzhou.txt"
    path.write_text(REPORT, "utf-8")

    assert main(["suggest", str(path)]) == 0
    draft = yaml.safe_load(capsys.readouterr().out)
    assert draft["report"] == "yunzhou"
    assert {str(target["deadline"])[:4] for target in draft["targets"]} == {"2031", "2035"}


def test_a_report_without_headings_is_a_site_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(tmp_path, "各位代表：全年新建公路120公里。\n", 2031)
    monkeypatch.chdir(project)
    target = (
        "report: xugou-2099\ntargets:\n- {id: roads, title: 公路, quote: 新建公路120公里, "
        'type: cumulative, value: 120, unit: 公里, bound: ">=", deadline: 2031-12-31}\n'
    )
    (project / "targets.yaml").write_text(target, "utf-8")

    assert main(["build"]) == 0
    for name in ("index", "targets", "search", "sections/xugou-2099-outside", "report/xugou-2099"):
        assert "targets/roads.html" in (project / f"_site/{name}.html").read_text("utf-8")


def test_the_same_words_twice_are_not_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "二、2031年工作安排\n新建孵化器3个。\n\n附件\n\n3个\n\n新建孵化器3个。\n"
    project = project_of(tmp_path, REPORT + text * 2 + "新修公路9公里。\n", 2031)
    monkeypatch.chdir(project)

    suggested(project, capsys)

    assert main(["check"]) == 0


def test_the_small_site_can_start_from_its_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = untargeted_project(tmp_path)
    monkeypatch.chdir(project)

    suggested(project, capsys)

    assert main(["build", "--date", "2099-11-05"]) == 0
    own = yaml.safe_load((SITES / "small" / "targets.yaml").read_text("utf-8"))
    quotes = [t["quote"] for t in yaml.safe_load(Path("targets.yaml").read_text())["targets"]]
    for target in own["targets"]:
        if "value" in target:
            assert any(target["quote"] in quote for quote in quotes)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the project")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_draft_of_every_real_report_passes(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(tmp_path, path.read_text("utf-8"), int(path.stem[-4:]))

    suggested(project, capsys)

    assessment = assess(inputs(project), SMALL_DATE)  # raises `InputError`
    if REPORTS.index(path) % 4 == 0:  # pages take ten times as long as all else
        assert "index.html" in render_files(assessment, inputs(project))
