"""A file of another program → the report's text for `content/`, its draft of targets, and what
of the file is in neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from msgspec import Struct
from msgspec.structs import replace
from pypinyin import lazy_pinyin

from tracker.errors import InputError, Problem, Where
from tracker.lazy import regex
from tracker.model import Report
from tracker.read.chrome import TITLE
from tracker.read.files import flaw_of, read_bytes
from tracker.read.front import split_front
from tracker.read.ids import is_id
from tracker.read.ordinals import ordinal_at
from tracker.read.report import report_in
from tracker.read.rows import ESCAPE, MARKDOWN
from tracker.read.structure import Structure, read_structure
from tracker.suggest import suggest
from tracker.texts.reading import read
from tracker.texts.text import Loss, Paragraph, Remark, Text, UnreadableError

# told once with all their words, for they have no place in the text
GATHERED = (Loss.MARGIN, Loss.CHROME, Loss.CONTENTS, Loss.INSERTED, Loss.DELETED)
MOST_WORDS = 30  # of gathered words shown
LONGEST = 40  # characters shown of each
HEADING = 45  # characters of the longest heading

PLACE = r"[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|旗|盟)"
# 虚构市人民政府市长 张三 · 在虚构市第九届人民代表大会第三次会议上 · 我代表虚构市人民政府
BODIES = (
    regex(rf"^[\s—-]*+(?P<body>{PLACE}人民政府)代?\S{{1,3}}长", re.MULTILINE),
    regex(rf"在(?P<place>{PLACE})第\S{{1,4}}届人民代表大会"),
    regex(rf"我[^。，]{{0,4}}代表(?P<body>{PLACE}人民政府)"),
    regex(r"我[^。，]{0,4}代表(?P<body>国务院)"),
    regex(rf"^#?\s*+(?:\d{{4}}年)?(?P<place>{PLACE})(?:人民)?政府工作报告", re.MULTILINE),
)
BEGINNING = 3000  # characters in which the body is named
# 2099年虚构市政府工作报告_虚构市人民政府网
SITE_NAME = regex(r"(?<![\s_|—–-])\s*+[-_|—–]++\s*+\S{0,60}(?:网|政府|门户)\S{0,30}$")


class Wishes(Struct, frozen=True):
    """What the editor says of the report instead of the text; empty where nothing."""

    id: str = ""
    title: str = ""
    body: str = ""
    year: str = ""


class Imported(Struct, frozen=True):
    report: Report
    markdown: str
    draft: str
    remarks: tuple[Problem, ...]  # what is to be looked at, in the order of the text


def import_report(path: Path, content: Path, wishes: Wishes) -> Imported:
    """Raises `InputError` with every problem; writes nothing."""
    problems: list[Problem] = []
    shown = path.as_posix()
    data = read_bytes(path, shown, problems)
    if data is None:
        raise InputError(problems)
    text = text_of(data, path, shown)
    if text.verbatim:
        text, wishes = without_front(text, wishes)
    page = page_of(text)
    if flaw := flaw_of(page.encode(), page):
        raise InputError([Problem(Where(shown), flaw)])
    wishes = completed(wishes, text, page, shown)
    written = (content / f"{wishes.id}.md").as_posix()
    front = front_of(wishes)
    markdown = front + page
    report = report_in(markdown, written, problems)
    if report is None or problems:
        raise InputError(problems)
    remarks = remarks_of(text, shown, written, front.count("\n") + 1)
    return Imported(
        report, markdown, suggest(markdown, wishes.id) + "\n", (*remarks, *set_aside(report))
    )


def text_of(data: bytes, path: Path, shown: str) -> Text:
    try:
        return read(data, path.suffix.lower())
    except UnreadableError as error:
        details = {"suffix": path.suffix, **error.details}
        raise InputError([Problem(Where(shown), error.code, details)]) from error


def without_front(text: Text, wishes: Wishes) -> tuple[Text, Wishes]:
    """What a Markdown file says of itself holds where the editor says nothing."""
    whole = "\n".join(paragraph.text for paragraph in text.paragraphs)
    front, page, _ = split_front(whole)
    if not front:
        return text, wishes
    told = re.findall(r"^(title|body|year):[ ]*[\"']?(.+?)[\"']?[ ]*$", front, re.MULTILINE)
    known = {key: words for key, words in told if not getattr(wishes, key)}
    lines = [Paragraph(line) for line in page.strip("\n").split("\n")]
    return replace(text, paragraphs=lines, remarks=()), replace(wishes, **known)


# --- the text -----------------------------------------------------------------------------------


def page_of(text: Text) -> str:
    """A paragraph a line, apart as Markdown wants them; of plain text the lines as they are."""
    if text.verbatim:
        return "\n".join(paragraph.text for paragraph in text.paragraphs) + "\n"
    levels = levels_of(text.paragraphs)
    lines = (
        f"{'#' * level} {paragraph.text}" if level else escaped(paragraph.text)
        for paragraph, level in zip(text.paragraphs, levels, strict=True)
    )
    return "\n\n".join(lines) + "\n"


def levels_of(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Of the headings that need a mark: where they are numbered, the numbers tell more."""
    headings = [paragraph for paragraph in paragraphs if is_heading(paragraph)]
    numbered = any(ordinal_at(paragraph.text) for paragraph in headings)
    return [
        paragraph.level
        if is_heading(paragraph) and (not numbered or is_title(paragraph.text))
        else 0
        for paragraph in paragraphs
    ]


def is_heading(paragraph: Paragraph) -> bool:
    """Some set whole paragraphs in a heading's style."""
    return bool(paragraph.level) and len(paragraph.text) <= HEADING and "。" not in paragraph.text


def is_title(words: str) -> bool:
    return bool(TITLE.fullmatch(words))


def escaped(words: str) -> str:
    return f"\\{words}" if MARKDOWN.match(words) or ESCAPE.match(words) else words


# --- what it is ---------------------------------------------------------------------------------


def completed(wishes: Wishes, text: Text, page: str, shown: str) -> Wishes:
    """With what the text tells; a problem for each thing that neither it nor the editor tells."""
    number = int(wishes.year) if re.fullmatch(r"\d{4}", wishes.year) else 0
    structure = read_structure(page, number)
    body = wishes.body or body_of(page, text.title)
    year = wishes.year or (str(structure.year) if structure.year else "")
    title = wishes.title or title_of(structure, text.title, body, year)
    found = Wishes(wishes.id or id_of(body, year), title, body, year)
    problems = list(unknown(found, shown))
    if problems:
        raise InputError(problems)
    return found


def unknown(found: Wishes, shown: str) -> Iterator[Problem]:
    for key in ("title", "body", "year"):
        if not getattr(found, key):
            yield Problem(Where(shown), f"import-no-{key}")
    if found.year and not re.fullmatch(r"(?:19|20|21)\d\d", found.year):
        yield Problem(Where(shown), "import-bad-year", {"found": found.year})
    if found.id and not is_id(found.id):
        yield Problem(Where(shown), "import-bad-id", {"found": found.id})
    elif not found.id and found.body and found.year:
        yield Problem(Where(shown), "import-no-id")


def body_of(page: str, title: str) -> str:
    """虚构市人民政府, as far as speaker, meeting or title name it."""
    words = re.sub(r"\\[rn]", "\n", f"{title[:BEGINNING]}\n{page[:BEGINNING]}")
    for form in BODIES:
        if match := form.search(words):
            named = match.groupdict()
            return named.get("body") or f"{named['place']}人民政府"
    return ""


def title_of(structure: Structure, named: str, body: str, year: str) -> str:
    """As printed; the bare 政府工作报告 with year and place before it."""
    printed = structure.heading.text if structure.heading else ""
    named = SITE_NAME.sub("", named)
    title = printed or (named if "工作报告" in named else "")
    place = place_of(body)
    if place and year and (not title or title in ("政府工作报告", "工作报告")):
        return f"{year}年{place}政府工作报告"
    return title


def place_of(body: str) -> str:
    return body.removesuffix("人民政府")


def id_of(body: str, year: str) -> str:
    """虚构市人民政府, 2099 → xugou-2099."""
    place = place_of(body)
    short = place[:-1] if len(place) > 2 and place[-1] in "省市县区州旗盟" else place
    name = "".join(letter for letter in "".join(lazy_pinyin(short, errors="ignore")).lower())
    name = re.sub(r"[^a-z0-9]+", "", name.replace("ü", "v"))
    return f"{name}-{year}" if name and year else ""


def front_of(wishes: Wishes) -> str:
    facts: Mapping[str, object] = {
        "title": wishes.title, "body": wishes.body, "year": int(wishes.year)
    }  # fmt: skip
    lines = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{lines}---\n"


# --- what to look at ----------------------------------------------------------------------------


def remarks_of(text: Text, shown: str, written: str, first_line: int) -> Iterator[Problem]:
    """In the order of the text, then what has no place in it."""
    step = 1 if text.verbatim else 2
    last = max(len(text.paragraphs) - 1, 0)
    single = [remark for remark in text.remarks if remark.loss not in GATHERED]
    for remark in sorted(single, key=lambda one: (one.place < 0, one.place, one.page)):
        placed = remark.place >= 0
        line = first_line + step * min(remark.place, last)
        where = Where(written, line) if placed else Where(shown)
        yield Problem(where, code_of(remark), details_of(remark))
    for loss in GATHERED:
        if words := [remark.words for remark in text.remarks if remark.loss is loss]:
            kept = tuple(cut(one) for one in list(dict.fromkeys(words))[:MOST_WORDS])
            details = {"count": len(words), "words": kept}
            yield Problem(Where(shown), f"import-{loss}", details)


def code_of(remark: Remark) -> str:
    by_page = remark.page and remark.place < 0 and remark.loss in (Loss.IMAGE, Loss.FOOTNOTE)
    return f"import-{remark.loss}-on-page" if by_page else f"import-{remark.loss}"


def details_of(remark: Remark) -> dict[str, object]:
    return {"page": remark.page, "words": cut(remark.words)}


def cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def set_aside(report: Report) -> Iterator[Problem]:
    """What the reader of reports takes for the furniture of a page."""
    words = [one.text for one in report.furniture if len(one.text) > 4]
    if words:
        details = {"count": len(words), "words": tuple(map(cut, words[:MOST_WORDS]))}
        yield Problem(report.where, "import-set-aside", details)
