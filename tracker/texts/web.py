"""A web page → the paragraphs of its article; what stands around it is told apart and listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from tracker.lazy import regex
from tracker.read.files import decode
from tracker.read.limits import MOST_TAGS
from tracker.texts.counting import FORMATS
from tracker.texts.text import Loss, Paragraph, Remark, Text, UnreadableError

# What a parser lets pass, and a tree does not take
STRAY = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk")
UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "svg", "head", "select", "button",
    "textarea", "object", "embed", "map", "audio", "video",
)  # fmt: skip
AROUND = {"nav", "header", "footer", "aside", "form"}  # LibreOffice: <div title="header">
BLOCKS = (
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption",
)  # fmt: skip
# class="bdsharebuttonbox" · id="relatedNews" · class="print_close"
CHROME = regex(
    r"share|breadcrumb|crumb|related|relative|recommend|xgwd|xgxw|copyright|toolbar|font-?size|qrcode"
    r"|pagination|site-?nav|top-?nav|foot(er)?$|print|comment|hot-?news|sidebar",
    re.IGNORECASE,
)
HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NAMED_TITLE = ("articletitle", "og:title")
FRAMES = (*BLOCKS, "td", "span", "font", "strong", "b")
MOST = 0.8  # of the page's words that the article must hold
LINKS = 0.6  # of a block's words from which on it is a list of links
# blanks of the source; the full-width one is printed
BLANKS = regex(r"[ \t\r\n\f\xa0]+")
HAN = "\u2e80-\u9fff\uff00-\uffef"
BETWEEN_CHINESE = regex(rf"(?<=[{HAN}。，、；：？！”’》）])[ \t]*[\r\n]\s*(?=[{HAN}“‘《（])")
CONTROLS = regex(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")  # no XML text has them
CELLS = ("td", "th")
LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_web(data: bytes) -> Text:
    return read_html(decode_html(data))


def decode_html(data: bytes) -> str:
    """As the page declares itself; where that is wrong, whatever encoding fits."""
    if match := CHARSET.search(data[:5000]):
        declared = match[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if declared in CHINESE else declared)
        except (LookupError, ValueError):  # no such encoding, or another one
            pass
    text = decode(data)
    if text is None:
        raise UnreadableError("file-binary")
    return text


def read_html(html: str) -> Text:
    root = page_of(html)
    chrome = [words for one in list(around(root)) for words in cut_out(one)]
    article = article_of(root)
    if article is not root:
        chrome += [words for one in outside(root, article) for words in lines_of(one)]
    title = title_of(root)
    writer = Writer(article)
    paragraphs = writer.paragraphs
    if headline := headline_of(root, article):
        paragraphs.insert(0, Paragraph(headline, 1))
        chrome = [words for words in chrome if words != headline]
        writer.remarks = [moved(remark) for remark in writer.remarks]
    remarks = [Remark(Loss.CHROME, words=words) for words in dict.fromkeys(chrome)]
    return Text(paragraphs, [*writer.remarks, *remarks], title)


def moved(remark: Remark) -> Remark:
    return Remark(remark.loss, remark.place + 1, remark.page, remark.words)


def page_of(html: str) -> etree._Element:
    if html.count("<") > MOST_TAGS:
        raise UnreadableError("import-too-large-inside")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(CONTROLS.sub("", html).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("file-empty") from error
    if root is None:
        raise UnreadableError("file-empty")
    if any("Excessive depth" in one.message for one in parser.error_log):
        raise UnreadableError("import-damaged")
    return root


def around(root: etree._Element) -> Iterator[etree._Element]:
    """What is not the article's by its name alone; whatever holds the report itself is kept."""
    sizes = sizes_in(root)
    whole = sizes[root].words
    for one, size in sizes.items():
        if size.words < whole / 2 and (is_named_chrome(one) or is_list_of_links(one, size)):
            yield one


def is_named_chrome(element: etree._Element) -> bool:
    marks = f"{element.get('id', '')} {element.get('class', '')}".split()
    named = AROUND.intersection((str(element.tag), element.get("title", "")))
    unseen = element.get("hidden") is not None or HIDDEN.search(element.get("style", ""))
    return bool(named or unseen or any(CHROME.search(mark) for mark in marks))


def is_list_of_links(element: etree._Element, size: Size) -> bool:
    return element.tag in BLOCKS and size.links > LINKS * size.words


def cut_out(element: etree._Element) -> list[str]:
    """Takes it off the page, the words behind it kept, and returns its lines."""
    parent = element.getparent()
    if parent is None:
        return []
    lines = list(lines_of(element))
    previous = element.getprevious()
    tail = f"\n{element.tail or ''}"
    if previous is not None:
        previous.tail = STRAY.sub("", (previous.tail or "") + tail)
    else:
        parent.text = STRAY.sub("", (parent.text or "") + tail)
    parent.remove(element)
    return lines


def article_of(root: etree._Element) -> etree._Element:
    """The deepest element that holds nearly all words of the page that are no links."""
    sizes = sizes_in(root)
    found = root
    while True:
        enough = MOST * sizes[found].prose
        inner = next((one for one in found if enough and sizes[one].prose >= enough), None)
        if inner is None or str(inner.tag) not in FRAMES:
            return found
        if inner.tag == "p" and not any(one.tag in ("br", "p") for one in inner.iter()):
            return found
        found = inner


def outside(root: etree._Element, article: etree._Element) -> Iterator[etree._Element]:
    """The largest elements that do not hold the article."""
    path = {article, *article.iterancestors()}
    for one in path - {article}:
        yield from (inner for inner in one if inner not in path and str(inner.tag) != "head")


class Size(Struct):
    """Characters of an element that are no blanks."""

    words: int = 0
    links: int = 0

    @property
    def prose(self) -> int:
        return self.words - self.links


def sizes_in(root: etree._Element) -> dict[etree._Element, Size]:
    """Of every element, in one walk: pages nest deeply."""
    sizes: dict[etree._Element, Size] = {}
    for _, one in etree.iterwalk(root, events=("end",)):
        seen = str(one.tag) not in UNSEEN
        size = Size(length(one.text) if seen else 0)
        for inner in one if seen else ():
            size.words += sizes[inner].words + length(inner.tail)
            size.links += sizes[inner].links
        if one.tag == "a" and is_link(one):
            size.links = size.words
        sizes[one] = size
    return dict(reversed(sizes.items()))


def length(words: str | None) -> int:
    return len("".join((words or "").split()))


def is_link(element: etree._Element) -> bool:
    """Away from the page: Word's tables of contents point within it."""
    return not element.get("href", "#").startswith("#")


def words_of(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    hidden = {inner for one in element.iter(*UNSEEN) for inner in one.iter()}
    texts = [one.text or "" for one in element.iter() if one not in hidden]
    texts += [one.tail or "" for one in element.iterdescendants() if one.getparent() not in hidden]
    return "".join("".join(texts).split())


def lines_of(element: etree._Element) -> Iterator[str]:
    return (paragraph.text for paragraph in Writer(element).paragraphs)


def title_of(root: etree._Element) -> str:
    for one in root.iter("meta"):
        if one.get("name", one.get("property", "")).lower() in NAMED_TITLE and one.get("content"):
            return one.get("content", "").strip()
    found = root.find(".//title")
    return "" if found is None else BLANKS.sub(" ", "".join(found.itertext())).strip()


def headline_of(root: etree._Element, article: etree._Element) -> str:
    """The page's first heading, where it stands outside the article."""
    inside = set(article.iter())
    if any(one in inside for one in root.iter("h1")):
        return ""
    headings = (one for one in root.iter("h1") if "报告" in words_of(one))
    found = next(headings, None)
    return "" if found is None else " ".join(lines_of(found))


class Writer:
    """Writes an element line by line as a browser would show it."""

    def __init__(self, element: etree._Element) -> None:
        self.paragraphs: list[Paragraph] = []
        self.remarks: list[Remark] = []
        self.open: list[str] = []
        self.level = 0
        self.items: Counter[etree._Element | None] = Counter()  # of each list, by now
        self.rows: list[list[str] | None] = []  # cells of the rows around; None: a page's frame
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, one in walk:
            name = str(one.tag)
            if event == "start" and name in UNSEEN:
                walk.skip_subtree()
            elif event == "start":
                self.enter(one, name)
            elif name not in UNSEEN:
                self.leave(one, name)
            if event == "end" and one is not element:
                self.write(one.tail, one.getparent())
        self.end_line()

    def enter(self, element: etree._Element, name: str) -> None:
        if name in BLOCKS or name == "br":
            self.end_line()
        if name == "tr":
            cells = sum(str(one.tag) in CELLS for one in element)
            self.rows.append([] if cells > 1 else None)
        elif name in CELLS:
            self.end_line()
            if self.rows and (row := self.rows[-1]) is not None:
                row.append("")
        elif name == "table" and len(list(element.iter("td", "th"))) > 1:
            self.remarks.append(Remark(Loss.TABLE, len(self.paragraphs), 0, words_of(element)[:40]))
        elif name == "img":
            self.remarks.append(Remark(Loss.IMAGE, len(self.paragraphs), 0, element.get("alt", "")))
        elif re.fullmatch("h[1-6]", name):
            self.level = int(name[1])
        elif name == "li":
            self.open.append(self.ordinal_of(element))
        self.write(element.text, element)

    def ordinal_of(self, item: etree._Element) -> str:
        parent = item.getparent()
        before = self.items[parent]
        self.items[parent] += 1
        return ordinal_of(parent, before)

    def leave(self, element: etree._Element, name: str) -> None:
        if name in CELLS:
            self.end_line()
        elif name == "tr" and self.rows:
            self.end_row()
        elif name in BLOCKS:
            self.end_line()
            self.level = 0 if re.fullmatch("h[1-6]", name) else self.level

    def write(self, words: str | None, element: etree._Element | None) -> None:
        if not words:
            return
        if element is not None and element.tag == "pre":
            *lines, words = words.splitlines() or [""]
            for line in lines:
                self.open.append(line)
                self.end_line()
        self.open.append(words)

    def end_line(self) -> None:
        words = BETWEEN_CHINESE.sub("", "".join(self.open))
        words = BLANKS.sub(" ", words).strip()
        self.open = []
        if not words:
            return
        if self.rows and (row := self.rows[-1]):
            row[-1] = f"{row[-1]} {words}".strip()
        else:
            self.paragraphs.append(Paragraph(words, self.level))

    def end_row(self) -> None:
        self.end_line()
        if any(cells := self.rows.pop() or []):
            self.paragraphs.append(Paragraph("\t".join(cells)))


def ordinal_of(parent: etree._Element | None, before: int) -> str:
    """The number that the browser sets before an item of a numbered list."""
    if parent is None or parent.tag != "ol" or "list-style" in parent.get("style", ""):
        return ""
    start = parent.get("start", "1")
    number = before + (int(start) if re.fullmatch(r"\d{1,4}", start) else 1)
    kind = LIST_TYPES.get(parent.get("type", ""), "decimal")
    return f"{FORMATS[kind](number)}. " if number else ""
