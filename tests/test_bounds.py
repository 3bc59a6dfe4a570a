"""What is larger than anybody writes is refused; what looks harmless is read in the end."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bench.near_misses import patterns
from bench.repetition import ambiguous
from tests.projects import SMALL_DATE, inputs, small_project
from tracker.errors import InputError, Problem
from tracker.imports import SITE_NAME
from tracker.pipeline import assess
from tracker.read.files import read_text
from tracker.read.limits import (
    LARGEST_PROSE,
    LARGEST_TEXT,
    LONGEST_SCALAR,
    MOST_LINES,
    MOST_NODES,
    MOST_ROWS,
    MOST_TAGS,
)
from tracker.read.nodes import read_mapping
from tracker.read.numerals import plain
from tracker.read.report import report_in
from tracker.read.site import page_in
from tracker.read.titles import title_of
from tracker.render.prose import html
from tracker.render.search.forms import Normaliser, value_of
from tracker.sheets.grids import UnreadableError, grids
from tracker.texts import text
from tracker.texts.archive import read_archive
from tracker.texts.package import Package, parsed
from tracker.texts.web import read_html

FRONT = "---\ntitle: 虚构\nbody: 虚构市人民政府\nyear: {year}\n---\n"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (f"a: [{'1,' * MOST_NODES}]", "too-many-values"),
        ("\n" * (MOST_LINES + 1), "too-many-lines"),
        (f"a: {'字' * (LONGEST_SCALAR + 1)}", "text-too-long"),
    ],
)
def test_yaml_beyond_its_bounds_is_refused(written: str, code: str) -> None:
    problems: list[Problem] = []

    assert read_mapping(written, "targets.yaml", 1, problems) is None
    assert codes(problems) == [code]


@pytest.mark.parametrize("name", ["targets.yaml", "content/about.md", "content/xugou-2099.md"])
def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path, name: str) -> None:
    project = small_project(tmp_path)
    with (project / name).open("r+b") as file:
        file.truncate(100_000_000)

    with pytest.raises(InputError) as refused:
        assess(inputs(project), SMALL_DATE)
    assert "file-too-large" in codes(list(refused.value.problems))


def test_a_page_has_a_lower_bound_than_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "about.md"
    path.write_bytes(b"a" * (LARGEST_PROSE + 1))

    problems: list[Problem] = []
    assert LARGEST_PROSE < LARGEST_TEXT
    assert read_text(path, "about.md", problems, LARGEST_PROSE) is None
    assert codes(problems) == ["file-too-large"]


def test_a_document_of_endless_elements_is_refused() -> None:
    with pytest.raises(text.UnreadableError, match="import-too-large-inside"):
        parsed(b"<p>" + b"<p/>" * MOST_TAGS + b"</p>")
    with pytest.raises(text.UnreadableError, match="import-too-large-inside"):
        read_html("<p>" * (MOST_TAGS + 1))


def test_a_saved_page_within_pages_without_end_is_refused() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(900))

    with pytest.raises(text.UnreadableError, match="import-damaged"):
        read_archive(f"MIME-Version: 1.0\n{parts}".encode())


def test_a_saved_page_within_letters_without_end_is_refused() -> None:
    letters = "Content-Type: message/rfc822\n\n" * 3000
    parts = f"Content-Type: multipart/mixed; boundary=b\n\n--b\n{letters}"

    with pytest.raises(text.UnreadableError, match="import-damaged"):
        read_archive(f"MIME-Version: 1.0\n{parts}".encode())


def test_a_document_that_names_a_part_again_and_again_has_it_read_once() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    one = f'<Relationship Type="{kind}%s" Target="%s"/>'
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("_rels/.rels", f"<R>{one % ('officeDocument', 'a.xml')}</R>")
        package.writestr("_rels/a.xml.rels", f"<R>{one % ('styles', 's.xml') * 10_000}</R>")
        package.writestr("a.xml", "<a/>")
        package.writestr("s.xml", "<s/>")

    assert len(list(Package(stream.getvalue()).of_kind("styles"))) == 1


def test_a_sheet_of_endless_rows_is_refused() -> None:
    with pytest.raises(UnreadableError, match="sheet-huge"):
        grids(b"a,b\n" * (MOST_ROWS + 1))


def test_a_workbook_of_endless_cells_is_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", "<c/>" * 1_500_000)

    with pytest.raises(UnreadableError, match="sheet-huge"):
        grids(stream.getvalue())


def test_a_sentence_without_a_stop_is_read_in_pieces() -> None:
    problems: list[Problem] = []
    report = report_in(FRONT.format(year=2099) + "新建公路1公里，" * 2000, "x.md", problems)

    assert report
    assert max(len(one.text) for one in report.sentences) <= 2000
    assert sum(len(one.quantities) for one in report.sentences) == 2000


@pytest.mark.parametrize("page", ["9" * 5000, "—" * 70 + "字", "一项市级" * 60, "\n\n"])
def test_a_line_that_no_report_has_is_read_all_the_same(page: str) -> None:
    problems: list[Problem] = []

    assert report_in(FRONT.format(year=2099) + page, "x.md", problems) or problems


@pytest.mark.parametrize("year", ["9999", "1066"])
def test_a_year_without_a_calendar_is_refused(year: str) -> None:
    problems: list[Problem] = []
    report_in(FRONT.format(year=year) + "到明年底前，新建公路1公里。", "x.md", problems)

    assert "not-a-year" in codes(problems)


def test_a_page_without_a_word_is_no_mistake() -> None:
    page = page_in("---\ntitle: 空\n---\n", "content/empty.md", [])

    assert page
    assert html(page.markdown) == ""


def test_columns_are_aligned_by_no_style_that_browsers_would_refuse() -> None:
    assert "style" not in html("| a | b |\n|:--|--:|\n| 1 | 2 |\n")


def test_a_number_of_endless_characters_has_no_value() -> None:
    assert value_of("万" * 2000) == ""


def test_circles_without_end_stay_circles() -> None:
    assert plain("○" * 20_000) == "○" * 20_000
    assert plain("二○○三") == "二〇〇三"


def test_a_title_loses_its_final_stops() -> None:
    assert title_of("修路——") == title_of("修路。——") == "修路"


@pytest.mark.parametrize("figures", ["1.", "0.0", "1千"])
def test_figures_without_end_are_searched_for_as_they_stand(figures: str) -> None:
    assert Normaliser().form(figures * 50_000).text == figures * 50_000


def test_no_pattern_has_two_endless_repetitions_that_share_characters() -> None:
    assert [one.pattern for one in patterns() if ambiguous(one)] == []


@pytest.mark.parametrize("written", [r"\s*(\S*?)x?[^,]*$", "(?:a+)*b", "(?:x|a*,?[a-c]+)d"])
def test_repetitions_that_share_characters_are_seen(written: str) -> None:
    assert ambiguous(re.compile(written))


@pytest.mark.parametrize("written", [r"\s*+\S*$", r"(?:a+,)*b", r"[0-9]+\.?[a-z]*", "a{0,60}a*"])
def test_repetitions_that_share_none_are_let_be(written: str) -> None:
    assert not ambiguous(re.compile(written))


@pytest.mark.parametrize("mark", ["-", "_a", "—网 "])
def test_a_title_of_endless_marks_keeps_what_is_no_site_s_name(mark: str) -> None:
    title = mark * 30_000 + "。"

    assert SITE_NAME.sub("", title) == title
