"""`build.py record`: what a source says, written into the file as an editor would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.projects import SMALL_DATE, small_project, years_project
from tracker.cli import main

DATE = ["--date", SMALL_DATE.isoformat()]
SOURCE = ["--source-title", "虚构的通报", "--source-url", "https://example.org/notice"]
ROADS = ["record", "new-roads", "--value", "95", "--as-of", "2099-11-01"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    return tmp_path


def updates(project: Path, target: str) -> list[dict[str, object]]:
    """As text, as the reader has them."""
    file = yaml.load((project / "targets.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    [found] = [one for one in file["targets"] if one["id"] == target]
    return list(found.get("updates", []))


def test_an_update_is_written_with_its_source(project: Path) -> None:
    more = ["--publisher", "虚构市政府", "--tier", "统计", "--kind", "初步", "--note", "a: b"]
    before = (project / "targets.yaml").read_text("utf-8")

    assert main([*ROADS, *SOURCE, *more, *DATE, "--yes"]) == 0

    after = (project / "targets.yaml").read_text("utf-8")
    new = (
        "  - as_of: 2099-11-01\n    value: 95\n    kind: preliminary\n"
        '    note: "a: b"\n    source:\n      title: 虚构的通报\n'
        "      url: https://example.org/notice\n"
        "      publisher: 虚构市政府\n      tier: statistics\n"
    )
    assert after == before.replace("- id: bridges\n", new + "- id: bridges\n")
    assert main(["build", *DATE]) == 0
    assert "95公里" in (project / "_site/targets/new-roads.html").read_text("utf-8")


def test_a_source_that_the_file_has_is_named_by_its_key(project: Path) -> None:
    known = ["--source-url", "https://example.org/bulletin"]

    assert main([*ROADS, *known, *DATE, "--yes"]) == 0
    title = ["--source-title", "虚构的公报", *known]
    assert (
        main(["record", "bridges", "--value", "3", "--as-of", "2099-09", *title, *DATE, "--yes"])
        == 0
    )

    assert updates(project, "new-roads")[-1]["source"] == "bulletin"
    assert updates(project, "bridges")[-1]["source"] == "bulletin"


@pytest.mark.parametrize("words", ["新建公路", "公路", "new-ro", "NEW-ROADS"])
def test_a_target_may_be_named_by_its_title_or_a_part(words: str, project: Path) -> None:
    assert main(["record", words, *ROADS[2:], *SOURCE, *DATE, "--yes"]) == 0

    assert len(updates(project, "new-roads")) == 2


@pytest.mark.parametrize(
    ("target", "written", "expected"),
    [
        ("new-roads", "９５", "95"),
        ("new-roads", "95公里", "95"),
        ("new-roads", "1,095", "1095"),
        ("new-roads", "九十五", "95"),
        ("trees", "2.6", "2.6"),
        ("trees", "2.6万株", "2.6"),
        ("trees", "2.6万", "2.6"),
        ("trees", "26000株", "2.6"),
        ("trees", "两万六千株", "2.6"),
        ("forest-cover", "31.2％", "31.2"),
        ("forest-cover", "-0.5%", "-0.5"),
        ("nurseries", "3～5个", ["3", "5"]),
        ("nurseries", "[3, 5]", ["3", "5"]),
        ("nurseries", "3-5", ["3", "5"]),
    ],
)
def test_a_value_may_be_written_as_in_the_source(
    target: str, written: str, expected: object, project: Path
) -> None:
    words = ["record", target, f"--value={written}", "--as-of", "2099-11-01", *SOURCE]

    assert main([*words, *DATE, "--yes"]) == 0
    assert updates(project, target)[-1]["value"] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2099年9月3日", "2099-09-03"),
        ("2099年9月", "2099-09"),
        ("2098年", "2098"),
        ("2099/9/3", "2099-09-03"),
        ("２０９９.９.３", "2099-09-03"),
        ("20990903", "2099-09-03"),
    ],
)
def test_a_day_may_be_written_as_in_the_source(written: str, expected: str, project: Path) -> None:
    words = ["record", "lifts", "--value", "9", "--as-of", written]

    assert main([*words, *SOURCE, *DATE, "--yes"]) == 0
    assert updates(project, "lifts")[-1]["as_of"] == expected


def test_a_milestone_is_reached_or_not(project: Path) -> None:
    words = ["--reached", "是", "--reached-on", "2099年10月1日", "--says", "已通车"]

    assert (
        main(["record", "甲县大桥", "--as-of", "2099-10-31", *words, *SOURCE, *DATE, "--yes"]) == 0
    )
    assert updates(project, "jia-bridge")[-1] == {
        "as_of": "2099-10-31",
        "reached": "true",
        "reached_on": "2099-10-01",
        "says": "已通车",
        "source": {"title": "虚构的通报", "url": "https://example.org/notice"},
    }


def test_a_preliminary_value_and_a_final_one_may_stand_for_the_same_day(project: Path) -> None:
    words = [*ROADS, "--source", "bulletin", *DATE, "--yes"]

    assert main([*words, "--kind", "preliminary"]) == 0
    assert main([*words, "--kind", "final"]) == 0
    assert main(words) == 1
    assert len(updates(project, "new-roads")) == 3


def test_without_a_terminal_and_a_yes_the_change_is_only_shown(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (project / "targets.yaml").read_bytes()

    assert main([*ROADS, *SOURCE, *DATE, "--lang", "zh"]) == 1

    out = capsys.readouterr().out
    assert out.startswith("targets.yaml将这样改：\n--- targets.yaml\n+++ targets.yaml\n@@")
    assert "\n+  - as_of: 2099-11-01\n+    value: 95\n" in out
    assert out.endswith("没有写入。要写入，请在终端里运行并回答y，或加上--yes\n")
    assert (project / "targets.yaml").read_bytes() == before


def test_a_value_out_of_scale_is_doubted_before_it_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--value", "25000", "--as-of", "2099-11-01", *SOURCE, *DATE, "--lang", "zh"]

    assert main(["record", "trees", *words]) == 1
    assert "[value-out-of-scale]" in capsys.readouterr().out


def test_a_target_of_an_earlier_report_is_found_in_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(years_project(tmp_path))
    words = ["--value", "1", "--as-of", "2099-11", "--date", "2100-01-25", "--yes", *SOURCE]
    before = (tmp_path / "targets.yaml").read_bytes()

    assert main(["record", "roads-2098", *words]) == 0
    assert "as_of: 2099-11, value: 1," in (tmp_path / "content/xugou-2098.yaml").read_text("utf-8")
    assert (tmp_path / "targets.yaml").read_bytes() == before


def test_a_file_saved_by_notepad_stays_one(project: Path) -> None:
    path = project / "targets.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    assert main([*ROADS, *SOURCE, *DATE, "--yes"]) == 0
    after = path.read_bytes()
    assert after.startswith(before[:200])
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") + 5


CODE = re.compile(r" \[[a-z0-9-]+\]$", re.MULTILINE)  # behind what was found
MISTAKES = [
    (
        "an id that nobody has",
        ["new-raods", "--value", "1", "--as-of", "2099", "--source", "bulletin"],
        "new-raods: 没有编号或标题是「new-raods」的目标\n"
        "    请写编号，或只有它才有的几个字；最接近的是：new-roads（新建公路）、",
        "new-raods: no target has the id or title “new-raods”\n"
        "    write its id, or words that no other title has; nearest are: new-roads（新建公路）, ",
    ),
    (
        "a part of several titles",
        ["新建", "--value", "1"],
        "请写其中一个的编号：new-roads（新建公路）、nurseries（新建托育所）",
        "write the id of one of them: new-roads（新建公路）, nurseries（新建托育所）",
    ),
    (
        "another unit",
        ["new-roads", "--value", "95里地", "--as-of", "2099-10", "--source", "bulletin"],
        "--value: 写作「95里地」，不是以「公里」计的数\n    请写8212",
        "--value: “95里地” is no number in “公里”\n    write 8212",
    ),
    (
        "a day to come",
        ["new-roads", "--value", "95", "--as-of", "2099-11-06", "--source", "bulletin"],
        "--as-of: 写作「2099-11-06」，到2099-11-05还没有过完\n    请核对日期；预计",
        "--as-of: “2099-11-06” is not over by 2099-11-05\n    check the date",
    ),
    (
        "a day that there is not",
        ["new-roads", "--value", "95", "--as-of", "2099年2月30日", "--source", "bulletin"],
        "--as-of: 「--as-of」写作「2099年2月30日」，日历上没有这一天",
        "--as-of: “--as-of” is “2099年2月30日”, a day the calendar does not have",
    ),
    (
        "no day",
        ["new-roads", "--value", "95", "--source", "bulletin"],
        "--as-of: 没有写--as-of\n    请加上，如：--as-of 2023-12-31",
        "--as-of: --as-of is missing\n    add it, such as: --as-of 2023-12-31",
    ),
    (
        "no value",
        ["new-roads", "--as-of", "2099", "--source", "bulletin"],
        "--value: 没有写--value\n    请加上，如：--value 8212",
        "--value: --value is missing\n    add it, such as: --value 8212",
    ),
    (
        "a milestone of which nothing is told",
        ["jia-bridge", "--reached", "true", "--as-of", "2099-10", "--source", "bulletin"],
        "--says: 没有写--says\n    请加上，如：--says",
        "--says: --says is missing\n    add it, such as: --says",
    ),
    (
        "an address typed in full width",
        [*ROADS[1:], "--source-title", "虚构", "--source-url", "https：//example.org/a"],
        "--source-url: 「--source-url」写作「https：//example.org/a」，不是网址\n"
        "    是否想写「https://example.org/a」",
        "--source-url: “--source-url” is “https：//example.org/a”, which is not a web address\n"
        "    did you mean “https://example.org/a”",
    ),
    (
        "a milestone with a value",
        ["jia-bridge", "--value", "1", "--as-of", "2099-10", "--source", "bulletin"],
        "--value: jia-bridge是节点，没有数值\n    请改写--reached",
        "--value: jia-bridge is a milestone and has no value\n    write --reached",
    ),
    (
        "the same again",
        ["new-roads", "--value", "91", "--as-of", "2099年10月31日", "--source", "bulletin"],
        "new-roads: 已经有了：同一天（2099-10-31）、同一来源的一条，写的是「90」，没有再写",
        "new-roads: already there: an update of the same day (2099-10-31) from the same source "
        "says “90”; nothing was added",
    ),
    (
        "no source",
        ["new-roads", "--value", "95", "--as-of", "2099-10"],
        "--source-title: 没有写来源\n    请写--source-title",
        "--source-title: there is no source\n    write --source-title",
    ),
    (
        "a source without address",
        ["new-roads", "--value", "95", "--as-of", "2099-10", "--source-title", "虚构"],
        "--source-url: 《虚构》没有网址，读者无法查看\n    请写上网址",
        "--source-url: 《虚构》 has no address, so no reader can see it\n    add its address",
    ),
    (
        "an address that is none",
        [*ROADS[1:], "--source-title", "虚构", "--source-url", "www.example.org"],
        "--source-url: 「--source-url」写作「www.example.org」，不是网址",
        "--source-url: “--source-url” is “www.example.org”, which is not a web address",
    ),
    (
        "a source that the file has not",
        ["new-roads", "--value", "95", "--as-of", "2099-10", "--source", "buletin"],
        "--source: sources里没有「buletin」\n    请写其中一个：bulletin",
        "--source: sources has no “buletin”\n    write one of: bulletin",
    ),
    (
        "an old source and a new one",
        [*ROADS[1:], "--source", "bulletin", "--source-title", "虚构"],
        "--source: --source指的是已登记的来源，不能同时写--source-title或--source-url",
        "--source: --source names a source that the file has; --source-title and --source-url "
        "write a new one",
    ),
    (
        "a kind that there is not",
        [*ROADS[1:], "--source", "bulletin", "--kind", "大概"],
        "--kind: 「--kind」写作「大概」，没有这一项\n    可选：estimate、preliminary、final",
        "--kind: “--kind” is “大概”, which is not one of its values",
    ),
    (
        "neither yes nor no",
        ["jia-bridge", "--reached", "快了", "--as-of", "2099-10", "--source", "bulletin"],
        "--reached: 「--reached」写作「快了」，这里只认true和false",
        "--reached: “--reached” is “快了”, only true and false are understood",
    ),
    (
        "what only the whole check finds",
        ["jia-bridge", "--stage", "封顶", "--says", "已封顶", "--as-of", "2099-10",
         "--source", "bulletin"],
        "「stage」写作「封顶」，没有这一项",
        "“stage” is “封顶”, which is not one of its values",
    ),
]  # fmt: skip


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
    before = (project / "targets.yaml").read_bytes()

    for language, expected in (("zh", chinese), ("en", english)):
        assert main(["record", *words, *DATE, "--yes", "--lang", language]) == 1
        assert expected in CODE.sub("", capsys.readouterr().err)
    assert (project / "targets.yaml").read_bytes() == before


def test_a_file_with_problems_is_mended_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "targets.yaml"
    path.write_text(path.read_text("utf-8").replace("改造桥梁3座", "改造桥梁4座"), "utf-8")

    assert main([*ROADS, *SOURCE, *DATE, "--yes", "--lang", "en"]) == 1
    err = capsys.readouterr().err
    assert "the report does not say “改造桥梁4座以上”" in err
    assert "    |   quote: 改造桥梁4座以上\n" in err
    assert err.splitlines()[-2].endswith("to mend; the file is as it was")


@pytest.mark.parametrize("data", [b"report: [", "report: 虚构".encode("gb18030"), b"", b"- a"])
def test_a_file_that_cannot_be_read_ends_in_a_message(data: bytes, project: Path) -> None:
    (project / "targets.yaml").write_bytes(data)

    assert main([*ROADS, *SOURCE, *DATE, "--yes"]) == 1
    assert (project / "targets.yaml").read_bytes() == data
