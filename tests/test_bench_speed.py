"""What `make bench` says follows from what it measured."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import ours, report
from bench.bars import Bar, bars
from bench.contenders import Case, Contender, Footprint
from bench.floor import write
from bench.growth import exponent, middle
from bench.one_number import OneNumber, first_value
from bench.peers.hugo import CONTENT_FILES
from bench.peers.hugo_site import marked_sentence, without_empty
from bench.plot import Axis, Line, plot
from bench.processes import Cost, cost_of, peak_of
from bench.results import Results, Size
from bench.rounds import Rounds, in_turn, run_rounds
from bench.tables import table

COPY = """
import os, shutil
os.makedirs("site/targets", exist_ok=True)
shutil.copy("page", "site/targets/told.html")
"""
TARGETS = """targets:
- id: quiet
  value: 1
- id: told
  value: 90
  updates:
  - {as_of: 2099-06-30, value: 41, source: bulletin}
  - {as_of: 2099-12-31, value: 77.5, source: bulletin}
"""


def measured(times: dict[str, list[float]]) -> Rounds:
    rounds = Rounds()
    for name, walls in times.items():
        for wall in walls:
            rounds.add(name, Case.COLD, Cost(wall, wall / 2, 100))
    return rounds


@given(st.floats(0.1, 2), st.floats(0.001, 100))
def test_the_exponent_of_a_power_is_that_power(power: float, factor: float) -> None:
    costs = {size: factor * size**power for size in (35, 1_000, 10_000)}

    assert exponent(costs) == pytest.approx(power)


def test_one_size_has_no_exponent_and_nothing_has_no_middle() -> None:
    assert exponent({35: 1.0}) is None
    assert middle([]) is None


def test_a_ratio_is_the_middle_of_the_rounds_own_ratios() -> None:
    rounds = measured({"ours": [1, 2, 30], "theirs": [2, 8, 60]})

    assert rounds.ratio("ours", "theirs", Case.COLD) == 0.5
    assert rounds.ratio("ours", "absent", Case.COLD) is None


def test_everybody_begins_in_turn_and_builds_once_in_each_round(tmp_path: Path) -> None:
    some = [contender(name, tmp_path) for name in "abc"]

    seen = [name for name, _, _ in run_rounds(some, [Case.SAME], runs=2, budget=60)]

    assert seen == [*"abc", *"bca"]
    assert [one.name for one in in_turn(some, 5)] == [*"cab"]


def test_rounds_end_with_the_budget_but_one_is_always_run(tmp_path: Path) -> None:
    found = run_rounds([contender("a", tmp_path)], [Case.SAME], runs=5, budget=0)

    assert len(list(found)) == 1


def test_a_cold_build_finds_neither_site_nor_what_was_kept(tmp_path: Path) -> None:
    one = contender("a", tmp_path, f"import os; assert not os.path.exists('site'){COPY}")
    for path in (one.site, *one.leavings):
        path.mkdir()

    one.build(Case.COLD)

    assert not one.leavings[0].exists()
    with pytest.raises(subprocess.CalledProcessError):
        one.build(Case.SAME)


def test_a_build_that_shows_an_old_value_is_not_timed(tmp_path: Path) -> None:
    one = contender("a", tmp_path)

    one.build(Case.COLD)
    with pytest.raises(AssertionError, match="a shows an old value"):
        one.build(Case.CHANGE)


def contender(name: str, folder: Path, code: str = "") -> Contender:
    """Writes the page of its target, as `code` says."""
    value, site = OneNumber(folder / "value", "", 7, "公里"), folder / "site"
    folder.joinpath("page").write_text('<b class="evidence-item-value">7公里</b>', "utf-8")
    command = (sys.executable, "-IS", "-c", f"{code or COPY}")
    return Contender(name, command, folder, site, (folder / "kept",), "told", value)


def test_peak_memory_is_the_childs_own(tmp_path: Path) -> None:
    held = bytearray(b"x" * 200_000_000)
    cost = cost_of([sys.executable, "-IS", "-c", "pass"], tmp_path)

    assert cost.peak < len(held) / 2_000_000
    assert cost.cpu > 0
    assert cost.wall > 0


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux counts it")
def test_what_two_processes_share_is_counted_once(tmp_path: Path) -> None:
    code = "import os, time; x = b'x' * 80_000_000; os.fork(); time.sleep(0.3)"

    assert 80 < peak_of([sys.executable, "-IS", "-c", code], tmp_path) < 120


def test_each_change_is_another_value_of_an_update(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(TARGETS, "utf-8")
    target, value = first_value([path])

    value.change()
    value.change()

    assert target == "told"
    assert path.read_text("utf-8") == TARGETS.replace("41", "43")


def test_a_number_is_found_behind_words_that_follow_each_other(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text('{"n": 1, "updates": [{"written": "20公里"}]}', "utf-8")

    OneNumber.behind(path, '"updates"', '"written": "').change()

    assert '"written": "21公里"' in path.read_text("utf-8")


def test_what_is_written_is_weighed(tmp_path: Path) -> None:
    write({"index.html": b"12", "data/a.json": b"345"}, str(tmp_path))

    assert Footprint.of(tmp_path) == Footprint(pages=1, html=2, files=2, size=5)


def test_results_are_read_as_they_were_kept(tmp_path: Path) -> None:
    size = Size(35, 1, measured({ours.NAME: [1.0]}), {ours.NAME: Footprint(1, 2, 3, 4)})
    size.peaks = {ours.NAME: {Case.COLD: 50.0}}
    results = Results({"python": "3.11"}, {35: size}, {35: [0.2]})

    results.save(tmp_path / "kept" / "results.json")

    assert Results.saved(tmp_path / "kept" / "results.json") == results
    assert Results.saved(tmp_path / "none.json") == Results()


def test_a_bar_says_whether_it_holds() -> None:
    assert Bar("35", "cold", 2, 1.9).verdict == "ok"
    assert Bar("35", "cold", 2, 2.1).verdict == "NOT"
    assert Bar("35", "cold", 2, None).verdict == "not measured"


def test_bars_compare_with_content_files() -> None:
    rounds = measured({ours.NAME: [3.0], CONTENT_FILES: [2.0]})

    found = {(bar.at, bar.what): bar for bar in bars(Results(sizes={35: Size(35, 1, rounds)}))}

    cold = found["35", "cold, wall, of Hugo's"]
    assert (cold.measured, cold.verdict) == (1.5, "ok")


def test_a_table_has_one_line_for_each_row() -> None:
    assert table(["", "a"], [["x", "1"]]) == "|  | a |\n| --- | ---: |\n| x | 1 |"


def test_powers_of_ten_are_equally_far_apart() -> None:
    axis = Axis.around([35, 50_000], 0, 400)

    assert [axis.place(tick) for tick in axis.ticks] == [0, 100, 200, 300, 400]


def test_names_of_lines_that_end_together_stand_apart() -> None:
    picture = plot([Line(name, "red", {10: 1.0, 100: 2.0}) for name in ("one", "two")])

    heights = [float(y) for y in re.findall(r'y="([\d.]+)" fill="red"', picture)]
    assert abs(heights[0] - heights[1]) >= 12


def test_the_report_replaces_what_stood_between_its_marks() -> None:
    text = f"before\n{report.BEGIN}\nold\n{report.END}\nafter"

    assert report.between(text, "new") == f"before\n{report.BEGIN}\n\nnew\n\n{report.END}\nafter"
    assert report.between(report.README.read_text("utf-8"), "")


def test_the_words_of_targets_stand_apart_in_a_sentence_for_hugo() -> None:
    sentence = {"id": "s6", "line": 3, "text": "修路9公里，植树5株。"}
    quoted = [{"id": "trees", "place": {"start": 6, "end": 10}}]

    assert marked_sentence(sentence, quoted)["runs"] == [
        {"text": "修路9公里，"},
        {"text": "植树5株", "target": "trees"},
        {"text": "。"},
    ]
    assert "runs" not in marked_sentence(sentence, [])


def test_what_a_target_has_not_is_left_out_but_nought_and_no_stay() -> None:
    record = {"note": "", "updates": [{"value": 0, "says": ""}], "stretch": False, "start": None}

    assert without_empty(record) == {"updates": [{"value": 0}], "stretch": False}
