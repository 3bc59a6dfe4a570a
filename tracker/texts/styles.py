"""What a paragraph's style says of it: heading or not, and which list numbers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from tracker.lazy import regex
from tracker.texts.elements import attribute, child, children, value
from tracker.texts.numbering import number_in

HEADING = regex(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)  # heading 1
TITLE = regex(r"title|标题", re.IGNORECASE)
OUTLINE_BODY = 9  # the outline level of running text


class Styles:
    def __init__(self, roots: Iterable[etree._Element]) -> None:
        styles = [one for root in roots for one in children(root, "style")]
        self.by_name = {attribute(one, "styleId"): one for one in styles}
        usual = (attribute(one, "styleId") for one in styles if is_usual(one))
        self.usual = next(usual, "")

    def chain(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """The paragraph's own properties, then its style's and those of the ones it is based on."""
        if (own := child(paragraph, "pPr")) is not None:
            yield own
        for style in self.styles_of(paragraph):
            if (properties := child(style, "pPr")) is not None:
                yield properties

    def styles_of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        name, seen = value(paragraph, "pPr", "pStyle") or self.usual, set[str]()
        while name in self.by_name and name not in seen:
            seen.add(name)
            yield self.by_name[name]
            name = value(self.by_name[name], "basedOn")

    def list_of(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The number of the list and the depth in it; None where the paragraph has none."""
        name = depth = ""
        for properties in self.chain(paragraph):
            name = name or value(properties, "numPr", "numId")
            depth = depth or value(properties, "numPr", "ilvl")
        return (name, number_in(depth, 0)) if name and name != "0" else None

    def level_of(self, paragraph: etree._Element) -> int:
        """1 for a title or a heading of the first level, 0 for running text."""
        for style in self.styles_of(paragraph):
            if match := HEADING.fullmatch(value(style, "name")):
                return int(match[1])
            if TITLE.fullmatch(value(style, "name")):
                return 1
        levels = (value(properties, "outlineLvl") for properties in self.chain(paragraph))
        level = number_in(next(filter(None, levels), ""), OUTLINE_BODY)
        return level + 1 if level < 6 else 0


def is_usual(style: etree._Element) -> bool:
    """Of paragraphs that name none."""
    is_default = attribute(style, "default") in ("1", "true")
    return is_default and attribute(style, "type") == "paragraph"
