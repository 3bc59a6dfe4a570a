"""WordprocessingML without its namespaces: `w:p` is p, `w:val` is val."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def name_of(element: etree._Element) -> str:
    """The local name; empty for comments and unresolved entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    if element is None:
        return ""
    return next(
        (str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), ""
    )


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of the first name, in it the first of the second, and so on."""
    for name in names:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in element if name_of(one) == name)


def value(element: etree._Element | None, *names: str) -> str:
    """The `val` of a child: `<w:ilvl w:val="1"/>`."""
    return attribute(child(element, *names), "val")


def is_on(element: etree._Element | None, *names: str) -> bool:
    """`<w:vanish/>` switches on, `<w:vanish w:val="false"/>` off."""
    found = child(element, *names)
    return found is not None and attribute(found, "val") not in ("0", "false", "off", "none")
