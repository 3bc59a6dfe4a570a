"""Word files, web pages, PDFs and plain text → the paragraphs that they show, and what is left."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tracker.texts.counting import FORMATS
from tracker.texts.glyphs import Segment, Sheet
from tracker.texts.kinds import Kind, kind_of
from tracker.texts.lines import Line, joined, paragraphs_of
from tracker.texts.margins import margins_of
from tracker.texts.pdf import notes_in, remarks_on
from tracker.texts.reading import read
from tracker.texts.sheets import Row, gutters_of, rows_of
from tracker.texts.text import Loss, Remark, Text, UnreadableError

SAMPLES = Path(__file__).parent / "reports-import"
LINES = (SAMPLES / "xugou.txt").read_text("utf-8").splitlines()
W = nsdecls("w")


def lines(text: Text) -> list[str]:
    return [paragraph.text for paragraph in text.paragraphs]


def told(text: Text, loss: Loss) -> list[str]:
    return [remark.words for remark in text.remarks if remark.loss is loss]


def saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(*bodies: str) -> Text:
    """Read from a document of these elements of WordprocessingML."""
    document = Document()
    for body in bodies:
        add(document, body)
    return read(saved(document), ".docx")


def add(document: WordDocument, xml: str) -> None:
    name = xml.split(">", 1)[0].split()[0]
    made = parse_xml(xml.replace(name, f"{name} {W}", 1))
    document.element.body.insert(len(document.element.body) - 1, made)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def web(body: str) -> Text:
    return read(f"<html><body>{body}</body></html>".encode(), ".html")


# --- real programs ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["xugou.docx", "xugou.html", "xugou.pdf", "xugou.txt"])
def test_what_libreoffice_saves_has_the_same_paragraphs(name: str) -> None:
    text = read((SAMPLES / name).read_bytes(), Path(name).suffix)

    assert lines(text) == LINES


@pytest.mark.parametrize("name", ["xugou.docx", "xugou.html", "xugou.pdf"])
def test_headers_and_page_numbers_are_left_out_and_told(name: str) -> None:
    text = read((SAMPLES / name).read_bytes(), Path(name).suffix)

    left_out = told(text, Loss.MARGIN) + told(text, Loss.CHROME)
    assert "虚构市第九届人民代表大会第四次会议文件" in left_out
    assert any(words.startswith("— ") for words in left_out)


# --- Word ---------------------------------------------------------------------------------------


def numbered(*levels: tuple[str, str]) -> WordDocument:
    """A document whose list 42 has these formats and texts, a level each."""
    document = Document()
    kinds = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
        for depth, (kind, words) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{kinds}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {W} w:numId="42"><w:abstractNumId w:val="77"/></w:num>'))
    return document


def item(words: str, depth: int = 0, name: int = 42) -> str:
    list_ = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'
    return f"<w:p><w:pPr>{list_}</w:pPr>{run(words)}</w:p>"


def test_automatic_numbers_are_written_out() -> None:
    document = numbered(
        ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")
    )
    for words, depth in (
        ("回顾", 0),
        ("工作", 0),
        ("民生", 1),
        ("5G", 2),
        ("产业", 1),
        ("结尾", 0),
    ):
        add(document, item(words, depth))

    text = read(saved(document), ".docx")

    expected = ["一、回顾", "二、工作", "（一）民生", "1. 5G", "（二）产业", "三、结尾"]
    assert lines(text) == expected
    assert not text.remarks


def test_a_number_that_cannot_be_told_is_told() -> None:
    document = numbered(("hebrew1", "%1."))
    add(document, item("修路"))
    add(document, item("种树", name=99))

    text = read(saved(document), ".docx")

    assert lines(text) == ["修路", "种树"]
    assert told(text, Loss.NUMBERING) == ["修路", "种树"]


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("ideographTraditional", 3, "丙"),
        ("lowerLetter", 27, "aa"),
        ("upperRoman", 14, "XIV"),
    ],
)
def test_numbers_are_written_as_word_writes_them(kind: str, number: int, expected: str) -> None:
    assert FORMATS[kind](number) == expected


def test_revisions_are_accepted_and_told() -> None:
    text = word(
        f"<w:p>{run('新建公园')}<w:del><w:r><w:delText>20</w:delText></w:r></w:del>"
        f"<w:ins>{run('30')}</w:ins>{run('个。')}</w:p>",
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('修路')}</w:p>",
        f"<w:p>{run('种树。')}</w:p>",
    )

    assert lines(text) == ["新建公园30个。", "修路种树。"]
    assert told(text, Loss.INSERTED) == ["30"]
    assert told(text, Loss.DELETED) == ["20"]


def test_a_soft_line_break_ends_a_line_and_a_tab_is_a_blank() -> None:
    text = word(
        f"<w:p>{run('虚构市')}<w:r><w:br/></w:r>{run('　　政府　工作报告')}</w:p>",
        f'<w:p>{run("市长")}<w:r><w:tab/><w:br w:type="page"/></w:r>{run("某某")}</w:p>',
    )

    assert lines(text) == ["虚构市", "政府　工作报告", "市长 某某"]


def test_table_rows_become_lines_with_tabs() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("项目", "数量", "公园", "30个"), strict=True):
        cell.text = words
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "框里的一段。"

    text = read(saved(document), ".docx")

    assert lines(text) == ["项目\t数量", "公园\t30个", "框里的一段。"]
    assert len(told(text, Loss.TABLE)) == 1


def test_text_boxes_notes_and_hidden_words_are_told() -> None:
    document = Document()
    box = f"<w:txbxContent><w:p>{run('文件')}</w:p></w:txbxContent>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗记</w:t></w:r>"
    add(document, f"<w:p>{run('修路')}{note}<w:r><w:pict>{box}</w:pict></w:r>{hidden}</w:p>")
    notes = f'<w:footnote w:id="2"><w:p>{run("指公路")}</w:p></w:footnote>'
    notes = f"<w:footnotes {W}>{notes}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    text = read(saved(document), ".docx")

    assert lines(text) == ["修路"]
    assert told(text, Loss.FOOTNOTE) == ["指公路"]
    assert told(text, Loss.TEXT_BOX) == ["文件"]
    assert told(text, Loss.HIDDEN) == ["暗记"]
    assert {remark.place for remark in text.remarks} == {0}


def test_a_character_of_a_symbol_font_is_told() -> None:
    text = word(f'<w:p>{run("修路")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>')

    assert told(text, Loss.GLYPH) == ["修路\uf0fc"]


EMPTY = Document()
WORDS = st.text(
    st.sampled_from("政府工作今年新建公园个，。；“”（）1２3%.-#*<>&'　 "), min_size=1, max_size=40
)


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_what_is_written_to_word_is_read_from_it(paragraphs: list[str]) -> None:
    document = EMPTY
    document._body.clear_content()
    for words in paragraphs:
        document.add_paragraph(words)

    text = read(saved(document), ".docx")

    kept = [" ".join(words.strip(" 　").split(" ")) for words in paragraphs]
    assert ["".join(line.split(" ")) for line in lines(text)] == [
        "".join(words.split(" ")) for words in kept if words.strip()
    ]


def packed(members: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return stream.getvalue()


def with_member(data: bytes, name: str, words: bytes) -> bytes:
    source = zipfile.ZipFile(BytesIO(data))
    members = {info.filename: source.read(info) for info in source.infolist()}
    return packed({**members, name: words})


@pytest.mark.parametrize("streams", [1, 3])
def test_a_pdf_that_unpacks_without_end_is_not_taken_apart(streams: int) -> None:
    each = zlib.compress(b"(text) Tj " * (8_000_000 // streams))
    stream = b"<< /Filter /FlateDecode >>\nstream\n" + each + b"\nendstream\n"

    with pytest.raises(UnreadableError, match="import-too-large-inside"):
        read(b"%PDF-1.7\n" + stream * streams, ".pdf")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = with_member(
        (SAMPLES / "xugou.docx").read_bytes(), "word/document.xml", bytes(80_000_000)
    )

    with pytest.raises(UnreadableError) as refused:
        read(bomb, ".docx")
    assert refused.value.code == "import-too-large-inside"


def test_entities_are_neither_fetched_nor_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密", "utf-8")
    xml = (
        f'<!DOCTYPE d [<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY many "多多多">]>'
        f"<w:document {W}><w:body><w:p>{run('修路&file;&many;')}</w:p></w:body></w:document>"
    )
    data = with_member((SAMPLES / "xugou.docx").read_bytes(), "word/document.xml", xml.encode())

    assert lines(read(data, ".docx")) == ["修路"]


# --- the web ------------------------------------------------------------------------------------


def portal(charset: str) -> Text:
    return read((SAMPLES / "portal.html").read_text("utf-8").encode(charset), ".html")


def test_the_article_of_a_government_page_is_read() -> None:
    text = portal("gb18030")

    assert lines(text) == [
        "2099年虚构市政府工作报告",
        "——2099年1月7日在虚构市第九届人民代表大会第四次会议上",
        "各位代表：",
        "现在，我代表市人民政府向大会报告工作，请予审议，并请各位委员和列席人员提出意见。",
        "一、2098年工作回顾",
        "过去一年，全市人民共同推进经济发展，地区生产总值增长5.8%，建设公园23个，"
        "各项工作取得新的成效，人民生活加快改善。",
        "二、2099年工作安排",
        "今年政府工作的主要预期目标是：地区生产总值增长6.5%左右，城镇新增就业2.8万人以上，"
        "经济发展和人民生活同步改善。",
        "（一）办好民生实事",
        "新建公园30个、绿道45公里，新增养老床位800张。",
        "项目\t数量",
        "公园\t30个",
        "各位代表！让我们共同努力，推进虚构市经济社会发展，建设人民满意的政府！",
    ]


def test_what_stands_around_the_article_is_told() -> None:
    text = portal("gb18030")

    left_out = told(text, Loss.CHROME)
    for words in (
        "当前位置",
        "分享到微信",
        "浏览次数",
        "附件：2099年",
        "一图读懂工作报告",
        "网站地图",
    ):
        assert any(words in line for line in left_out)
    assert not any("track" in line or "不是报告的话" in line for line in lines(text) + left_out)
    assert len(told(text, Loss.IMAGE)) == len(told(text, Loss.TABLE)) == 1


def test_a_page_that_names_the_wrong_charset_is_read_all_the_same() -> None:
    assert lines(portal("utf-8")) == lines(portal("gb18030"))


def test_a_numbered_list_of_a_page_shows_its_numbers() -> None:
    text = web('<p>目标如下。</p><ol start="3"><li>新建公园30个。</li><li>修路。</li></ol>')

    assert lines(text) == ["目标如下。", "3. 新建公园30个。", "4. 修路。"]


def test_a_page_laid_out_by_a_table_is_no_table() -> None:
    text = web("<table><tr><td><p>修路。</p><p>种树。</p></td></tr></table>")

    assert lines(text) == ["修路。", "种树。"]
    assert not text.remarks


def test_a_page_of_many_nested_elements_is_read() -> None:
    assert lines(web(f"{'<div>' * 200}修路。{'</div>' * 200}")) == ["修路。"]


def test_a_page_saved_with_its_pictures_is_read() -> None:
    body = "<html><body><p>修路。</p></body></html>".encode("gb18030")
    head = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )

    assert lines(read(head + body + b"\r\n--x--\r\n", ".mhtml")) == ["修路。"]


@pytest.mark.parametrize("charset", ["undefined", "hex", "none", "punycode"])
def test_a_saved_page_in_an_encoding_that_is_none_is_read_as_what_it_is(charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p>修路。</p></html>'
    head = f"MIME-Version: 1.0\nContent-Type: text/html; charset={charset}\n"
    letter = f"{head}Content-Transfer-Encoding: 8bit\n\n{page}"

    assert lines(read(page.encode(), ".html")) == ["修路。"]
    assert lines(read(letter.encode(), ".mhtml")) == ["修路。"]


def test_a_page_nested_beyond_all_measure_is_refused() -> None:
    with pytest.raises(UnreadableError):
        web(f"{'<div>' * 9000}修路。")


def test_a_web_page_by_the_name_of_a_word_file_is_read_as_a_page() -> None:
    data = "<html><body><p>修路。</p></body></html>".encode()

    assert lines(read(data, ".docx")) == ["修路。"]


# --- printed pages ------------------------------------------------------------------------------


def line(text: str, indent: float = 0, rest: float = 0, page: int = 1, gap: float = 1) -> Line:
    return Line(text, page, indent, rest, 16, gap)


def test_lines_are_joined_to_the_paragraphs_they_were_broken_from() -> None:
    printed = [
        line("一、修路种树", indent=2, rest=8),
        line("新建公路120公里，建成", indent=2),
        line("5G基站8座。", rest=9),
        line("植树2.5万株，改造", indent=2),
        line("公园。", rest=11, page=2),
        line("没有缩进的一段", gap=1.6),
    ]

    found = [joined(paragraph) for paragraph in paragraphs_of(printed)]

    assert found == [
        "一、修路种树",
        "新建公路120公里，建成5G基站8座。",
        "植树2.5万株，改造公园。",
        "没有缩进的一段",
    ]


def test_latin_words_stay_apart_where_a_line_ends() -> None:
    assert joined([line("Public"), line("domain")]) == "Public domain"


def segment(text: str, left: float, middle: float, em: float = 10) -> Segment:
    return Segment(text, left, left + em * len(text), middle, em * 1.4, em)


def sheet(number: int, *segments: Segment, images: int = 0) -> Sheet:
    return Sheet(number, 400, 600, segments, "", images)


def test_of_two_columns_the_left_one_is_read_first() -> None:
    left = [
        segment(f"左栏第{place}行的十六个字都在这里", 20, 500 - 20 * place) for place in range(9)
    ]
    right = [
        segment(f"右栏第{place}行的十六个字都在这里", 220, 500 - 20 * place) for place in range(9)
    ]
    across = segment("政府工作报告横跨两栏的标题", 130, 540)
    mixed = [across, *(one for pair in zip(left, right, strict=True) for one in pair)]
    page = sheet(1, *mixed)

    [gutter] = gutters_of([page])
    rows = rows_of(page, gutter)

    expected = [across, *left, *right]
    assert [row.segments[0].text for row in rows] == [one.text for one in expected]


def test_a_running_title_is_margin_and_the_first_line_of_a_page_is_not() -> None:
    pages = [
        [
            Row((segment("会议文件", 100, 560),)),
            Row((segment("各位代表：", 20, 500),)),
            Row((segment(f"修路{place}公里。", 20, 480),)),
            Row((segment("种树。", 20, 460),)),
            Row((segment(f"— {place} —", 180, 400),)),
        ]
        for place in (1, 2, 3)
    ]

    assert margins_of(pages) == [{0, 4}] * 3


def test_small_type_at_the_end_of_a_page_is_its_notes() -> None:
    rows = [
        Row((segment("修路120公里。", 20, 500),)),
        Row((segment("①指公路。", 20, 100, em=8),)),
        Row((segment("第二行。", 20, 90, em=8),)),
    ]

    assert notes_in([0, 1, 2], rows, 10) == {1, 2}
    assert notes_in([1, 2], rows, 10) == set()


def test_pictures_and_pages_without_text_are_told_by_their_page() -> None:
    full = sheet(3, segment("修路。", 20, 500), images=1)
    scanned = sheet(4, images=1)

    assert list(remarks_on(full, [], [])) == [Remark(Loss.IMAGE, page=3)]
    assert list(remarks_on(scanned, [], [])) == [Remark(Loss.SCANNED, page=4)]


def test_a_pdf_of_pictures_is_refused() -> None:
    stream = BytesIO()
    Image.new("RGB", (60, 80), "white").save(stream, "PDF")

    with pytest.raises(UnreadableError) as refused:
        read(stream.getvalue(), ".pdf")
    assert refused.value.code == "import-scanned"


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (b" \r\n\x00", "file-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "import-old-word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "import-encrypted",
        ),
        (packed({"xl/workbook.xml": b""}), "import-spreadsheet"),
        (packed({"content.xml": b""}), "import-odt"),
        (packed({"OFD.xml": b""}), "import-ofd"),
        (packed({"report.doc": b""}), "import-packed"),
        (packed({"_rels/.rels": b""}), "import-damaged"),
        (b"PK\x03\x04 and no more", "import-damaged"),
        (b"{\\rtf1 }", "import-rtf"),
        (b"\x89PNG\r\n\x1a\n", "import-picture"),
        (b"%PDF-1.7 and no more", "import-damaged"),
        (b"\x00\x01\x02 words", "file-binary"),
    ],
)
def test_a_file_that_is_not_read_is_named(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data, ".docx")

    assert refused.value.code == code


def test_the_first_bytes_tell_a_kind_not_the_name() -> None:
    assert kind_of((SAMPLES / "xugou.pdf").read_bytes(), ".docx") is Kind.PDF
    assert kind_of((SAMPLES / "xugou.docx").read_bytes(), ".pdf") is Kind.WORD
    assert kind_of("修路".encode(), ".docx") is Kind.PLAIN


SUFFIXES = st.sampled_from([".docx", ".html", ".htm", ".mhtml", ".txt", ".md", ".pdf", ".doc", ""])
HEADS = st.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"MIME-Version: 1.0\n", b"\xff\xfe", b"---\n"]
)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.binary(max_size=300), SUFFIXES)
def test_any_bytes_are_read_or_refused(head: bytes, data: bytes, suffix: str) -> None:
    try:
        read(head + data, suffix)
    except UnreadableError:
        return


SAMPLE_BYTES = {path.suffix: path.read_bytes() for path in SAMPLES.glob("xugou.*")}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SAMPLE_BYTES)), st.data())
def test_a_damaged_file_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    whole = SAMPLE_BYTES[suffix]
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(max_size=20))
    try:
        read(
            whole[:at] + damage + whole[at + len(damage) :][: data.draw(st.integers(0, 99999))],
            suffix,
        )
    except UnreadableError:
        return
