"""The preview's own pages, and what it adds to those of the site."""

from __future__ import annotations

import json
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tracker.characters import shown
from tracker.inputs import ASSETS
from tracker.messages import say
from tracker.preview.notices import Notice, editor_address, lines_of, notices
from tracker.preview.project import Project
from tracker.preview.state import State

HERE = Path(__file__).parent / "templates"
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
PAGES = Environment(
    loader=FileSystemLoader(HERE),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

# Scripts run again where a page is written in the place of another, and name theirs again.
RULES = b"trusted-types 'allow-duplicates' duixian-preview "


def filled(name: str, language: str, **values: object) -> str:
    template = PAGES.get_template(f"{name}.html")
    speaking = partial(_said, language)
    return template.render(say=speaking, language=LANGUAGE_TAGS[language], **values)


def _said(language: str, code: str, **details: object) -> str:
    return say(code, language, **details)


def news(state: State, project: Project, language: str, edition: str, page: str) -> str:
    """What a page is told; without problems there is nothing to lay over it."""
    found = notices(state, project, language)
    return json.dumps(
        {
            "build": state.build,
            "edition": edition,
            "page": page,
            "overlay": filled("overlay", language, notices=found) if found else "",
            "stopped": say("preview-stopped", language),
            "again": say("preview-again", language, count=len(found)),
        }
    )


@cache
def address(name: str) -> str:
    """Of a file of the preview's own, by which browsers keep it as long as it is the same."""
    return f"/_{name}?v={sha256((HERE / name).read_bytes()).hexdigest()[:8]}"


def followed(page: bytes, edition: str) -> bytes:
    """A page of the site, with the script that follows what is saved."""
    added = (
        f'<link rel="stylesheet" href="{address("preview.css")}">'
        f'<script src="{address("preview.js")}" data-edition="{edition}" defer></script>'
    )
    allowed = page.replace(b"trusted-types ", RULES, 1)
    return allowed.replace(b"</head>", f"{added}</head>".encode(), 1)


def failed_page(state: State, project: Project, language: str) -> str:
    found = notices(state, project, language)
    return filled("failed", language, notices=found, build=state.build)


def source_page(
    path: Path, place: tuple[int, int], state: State, project: Project, language: str
) -> str:
    """A file as it stands, with its problems below their lines; `place` is line and column."""
    here: dict[int, list[Notice]] = {}
    for one in notices(state, project, language):
        if project.input_called(one.said.path) == path:
            here.setdefault(one.said.line, []).append(one)
    return filled(
        "source",
        language,
        title=path.name,
        path=path,
        line=place[0],
        lines=[shown(line) for line in lines_of(path)],
        notices=here,
        editor_href=editor_address(path, *place),
        build=state.build,
    )


def refused_page(state: State, language: str) -> str:
    return filled("refused", language, build=state.build)


def frame_style() -> bytes:
    """The site's colours and letters, for pages that are not the site's."""
    return b"".join((ASSETS / "css" / name).read_bytes() for name in ("tokens.css", "base.css"))
