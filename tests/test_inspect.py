"""A report nobody has edited: what `inspect` prints of it, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.projects import ROOT, SITES
from tests.test_structure import TEXTS
from tracker.cli import main
from tracker.inspect import to_json, to_text
from tracker.read.inspection import inspect

SHARED = ROOT.parent / "shared" / "reports"
REPORT = """云州市2031年政府工作报告
——2031年1月6日在云州市第九届人民代表大会第三次会议上

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、2030年工作回顾
过去一年，我们完成了全年任务。地区生产总值增长6.1%，新增规上企业31家，改造老旧小区12个。

二、2031年工作安排
今年发展主要预期目标是：地区生产总值增长6%左右，居民消费价格涨幅控制在3%以内。
（一）坚持创新驱动
推进“789”行动，新建孵化器3个以上，力争研发投入突破28万元。
（二）坚持城乡融合
一是修路。年底前新修公路120至140公里。二是种树。总投资5亿元的绿廊项目6月底前开工。
到2035年，森林覆盖率由29%提高到31%。
"""


def found(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, Any]:
    assert main(["inspect", str(path), "--format", "json"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def written(folder: Path, data: bytes) -> Path:
    path = folder / "report.txt"
    path.write_bytes(data)
    return path


def test_sections_and_their_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sections = found(capsys, written(tmp_path, REPORT.encode()))["sections"]

    assert [(s["level"], s["ordinal"], s["title"], s["part"]) for s in sections] == [
        (1, "一、", "2030年工作回顾", "review"),
        (1, "二、", "2031年工作安排", "plan"),
        (2, "（一）", "坚持创新驱动", "plan"),
        (2, "（二）", "坚持城乡融合", "plan"),
        (3, "一是", "修路", "plan"),
        (3, "二是", "种树", "plan"),
    ]
    for section in sections:
        assert section["title"] in REPORT[section["start"] : section["end"]]


def test_numbers_and_what_they_are_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers = found(capsys, written(tmp_path, REPORT.encode()))["numbers"]

    keys = ("value", "unit", "bound", "change", "due", "effort")
    assert [tuple(n[key] for key in keys) for n in numbers if n["kind"] == "target"] == [
        (6, "%", "~", "growth", "2031-12-31", None),
        (3, "%", "<=", "growth", "2031-12-31", None),
        (3, "个", ">=", None, None, None),
        (280000, "元", ">", None, None, "stretch"),
        ([120, 140], "公里", "range", None, "2031-12-31", None),
        (31, "%", ">=", None, "2035-12-31", None),
    ]
    kinds = {n["quote"]: n["kind"] for n in numbers}
    assert kinds["31家"] == kinds["12个"] == kinds["6.1%"] == "past"
    assert kinds["789"] == "name"
    assert kinds["5亿元"] == "qualifier"
    assert kinds["29%"] == "baseline"


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("gb18030"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\\r\\n").encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "windows", "literal"],
)
def test_the_make_of_the_file_does_not_matter(
    encode: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = found(capsys, written(tmp_path, REPORT.encode()))
    other = found(capsys, written(tmp_path, encode(REPORT)))

    for key in ("title", "level", "part", "style"):
        assert [s[key] for s in other["sections"]] == [s[key] for s in plain["sections"]]
    for key in ("quote", "value", "unit", "bound", "kind"):
        assert [n[key] for n in other["numbers"]] == [n[key] for n in plain["numbers"]]


def test_offsets_point_into_the_whole_file(capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "content" / "yuncheng-2023.md"
    text = path.read_text("utf-8")
    result = found(capsys, path)

    assert result["year"] == 2023
    for number in result["numbers"]:
        assert text[number["start"] : number["end"]] == number["quote"]
    targets = [n["quote"] for n in result["numbers"] if n["kind"] == "target"]
    assert {"8000座以上", "28万亩", "3.7万座", "3个~5个"} <= set(targets)


def test_the_text_form_is_a_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(SITES / "small" / "content" / "xugou-2099.md")]) == 0

    out = capsys.readouterr().out
    assert "year 2099" in out
    assert "修路种树" in out
    assert "120公里: = 120 公里" in out


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (bytes(range(256)) * 40, "text"),
        (b"\x00" * 5000, "text"),
        ("今天天气很好，我们去公园散步。\n".encode() * 3, "report"),
        (b"The quick brown fox jumps over the lazy dog.\n" * 200, "report"),
    ],
    ids=["empty", "blank", "binary", "zeros", "short", "english"],
)
def test_what_is_no_report_is_refused(
    data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, data)

    for command in ("inspect", "suggest"):
        assert main([command, str(path), "--lang", "en"]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert path.name in err
        assert says in err


def test_a_file_of_50_mb_is_refused_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    assert main(["inspect", str(path), "--lang", "zh"]) == 1
    assert "50" in capsys.readouterr().err


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path / "none.txt"), "--lang", "en"]) == 1
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["inspect"], ["suggest"], ["build", "a.txt"]])
def test_a_file_is_for_inspect_and_suggest(words: list[str]) -> None:
    assert main(words) == 2


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_number_lies_in_it(text: str) -> None:
    inspection = inspect(text)

    for one in inspection.numbers:
        assert 0 <= one.start < one.end <= len(text)
        for letter in one.sentence.text[one.number.start : one.number.end]:
            assert letter in text[one.start : one.end]
    for node in inspection.sections:
        assert 0 <= node.start < node.end <= len(text)
    json.loads(to_json(inspection))
    to_text(inspection)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the project")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.txt")), ids=lambda path: path.stem)
def test_every_real_report_is_understood(path: Path) -> None:
    inspection = inspect(path.read_text("utf-8"))

    assert inspection.year == int(path.stem[-4:])
    assert len(inspection.sections) >= 10
    for one in inspection.numbers:
        quote = "".join(inspection.text[one.start : one.end].split())
        number = one.sentence.text[one.number.start : one.number.end]
        assert quote.startswith(number[:1])
        assert quote.endswith(number[-1:])
    targets = [one for one in inspection.numbers if one.number.kind == "target"]
    assert len(targets) >= 10


ANNEXES = """
附件1：2031年民生实事清单
1.新建幼儿园7所。牵头单位：市教育局
附件2：2030年民生实事
1.改造桥梁9座。牵头单位：市交通局
附件3：2031年民生实事完成情况
1.新建公厕8座。牵头单位：市住建局
附件4：名词解释
1.“绿廊”：指建设13个以上驿站的步道。
"""


def test_an_annex_of_this_years_promises_holds_targets() -> None:
    numbers = inspect(REPORT + ANNEXES).numbers
    of_annex = {
        found.number.low: found.number.kind.value
        for found in numbers
        if found.sentence.part == "annex" and found.number.unit
    }

    assert of_annex == {7: "target", 9: "context", 8: "context", 13: "context"}
