"""The real site as built: whole, valid, self-contained, and the same every time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest

from tests.projects import real_assessment, real_files
from tests.reproducible import MACHINES, built, differences
from tracker.model import Assessment, Status
from tracker.output import MARKER

REQUEST = re.compile(r"""<(?:link|script|img|iframe|source)\b[^>]*?(?:href|src)="(?:https?:)?//""")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return real_files()


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return real_assessment()


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_every_page_is_valid_html(files: dict[str, bytes]) -> None:
    parser = html5lib.HTMLParser(strict=True)
    for html in pages(files).values():
        parser.parse(html)


def test_no_page_asks_a_third_party(files: dict[str, bytes]) -> None:
    for name, html in pages(files).items():
        assert not REQUEST.search(html), name
        assert "default-src 'none'" in html, name
    assert b"url(http" not in files["assets/site.css"]
    assert b"@import" not in files["assets/site.css"]


INLINE = re.compile(r"""<[^>]*\s(?:on[a-z]+|style)=|<style|<script(?![^>]*\ssrc=)|<base\b""")


def test_no_page_has_what_its_policy_refuses(files: dict[str, bytes]) -> None:
    for name, html in pages(files).items():
        assert not INLINE.search(html), name


def test_titles_and_descriptions_are_unique(files: dict[str, bytes]) -> None:
    found = [re.search(r"<title>(.+?)</title>", html, re.S) for html in pages(files).values()]
    titles = [match[1] for match in found if match]
    assert len(titles) == len(set(titles)) == len(pages(files))


def test_the_addresses_of_the_design_exist(files: dict[str, bytes]) -> None:
    for name in (
        "index.html", "report/yuncheng-2023.html", "targets.html", "coverage.html", "search.html",
        "method.html", "about.html", "data.html", "404.html", "editing.html",
        "data/targets.json", "data/report.json", "targets/5g-base-stations.html",
        "status/overdue.html", "places/wanrong.html",
    ):  # fmt: skip
        assert name in files


def test_every_target_has_its_page_and_says_why(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    for one in assessment.targets:
        html = files[f"targets/{one.target.id}.html"].decode()
        assert one.target.title in html
        assert one.judgement.arithmetic.replace("“", "").split("”")[0] in html.replace("“", "")
        assert f"#{one.match.sentence.id}" in html


def test_the_report_page_holds_every_sentence(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    html = files["report/yuncheng-2023.html"].decode()
    for sentence in assessment.report.sentences:
        assert f'id="{sentence.id}"' in html


def test_nothing_is_called_missed_for_lack_of_data(assessment: Assessment) -> None:
    for one in assessment.targets:
        if one.judgement.decided_by is None:
            assert one.judgement.status not in (Status.MISSED, Status.BEHIND, Status.NOT_STARTED)


def test_a_value_of_another_scope_is_shown_and_not_judged(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    signed = next(
        one for one in assessment.targets if one.target.quote.startswith("确保全年签约3000亿元")
    )
    assert signed.judgement.status is Status.OVERDUE
    html = files[f"targets/{signed.target.id}.html"].decode()
    assert "2166.5" in html
    assert "口径不同" in html


def test_absence_is_stated_with_date_and_scope(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    for one in assessment.targets:
        if not one.target.updates:
            html = files[f"targets/{one.target.id}.html"].decode()
            assert "2026-11-23" in html or "2026年11月23日" in html
            assert assessment.site.search_scope in html


def test_data_files_carry_the_place_of_each_quote(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    printed = assessment.report.printed
    targets = json.loads(files["data/targets.json"])["targets"]
    assert len(targets) == len(assessment.targets)
    for row in targets:
        spans = row["place"]["printed_spans"]
        assert "".join(printed[start:end] for start, end in spans) == row["quote"]
        assert row["judgement"]["status"]
        assert row["judgement"]["arithmetic"]


def test_the_printed_text_can_be_fetched_byte_for_byte(
    files: dict[str, bytes], assessment: Assessment
) -> None:
    assert files["report/yuncheng-2023.txt"] == assessment.report.printed.encode()


def test_the_same_inputs_give_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    """`make reproducible` tries more machines."""
    other = built(MACHINES[1], tmp_path)

    assert differences(files, other) == [MARKER]
