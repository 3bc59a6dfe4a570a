"""The real page, read: its tree, its repairs, every word where it was printed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.projects import ROOT
from tracker.errors import Problem
from tracker.model import Repair, Report, Section, Style
from tracker.read.front import split_front
from tracker.read.report import read_report

PAGE = ROOT / "content" / "yuncheng-2023.md"
SHARED = ROOT.parent / "shared"
SHA256 = "9820975bdacaa09492d0fa86a6a6cd7194ec52ee5da1c89efeb130f8d9590dea"


@pytest.fixture(scope="module")
def report() -> Report:
    problems: list[Problem] = []
    found = read_report(PAGE, "content/yuncheng-2023.md", problems)
    assert found
    assert not problems
    return found


def section(report: Report, title: str) -> Section:
    return next(one for one in report.sections if one.title == title)


def test_the_page_is_as_printed(report: Report) -> None:
    assert hashlib.sha256(report.printed.encode()).hexdigest() == SHA256
    assert report.sha256 == SHA256
    _, text, _ = split_front(PAGE.read_bytes().decode())
    assert text == report.printed


def test_every_sentence_stands_where_it_says(report: Report) -> None:
    for sentence in [*report.sentences, *report.furniture]:
        spans = sentence.passage.spans
        assert "".join(report.printed[start:end] for start, end in spans) == sentence.text
        first_line = report.printed.count("\n", 0, spans[0][0]) + 1
        assert first_line == sentence.line


def test_no_printed_word_is_lost(report: Report) -> None:
    read = set()
    for sentence in [*report.sentences, *report.furniture]:
        for start, end in sentence.passage.spans:
            read |= set(range(start, end))

    lost = {at: c for at, c in enumerate(report.printed) if at not in read and not c.isspace()}
    assert set(lost.values()) <= {"#"}


def test_ids_are_unique_and_follow_the_printed_order(report: Report) -> None:
    ids = sorted((s.passage.spans[0][0], s.id) for s in report.sentences)
    assert [name for _, name in ids] == [f"s{n}" for n in range(1, len(ids) + 1)]


def test_the_tree_is_the_one_a_reader_would_draw(report: Report) -> None:
    (year,) = report.parts
    assert [(one.ordinal, one.ordinal_inferred, one.title) for one in year.children] == [
        ("(一)", True, "聚力转型升级 促进工业新型化重塑"),
        ("(二)", False, "聚力“三农”发展 促进乡村全方位振兴"),
        ("(三)", False, "聚力消费回暖 促进服务业提质增效"),
        ("(四)", False, "聚力项目建设 促进有效投资持续扩大"),
        ("(五)", False, "聚力服务保障 促进市场主体量质齐升"),
        ("", False, "努力建设人民满意政府"),
    ]
    assert [one.title for one in year.children[0].children] == [
        "改造提升传统产业", "培育壮大新兴产业", "抓好链长制专业镇", "加快发展数字经济",
    ]  # fmt: skip
    farming = section(report, "做优做强农业产业体系")
    assert farming.style is Style.LEAD
    assert [(one.style, one.title) for one in farming.children] == [
        (Style.DASH, "壮大特优农业"), (Style.DASH, "做强工业农业"),
        (Style.DASH, "打造品牌农业"), (Style.DASH, "发展数字农业"),
    ]  # fmt: skip
    closing = year.children[-1]
    assert closing.moved
    assert [one.style for one in closing.children] == [Style.DIAMOND] * 4


def test_broken_paragraphs_are_joined(report: Report) -> None:
    text = "\n".join(sentence.text for sentence in report.sentences)
    assert "打造10个高标准设施水果示范园" in text
    assert "推进生态体育公园、中条山文化博览园等项目完工并运营" in text


def test_every_repair_is_noted(report: Report) -> None:
    kinds = [note.kind for note in report.repairs]
    assert {kind: kinds.count(kind) for kind in Repair} == {
        Repair.MASTHEAD: 1, Repair.JUMP: 2, Repair.ORDINAL: 4, Repair.JOINED: 2,
        Repair.INFERRED: 1, Repair.MOVED: 1,
    }  # fmt: skip


def write(folder: Path, page: str) -> Report:
    path = folder / "page.md"
    path.write_text(f"---\ntitle: 虚构\nbody: 虚构\nyear: 2099\n---\n{page}", "utf-8")
    problems: list[Problem] = []
    found = read_report(path, "page.md", problems)
    assert found
    assert not problems
    return found


def test_plain_numbered_headings_make_a_tree(tmp_path: Path) -> None:
    report = write(
        tmp_path,
        "一、过去一年\n修了路。\n二、今年工作\n（一）修路种树\n修路。新建公路3公里。\n（二）便民服务\n办好事。\n",
    )

    assert [(one.ordinal, one.title) for one in report.parts] == [
        ("一、", "过去一年"),
        ("二、", "今年工作"),
    ]
    assert [(one.ordinal, one.title) for one in report.parts[1].children] == [
        ("（一）", "修路种树"),
        ("（二）", "便民服务"),
    ]


def test_words_before_the_first_heading_are_kept(tmp_path: Path) -> None:
    report = write(tmp_path, "各位代表：\n现在报告工作。\n一、过去一年\n修了路。\n")

    assert [p[0].text for p in report.preamble] == ["各位代表：", "现在报告工作。"]


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    page = "## 今年工作\n\n新建公路3公里，带动老旧小\n\n区加装电梯。\n"
    unix = write(tmp_path, page)
    windows = write(tmp_path, page.replace("\n", "\r\n"))

    assert [s.text for s in windows.sentences] == [s.text for s in unix.sentences]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the project")
@pytest.mark.parametrize("path", sorted((SHARED / "reports").glob("*.txt")), ids=lambda p: p.stem)
def test_other_reports_keep_every_word(path: Path, tmp_path: Path) -> None:
    report = write(tmp_path, path.read_bytes().decode("utf-8", errors="replace"))

    spans = [span for s in [*report.sentences, *report.furniture] for span in s.passage.spans]
    read = sum(len(report.printed[a:b]) for a, b in spans)
    printed = sum(not c.isspace() and c not in "#\u3000\ufeff" for c in report.printed)
    assert read >= printed
