"""`build.py add`: targets out of the report's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.projects import SMALL_DATE, small_project, years_project
from tracker.cli import main

DATE = ["--date", SMALL_DATE.isoformat()]
ADD = ["add", *DATE, "--yes", "--from-report"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Without corrections, as they name targets that are still to be written."""
    monkeypatch.chdir(small_project(tmp_path))
    (tmp_path / "content/corrections.yaml").unlink()
    return tmp_path


def without(target: str, project: Path, exclusion: str = "") -> str:
    """The file with a target taken out and, in its place, an exclusion."""
    path = project / "targets.yaml"
    text = path.read_text("utf-8")
    start = text.index(f"- id: {target}\n")
    end = min(
        at for at in (text.find("\n- id:", start), text.find("\n\nnot_targets", start)) if at > 0
    )
    text = text[:start] + text[end + 1 :] + exclusion
    path.write_text(text, "utf-8")
    return text


def file_of(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return found


def test_what_is_no_target_yet_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without("trees", project)
    without("lifts", project, "- {quote: 加装电梯突破40部, number: 40部, reason: context}\n")

    assert main(["add", "--from-report", *DATE, "--lang", "zh"]) == 0

    assert capsys.readouterr().out == (
        "10-1    全年植树2.5万株\n"
        "16-3    带动老旧小区加装电梯突破40部（现列在not_targets：context）\n"
        "以上2处还不是目标。要添一个：add --from-report 号码，或照抄报告的几个字\n"
    )


def test_nothing_is_left_to_add(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--from-report", *DATE, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("every promise that the program sees in xugou-2099")


@pytest.mark.parametrize(
    "words", ["全年植树2.5万株", "植树2.5万", "10-1", "s10", "10", "2099-s10-1"]
)
def test_a_target_stands_where_the_report_has_it(words: str, project: Path) -> None:
    without("trees", project)

    assert main([*ADD, words]) == 0

    targets = file_of(project / "targets.yaml")["targets"]
    assert [one["id"] for one in targets][2:5] == ["jia-bridge", "2099-s10-1", "forest-cover"]
    assert targets[3] == {
        "id": "2099-s10-1",
        "title": "全年植树（2.5万株）",
        "quote": "全年植树2.5万株",
        "type": "cumulative",
        "value": "2.5",
        "unit": "万株",
        "bound": ">=",
        "number": "2.5万株",
        "deadline": "2099-12-31",
        "deadline_words": "全年",
    }
    assert main(["check", *DATE]) == 0


def test_its_number_is_excluded_no_longer(project: Path) -> None:
    exclusion = "- {quote: 加装电梯突破40部, number: 40部, reason: context}\n"
    before = without("lifts", project, exclusion)

    assert main([*ADD, "加装电梯突破40部", "--id", "lifts", "--title", "加装电梯"]) == 0

    after = (project / "targets.yaml").read_text("utf-8")
    added = (
        "- id: lifts\n  title: 加装电梯\n  quote: 带动老旧小区加装电梯突破40部\n"
        '  type: level\n  value: 40\n  unit: 部\n  bound: ">"\n  number: 40部\n'
    )
    assert after == before.replace(exclusion, "").replace("\nnot_targets", f"{added}\nnot_targets")
    assert main(["check", *DATE]) == 0


def test_what_else_the_exclusion_covered_stays_accounted_for(project: Path) -> None:
    without("new-roads", project)
    words = "120公里，改造桥梁3座"
    without("bridges", project, f"- {{quote: {words}, number: {words}, reason: context}}\n")

    assert main([*ADD, "新建公路120公里"]) == 0

    entries = file_of(project / "targets.yaml")["not_targets"]
    assert [(one["number"], one["reason"]) for one in entries[3:]] == [("3", "context")]
    assert main(["check", *DATE]) == 0


def test_a_promise_without_a_number_becomes_a_milestone(project: Path) -> None:
    without("jia-bridge", project)

    assert main([*ADD, "甲县大桥年底前建成通车", "--id", "jia-bridge"]) == 0

    assert file_of(project / "targets.yaml")["targets"][2] == {
        "id": "jia-bridge",
        "title": "甲县大桥年底前建成通车",
        "quote": "甲县大桥年底前建成通车",
        "type": "milestone",
        "deadline": "2099-12-31",
        "deadline_words": "年底前",
        "criterion": "甲县大桥年底前建成通车",
    }
    assert main(["check", *DATE]) == 0


@pytest.mark.parametrize("targets", ["targets:\n", "targets: []\n", ""])
def test_a_file_without_targets_gets_its_first_ones(targets: str, project: Path) -> None:
    (project / "targets.yaml").write_text(f"report: xugou-2099\n{targets}", "utf-8")

    assert main([*ADD, "加装电梯突破40部", "改造桥梁3座以上"]) == 0
    assert main([*ADD, "新建公路120公里"]) == 0

    quotes = [one["quote"] for one in file_of(project / "targets.yaml")["targets"]]
    assert quotes == ["新建公路120公里", "改造桥梁3座以上", "带动老旧小区加装电梯突破40部"]


def test_a_target_goes_below_the_heading_of_its_section(project: Path) -> None:
    text = without("trees", project)
    text = text.replace("- id: forest-cover", "# ---- 种树\n- id: forest-cover")
    (project / "targets.yaml").write_text(text, "utf-8")

    assert main([*ADD, "全年植树2.5万株"]) == 0
    assert "# ---- 种树\n- id: 2099-s10-1\n" in (project / "targets.yaml").read_text("utf-8")


def test_an_earlier_report_has_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(years_project(tmp_path))
    path = tmp_path / "content/xugou-2098.yaml"
    first = next(iter(file_of(path)["targets"]))

    assert main([*ADD, "content/xugou-2098.md", str(first["quote"]), "--lang", "zh"]) == 1
    assert f"已经是目标{first['id']}" in capsys.readouterr().err


def test_without_a_yes_the_change_is_only_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = without("trees", project)

    assert main(["add", "--from-report", "10-1", *DATE, "--lang", "en"]) == 1
    assert "\n+- id: 2099-s10-1\n" in capsys.readouterr().out
    assert (project / "targets.yaml").read_text("utf-8") == text


CODE = re.compile(r" \[[a-z0-9-]+\]$", re.MULTILINE)  # behind what was found
MISTAKES = [
    (
        "words that the report has not",
        ["全年种树2.5万株"],
        "全年种树2.5万株: 报告里没有这句话：「全年种树2.5万株」\n"
        "    最接近的是content/xugou-2099.md:33：「全年植树2.5万株」",
        "全年种树2.5万株: the report does not say “全年种树2.5万株”\n"
        "    nearest is content/xugou-2099.md:33",
    ),
    (
        "words that it has twice",
        ["年"],
        "年: 「年」在报告里出现不止一次（第19、29、33行）",
        "“年”",
    ),
    (
        "a number that is a target",
        ["新建公路120公里"],
        "新建公路120公里: 「120公里」已经是目标new-roads\n"
        "    要给它添进展，请运行python build.py record new-roads",
        "新建公路120公里: “120公里” is the target new-roads already\n"
        "    to add an update to it, run python build.py record new-roads",
    ),
    (
        "a sentence without numbers",
        ["99"],
        "99: 「99」里没有可以列为目标的数\n    请照抄报告里的几个字",
        "99: “99” holds no number that could be a target\n    copy some words",
    ),
    (
        "one id for two",
        ["10-1", "7-1", "--id", "one"],
        "--id: 一次添了几个目标，不能共用一个编号或标题",
        "--id: several targets are added, which cannot share an id or a title",
    ),
    (
        "an id that is none",
        ["10-1", "--id", "植树"],
        "编号「植树」",
        "“植树”",
    ),
]


@pytest.mark.parametrize(
    ("words", "chinese", "english"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES]
)
def test_a_mistake_is_explained_and_nothing_is_written(
    words: list[str],
    chinese: str,
    english: str,
    project: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = without("trees", project)

    for language, expected in (("zh", chinese), ("en", english)):
        assert main([*ADD, *words, "--lang", language]) == 1
        assert expected in CODE.sub("", capsys.readouterr().err)
    assert (project / "targets.yaml").read_text("utf-8") == text


def test_several_numbers_are_told_apart(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without("new-roads", project)
    without("bridges", project)

    for language, expected in (("zh", "不止一个数"), ("en", "several numbers")):
        assert main([*ADD, "新建公路120公里，改造桥梁3座", "--lang", language]) == 1
        err = capsys.readouterr().err
        assert expected in err
        assert "（120公里）" in err
        assert "（3座以上）" in err or "（3座）" in err
