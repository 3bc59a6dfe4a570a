"""The pattern page: every component in every state, with the real styles, seals and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from msgspec.structs import replace

from tests.patterns.apart import apart
from tests.patterns.made_up import made_up
from tests.patterns.tokens import rules, tokens
from tests.projects import ROOT, SITES, YEARS_DATE, whole
from tracker.inputs import ASSETS, Inputs
from tracker.model import Status
from tracker.pipeline import assess
from tracker.render import assets
from tracker.render.contexts.search import search_box
from tracker.render.frame import PageHead, edition, frame
from tracker.render.seals import Seals
from tracker.render.search.index import INDEX, search_index
from tracker.render.search.library import library
from tracker.render.views import views

HERE = Path(__file__).parent
TEMPLATES = ROOT / "templates"
YEARS = Inputs(SITES / "years" / "content", SITES / "years" / "targets.yaml", TEMPLATES)
FOLDERS = ("components", "charts")
COMMENT = re.compile(r"\{# (\w+\(.*?\)): (.*?) #\}", re.DOTALL)  # {# seal(status): the seal … #}
HEAD = PageHead(
    "index.html",
    "patterns",
    "式样",
    "每一个组件，每一种状态；文字和数字都是虚构的。",
    area="patterns",
    scripts=("search.js", "copy.js", "print.js"),
    own_search=True,
)
SHAPES: dict[Status, str] = {
    Status.ACHIEVED: "实心方，边缘磨损如盖出的印",
    Status.HOLDING: "空心方，边缘同样磨损",
    Status.ON_TRACK: "圆",
    Status.BEHIND: "双圆",
    Status.NOT_STARTED: "虚线圆",
    Status.MISSED: "实心八角",
    Status.OVERDUE: "双方",
    Status.NOT_DUE: "拱",
    Status.NO_DATA: "虚线方",
    Status.NOT_MEASURABLE: "上下两线",
    Status.WITHDRAWN: "盾，尖朝下",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A template of `templates/` and what it says of its macros: signature, description."""

    folder: str
    name: str
    macros: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        return f"{self.folder}-{self.name}"

    @property
    def states(self) -> str:
        """The template that shows it."""
        return f"patterns/{self.folder}/{self.name}.html"


def sections(folder: str) -> Iterator[Section]:
    for path in sorted((TEMPLATES / folder).glob("*.html")):
        macros = COMMENT.findall(path.read_text("utf-8"))
        yield Section(folder, path.stem, tuple(macros))


def files() -> dict[str, bytes]:
    """Path → content, to be opened from disk."""
    assessment = assess(YEARS, YEARS_DATE)
    index = search_index(library(whole(assessment)))
    found = tokens((ASSETS / "css" / "tokens.css").read_text("utf-8"))
    own = (HERE / "patterns.css").read_text("utf-8") + rules(found)
    loaded = assets.files(ASSETS)
    shown = frame(HEAD, assessment, assets.loaded(ASSETS))
    html = (
        environment()
        .get_template("patterns/page.html")
        .render(
            loaded=assets.loaded(ASSETS),
            edition=edition(assessment, whole(assessment).searched),
            frame=shown,
            view_frames=[replace(shown, path=view.href) for view in views(assessment.report)],
            seals=Seals.read(ASSETS),
            search_box=search_box(INDEX, index.version, assessment.site),
            tokens=found,
            shapes=SHAPES,
            sections={folder: tuple(sections(folder)) for folder in FOLDERS},
            made=made_up(assessment),
        )
    )
    return {
        "index.html": html.encode(),
        "assets/patterns.css": own.encode(),
        **loaded,
        **index.files,
    }


def environment() -> Environment:
    """The site's own, which finds the templates of the pattern page beside its own."""
    numbers = count(1)
    made = Environment(
        loader=FileSystemLoader([TEMPLATES, HERE.parent]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["apart"] = lambda html: apart(html, next(numbers))
    made.filters["opened"] = opened
    return made


def opened(template: str, words: dict[str, str]) -> Markup:
    """A `<template>` as a script shows it: empty elements, by tag or class, are filled."""
    html = re.sub(r"</?template[^>]*>", "", template)
    for name, own in words.items():
        html, filled = re.subn(rf'(<{name}>|"{name}"[^>]*>)(?=</)', rf"\g<1>{own}", html)
        assert filled == 1, name
    return Markup(html)
