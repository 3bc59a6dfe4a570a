"""The tokens of `assets/css/tokens.css`: its colours, light and dark, and its sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

VARIABLE = re.compile(r"var\(--([\w-]+)\)")  # var(--paper-0)
HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}")  # #fbfaf7

# Ink and the ground it stands on, and the contrast that WCAG 2.2 asks for: 4.5 of words, 3 of
# shapes and borders. Line and focus are never the only sign.
PAIRS = (
    ("text", "ground", 4.5),
    ("text", "panel", 4.5),
    ("text", "highlight", 4.5),
    ("soft", "ground", 4.5),
    ("soft", "panel", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "panel", 4.5),
    ("on-accent", "accent", 4.5),
    ("green", "ground", 4.5),
    ("ochre", "ground", 4.5),
    ("indigo", "ground", 4.5),
    ("edge", "ground", 3.0),
    ("edge", "panel", 3.0),
)


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Pair:
    ink: str
    ground: str
    least: float
    light: float
    dark: float


@dataclass(frozen=True, slots=True)
class Size:
    name: str
    value: str  # in rem

    @property
    def sample(self) -> str:
        """Nothing Chinese is set smaller than 14 px."""
        return "120" if float(self.value.removesuffix("rem")) < 0.875 else "新建公路120公里"


@dataclass(frozen=True, slots=True)
class Tokens:
    colours: tuple[Colour, ...]  # by purpose, the palette left out
    pairs: tuple[Pair, ...]
    types: tuple[Size, ...]
    spaces: tuple[Size, ...]
    fonts: tuple[str, ...]


def tokens(sheet: str) -> Tokens:
    light, dark = _palettes(sheet)
    used = VARIABLE.findall(sheet)
    colours = tuple(
        Colour(name, _resolved(name, light), _resolved(name, light | dark))
        for name in light
        if name not in used and HEX.fullmatch(_resolved(name, light))
    )
    return Tokens(
        colours,
        tuple(_pairs({one.name: one for one in colours})),
        tuple(_sizes(light, "type-")),
        tuple(_sizes(light, "space-")),
        ("song", "hei"),
    )


def _palettes(sheet: str) -> tuple[dict[str, str], dict[str, str]]:
    """What the root is given, and what it is given anew in the dark."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    dark = next(
        rule.content
        for rule in rules
        if rule.type == "at-rule" and "dark" in tinycss2.serialize(rule.prelude)
    )
    nested = tinycss2.parse_rule_list(dark, skip_comments=True, skip_whitespace=True)
    return _declared(rules), _declared(nested)


def _declared(rules: list[Any]) -> dict[str, str]:
    root = next(rule for rule in rules if rule.type == "qualified-rule")
    declarations = tinycss2.parse_declaration_list(
        root.content, skip_comments=True, skip_whitespace=True
    )
    return {
        one.name[2:]: tinycss2.serialize(one.value).strip()
        for one in declarations
        if one.name.startswith("--")
    }


def _resolved(name: str, palette: dict[str, str]) -> str:
    value = palette[name]
    while found := VARIABLE.fullmatch(value):
        value = palette[found[1]]
    return value


def _sizes(palette: dict[str, str], prefix: str) -> Iterator[Size]:
    yield from (Size(name, value) for name, value in palette.items() if name.startswith(prefix))


def _pairs(colours: dict[str, Colour]) -> Iterator[Pair]:
    for ink, ground, least in PAIRS:
        one, other = colours[ink], colours[ground]
        light, dark = contrast(one.light, other.light), contrast(one.dark, other.dark)
        yield Pair(ink, ground, least, light, dark)


def contrast(one: str, other: str) -> float:
    """As WCAG defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rules(found: Tokens) -> str:
    """A class for each size and font: style within a page is forbidden by its own policy."""
    sizes = (f".patterns-{one.name} {{ font-size: var(--{one.name}); }}" for one in found.types)
    bars = (f".patterns-{one.name} {{ width: var(--{one.name}); }}" for one in found.spaces)
    fonts = (f".patterns-{name} {{ font-family: var(--{name}); }}" for name in found.fonts)
    return "\n".join((*sizes, *bars, *fonts, ""))
