"""Several reports in one site: families of goals, silences, every kind of target on its page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.projects import YEARS_DATE, inputs, years_project
from tracker.errors import InputError
from tracker.model import Assessment, Carried, Status, Type
from tracker.pipeline import assess, build_files


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return years_project(tmp_path_factory.mktemp("years"))


@pytest.fixture(scope="module")
def assessment(folder: Path) -> Assessment:
    return assess(inputs(folder), YEARS_DATE)


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, bytes]:
    return build_files(inputs(folder), YEARS_DATE)


def page(files: dict[str, bytes], name: str) -> str:
    """A page's words, without its markup."""
    html = re.sub(r"<[^>]+>", "", files[name].decode())
    return re.sub(r"\s+", "", html)


def fates(assessment: Assessment) -> dict[str, Carried]:
    return {
        one.target.id: one.sequel.carried
        for ledger in assessment.ledgers
        for one in ledger.targets
        if one.sequel
    }


def test_reports_come_newest_first_after_the_sites_own(assessment: Assessment) -> None:
    assert [ledger.report.year for ledger in assessment.ledgers] == [2099, 2098, 2097, 2096]


def test_a_goal_that_is_continued_is_one_family(assessment: Assessment) -> None:
    families = {
        one.target.id: one.family for ledger in assessment.ledgers for one in ledger.targets
    }

    assert families["roads-2098"] == ("roads-2097", "roads-2098", "roads-2099")
    assert families["trees-2098"] == ("trees-2098",)


def test_the_next_report_continues_is_silent_or_says_something_like_it(
    assessment: Assessment,
) -> None:
    assert fates(assessment) == {
        "roads-2098": Carried.CONTINUED,
        "trees-2098": Carried.SILENT,
        "sports-grounds": Carried.NOT_FOUND,
        "measures-2098": Carried.ECHOED,
        "roads-2097": Carried.CONTINUED,
    }


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("trees-2098", "下一年报告未提及：《2099年虚构市政府工作报告》。经编者核对全文。"),
        ("sports-grounds", "下一年报告未提及：《2099年虚构市政府工作报告》。由程序比对全文"),
        ("measures-2098", "由程序比对，未经编者核对。推出便民措施4项"),
        ("roads-2098", "下一年报告接着提出"),
    ],
)
def test_a_page_says_what_the_next_report_does(
    files: dict[str, bytes], target: str, words: str
) -> None:
    assert words in page(files, f"targets/{target}.html")


def test_a_family_is_drawn_on_the_page_of_each_member(files: dict[str, bytes]) -> None:
    for year in (2097, 2098, 2099):
        html = files[f"targets/roads-{year}.html"].decode()
        assert 'class="chart family"' in html
        assert all(f"{other}年报告" in html for other in (2097, 2098, 2099))


def test_every_report_has_its_pages_and_its_numbers(files: dict[str, bytes]) -> None:
    for year in (2096, 2097, 2098, 2099):
        assert f"report/xugou-{year}.html" in files
        assert f"report/xugou-{year}.txt" in files
    assert {name for name in files if name.startswith("coverage")} == {
        "coverage.html", "coverage-xugou-2098.html", "coverage-xugou-2097.html",
    }  # fmt: skip


def test_the_home_page_counts_the_sites_own_report_and_links_the_others(
    files: dict[str, bytes],
) -> None:
    home = page(files, "index.html")

    assert "／16项" in home  # 17 targets, of which one is made of two others
    assert "2098年虚构市政府工作报告4项目标" in home


def test_search_finds_the_other_reports_too(files: dict[str, bytes]) -> None:
    index = files["assets/search-index.js"].decode()

    assert "trees-2098" in index
    assert '["xugou-2096",2096,' in index
    assert "修路60公里。" in index


# --- every kind of target -----------------------------------------------------------------------


def test_every_type_is_in_the_project(assessment: Assessment) -> None:
    assert {one.target.type for one in assessment.targets} == set(Type)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("roads-2099", "责任单位自报“全面完成”（2099年12月31日），按规则得出“未达标”"),
        ("roads-2099", "120公里未达标截至2099年12月31日已完成110/120公里=91.7%，差10公里；规则v1"),
        ("roads-2099", "100公里已完成截至2099年12月31日已完成110/100公里=110.0%；规则v1"),
        ("roads-2099", "进度安排2099年6月30日应达70公里"),
        ("old-roads", "按直线推算"),
        ("old-roads", "另一来源：虚构的市长讲话"),
        ("jia-bridge", "逾期完成"),
        ("jia-bridge", "已到“通车”（第3步，共3步）"),
        ("income", "参照地区生产总值增速"),
        ("digital", "101亿元/目标≥50亿元的2倍"),
        ("digital", "虚构的协会有异议：其中10亿元重复计算。"),
        ("large-firms", "91家/目标≈100家（允许少10家）"),
        ("measures", "夜间办事已做到已经推出"),
        ("measures", "就近办事没有来源说到"),
        ("kindergartens", "共2部分：“未达标”1，“已完成”1"),
        ("markets", "2099年8月1日中止：虚构市政府。并入社区中心。"),
        ("firms", "2099年7月1日起口径变化：改按经营主体统计"),
        ("tunnel", "编辑设定"),
        ("gdp", "比较基准与上年相比，不变价"),
    ],
)
def test_a_page_shows(files: dict[str, bytes], target: str, words: str) -> None:
    assert words in page(files, f"targets/{target}.html")


def test_a_chart_stands_with_its_numbers_in_a_table(files: dict[str, bytes]) -> None:
    html = files["targets/roads-2099.html"].decode()

    assert 'class="chart progress"' in html
    for words in ("118公里", "110公里", "58公里", "20公里", "70公里", "估计数", "初步数"):
        assert words in html


def test_an_agency_answers_for_some_and_is_only_named_in_others(files: dict[str, bytes]) -> None:
    assert "牵头文件写明由它牵头。新建公路" in page(files, "agencies/transport.html")
    assert "配合文件写明由它配合。新建公路" in page(files, "agencies/finance.html")
    assert "目前没有这样的目标" in page(files, "agencies/forestry.html")


def test_the_data_has_the_targets_of_all_reports(files: dict[str, bytes]) -> None:
    data: dict[str, Any] = json.loads(files["data/targets.json"])
    by_report = [target["report"] for target in data["targets"]]

    assert by_report.count("xugou-2099") == 17
    assert by_report.count("xugou-2098") == 4
    assert by_report.count("xugou-2097") == 1


# --- mistakes of editors who keep several reports -------------------------------------------------


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        ("targets.yaml", "continues: roads-2098", "continues: roads-2089", ["unknown-target"]),
        ("targets.yaml", "continues: roads-2098", "continues: gdp", ["continues-no-earlier"]),
        (
            "content/xugou-2098.yaml",
            "silent_in: [xugou-2099]",
            "silent_in: [xugou-2100]",
            ["no-such-report-near"],
        ),
        ("content/xugou-2098.yaml", "id: trees-2098", "id: gdp", ["duplicate-id"]),
        ("content/xugou-2098.yaml", "report: xugou-2098", "report: xugou-2099", ["report-differs"]),
        (
            "content/xugou-2098.yaml",
            "  title: 新建公路",
            "  silent_in: [xugou-2099]\n  title: 新建公路",
            ["silent-and-continued"],
        ),
        ("targets.yaml", "relative_to: gdp", "relative_to: approval-time", ["relative-unit"]),
        ("targets.yaml", "to: 100公里, value: 100", "to: 100公里", ["figure-without-value"]),
        ("targets.yaml", "to: 100公里, value: 100", "to: 100公里, value: 90", ["figure-differs"]),
        ("targets.yaml", "confirmed_by: [mayor]", "confirmed_by: [bulletin]", ["confirms-itself"]),
        ("targets.yaml", "stage: 通车, reached_on", "reached_on", ["reached-on-alone"]),
        (
            "targets.yaml",
            "{as_of: 2099-12-31, value: 91",
            "{as_of: 2100-12-31, value: 91",
            ["day-after-day"],
        ),
        ("targets.yaml", "value: 91, source", "value: , source", ["missing-key"]),
        (
            "targets.yaml",
            "  title: 规模以上企业",
            "  tolerance: {value: -1, reason: 测试}\n  title: 规模以上企业",
            ["bad-tolerance"],
        ),
        (
            "targets.yaml",
            "parts: [provincial-kindergarten, city-kindergartens]",
            "parts: [city-kindergartens, city-kindergartens]",
            ["too-few-parts"],
        ),
        ("content/site.yaml", "{id: finance, name", "{id: 财政, name", ["bad-id"]),
        ("content/site.yaml", "{id: finance, name", "{id: transport, name", ["duplicate-id"]),
    ],
)
def test_a_mistake_between_reports(
    tmp_path: Path, file: str, old: str, new: str, codes: list[str]
) -> None:
    project = years_project(tmp_path)
    change(project, file, old, new)

    with pytest.raises(InputError) as error:
        assess(inputs(project), YEARS_DATE)
    assert [problem.code for problem in error.value.problems] == codes


def test_a_later_report_without_targets_still_tells_what_it_does_not_mention(
    tmp_path: Path,
) -> None:
    project = years_project(tmp_path)
    text = (project / "content/xugou-2096.md").read_text("utf-8")
    later = text.replace("2096", "2100").replace("修路60公里", "新建公路200公里")
    (project / "content/xugou-2100.md").write_text(later, "utf-8")

    found = fates(assess(inputs(project), YEARS_DATE))

    assert found["roads-2099"] is Carried.ECHOED
    assert found["gdp"] is Carried.NOT_FOUND


def test_a_withdrawal_without_a_document_is_no_withdrawal(tmp_path: Path) -> None:
    project = years_project(tmp_path)
    change(
        project, "targets.yaml", "document: decree, note: 并入社区中心。", "note: 并入社区中心。"
    )

    with pytest.raises(InputError) as error:
        assess(inputs(project), YEARS_DATE)
    assert [problem.code for problem in error.value.problems] == ["missing-key"]


def test_nothing_but_a_document_makes_a_status_withdrawn(assessment: Assessment) -> None:
    withdrawn = [
        one.target.id for one in assessment.targets if one.judgement.status is Status.WITHDRAWN
    ]
    assert withdrawn == ["markets"]
