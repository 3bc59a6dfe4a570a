"""Makes the samples beside it of `xugou.txt`; needs LibreOffice Writer and Noto Serif CJK.

A made-up city's report, written as a Word file, saved again by LibreOffice in each format.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

HERE = Path(__file__).parent
FONT = "Noto Serif CJK SC"
LINES = (HERE / "xugou.txt").read_text("utf-8").splitlines()


def document() -> WordDocument:
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    title = made.add_paragraph(LINES[0])
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in LINES[1:]:
        paragraph = made.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Pt(28)
    section.header.paragraphs[0].text = "虚构市第九届人民代表大会第四次会议文件"
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number.add_run("— ")
    field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    number._p.append(parse_xml(field))
    number.add_run(" —")
    return made


def convert(source: Path, kind: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(HERE)]
        subprocess.run([*command, str(source)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "xugou.docx"
        document().save(str(source))
        for kind in ("docx", "pdf", "html"):
            convert(source, kind)
