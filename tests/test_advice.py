"""What `check` advises without refusing anything, and what the web says of the addresses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.projects import SMALL_DATE, YEARS_DATE, inputs, real_assessment, years_project
from tests.projects import small_project as small
from tracker.cli import main
from tracker.pipeline import advice, assess


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "targets.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def codes(folder: Path) -> list[tuple[str, str]]:
    found = advice(assess(inputs(folder), YEARS_DATE))
    return [(problem.code, str(problem.details.get("id", ""))) for problem in found]


def lone_lines(folder: Path) -> set[int]:
    """Lines of targets.yaml whose values have one source only."""
    found = [p for p in advice(assess(inputs(folder), YEARS_DATE)) if p.code == "value-alone"]
    places = [str(place) for problem in found for place in problem.details["places"]]
    return {
        int(p.rpartition(":")[2])
        for p in places
        if p.endswith(tuple("0123456789")) and "targets.yaml" in p
    }


def line_of(folder: Path, words: str) -> int:
    text = (folder / "targets.yaml").read_text("utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_a_value_with_one_source_only_is_named(tmp_path: Path) -> None:
    folder = years_project(tmp_path)
    before = lone_lines(folder)
    line = line_of(folder, "value: 91, source: bulletin")
    change(
        folder, "value: 91, source: bulletin", "value: 91, source: bulletin, confirmed_by: [mayor]"
    )

    assert line in before
    assert line not in lone_lines(folder)
    assert line_of(folder, "value: 510, source") not in before  # has a second source


def test_two_entries_that_say_the_same_confirm_each_other(tmp_path: Path) -> None:
    folder = years_project(tmp_path)
    line = "  - {as_of: 2099-12-31, value: 91, source: bulletin}\n"
    change(folder, line, line + line.replace("bulletin", "mayor"))

    assert line_of(folder, "value: 91, source: bulletin") not in lone_lines(folder)


def test_a_value_of_another_scope_needs_no_second_source() -> None:
    lone = [p for p in advice(real_assessment()) if p.code == "value-alone"]
    lines = "\n".join(str(problem.details["places"]) for problem in lone)

    assert len(lone) == 3  # 专业镇, 成语典故园, 其龙二期; not 2166.5亿元
    assert lines.count("targets.yaml:") == 3


def test_a_source_without_an_archived_copy_is_named_once(tmp_path: Path) -> None:
    found = codes(years_project(tmp_path))

    assert found.count(("not-archived", "")) == 3  # mayor, decree, 2098's bulletin


def test_evidence_older_than_one_and_a_half_periods_is_named(tmp_path: Path) -> None:
    folder = years_project(tmp_path)

    assert ("evidence-stale", "firms") in codes(folder)
    change(folder, "  title: 市场主体总量", "  period: year\n  title: 市场主体总量")
    assert ("evidence-stale", "firms") not in codes(folder)


def test_a_count_that_falls_is_named(tmp_path: Path) -> None:
    folder = years_project(tmp_path)
    assert ("value-falls", "roads-2099") not in codes(folder)  # a final figure below an early one
    change(folder, "value: 110, source", "value: 40, source")

    assert ("value-falls", "roads-2099") in codes(folder)


def test_check_prints_the_advice_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(years_project(tmp_path))

    assert main(["check", "--date", YEARS_DATE.isoformat(), "--lang", "zh"]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    assert "只有《虚构的统计公报》给出这些数值：" in out
    assert out.count("若有别的来源说法相同") == 1
    assert "处不妨碍发布" in out


# --- addresses ------------------------------------------------------------------------------------


class Shelf(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response(404 if self.path.startswith("/gone") else 200)
        self.end_headers()

    def do_GET(self) -> None:
        self.do_HEAD()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def shelf() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Shelf) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_check_asks_the_addresses_only_when_told_to(
    tmp_path: Path,
    shelf: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(small(tmp_path))
    change(tmp_path, "https://example.org/bulletin", f"{shelf}/gone")
    change(tmp_path, "https://example.org/archived-bulletin", f"{shelf}/copy")
    words = ["check", "--date", SMALL_DATE.isoformat(), "--lang", "en"]

    assert main(words) == 0
    assert "/gone" not in capsys.readouterr().out

    assert main([*words, "--links"]) == 0
    out = capsys.readouterr().out
    assert "asked 2 addresses, 1 answer as they should" in out
    assert f"{shelf}/gone" in out
    assert f"{shelf}/copy" not in out


@pytest.mark.parametrize(
    "words", [["build", "--links"], ["changes"], ["build", "--since", "2099-01-01"]]
)
def test_options_belong_to_their_commands(words: list[str]) -> None:
    assert main(words) == 2
