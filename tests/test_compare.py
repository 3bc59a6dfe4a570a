"""What a later report says of an earlier one's promises: continued, reviewed, or silent."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.projects import ROOT, SITES
from tests.test_structure import TEXTS
from tracker.assess.continuity import COMMON, Later, clauses_of, echo
from tracker.cli import main
from tracker.compare import Fate, Volume, compare, to_json, to_text
from tracker.model import Echo, Part, Passage, Sentence

SHARED = ROOT.parent / "shared" / "reports"
HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "cases" / "continuity.yaml").read_text("utf-8"))
OLD, NEW = (HERE / "reports" / f"xugou-{year}.txt" for year in (2098, 2099))


def sentences(*texts: str, part: Part = Part.REVIEW) -> list[Sentence]:
    return [Sentence(f"s{at}", Passage(text, ()), at, part=part) for at, text in enumerate(texts)]


def outcome(found: Echo | None) -> str:
    if found is None:
        return "silent"
    return f"{'sure' if found.sure else 'likely'}: {found.words}"


# --- one promise --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", TABLE["cases"], ids=lambda row: f"{row['words']}-{row['later'][0]}")
def test_the_table_of_echoes(row: dict[str, Any]) -> None:
    found = echo(row["words"], sentences(*TABLE["background"], *row["later"]))

    wanted = "sure" if row.get("sure", True) else "likely"
    assert outcome(found) == (f"{wanted}: {row['finds']}" if "finds" in row else "silent")


def test_a_reworded_promise_is_looked_for_at_the_clause_that_leads_up_to_it() -> None:
    promise = "推进“厂房上楼”，新增低成本空间40万平方米。"
    later = Later.of(sentences(*TABLE["background"], "新开工“厂房上楼”项目7个。"))
    start = promise.index("40")

    found = later.echo_of_number(promise, start, start + len("40万平方米"))

    assert outcome(found) == "likely: 新开工“厂房上楼”项目7个"


def test_a_clause_with_a_figure_of_its_own_leads_up_to_nothing() -> None:
    promise = "新建公园20个，管道燃气普及率提高到75%。"
    later = Later.of(sentences(*TABLE["background"], "新建公园31个。"))
    start = promise.index("75")

    assert later.echo_of_number(promise, start, start + len("75%")) is None


@pytest.mark.parametrize(("count", "found"), [(COMMON, True), (COMMON + 1, False)])
def test_words_that_hundreds_of_clauses_have_find_none_of_them(count: int, found: bool) -> None:
    later = Later.of(sentences(*(f"新建喷泉{number}座。" for number in range(count))))

    assert bool(later.nearest("新建喷泉9座左右")) is found


def test_a_glossary_makes_nothing_sure() -> None:
    words, text = "打通断头路12条", "断头路：指未与其他道路连通的道路。"
    glossary = sentences(*TABLE["background"], text, part=Part.ANNEX)
    review = sentences(*TABLE["background"], text)

    assert outcome(echo(words, glossary)) == "likely: 断头路"
    assert outcome(echo(words, review)) == "sure: 断头路"


def test_one_part_of_the_report_can_be_asked() -> None:
    promised = sentences("新建公园30个。", part=Part.PLAN)
    later = Later.of([*promised, *sentences(*TABLE["background"])])

    assert later.echo("新建公园20个", {Part.PLAN}) == later.echo("新建公园20个")
    assert later.echo("新建公园20个", {Part.REVIEW}) is None


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.text("，。、：5座%新建公园二十等 \n")))
def test_clauses_are_parts_of_the_text_in_order(text: str) -> None:
    spans = list(clauses_of(text))

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=6))
def test_any_words_can_be_asked_of_any_sentences(words: str, texts: list[str]) -> None:
    found = Later.of(sentences(*texts)).nearest(words)

    assert found is None or (0 <= found.score <= 100 and found.words)


# --- two reports --------------------------------------------------------------------------------


def compared(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["compare", str(OLD), str(NEW), "--format", "json"]) == 0
    rows: dict[str, Any] = json.loads(capsys.readouterr().out)
    return rows


def test_each_promise_has_one_fate(capsys: pytest.CaptureFixture[str]) -> None:
    rows = compared(capsys)

    fates: dict[str, list[str]] = {}
    for row in rows["followed"]:
        fates.setdefault(row["fate"], []).append(row["old"]["figure"])
    assert fates == {
        "continued": ["6%左右", "7%", "20个", "60公里", "3家"],
        "reviewed": ["90个", "1.2万个", "5万户"],
        "mentioned": ["300辆"],
        "unclear": ["3%以内", "40万平方米"],
        "silent": ["3个工作日以内", "80公里", "9艘"],
    }
    assert [row["figure"] for row in rows["fresh"]] == ["800张", "2个"]


def test_figures_and_lines_of_both_reports_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    rows = compared(capsys)["followed"]

    parks = next(row for row in rows if row["old"]["figure"] == "20个")
    assert (parks["old"]["value"], parks["new"]["value"]) == (20, 30)
    for row, path in ((parks["old"], OLD), (parks["new"], NEW), (parks["echo"], NEW)):
        assert row["clause"] in path.read_text("utf-8").splitlines()[row["line"] - 1]


def test_lines_count_from_the_top_of_a_file_with_front_matter() -> None:
    front = "---\ntitle: 虚构\nyear: 2098\n---\n"
    plain, fronted = (
        compare(Volume("old", text), Volume("new", ""))
        for text in (OLD.read_text(), front + OLD.read_text())
    )

    for one, other in zip(plain.old.promises, fronted.old.promises, strict=True):
        assert one.words == other.words
        assert plain.old.line_of(one.clause.sentence) + 4 == fronted.old.line_of(
            other.clause.sentence
        )


def test_promises_have_the_ids_that_suggest_gives(capsys: pytest.CaptureFixture[str]) -> None:
    rows = compared(capsys)
    main(["suggest", str(OLD)])
    draft = yaml.safe_load(capsys.readouterr().out)

    ids = {row["old"]["id"]: row["old"]["figure"] for row in rows["followed"]}
    assert {target["id"]: target["number"] for target in draft["targets"]} == ids


@pytest.mark.parametrize(
    ("language", "silent"), [("zh", "没有提到（3项）"), ("en", "not mentioned (3)")]
)
def test_the_text_speaks_the_editors_language(
    language: str, silent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "--lang", language, str(OLD), str(NEW)]) == 0

    out = capsys.readouterr().out
    assert silent in out
    assert "湖区水草打捞船增至9艘" in out.split(silent)[1]


def test_the_text_ends_with_lines_to_paste(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", str(OLD), str(NEW), "--lang", "en"])
    snippet = capsys.readouterr().out.split("\n\n")[-2]
    links = [line for line in snippet.splitlines() if line.startswith("  continues:")]

    pairs = [(row["old"]["id"], row["new"]) for row in compared(capsys)["followed"]]
    assert [yaml.safe_load(line)["continues"] for line in links] == [
        old for old, new in pairs if new
    ]


def test_a_silence_is_a_commented_line_to_paste(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", str(OLD), str(NEW), "--lang", "en"])
    snippet = capsys.readouterr().out.split("\n\n")[-1]

    assert snippet.count("  # silent_in: [xugou-2099]") == 3


def test_targets_that_are_kept_have_their_own_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SITES / "years", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    assert main(["compare", "content/xugou-2098.md", "content/xugou-2099.md", "--lang", "zh"]) == 0

    out = capsys.readouterr().out
    assert "  continues: roads-2098  # 新建公路100公里〔100公里〕" in out
    assert "# roads-2099：新建公路120公里〔120公里〕" in out
    assert "# sports-grounds：建成运动场3个〔3个〕\n  # silent_in: [xugou-2099]" in out


@pytest.mark.parametrize(
    "words",
    [
        ["compare"],
        ["compare", "a"],
        ["compare", "a", "b", "c"],
        ["inspect", "a", "b"],
        ["check", "a"],
    ],
    ids=" ".join,
)
def test_each_command_takes_its_number_of_files(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"build.py {words[0]}: ")


def test_both_files_problems_are_said_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = tmp_path / "short.txt"
    short.write_text("今天天气很好。", "utf-8")

    assert main(["compare", str(tmp_path / "none.txt"), str(short), "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "none.txt: there is no such file" in err
    assert "short.txt: this does not read like" in err


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared(old: str, new: str) -> None:
    comparison = compare(Volume("old", old), Volume("new", new))

    json.loads(to_json(comparison))
    assert to_text(comparison, "zh")
    taken = [one.pair.new.id for one in comparison.followed if one.pair]
    assert sorted([*taken, *(one.id for one in comparison.fresh)]) == sorted(
        one.id for one in comparison.new.promises
    )


PLAN = "一、2099年工作安排\n"
CLAUSES = st.sampled_from(
    [
        "新建公园20个", "增长6%", "总投资达到9亿元", "项目60个", "改造3所", "实现全覆盖",
        "占比提高到31%", "全年80公里", "甲乙等5家企业", "打造一流城市", "由29%提高到31%",
    ]
)  # fmt: skip
PLANS = st.lists(st.tuples(CLAUSES, st.sampled_from("，。、；")), max_size=12)


@settings(max_examples=150, deadline=None)
@example("一\r0，0%")
@given(st.one_of(TEXTS, PLANS.map(lambda rows: PLAN + "".join(map("".join, rows)))))
def test_a_report_continues_all_of_itself(text: str) -> None:
    comparison = compare(Volume("old", text), Volume("new", text))

    assert {one.fate for one in comparison.followed} <= {Fate.CONTINUED}
    assert comparison.fresh == ()


@pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the project")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*.txt")), ids=lambda path: path.stem)
def test_every_real_report_continues_all_of_itself(path: Path) -> None:
    text = path.read_text("utf-8")

    comparison = compare(Volume("old", text), Volume("new", text))
    assert {one.fate for one in comparison.followed} == {Fate.CONTINUED}
    assert all(one.pair and one.pair.new.figure == one.old.figure for one in comparison.followed)
