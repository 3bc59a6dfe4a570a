"""`export` and `import` as an editor runs them: all of a sheet is written, or nothing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.programs import program
from tests.projects import YEARS_DATE, small_project
from tests.sheets import as_csv, cell, fill
from tracker.cli import main

DATE = ["--date", YEARS_DATE.isoformat(), "--lang", "zh"]
NEW = {
    "累计完成": "１０１.5公里",
    "数据截至": "2099年11月30日",
    "数据来源": "虚构的快报",
    "网址": "https://example.org/flash",
}
WRITTEN = """\
  - as_of: 2099-10-31
    value: 90
    source: bulletin
  - as_of: 2099-11-30
    value: 101.5
    kind: final
    source:
      title: 虚构的快报
      url: https://example.org/flash
      publisher: 虚构市统计局
      tier: statistics
"""
REST = {"发布日期": None, "查阅日期": None}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    return tmp_path


def export(name: str) -> Path:
    assert main(["export", "--to", name, *DATE]) == 0
    return Path(name)


def filled(path: Path, cells: dict[str, dict[str, object]]) -> None:
    book = load_workbook(path)
    for target, columns in cells.items():
        fill(book, target, columns)
    book.save(path)


def take(path: Path | str, *more: str) -> int:
    return main(["import", str(path), *more, *DATE])


@pytest.mark.parametrize("name", ["台账.xlsx", "ledger.csv"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_round_trip_without_edits_changes_not_one_byte(
    name: str, line_end: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "targets.yaml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", line_end.encode())
    path.write_bytes(before)

    assert take(export(name), "--yes") == 0
    assert path.read_bytes() == before
    assert "没有变化：targets.yaml" in capsys.readouterr().out


def test_a_value_typed_into_a_sheet_reaches_its_page(project: Path) -> None:
    """Export, type and save, import, build: four steps."""
    path = export("台账.xlsx")
    filled(path, {"new-roads": {**NEW, **REST}})

    assert take(path, "--yes") == 0
    assert WRITTEN in (project / "targets.yaml").read_text("utf-8")
    assert main(DATE) == 0
    assert "101.5" in (project / "_site/targets/new-roads.html").read_text("utf-8")
    assert take(path, "--yes") == 0
    assert export("台账.xlsx")


def test_without_yes_the_change_is_shown_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "targets.yaml").read_bytes()
    path = export("台账.xlsx")
    filled(path, {"new-roads": {**NEW, **REST}})

    assert take(path) == 1
    assert (project / "targets.yaml").read_bytes() == before
    out = capsys.readouterr().out
    assert "表里有1条新的进展、0处别的修改" in out
    assert "+    value: 101.5" in out


def test_one_bad_cell_keeps_back_the_whole_sheet(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also one that only the check of the whole project finds: an agency nobody knows."""
    before = (project / "targets.yaml").read_bytes()
    path = export("台账.xlsx")
    filled(path, {"new-roads": {**NEW, **REST}, "bridges": {"牵头单位": "虚构市没有的局"}})
    lead = cell(load_workbook(path), "bridges", "牵头单位").coordinate

    assert take(path, "--yes") == 1
    assert (project / "targets.yaml").read_bytes() == before
    err = capsys.readouterr().err
    assert err.startswith(f"台账.xlsx 台账!{lead}: 不认识单位「虚构市没有的局」")

    filled(path, {"trees": {"累计完成": "很多", "数据截至": "明年"}})
    assert take(path, "--yes") == 1
    assert (project / "targets.yaml").read_bytes() == before
    err = capsys.readouterr().err
    for column in ("累计完成", "数据截至"):
        place = cell(load_workbook(path), "trees", column).coordinate
        assert f"台账.xlsx: 台账!{place}：“{column}”写作" in err
    assert f"台账.xlsx 台账!{lead}: 不认识单位" in err
    assert "共3处需要修改，文件没有改动" in err


def test_a_csv_from_an_office_is_read_and_refused_by_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["虚构市督查台账", "", "", "", ""],
        ["编号", "完成情况", "截至日期", "佐证材料", "网址"],
        ["new-roads", "101.5", "2099.11.30", "虚构的快报", "https://example.org/flash"],
        ["trees", "2.45万株", "2099/11/30", "虚构的快报", "https://example.org/flash"],
    ]
    Path("上报.csv").write_bytes(as_csv(rows, ";", "gb18030"))
    assert take("上报.csv", "--yes") == 0
    text = (project / "targets.yaml").read_text("utf-8")
    assert "    value: 101.5\n" in text
    assert "    value: 2.45\n" in text

    rows[3][4] = "example.org"
    rows[3][3] = "虚构的另一份快报"
    Path("上报.csv").write_bytes(as_csv(rows))
    capsys.readouterr()
    assert take("上报.csv", "--yes") == 1
    assert capsys.readouterr().err.startswith("上报.csv:4:34: 「url」写作「example.org」")


def test_a_file_that_is_missing_or_has_another_name_is_called_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take("没有.xlsx") == 1
    assert "没有这个文件" in capsys.readouterr().err
    export("台账.xlsx").rename("台账.csv")
    assert take("台账.csv", "--yes") == 0
    assert main(["import", *DATE]) == 2


@pytest.mark.parametrize("name", ["ledger.xls", "ledger", "missing/ledger.csv", "content/about.md"])
def test_an_export_says_where_it_cannot_go(name: str, project: Path) -> None:
    assert main(["export", "--to", name, *DATE]) == 1


def test_an_export_overwrites_neither_what_was_typed_nor_what_is_no_ledger(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export("台账.xlsx")
    assert export("台账.xlsx")
    filled(path, {"new-roads": {"备注": "虚构"}})
    Path("别的.csv").write_text("甲,乙\n1,2\n", "utf-8")

    assert main(["export", "--to", "台账.xlsx", *DATE]) == 1
    assert "有还没导入的修改" in capsys.readouterr().err
    assert main(["export", "--to", "别的.csv", *DATE]) == 1
    assert "不是台账" in capsys.readouterr().err


def convert(paths: Sequence[Path], kind: str, folder: Path) -> list[Path]:
    """Opened by LibreOffice and saved as another kind of file."""
    command = [
        program("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless",
        "--convert-to", kind, "--outdir", f"{folder}/saved", *map(str, paths),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [folder / "saved" / f"{path.stem}.{kind.partition(':')[0]}" for path in paths]


# comma, quotes, UTF-8, from line 1; cells as they are shown
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def test_libreoffice_gives_back_what_it_was_given(project: Path) -> None:
    targets = project / "targets.yaml"
    before = targets.read_bytes()
    plain = export("plain.xlsx")
    typed = Path(shutil.copy(plain, "typed.xlsx"))
    filled(typed, {"new-roads": {**NEW, **REST}})

    for kind in ("xlsx", CSV):
        unchanged, changed = convert([plain, typed], kind, project)
        assert take(unchanged, "--yes") == 0
        assert targets.read_bytes() == before
        assert take(changed, "--yes") == 0
        assert WRITTEN in targets.read_text("utf-8")
        targets.write_bytes(before)
