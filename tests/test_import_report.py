"""`import-report`: a file of another program becomes a report of the site, or is left alone."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from docx import Document

from tests.projects import SMALL_DATE, inputs, small_project, tree
from tracker.cli import main
from tracker.disk import create
from tracker.errors import InputError
from tracker.imports import Wishes, import_report
from tracker.messages.imports import PROBLEMS
from tracker.pipeline import assess
from tracker.read.report import read_report
from tracker.texts.text import Loss

SAMPLES = Path(__file__).parent / "reports-import"
LINES = (SAMPLES / "xugou.txt").read_text("utf-8").splitlines()
DATE = ["--date", SMALL_DATE.isoformat(), "--lang", "zh"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(small_project(tmp_path))
    for path in SAMPLES.glob("*.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.fixture
def fresh(project: Path) -> Path:
    """A project whose city has changed: no report yet, no targets."""
    for name in ("content/xugou-2099.md", "content/corrections.yaml", "targets.yaml"):
        (project / name).unlink()
    return project


@pytest.mark.parametrize("name", ["xugou.pdf", "xugou.html", "xugou.txt"])
def test_every_format_gives_the_same_report(name: str, fresh: Path) -> None:
    word = import_report(Path("xugou.docx"), Path("content"), Wishes())
    other = import_report(Path(name), Path("content"), Wishes())

    assert other.draft == word.draft
    assert [one.text for one in other.report.sentences] == [
        one.text for one in word.report.sentences
    ]


def test_a_new_city_is_a_site_as_soon_as_its_report_is_imported(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-report", "xugou.docx", *DATE]) == 0

    assert "标题：2099年虚构市政府工作报告" in capsys.readouterr().out
    draft = yaml.safe_load((fresh / "targets.yaml").read_text("utf-8"))
    quotes = " ".join(target["quote"] for target in draft["targets"])
    assert draft["report"] == "xugou-2099"
    assert all(words in quotes for words in ("新建公园30个", "新增养老床位800张", "6.5%左右"))
    assert main(["inspect", "content/xugou-2099.md"]) == 0
    assert "（一） 办好民生实事" in capsys.readouterr().out
    assert main(["build", *DATE]) == 0
    page = (fresh / "_site/report/xugou-2099.html").read_text("utf-8")
    assert "现在，我代表市人民政府向大会报告工作" in page
    assert "虚构市第九届人民代表大会第四次会议文件" not in page


def test_another_report_stands_beside_the_sites_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project / "content")

    assert main(["import-report", "xugou.docx", "--id", "xugou-2100", "--year", "2100", *DATE]) == 0

    out = capsys.readouterr().out
    assert "把targets.yaml改名为content/xugou-2099.yaml" in out
    assert "content/site.yaml第4行改为：report: xugou-2100（现为xugou-2099）" in out
    added = {"xugou-2100.md", "xugou-2100.yaml"}
    assert set(tree(project / "content")) == {*before, *added}
    draft = (project / "content/xugou-2100.yaml").read_text("utf-8")
    assert draft.startswith("# yaml-language-server: $schema=../data/targets.schema.json\n")
    ledgers = assess(inputs(project), SMALL_DATE).ledgers
    assert [ledger.report.id for ledger in ledgers] == ["xugou-2099", "xugou-2100"]


def test_a_report_of_another_city_names_every_line_that_speaks_of_the_last(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Done to the letter, nothing of the last city is left, and the draft passes."""
    site = project / "content/site.yaml"
    site.write_text(
        site.read_text("utf-8")
        .replace("region: 虚构市", "region: 前朝市")
        .replace("虚构市", "前朝市")
        + "agencies:\n- {id: roads, name: 前朝市公路局}\n",
        "utf-8",
    )
    for name in ("targets.yaml", "content/xugou-2099.md"):
        (project / name).unlink()
    for name in ("corrections", "synonyms"):
        (project / f"content/{name}.yaml").unlink(missing_ok=True)

    assert main(["import-report", "xugou.docx", *DATE, "--lang", "zh"]) == 0
    steps = re.findall(r"第(\d+)行的?(\w+)(?:也改成|下面列的)", capsys.readouterr().out)
    lines = site.read_text("utf-8").splitlines()
    for number, key in steps:
        lines[int(number) - 1] = f"{key}: {'[]' if key in ('places', 'agencies') else '虚构市'}"
    site.write_text("\n".join(line for line in lines if not line.startswith("- ")), "utf-8")

    assert "前朝" not in site.read_text("utf-8")
    assert main(["check", *DATE]) == 0


def test_nothing_is_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(project)

    assert main(["import-report", "xugou.docx", *DATE]) == 1

    assert "已有文件content/xugou-2099.md，没有覆盖" in capsys.readouterr().err
    assert tree(project) == before


def test_what_the_text_does_not_tell_is_asked_for_at_once(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "各位代表：\n现在，我代表市人民政府报告工作。\n" + "今年政府推进工作，加强建设。\n" * 30
    Path("report.txt").write_text(words, "utf-8")

    assert main(["import-report", "report.txt", *DATE]) == 1
    err = capsys.readouterr().err
    assert "--title" in err
    assert "--body" in err
    assert "--year" in err

    told = ["--title", "虚构", "--body", "虚构市人民政府", "--year", "2099"]
    assert main(["import-report", "report.txt", *told, *DATE]) == 0
    assert (fresh / "content/xugou-2099.md").exists()


def test_a_markdown_file_keeps_what_it_says_of_itself(fresh: Path) -> None:
    front = "---\ntitle: 一份报告\nbody: 虚构县人民政府\nyear: 2098\n---\n"
    Path("report.md").write_text(front + "\n".join(LINES), "utf-8")

    assert main(["import-report", "report.md", *DATE]) == 0

    report = read_report(fresh / "content/xugou-2098.md", "xugou-2098.md", [])
    assert report is not None
    assert (report.title, report.body, report.year) == ("一份报告", "虚构县人民政府", 2098)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--id", "虚构"], "--id xugou-2099"),
        (["--id", "../up"], "--id xugou-2099"),
        (["--year", "99"], "--year 2099"),
    ],
)
def test_a_wrong_wish_is_explained(
    options: list[str], code: str, fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-report", "xugou.txt", *options, *DATE]) == 1

    assert code in capsys.readouterr().err
    assert not (fresh / "targets.yaml").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("empty.docx", b""),
        ("letter.txt", "今天天气很好。".encode()),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_is_no_report_is_refused_in_words(
    name: str, data: bytes, language: str, fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)

    assert main(["import-report", name, "--lang", language]) == 1

    out, err = capsys.readouterr()
    assert err.startswith(f"{name}: ")
    assert out == ""


def test_words_that_look_like_markup_stay_words(fresh: Path) -> None:
    odd = ("# 一号工程", "#", "1. 修路", "* 种树", "> 引用", "**重点**", "<b>粗</b>", "\\# 反斜线")
    document = Document()
    for words in (*LINES[:6], *odd, *LINES[6:]):
        document.add_paragraph(words)
    document.save("odd.docx")

    imported = import_report(Path("odd.docx"), Path("content"), Wishes())

    shown = " ".join(sentence.text for sentence in imported.report.sentences)
    for words in odd:
        assert words.removeprefix("1. ") in shown


def test_headings_without_numbers_are_marked(fresh: Path) -> None:
    document = Document()
    document.add_heading("政府工作报告", 0)
    for words in LINES[1:]:
        title = words.split("、")[-1].split("）")[-1]
        if len(words) < 15 and title != words:
            document.add_heading(title, 2 if words.startswith("（") else 1)
        else:
            document.add_paragraph(words)
    document.save("styled.docx")

    report = import_report(Path("styled.docx"), Path("content"), Wishes()).report

    titles = [(section.title, section.level) for section in report.sections]
    assert ("2099年工作安排", 1) in titles
    assert ("做强实体经济", 2) in titles


def test_remarks_name_the_line_of_the_text(fresh: Path) -> None:
    imported = import_report(Path("portal.html"), Path("content"), Wishes())

    table = next(remark for remark in imported.remarks if remark.code == "import-table")
    line = imported.markdown.splitlines()[table.where.line - 1]
    assert table.where.path == "content/xugou-2099.md"
    assert line == "项目\t数量"


def test_every_loss_has_its_words() -> None:
    assert {f"import-{loss}" for loss in Loss} <= set(PROBLEMS)


def test_two_files_are_put_in_place_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")

    with pytest.raises(InputError):
        create({tmp_path / "a": b"new", tmp_path / "b": b"new"})

    assert tree(tmp_path) == {"b": b"old"}


def test_files_are_put_in_place_where_links_are_not_to_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)

    create({tmp_path / "a": b"new"})

    assert tree(tmp_path) == {"a": b"new"}


def test_a_folder_that_is_not_there_is_explained(
    fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--content", "nowhere", "--targets", "nowhere/targets.yaml"]

    assert main(["import-report", "xugou.txt", *options, *DATE]) == 1
    assert "没有文件夹nowhere" in capsys.readouterr().err
